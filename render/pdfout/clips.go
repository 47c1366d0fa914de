package pdfout

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"strconv"

	"codeberg.org/go-pdf/fpdf"

	"ziping/normalize"
	"ziping/render"
)

// The pictures of cells that were not read for certain. The library writes pictures of one
// width in the order of a map, so that all are one picture here, of which parts are shown.

// montage is all pictures of a file, one below the other.
type montage struct {
	png    []byte
	width  int
	height int
	forms  []map[normalize.Path]image.Rectangle // where each field of a form has its part
}

// montageName is the picture's name in the library.
const montageName = "clips"

func newMontage(b *render.Bundle) (*montage, error) {
	m := &montage{forms: make([]map[normalize.Path]image.Rectangle, len(b.Forms))}
	var all []image.Image
	for i := range b.Forms {
		m.forms[i] = map[normalize.Path]image.Rectangle{}
		for _, d := range b.Doubts(i) {
			img, err := png.Decode(bytes.NewReader(d.Picture))
			if err != nil {
				continue // there is none
			}
			size := img.Bounds().Size()
			m.forms[i][d.Path] = image.Rect(0, m.height, size.X, m.height+size.Y)
			m.width, m.height = max(m.width, size.X), m.height+size.Y
			all = append(all, img)
		}
	}
	if len(all) == 0 {
		return m, nil
	}
	whole := image.NewGray(image.Rect(0, 0, m.width, m.height))
	draw.Draw(whole, whole.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	y := 0
	for _, img := range all {
		size := img.Bounds().Size()
		draw.Draw(whole, image.Rect(0, y, size.X, y+size.Y), img, img.Bounds().Min, draw.Src)
		y += size.Y
	}
	var out bytes.Buffer
	if err := png.Encode(&out, whole); err != nil {
		return nil, err
	}
	m.png = out.Bytes()
	return m, nil
}

// placed is a picture as it is shown.
type placed struct {
	part  image.Rectangle
	scale float64 // millimetres of a dot
}

const (
	clipIndent = 10.0
	clipRoom   = 42.0 // for the widest
	clipHigh   = 6.0
)

// clip is the picture of a form's field, nil where there is none.
func (m *montage) clip(form int, path normalize.Path) *placed {
	part, ok := m.forms[form][path]
	if !ok {
		return nil
	}
	return &placed{part, min(clipRoom/float64(part.Dx()), clipHigh/float64(part.Dy()), 0.2)}
}

func (p *placed) height() float64 {
	if p == nil {
		return 0
	}
	return float64(p.part.Dy())*p.scale + 0.8
}

// draw shows a part of the montage.
func (m *montage) draw(pdf *fpdf.Fpdf, p *placed, x, y float64) {
	if p == nil {
		return
	}
	o := fpdf.ImageOptions{ImageType: "PNG"}
	if pdf.GetImageInfo(montageName) == nil {
		pdf.RegisterImageOptionsReader(montageName, o, bytes.NewReader(m.png))
	}
	w, h := float64(p.part.Dx())*p.scale, float64(p.part.Dy())*p.scale
	pdf.ClipRect(x, y, w, h, false)
	pdf.ImageOptions(montageName, x, y-float64(p.part.Min.Y)*p.scale, float64(m.width)*p.scale, float64(m.height)*p.scale, false, o, 0, "")
	pdf.ClipEnd()
}

// doubts are the figures of the form that recognition did not read for certain, each
// beside the picture of its cell.
func (d *teller) doubts() []block {
	all := d.b.Doubts(d.nth)
	if len(all) == 0 {
		return nil
	}
	find := render.NewFinder(d.b.Document, d.b.Positions, d.b.Lang)
	out := []block{{text: d.say("识别存疑和改正过识别的数字 ", "Figures not read for certain ") + strconv.Itoa(len(all)), size: 9.5, above: 2, keep: true}}
	for _, x := range all {
		s := d.form.Report.Label(x.Path, d.b.Lang) + d.say("：", ": ") + x.Text
		if at := find.Cell(x.Field.At); at != "" {
			s = at + d.say("，", ", ") + s
		}
		s += d.say("（", " (") + render.ReadingName(x.Field.Reading, d.b.Lang)
		if x.Field.Was != "" {
			s += d.say("，先读作 ", ", read first as ") + x.Field.Was
		}
		if c := render.Percent(x.Field.Confidence); c != "" {
			s += d.say("，可信度 ", ", confidence ") + c
		}
		out = append(out, block{text: s + d.say("）", ")"), size: 7.5, indent: clipIndent + clipRoom + 2, above: 0.3, clip: d.clips.clip(d.nth, x.Path)})
	}
	return out
}
