package corpus

import (
	_ "embed"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"

	"ziping/tools/eval/measure"
	"ziping/tools/eval/paper/press"
	"ziping/tools/eval/paper/truth"
	"ziping/tools/eval/paper/wear"
)

// Make writes the pictures and the truth of each case into a folder, but for
// those that lie there already, and says how many pages were made.
func Make(cases []Case, fonts press.Fonts, dir string, log func(string)) (pages int, err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return 0, err
	}
	for i := range cases {
		c := &cases[i]
		path := filepath.Join(dir, c.Name)
		if _, err := os.Stat(path + ".json"); err == nil {
			continue
		}
		said, data, err := c.Build(fonts)
		if err != nil {
			return pages, fmt.Errorf("%s: %w", c.Name, err)
		}
		if err := os.WriteFile(filepath.Join(dir, said.File), data, 0o644); err != nil {
			return pages, err
		}
		text, err := said.Write()
		if err != nil {
			return pages, err
		}
		if err := os.WriteFile(path+".json", text, 0o644); err != nil {
			return pages, err
		}
		pages += len(said.Pages)
		log(fmt.Sprintf("made %s: %s, %s, pages %d", said.File, c.Form.ID, c.Look.Name, len(said.Pages)))
	}
	return pages, nil
}

// Build makes the file of a case and its truth.
func (c *Case) Build(fonts press.Fonts) (*truth.Truth, []byte, error) {
	sheets, err := press.Print(c.Form, c.Look, fonts)
	if err != nil {
		return nil, nil, err
	}
	said := &truth.Truth{Name: c.Name, Base: c.Form.ID, Look: c.Look.Name, Kind: c.Kind, DPI: c.DPI, Seed: c.Seed, Form: c.Form, Fonts: map[string]string{}}
	for _, f := range sheets[0].Faces() {
		said.Fonts[f.Name] = f.Hash
	}
	var pictures []*wear.Picture
	for i := range sheets {
		rng := rand.New(rand.NewPCG(c.Seed, uint64(i)+2))
		d, err := wear.Of(c.Kind, c.DPI, rng)
		if err != nil {
			return nil, nil, err
		}
		// The same machine has done all pages: what it does is drawn once.
		if i > 0 {
			same := rand.New(rand.NewPCG(c.Seed, 2))
			skew := d.Skew
			if d, err = wear.Of(c.Kind, c.DPI, same); err != nil {
				return nil, nil, err
			}
			d.Skew = skew
		}
		p := d.Apply(c.worn(sheets, i, fonts, rng), rng)
		pictures = append(pictures, p)
		said.Pages = append(said.Pages, placed(&sheets[i], p))
	}
	data, ext, err := []byte(nil), ".pdf", error(nil)
	if len(pictures) == 1 && !c.PDF {
		data, ext, err = pictures[0].Encode()
	} else {
		data, err = wear.PDF(pictures)
	}
	said.File = c.Name + ext
	return said, data, err
}

// worn is a sheet with its stamps and its back.
func (c *Case) worn(sheets []press.Sheet, i int, fonts press.Fonts, rng *rand.Rand) wear.Sheet {
	s := &sheets[i]
	scale := 2 * c.DPI / 72
	out := wear.Sheet{Width: s.Width, Height: s.Height, Ink: s.Paint(scale)}
	kind, _ := wear.Find(c.Kind)
	if kind.Backed {
		out.Back = sheets[(i+1)%len(sheets)].Paint(scale)
	}
	if kind.Stamped {
		out.Seals = press.NewPlane(s.Width, s.Height, scale)
		for _, stamp := range c.stamps(s, rng) {
			stamp.Press(out.Seals, press.Stack{fonts["song"]})
		}
	}
	return out
}

// stamps lie over figures: a round seal and, for every other sheet, a square stamp.
func (c *Case) stamps(s *press.Sheet, rng *rand.Rand) []press.Stamp {
	var figures []press.Place
	for _, p := range s.Cells {
		if measure.IsNumber(measure.Fold(c.Form.Cells[p.Cell].Text)) {
			figures = append(figures, p)
		}
	}
	if figures == nil {
		figures = s.Cells
	}
	if figures == nil { // a last page of notes
		figures = []press.Place{{X0: s.Width / 2, X1: s.Width / 2, Y0: s.Height / 2, Y1: s.Height / 2}}
	}
	over := func() (x, y float64) {
		p := figures[rng.IntN(len(figures))]
		x, y = (p.X0+p.X1)/2+30*(rng.Float64()-0.5), (p.Y0+p.Y1)/2+30*(rng.Float64()-0.5)
		return min(max(x, 70), s.Width-70), min(max(y, 70), s.Height-70)
	}
	text := strings.Fields(stampText)
	x, y := over()
	out := []press.Stamp{{X: x, Y: y, Radius: 52 + 10*rng.Float64(), Round: true, Angle: 0.3 * (rng.Float64() - 0.5), Text: text[0]}}
	if rng.IntN(2) == 0 {
		x, y = over()
		out = append(out, press.Stamp{X: x, Y: y, Radius: 38 + 10*rng.Float64(), Angle: 0.5 * (rng.Float64() - 0.5), Text: text[1]})
	}
	return out
}

// stampText is what stands on the round seal and on the square stamp, a line each.
//
//go:embed stamps.txt
var stampText string

// placed says where the cells of a sheet stand on its picture.
func placed(s *press.Sheet, p *wear.Picture) truth.Page {
	out := truth.Page{W: p.W, H: p.H, DPIX: p.DPIX, DPIY: p.DPIY}
	for _, c := range s.Cells {
		q := truth.Quad{Cell: c.Cell, Again: c.Again}
		for i, at := range [4][2]float64{{c.X0, c.Y0}, {c.X1, c.Y0}, {c.X1, c.Y1}, {c.X0, c.Y1}} {
			q.Corners[i][0], q.Corners[i][1] = p.Geometry.To(at[0], at[1])
		}
		out.Cells = append(out.Cells, q)
	}
	return out
}
