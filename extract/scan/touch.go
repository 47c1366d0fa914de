package scan

import (
	"math"

	"ziping/extract/ocr"
	"ziping/extract/scan/lines"
)

// A character that is too large for its cell runs into the ruling, or over it into the
// next cell. What the ruling hid is gone with it; what lies beyond is taken into the
// image, and what came in from the next cell is taken out.

const (
	// deep is how far ink goes on from a ruling that is no rest of the ruling itself,
	// in characters.
	deep = 0.16
	// broad is how wide such ink is at least.
	broad = 0.05
	// narrow is what no character stands in, but rulings that are drawn double.
	narrow = 0.6
)

// border is a place at the edge of a region where a ruling was erased: the dots from
// the first inside it to the first beyond it, and the step from one to the next.
type border struct {
	x, y, dx, dy, n int
}

// borders are the places along the rulings around a box, one for each dot along them.
func (c *cutting) borders() (all [][]border) {
	d, img, b, pad := c.desk, c.img, c.box, c.pad
	c.around(func(i int) {
		r, s := d.ridges[i], d.segments[i]
		first, low := b[0], b[2]
		if r.Level {
			first, low = b[1], b[3]
		}
		out := -1 // the ruling is on the left of the box or above it
		switch {
		case abs(s.At-low) < abs(s.At-first) && abs(s.At-low) < d.em/4:
			out = 1
		case abs(s.At-first) >= d.em/4:
			return
		}
		half := d.half(r)
		var line []border
		last := -1
		start, end := c.beside(r)
		for j := start; j < end; j++ {
			x, y := c.on(r, j)
			if !r.Level {
				x, y = y, x
			}
			from, to := int(x-d.step/2), int(x+d.step/2)
			for a := max(from, last+1); a <= to; a++ {
				last = a
				in, over := int(math.Floor(y-half))-1, int(math.Ceil(y+half)) // as blot erases
				if out < 0 {
					in, over = over, in
				}
				p := border{x: a, y: in, dy: out, n: abs(over - in)}
				if !r.Level {
					p = border{x: p.y, y: a, dx: out, n: p.n}
				}
				if p.x >= pad && p.y >= pad && p.x < img.W-pad && p.y < img.H-pad {
					line = append(line, p)
				}
			}
		}
		all = append(all, line)
	})
	return all
}

func abs[T int | float64](v T) T { return max(v, -v) }

// touched are the places where ink inside a box goes on to its rulings.
func (c *cutting) touched() (out []border) {
	d, img := c.desk, c.img
	dark := uint8(255 - 0.5*d.dark)
	reach, least := max(4, int(deep*d.em*d.step)), max(2, int(broad*d.em*d.step))
	for _, line := range c.sides {
		var run []border
		flush := func() {
			if len(run) >= least && len(run) <= 8*least {
				out = append(out, run...)
			}
			run = nil
		}
		for _, p := range line {
			if goesOn(img, p, reach, dark) {
				run = append(run, p)
			} else {
				flush()
			}
		}
		flush()
	}
	return out
}

// shaved reports a line of text that begins or ends right beside a ruling that was taken away:
// the ruling may have taken more of its strokes.
func (c *cutting) shaved(l lines.Line) bool {
	dark, least := uint8(255-0.5*c.dark), max(2, int(broad*c.em*c.step))
	for _, side := range c.sides {
		n := 0
		for _, p := range side {
			if p.dx == 0 || p.y < l.Y0 || p.y >= l.Y1 || min(abs(l.X0-p.x), abs(l.X1-1-p.x)) > 1 {
				continue
			}
			if goesOn(c.img, p, 1, dark) || goesOn(c.img, border{x: p.x - p.dx, y: p.y - p.dy}, 1, dark) {
				n++
			}
		}
		if n >= least {
			return true
		}
	}
	return false
}

