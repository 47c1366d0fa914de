package pdfbuild

import (
	"ziping/tools/eval/looks"
	"ziping/tools/eval/typeset"
)

var thickness = map[looks.Borders]float64{looks.Hairline: 0.24, looks.Thick: 1.8}

// rules draws the page's rulings.
func (c *content) rules(p typeset.Page) {
	w := thickness[c.l.Borders]
	if w == 0 {
		w = 0.6
	}
	c.op("%.2f w 0 G 0 g\n", w)
	if c.s.Rules == Rects && c.l.Borders != looks.None && c.l.Borders != looks.Horizontal && c.l.Borders != looks.NoOuter && !c.s.OpenCuts {
		if c.l.Borders == looks.Dashed {
			c.op("[3 2] 0 d\n")
		}
		for _, b := range p.Boxes {
			c.op("%.2f %.2f %.2f %.2f re S\n", b.X0, c.height-b.Y1, b.X1-b.X0, b.Y1-b.Y0)
		}
		c.op("[] 0 d\n")
		return
	}
	if c.s.Rules == Inset && c.l.Borders.Ruled() {
		w = max(w, 1)
		for _, b := range p.Boxes {
			c.op("0 g %.2f %.2f %.2f %.2f re f\n", b.X0-w/2, c.height-b.Y1-w/2, b.X1-b.X0+w, b.Y1-b.Y0+w)
		}
		for _, b := range p.Boxes {
			c.op("1 g %.2f %.2f %.2f %.2f re f\n", b.X0+w/2, c.height-b.Y1+w/2, b.X1-b.X0-w, b.Y1-b.Y0-w)
		}
		return
	}
	if c.s.Parted && c.l.Borders.Ruled() {
		c.parted(p)
		return
	}
	lines := damaged(c.s.Rules, Rulings(p.Boxes, c.l.Borders, c.s.OpenCuts))
	switch c.s.Rules {
	case Framed:
		c.framed(lines)
		return
	case TwoFrames:
		c.frames(p, lines)
	}
	if c.s.Rules == Segments || c.s.Rules == Thin {
		lines = cut(lines)
	}
	if c.l.Borders == looks.Doubled {
		lines = doubled(lines)
	}
	if c.l.Borders == looks.Dashed && c.s.Rules != ShortDots {
		c.op("[3 2] 0 d\n")
	}
	for _, l := range lines {
		c.line(l, w)
	}
	if c.s.Rules == OnePath && len(lines) > 0 {
		c.op("S\n")
	}
	c.op("[] 0 d\n")
}

func (c *content) line(l Line, w float64) {
	x0, y0, x1, y1 := l.X0, c.height-l.Y0, l.X1, c.height-l.Y1
	across := l.Y0 == l.Y1
	switch c.s.Rules {
	case Thin, ThinFills:
		if across {
			c.op("%.2f %.2f %.2f %.2f re f\n", x0-w/2, y0-w/2, x1-x0+w, w)
		} else {
			c.op("%.2f %.2f %.2f %.2f re f\n", x0-w/2, y1-w/2, w, y0-y1+w)
		}
		if c.s.Rules == Thin { // the corner, again
			c.op("%.2f %.2f %.2f %.2f re f\n", x0-w/2, y0-w/2, w, w)
		}
	case Polygons:
		if across {
			c.op("%.2f %.2f m %.2f %.2f l %.2f %.2f l %.2f %.2f l h f*\n", x0, y0-w/2, x1, y0-w/2, x1, y0+w/2, x0, y0+w/2)
		} else {
			c.op("%.2f %.2f m %.2f %.2f l %.2f %.2f l %.2f %.2f l h f*\n", x0-w/2, y0, x0-w/2, y1, x0+w/2, y1, x0+w/2, y0)
		}
	case OnePath:
		c.op("%.2f %.2f m %.2f %.2f l\n", x0, y0, x1, y1)
	case Broken:
		if across {
			c.op("%.2f %.2f m %.2f %.2f l S\n", x0+1.2, y0, x1-1.2, y1)
		} else {
			c.op("%.2f %.2f m %.2f %.2f l S\n", x0, y0-1.2, x1, y1+1.2)
		}
	case ShortDots:
		n := max(x1-x0, y0-y1)
		for at := 0.0; at < n; at += 4 {
			end := min(at+2.4, n)
			if across {
				c.op("%.2f %.2f m %.2f %.2f l S\n", x0+at, y0, x0+end, y0)
			} else {
				c.op("%.2f %.2f m %.2f %.2f l S\n", x0, y0-at, x0, y0-end)
			}
		}
	default:
		c.op("%.2f %.2f m %.2f %.2f l S\n", x0, y0, x1, y1)
	}
}

// doubled draws every line twice, two points apart.
func doubled(lines []Line) []Line {
	var out []Line
	for _, l := range lines {
		dx, dy := 1.0, 0.0
		if l.Y0 == l.Y1 {
			dx, dy = 0, 1
		}
		out = append(out, Line{l.X0 - dx, l.Y0 - dy, l.X1 - dx, l.Y1 - dy}, Line{l.X0 + dx, l.Y0 + dy, l.X1 + dx, l.Y1 + dy})
	}
	return out
}

// cut divides lines where others meet them.
func cut(lines []Line) []Line {
	var out []Line
	for _, l := range lines {
		at := []float64{}
		across := l.Y0 == l.Y1
		for _, m := range lines {
			switch {
			case across && m.X0 == m.X1 && m.X0 > l.X0+0.1 && m.X0 < l.X1-0.1 && m.Y0 <= l.Y0+0.1 && m.Y1 >= l.Y0-0.1:
				at = append(at, m.X0)
			case !across && m.Y0 == m.Y1 && m.Y0 > l.Y0+0.1 && m.Y0 < l.Y1-0.1 && m.X0 <= l.X0+0.1 && m.X1 >= l.X0-0.1:
				at = append(at, m.Y0)
			}
		}
		out = append(out, split(l, at)...)
	}
	return out
}

func split(l Line, at []float64) []Line {
	seen := map[float64][]span{}
	for _, v := range at {
		seen[v] = nil
	}
	var out []Line
	for _, v := range places(seen) {
		m := l
		if l.Y0 == l.Y1 {
			m.X1, l.X0 = v, v
		} else {
			m.Y1, l.Y0 = v, v
		}
		out = append(out, m)
	}
	return append(out, l)
}
