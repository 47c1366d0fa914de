package recognise

import (
	"bytes"
	"cmp"
	"image"
	"image/color"
	"image/png"
	"slices"
	"strings"

	"ziping/extract"
	"ziping/extract/ocr"
)

// Pictures of the cells that were not read for certain, for people to look at. Which of
// them come out doubtful is for later stages to say: those least sure have one.

// sureEnough is how sure every character of a figure is that needs no picture. What the
// sums of a form put right later may have been read surer than what stays doubtful.
const sureEnough = 0.995

// The picture of a line is made no larger, in dots.
const (
	clipWidth  = 260
	clipHeight = 36
)

// keepPicture keeps the picture of a line that may need one: with a figure in it, short, and
// not read for certain.
func (l *line) keepPicture(img ocr.Image, size float64) {
	if strings.ContainsAny(l.reading.Text(), "0123456789") && l.reading.Confidence() < sureEnough && float64(img.W) < 2*longest*size {
		l.picture = reduced(img)
	}
}

// reduced is a picture made small enough, each dot the mean of those it stands for.
func reduced(img ocr.Image) ocr.Image {
	by := max(1, (img.W+clipWidth-1)/clipWidth, (img.H+clipHeight-1)/clipHeight)
	if by == 1 {
		return img
	}
	return shrunk(img, by)
}

func shrunk(img ocr.Image, by int) ocr.Image {
	out := ocr.Image{W: (img.W + by - 1) / by, H: (img.H + by - 1) / by}
	out.Pix = make([]uint8, out.W*out.H)
	for y := range out.H {
		for x := range out.W {
			sum, n := 0, 0
			for sy := y * by; sy < min((y+1)*by, img.H); sy++ {
				for sx := x * by; sx < min((x+1)*by, img.W); sx++ {
					sum, n = sum+int(img.Pix[sy*img.W+sx]), n+1
				}
			}
			out.Pix[y*out.W+x] = uint8(sum / n)
		}
	}
	return out
}

// greys are the sixteen tones of a clip.
var greys = func() color.Palette {
	p := make(color.Palette, 16)
	for i := range p {
		p[i] = color.Gray{Y: uint8(i * 17)}
	}
	return p
}()

// encoded is a picture as PNG of at most extract.MostClip bytes, nil where it cannot be.
func encoded(img ocr.Image) []byte {
	for by := 1; by <= 4; by++ {
		s := shrunk(img, by)
		out := image.NewPaletted(image.Rect(0, 0, s.W, s.H), greys)
		for y := range s.H {
			for x := range s.W {
				out.Pix[y*out.Stride+x] = uint8((int(s.Pix[y*s.W+x]) + 8) / 17)
			}
		}
		var b bytes.Buffer
		e := png.Encoder{CompressionLevel: png.BestCompression}
		if e.Encode(&b, out) == nil && b.Len() <= extract.MostClip {
			return b.Bytes()
		}
	}
	return nil
}

// clips gathers the pictures of cells while these are placed.
type clips []clip

type clip struct {
	at      extract.Ref
	sure    float64
	picture ocr.Image
}

// add takes the picture of a cell's least sure line; box lies on the sheet.
func (c *clips) add(p *Page, at extract.Ref, box extract.Box) {
	var of *line
	for i := range p.lines {
		l := &p.lines[i]
		if l.picture.W > 0 && within(l.box, box) && (of == nil || l.reading.Confidence() < of.reading.Confidence()) {
			of = l
		}
	}
	if of != nil {
		*c = append(*c, clip{at, of.reading.Confidence(), of.picture})
	}
}

// least are the least sure ones, as many as a document may have, in the order of their cells.
func (c clips) least() []extract.Clip {
	order := make([]int, len(c))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(c[a].sure, c[b].sure) })
	order = order[:min(len(order), extract.MostClips)]
	slices.Sort(order)
	var out []extract.Clip
	for _, i := range order {
		if data := encoded(c[i].picture); data != nil {
			out = append(out, extract.Clip{At: c[i].at, PNG: data})
		}
	}
	return out
}