// goesOn reports whether ink goes on inwards from a place for some dots.
func goesOn(img ocr.Image, p border, reach int, dark uint8) bool {
	for i := range reach {
		x, y := p.x-p.dx*i, p.y-p.dy*i
		if x < 0 || y < 0 || x >= img.W || y >= img.H || img.Pix[y*img.W+x] >= dark {
			return false
		}
	}
	return true
}

// heal gives characters at the rulings of a box back what lies beyond, and takes away
// what characters of other boxes left. It reports whether some may lack a part.
func (c *cutting) heal() bool {
	d, img, b, pad := c.desk, c.img, c.box, c.pad
	if min(b[2]-b[0], b[3]-b[1]) < narrow*d.em {
		return false
	}
	at := c.touched()
	if len(at) == 0 {
		return false
	}
	w, h := img.W-2*pad, img.H-2*pad
	for y := -pad; y < h+pad; y += lattice {
		for x := -pad; x < w+pad; x += lattice {
			if x >= 0 && y >= 0 && x+lattice <= w && y+lattice <= h {
				continue
			}
			c.patch(x, y, min(lattice, w+pad-x), min(lattice, h+pad-y))
		}
	}
	c.erase()
	dark := uint8(255 - 0.5*d.dark)
	g := &growth{img: img, pad: pad, light: d.light(), seen: make([]bool, len(img.Pix))}
	lacks := false
	for _, p := range at {
		x, y := p.x+p.dx*p.n, p.y+p.dy*p.n
		if x < 0 || y < 0 || x >= img.W || y >= img.H || img.Pix[y*img.W+x] >= dark {
			lacks = true // it ends under the ruling
			continue
		}
		for i := 1; i < p.n; i++ {
			img.Pix[(p.y+p.dy*i)*img.W+p.x+p.dx*i] = img.Pix[y*img.W+x]
		}
	}
	for _, p := range at {
		lacks = g.from(p.x, p.y) || lacks
	}
	g.clean()
	c.gone = append(c.gone, g.gone...)
	return lacks
}

// light is from where on a dot is paper.
func (d *desk) light() uint8 { return uint8(255 - 0.25*d.dark) }

// growth follows ink over an image.
type growth struct {
	img   ocr.Image
	pad   int
	light uint8
	seen  []bool
	gone  []lines.Line // what was painted over inside
}

func (g *growth) within(x, y int) bool {
	return x >= g.pad && y >= g.pad && x < g.img.W-g.pad && y < g.img.H-g.pad
}

// from follows the ink at a dot. If most of it is outside, it is that of another box and
// is painted over; else it stays, and from reports so.
func (g *growth) from(x, y int) bool {
	w := g.img.W
	if g.seen[y*w+x] || g.img.Pix[y*w+x] >= g.light {
		return false
	}
	todo := []int{y*w + x}
	g.seen[y*w+x] = true
	inside, all := 0, 0
	for k := 0; k < len(todo); k++ {
		x, y := todo[k]%w, todo[k]/w
		if all++; g.within(x, y) {
			inside++
		}
		for v := max(0, y-1); v <= min(g.img.H-1, y+1); v++ {
			for u := max(0, x-1); u <= min(w-1, x+1); u++ {
				if i := v*w + u; !g.seen[i] && g.img.Pix[i] < g.light {
					g.seen[i] = true
					todo = append(todo, i)
				}
			}
		}
	}
	if 2*inside >= all {
		return true
	}
	var within []int
	for _, i := range todo {
		if g.img.Pix[i] = 255; g.within(i%w, i/w) {
			within = append(within, i)
		}
	}
	if within != nil {
		g.gone = append(g.gone, extent(within, w))
	}
	return false
}

// clean paints paper over what was not followed around the box.
func (g *growth) clean() {
	for y := range g.img.H {
		for x := range g.img.W {
			if i := y*g.img.W + x; !g.seen[i] && !g.within(x, y) {
				g.img.Pix[i] = 255
			}
		}
	}
}
