package pdfbuild

import (
	"encoding/binary"
	"fmt"
	"strings"
)

type point struct {
	x, y float64
	on   bool
}

// path gives a glyph's outline as PDF path operators in font units, filled.
func (f *Font) path(glyph int) string {
	var b strings.Builder
	for _, c := range f.contours(glyph, 0) {
		drawContour(&b, c)
	}
	if b.Len() == 0 {
		return ""
	}
	return b.String() + "f"
}

// contours reads a glyph's outline; compound glyphs are put together, moved but not scaled.
func (f *Font) contours(glyph, depth int) [][]point {
	be := binary.BigEndian
	g := f.outlineData(glyph)
	if len(g) < 10 || depth > 4 {
		return nil
	}
	n := int(int16(be.Uint16(g)))
	if n < 0 {
		var out [][]point
		for _, at := range parts(g) {
			flags := be.Uint16(g[at-2:])
			dx, dy := 0.0, 0.0
			if flags&2 != 0 {
				if flags&1 != 0 {
					dx, dy = float64(int16(be.Uint16(g[at+2:]))), float64(int16(be.Uint16(g[at+4:])))
				} else {
					dx, dy = float64(int8(g[at+2])), float64(int8(g[at+3]))
				}
			}
			for _, c := range f.contours(int(be.Uint16(g[at:])), depth+1) {
				for i := range c {
					c[i].x += dx
					c[i].y += dy
				}
				out = append(out, c)
			}
		}
		return out
	}
	ends := make([]int, n)
	for i := range ends {
		ends[i] = int(be.Uint16(g[10+2*i:]))
	}
	p := 10 + 2*n
	p += 2 + int(be.Uint16(g[p:]))
	if n == 0 {
		return nil
	}
	count := ends[n-1] + 1
	flags := make([]byte, 0, count)
	for len(flags) < count {
		fl := g[p]
		p++
		flags = append(flags, fl)
		if fl&8 != 0 {
			for range g[p] {
				flags = append(flags, fl)
			}
			p++
		}
	}
	pts := make([]point, count)
	read := func(short, same byte, set func(*point, float64)) {
		v := 0
		for i := range pts {
			switch fl := flags[i]; {
			case fl&short != 0 && fl&same != 0:
				v += int(g[p])
				p++
			case fl&short != 0:
				v -= int(g[p])
				p++
			case fl&same == 0:
				v += int(int16(be.Uint16(g[p:])))
				p += 2
			}
			set(&pts[i], float64(v))
		}
	}
	read(2, 16, func(q *point, v float64) { q.x = v })
	read(4, 32, func(q *point, v float64) { q.y = v })
	var out [][]point
	from := 0
	for _, e := range ends {
		for i := from; i <= e; i++ {
			pts[i].on = flags[i]&1 != 0
		}
		out = append(out, pts[from:e+1])
		from = e + 1
	}
	return out
}

// drawContour turns quadratic curves into cubic ones.
func drawContour(b *strings.Builder, c []point) {
	if len(c) < 2 {
		return
	}
	mid := func(p, q point) point { return point{(p.x + q.x) / 2, (p.y + q.y) / 2, true} }
	start := c[0]
	if !start.on {
		if last := c[len(c)-1]; last.on {
			start = last
		} else {
			start = mid(start, last)
		}
	}
	fmt.Fprintf(b, "%g %g m ", start.x, start.y)
	at := start
	curve := func(ctrl, to point) {
		fmt.Fprintf(b, "%.1f %.1f %.1f %.1f %.1f %.1f c ", at.x+(ctrl.x-at.x)*2/3, at.y+(ctrl.y-at.y)*2/3, to.x+(ctrl.x-to.x)*2/3, to.y+(ctrl.y-to.y)*2/3, to.x, to.y)
		at = to
	}
	var ctrl *point
	for i := range c {
		p := c[i]
		switch {
		case p.on && ctrl != nil:
			curve(*ctrl, p)
			ctrl = nil
		case p.on:
			fmt.Fprintf(b, "%g %g l ", p.x, p.y)
			at = p
		case ctrl != nil:
			curve(*ctrl, mid(*ctrl, p))
			ctrl = &c[i]
		default:
			ctrl = &c[i]
		}
	}
	if ctrl != nil {
		curve(*ctrl, start)
	}
	b.WriteString("h ")
}
