package scan

import (
	"slices"

	"ziping/extract/ocr"
	"ziping/extract/scan/lines"
)

// A ruling is as wide as it mostly is, and erased so; where it is wider, as on a fax that
// doubles its rows, a sliver of it is left along the edge of the region. Ink that lies
// flat on an erased ruling all over is such a rest.

// flat is how far a rest of a ruling stands out from it at most, in characters.
const flat = 0.09

// scrape paints paper over what is left of the rulings around a region.
func (c *cutting) scrape() {
	s := &sliver{img: c.img, light: c.light(), most: max(1, int(flat*c.em*c.step+0.5)), seen: map[int]bool{}}
	for _, side := range c.sides {
		if len(side) == 0 {
			continue
		}
		s.side = side
		for _, p := range side {
			// The dot next to the ruling may be lighter than the ruling and no ink yet.
			if s.rest(p.x, p.y) || s.rest(p.x-p.dx, p.y-p.dy) {
				s.clear()
				c.gone = append(c.gone, extent(s.dots, s.img.W))
			}
		}
	}
}

// minus reports something that was taken away and may have been a minus: no thicker than that,
// and before the middle of a line of text.
func (c *cutting) minus(l lines.Line) bool {
	const thick, before = 0.25, 0.6 // of a character
	em, high := c.em*c.step, l.Y1-l.Y0
	return slices.ContainsFunc(c.gone, func(g lines.Line) bool {
		deep := (g.Y0+g.Y1)/2 - l.Y0
		return float64(g.Y1-g.Y0) <= thick*em && g.X1 <= l.X0 && float64(l.X0-g.X1) <= before*em && 4*deep > high && 5*deep < 4*high
	})
}

// extent is how far some dots of an image go.
func extent(dots []int, w int) lines.Line {
	l := lines.Line{X0: dots[0] % w, Y0: dots[0] / w}
	for _, i := range dots {
		x, y := i%w, i/w
		l = lines.Line{X0: min(l.X0, x), Y0: min(l.Y0, y), X1: max(l.X1, x+1), Y1: max(l.Y1, y+1)}
	}
	return l
}

// sliver follows ink along one side of a region.
type sliver struct {
	img   ocr.Image
	side  []border
	light uint8
	most  int // how many dots it stands out from the ruling
	dots  []int
	seen  map[int]bool
}

// depth is how far a dot lies from the side, inwards; ok is false beyond its ends.
func (s *sliver) depth(x, y int) (n int, ok bool) {
	first := s.side[0]
	i, place := x-first.x, y
	if first.dx != 0 {
		i, place = y-first.y, x
	}
	if i < 0 || i >= len(s.side) {
		return 0, false
	}
	p := s.side[i]
	if p.dx != 0 {
		return (p.x - place) * p.dx, p.y == y
	}
	return (p.y - place) * p.dy, p.x == x
}

// rest follows the ink at a dot and reports whether it is a rest of the ruling; its
// dots are then kept for clear.
func (s *sliver) rest(x, y int) bool {
	if !s.ink(x, y) {
		return false
	}
	w := s.img.W
	s.dots = append(s.dots[:0], y*w+x)
	s.seen[y*w+x] = true
	for k := 0; k < len(s.dots); k++ {
		x, y := s.dots[k]%w, s.dots[k]/w
		if n, ok := s.depth(x, y); !ok || n >= s.most {
			return false
		}
		for v := y - 1; v <= y+1; v++ {
			for u := x - 1; u <= x+1; u++ {
				if s.ink(u, v) {
					s.seen[v*w+u] = true
					s.dots = append(s.dots, v*w+u)
				}
			}
		}
	}
	return true
}

// ink reports whether a dot is ink that was not followed yet.
func (s *sliver) ink(x, y int) bool {
	return x >= 0 && y >= 0 && x < s.img.W && y < s.img.H && s.img.Pix[y*s.img.W+x] < s.light && !s.seen[y*s.img.W+x]
}

func (s *sliver) clear() {
	for _, i := range s.dots {
		s.img.Pix[i] = 255
	}
}
