package pdfin

import "ziping/extract"

// matrix is a transformation as PDF writes it: x' = a·x + c·y + e, y' = b·x + d·y + f.
type matrix struct{ a, b, c, d, e, f float64 }

// then is m followed by n.
func (m matrix) then(n matrix) matrix {
	return matrix{
		a: m.a*n.a + m.b*n.c, b: m.a*n.b + m.b*n.d,
		c: m.c*n.a + m.d*n.c, d: m.c*n.b + m.d*n.d,
		e: m.e*n.a + m.f*n.c + n.e, f: m.e*n.b + m.f*n.d + n.f,
	}
}

func (m matrix) apply(x, y float64) (float64, float64) {
	return m.a*x + m.c*y + m.e, m.b*x + m.d*y + m.f
}

// box is the smallest upright box around a transformed rectangle.
func (m matrix) box(x0, y0, x1, y1 float64) extract.Box {
	ax, ay := m.apply(x0, y0)
	b := extract.Box{ax, ay, ax, ay}
	for _, p := range [3][2]float64{{x1, y0}, {x0, y1}, {x1, y1}} {
		x, y := m.apply(p[0], p[1])
		b[0], b[1], b[2], b[3] = min(b[0], x), min(b[1], y), max(b[2], x), max(b[3], y)
	}
	return b
}

// view takes a page's own coordinates, which count upwards from anywhere, to
// points from the top left of the page turned clockwise by quarter turns.
func view(x0, y0, x1, y1 float64, quarters int) (m matrix, width, height float64) {
	w, h := x1-x0, y1-y0
	switch quarters & 3 {
	case 1:
		return matrix{b: 1, c: 1, e: -y0, f: -x0}, h, w
	case 2:
		return matrix{a: -1, d: 1, e: x1, f: -y0}, w, h
	case 3:
		return matrix{b: -1, c: -1, e: y1, f: x1}, h, w
	}
	return matrix{a: 1, d: -1, e: -x0, f: y1}, w, h
}
