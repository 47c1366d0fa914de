package sight

import (
	"math"

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
)

// Picture paints a page as its reader sees it; nil if it cannot be painted.
func (l *Looker) Picture(page pdfium.Page, s *Scene) (p *raster.Picture) {
	if l.Blind || s.Width < 1 || s.Height < 1 {
		return nil
	}
	dpi := s.Drawing.DPI
	if dpi <= 0 {
		dpi = usualDPI
	}
	for dpi > mostDPI {
		dpi /= 2
	}
	dpi = max(dpi, leastDPI)
	if w, h := s.Width*dpi/pointsPerInch, s.Height*dpi/pointsPerInch; w*h > mostPageDots || w < 1 || h < 1 {
		return nil
	}
	l.guarded(func() bool {
		p = l.whole(page, s, dpi/pointsPerInch)
		return p != nil
	})
	return p
}

// whole paints a page with so many dots to a point.
func (l *Looker) whole(page pdfium.Page, s *Scene, scale float64) *raster.Picture {
	k := &canvas{page: page, w: int(s.Width*scale + 0.5), h: int(s.Height*scale + 0.5), scale: scale}
	k.fx, k.fy = float64(k.w)/scale/math.Floor(s.Width), float64(k.h)/scale/math.Floor(s.Height)
	if k.bitmap = page.NewBitmap(k.w, k.h); !k.bitmap.Exists() {
		return nil
	}
	defer k.bitmap.Close()
	k.stride = k.bitmap.Stride()
	l.progress()
	dots := k.paint()
	p := raster.New(k.w, k.h)
	p.DPI = scale * pointsPerInch
	p.Red = make([]uint8, k.w*k.h)
	for y := range k.h {
		row := dots[y*k.stride:]
		for x := range k.w {
			b, g, r := int(row[4*x]), int(row[4*x+1]), int(row[4*x+2])
			p.Grey[y*k.w+x] = uint8((19595*r + 38470*g + 7471*b + 1<<15) >> 16)
			p.Red[y*k.w+x] = uint8(r)
		}
	}
	if p.Colourless() {
		p.Red = nil
	}
	return p
}
