package pdfbuild

import (
	"math"

	"ziping/tools/eval/forms"
	"ziping/tools/eval/looks"
	"ziping/tools/eval/typeset"
)

// damaged is lines as a kind draws them that does not draw them as they are meant.
func damaged(kind RuleKind, lines []Line) []Line {
	const off = 1.5
	switch kind {
	case Overshoot:
		return stretched(lines, off)
	case Stopping:
		return stretched(cut(lines), -off)
	case Gapped:
		return gapped(cut(lines))
	case Jittered:
		return jittered(cut(lines))
	case Strokes:
		return strokes(lines)
	}
	return lines
}

// long is how long a line is, and whether it lies level.
func (l Line) long() (float64, bool) {
	if l.Y0 == l.Y1 {
		return l.X1 - l.X0, true
	}
	return l.Y1 - l.Y0, false
}

// part is the line from a to b, measured from its start.
func (l Line) part(a, b float64) Line {
	if _, level := l.long(); level {
		return Line{l.X0 + a, l.Y0, l.X0 + b, l.Y1}
	}
	return Line{l.X0, l.Y0 + a, l.X1, l.Y0 + b}
}

func stretched(lines []Line, by float64) []Line {
	out := make([]Line, 0, len(lines))
	for _, l := range lines {
		n, _ := l.long()
		d := math.Max(by, -n/6)
		out = append(out, l.part(-d, n+d))
	}
	return out
}

// gapped leaves a third of every seventh line out.
func gapped(lines []Line) []Line {
	var out []Line
	for i, l := range lines {
		if i%7 != 3 {
			out = append(out, l)
			continue
		}
		n, _ := l.long()
		at := n * float64(i%5) / 6 // at the start, in the middle, at the end
		if at > 0 {
			out = append(out, l.part(0, at))
		}
		if end := at + n/3; end < n-0.1 {
			out = append(out, l.part(end, n))
		}
	}
	return out
}

// jittered moves lines by up to half a point.
func jittered(lines []Line) []Line {
	out := make([]Line, 0, len(lines))
	for i, l := range lines {
		d := []float64{0, 0.5, -0.3, 0.2, -0.5}[i%5]
		if _, level := l.long(); level {
			out = append(out, Line{l.X0, l.Y0 + d, l.X1, l.Y1 + d})
		} else {
			out = append(out, Line{l.X0 + d, l.Y0, l.X1 + d, l.Y1})
		}
	}
	return out
}

// strokes draws a line as strokes of seven points that overlap.
func strokes(lines []Line) []Line {
	var out []Line
	for _, l := range lines {
		n, _ := l.long()
		for at := 0.0; at < n; at += 6 {
			out = append(out, l.part(at, math.Min(at+7, n)))
		}
	}
	return out
}

// bounds is the box around lines.
func bounds(lines []Line) [4]float64 {
	box := [4]float64{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, l := range lines {
		box = [4]float64{math.Min(box[0], l.X0), math.Min(box[1], l.Y0), math.Max(box[2], l.X1), math.Max(box[3], l.Y1)}
	}
	return box
}

// frames draws a thick frame three points around the lines, and a border around
// the page.
func (c *content) frames(p typeset.Page, lines []Line) {
	const off, edge = 3, 12
	if b := bounds(lines); len(lines) > 0 && c.l.Borders != looks.NoOuter && !c.l.Two {
		c.op("1.5 w %.2f %.2f %.2f %.2f re S 0.6 w\n", b[0]-off, c.height-b[3]-off, b[2]-b[0]+2*off, b[3]-b[1]+2*off)
	}
	c.op("%d %d %.2f %.2f re S\n", edge, edge, p.Width-2*edge, p.Height-2*edge)
}

// framed draws hairlines and a thick frame.
func (c *content) framed(lines []Line) {
	box := bounds(lines)
	for _, l := range lines {
		w := 0.1
		if l.X0 == l.X1 && (l.X0 == box[0] || l.X0 == box[2]) || l.Y0 == l.Y1 && (l.Y0 == box[1] || l.Y0 == box[3]) {
			w = 2.4
		}
		c.op("%.2f w ", w)
		c.line(l, w)
	}
}

// parted draws headings on grey with white lines between them, and rulings
// around all others.
func (c *content) parted(p typeset.Page) {
	head := func(b typeset.Box) bool {
		for _, t := range p.Texts {
			if t.Kind == forms.Heading && t.X < b.X1 && t.X+t.Width > b.X0 && t.Y > b.Y0 && t.Y-t.Size/2 < b.Y1 {
				return true
			}
		}
		return false
	}
	var heads, rest []typeset.Box
	for _, b := range p.Boxes {
		if head(b) {
			heads = append(heads, b)
			c.op("0.8 g %.2f %.2f %.2f %.2f re f\n", b.X0, c.height-b.Y1, b.X1-b.X0, b.Y1-b.Y0)
		} else {
			rest = append(rest, b)
		}
	}
	c.op("1 G 1 w\n")
	for _, l := range Rulings(heads, looks.Full, false) {
		c.line(l, 1)
	}
	c.op("0 g 0 G 0.6 w\n")
	for _, l := range Rulings(rest, c.l.Borders, c.s.OpenCuts) {
		c.line(l, 0.6)
	}
}

// struck draws lines through values.
func (c *content) struck(p typeset.Page) {
	for _, t := range p.Texts {
		if t.Kind == forms.Value {
			y := c.height - t.Y + t.Size*0.3
			c.op("0.5 w %.2f %.2f m %.2f %.2f l S\n", t.X, y, t.X+t.Width, y)
		}
	}
}

// boxes draws a box before each value, every other one with a tick.
func (c *content) boxes(p typeset.Page) {
	n := 0
	for _, t := range p.Texts {
		s := t.Size * 0.8
		if t.Kind != forms.Value || t.X-t.Left < s+2 {
			continue
		}
		x, y := t.X-s-1, c.height-t.Y
		c.op("0.5 w %.2f %.2f %.2f %.2f re S\n", x, y, s, s)
		if n++; n%2 == 0 {
			c.op("%.2f %.2f m %.2f %.2f l %.2f %.2f l S\n", x+s*0.2, y+s*0.5, x+s*0.45, y+s*0.2, x+s*0.9, y+s*0.9)
		}
	}
}
