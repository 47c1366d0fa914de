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
	if blocks.Lying(spots, d.em, usual*d.dpi/72/d.step) {
		return 1
	}
	fallen, upright := blocks.Fallen(spots, blocks.Find(spots, d.em), d.em)
	d.upright = upright
	if fallen {
		return 2
	}
	return 0
}

// upright looks at a picture after quarter turns; what comes back leads to the picture
// as it was.
func upright(p *raster.Picture, o Options, quarters int) (*Sheet, error) {
	s, next, err := look(p.Turned(quarters), o)
	if err != nil {
		return nil, err
	}
	if quarters == 2 && !s.upright {
		return nil, errUpright // what spoke for the turn speaks against it now
	}
	if next == 2 {
		if quarters = (quarters + 2) % 4; quarters == 0 {
			return nil, errUpright
		}
		if s, _, err = look(p.Turned(quarters), o); err != nil {
			return nil, err
		}
	}
	return turned(s, p, quarters), nil
}

// turned is a sheet of a picture after quarter turns, with Back leading to the picture as
// it was.
func turned(s *Sheet, p *raster.Picture, quarters int) *Sheet {
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
	return s
}

// as looks at a picture as it stands after quarter turns, whatever its characters tell.
func as(p *raster.Picture, o Options, quarters int) (*Sheet, error) {
	if quarters == 0 {
		s, _, err := look(p, o)
		return s, err
	}
	s, _, err := look(p.Turned(quarters), o)
	if err != nil {
		return nil, err
	}
	return turned(s, p, quarters), nil
}
