package sight

import (
	"ziping/extract/pdfin/drawn"
	"ziping/extract/pdfin/pdfium"
	"ziping/extract/raster"
)

// The resolution at which a page is painted to be read as a picture: its picture's own
// as far as that is of use.
const (
	usualDPI = 200.0
	leastDPI = 100.0
	mostDPI  = 310.0
	// mostPageDots bounds the picture: A3 at 300 dpi, and half as much again.
	mostPageDots  = 26_000_000
	pointsPerInch = 72
	// inwards is how far from the edges of the dots that it covers a picture is put, in
	// dots. PDFium stretches a picture to all dots that it touches: one that reaches into
	// the next by what is lost in computing is a dot wider, and all of its dots are mixed.
	inwards = 0.002
)

// Picture paints a page as its reader sees it, as high as wide dots; nil if it cannot be
// painted. A picture that is the page comes out dot for dot: a fax is black and white,
// and its rulings are one dot wide.
func (l *Looker) Picture(page pdfium.Page, s *Scene) (p *raster.Picture) {
	if l.Blind || s.Width < 1 || s.Height < 1 {
		return nil
	}
	dpi := of(s.Drawing.Finest)
	if w, h := s.Width*dpi.Across/pointsPerInch, s.Height*dpi.Across/pointsPerInch; w*h > mostPageDots || w < 1 || h < 1 {
		return nil
	}
	l.guarded(func() bool {
		p = l.whole(page, s, dpi)
		return p != nil
	})
	if p != nil && dpi.Down != dpi.Across {
		p = p.Stretched(int(s.Height*dpi.Across/pointsPerInch + 0.5))
	}
	return p
}

// of is how finely a page with a picture is painted: never less finely across than down,
// and where the picture is not of use as it is, alike both ways.
func of(f drawn.Fineness) drawn.Fineness {
	dpi := max(f.Across, f.Down)
	if dpi <= 0 {
		dpi = usualDPI
	}
	n := 1.0
	for dpi/n > mostDPI {
		n *= 2
	}
	// As the picture is; alike both ways is as good as a whole number of dots can be.
	const alike, fax = 0.98, 4
	if own := (drawn.Fineness{Across: f.Across / n, Down: f.Down / n}); own.Across >= leastDPI && own.Across >= alike*own.Down && own.Down*fax >= own.Across {
		return own
	}
	dpi = max(dpi/n, leastDPI)
	return drawn.Fineness{Across: dpi, Down: dpi}
}

// whole paints a page with so many dots to an inch.
func (l *Looker) whole(page pdfium.Page, s *Scene, dpi drawn.Fineness) *raster.Picture {
	across, down := dpi.Across/pointsPerInch, dpi.Down/pointsPerInch
	k := &canvas{page: page, w: int(s.Width*across + 0.5), h: int(s.Height*down + 0.5), scale: 1, ox: -inwards, oy: -inwards}
	k.fx, k.fy = (float64(k.w)-3*inwards)/s.Width, (float64(k.h)-3*inwards)/s.Height
	if k.bitmap = page.NewBitmap(k.w, k.h); !k.bitmap.Exists() {
		return nil
	}
	defer k.bitmap.Close()
	k.stride = k.bitmap.Stride()
	l.progress()
	dots := k.paint()
	p := tones(dots, k.w, k.h, k.stride)
	p.DPI = dpi.Across
	return p
}

// tones is what was painted in shades of grey, with its red where it has colour.
func tones(dots []byte, w, h, stride int) *raster.Picture {
	p := raster.New(w, h)
	coloured := false
	for y := range h {
		row, grey := dots[y*stride:][:4*w], p.Grey[y*w:][:w]
		for x := range grey {
			b, g, r := row[4*x], row[4*x+1], row[4*x+2]
			grey[x] = uint8((19595*int(r) + 38470*int(g) + 7471*int(b) + 1<<15) >> 16)
			coloured = coloured || grey[x] != r
		}
	}
	if !coloured {
		return p
	}
	p.Red = make([]uint8, w*h)
	for y := range h {
		row, red := dots[y*stride:][:4*w], p.Red[y*w:][:w]
		for x := range red {
			red[x] = row[4*x+2]
		}
	}
	if p.Colourless() {
		p.Red = nil
	}
	return p
}
