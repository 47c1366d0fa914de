package tally

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	_ "image/jpeg" // pictures are JPEG or PNG
	"image/png"
	"os"

	"ziping/tools/eval/paper/truth"
)

// Overlay draws on a copy of a picture where its cells are (green) and where
// they were found (red), and writes it as PNG. Only the first page of a
// file is drawn.
func Overlay(said *truth.Truth, got *Reading, picture, to string) error {
	f, err := os.Open(picture)
	if err != nil {
		return err
	}
	defer f.Close()
	m, _, err := image.Decode(f)
	if err != nil {
		return fmt.Errorf("%s: %w", picture, err)
	}
	out := image.NewRGBA(m.Bounds())
	draw.Draw(out, out.Rect, m, image.Point{}, draw.Src)
	for _, q := range said.Pages[0].Cells {
		for i, a := range q.Corners {
			stroke(out, a, q.Corners[(i+1)%4], color.RGBA{0, 160, 0, 255})
		}
	}
	if len(got.Document.Pages) > 0 {
		page := got.Document.Pages[0]
		sx, sy := float64(out.Rect.Dx())/page.Width, float64(out.Rect.Dy())/page.Height
		for i := range got.Document.Tables {
			for k := range got.Document.Tables[i].Cells {
				for _, p := range places(&got.Document.Tables[i].Cells[k]) {
					if p.Box == nil {
						continue
					}
					b := p.Box
					c := [4][2]float64{{b[0]*sx + 2, b[1]*sy + 2}, {b[2]*sx - 2, b[1]*sy + 2}, {b[2]*sx - 2, b[3]*sy - 2}, {b[0]*sx + 2, b[3]*sy - 2}}
					for n := range c {
						stroke(out, c[n], c[(n+1)%4], color.RGBA{220, 0, 0, 255})
					}
				}
			}
		}
	}
	w, err := os.Create(to)
	if err != nil {
		return err
	}
	if err := png.Encode(w, out); err != nil {
		w.Close()
		return err
	}
	return w.Close()
}

func stroke(m *image.RGBA, a, b [2]float64, c color.RGBA) {
	n := int(max(abs(b[0]-a[0]), abs(b[1]-a[1]))) + 1
	for i := range n + 1 {
		t := float64(i) / float64(n)
		m.SetRGBA(int(a[0]+t*(b[0]-a[0])), int(a[1]+t*(b[1]-a[1])), c)
	}
}

func abs(v float64) float64 { return max(v, -v) }
