package scan

import (
	"ziping/extract/raster"
	"ziping/extract/scan/blocks"
	"ziping/extract/scan/lines"
)

// standing is how many quarter turns clockwise put a page upright, as far as its
// characters tell: of a page that lies, only that it does.
func (d *desk) standing(spots []lines.Spot) int {
	if d.density > 1 {
		return 0
	}
	if blocks.Lying(spots, d.em) {
		return 1
	}
	if blocks.Fallen(spots, blocks.Find(spots, d.em), d.em) {
		return 2
	}
	return 0
}

// turned is a picture after quarter turns clockwise.
func turned(p *raster.Picture, quarters int) *raster.Picture {
	q := &raster.Picture{W: p.W, H: p.H, DPI: p.DPI}
	if quarters%2 == 1 {
		q.W, q.H = p.H, p.W
	}
	q.Grey = spin(p.Grey, p.W, p.H, quarters)
	if p.Red != nil {
		q.Red = spin(p.Red, p.W, p.H, quarters)
	}
	return q
}

func spin(src []uint8, w, h, quarters int) []uint8 {
	out := make([]uint8, w*h)
	for y := range h {
		for x, v := range src[y*w : (y+1)*w] {
			switch quarters {
			case 1:
				out[x*h+h-1-y] = v
			case 2:
				out[(h-1-y)*w+w-1-x] = v
			case 3:
				out[(w-1-x)*h+y] = v
			default:
				out[y*w+x] = v
			}
		}
	}
	return out
}

// upright looks at a picture after quarter turns; what comes back leads to the picture
// as it was.
func upright(p *raster.Picture, o Options, quarters int) (*Sheet, error) {
	s, next, err := look(turned(p, quarters), o)
	if err != nil {
		return nil, err
	}
	if next == 2 {
		if quarters = (quarters + 2) % 4; quarters == 0 {
			return nil, errUpright
		}
		if s, _, err = look(turned(p, quarters), o); err != nil {
			return nil, err
		}
	}
	s.Quality.Turn = quarters
	w, h := float64(p.W)*72/s.Quality.DPI, float64(p.H)*72/s.Quality.DPI
	back := s.Back
	s.Back = func(x, y float64) (float64, float64) {
		x, y = back(x, y)
		switch quarters {
		case 1:
			return y, h - x
		case 2:
			return w - x, h - y
		}
		return w - y, x
	}
	return s, nil
}
