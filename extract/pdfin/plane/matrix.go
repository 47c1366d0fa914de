package plane

import (
	"math"

	"ziping/extract"
)

// Matrix is a transformation as PDF writes it: x' = a·x + c·y + e, y' = b·x + d·y + f.
type Matrix struct{ A, B, C, D, E, F float64 }

// Of is a matrix as an array of its six parts.
func Of(m [6]float64) Matrix { return Matrix{m[0], m[1], m[2], m[3], m[4], m[5]} }

// Then is m followed by n.
func (m Matrix) Then(n Matrix) Matrix {
	return Matrix{
		A: m.A*n.A + m.B*n.C, B: m.A*n.B + m.B*n.D,
		C: m.C*n.A + m.D*n.C, D: m.C*n.B + m.D*n.D,
		E: m.E*n.A + m.F*n.C + n.E, F: m.E*n.B + m.F*n.D + n.F,
	}
}

// Apply is where a point comes to lie.
func (m Matrix) Apply(x, y float64) (float64, float64) {
	return m.A*x + m.C*y + m.E, m.B*x + m.D*y + m.F
}

// Box is the smallest upright box around a transformed rectangle.
func (m Matrix) Box(x0, y0, x1, y1 float64) extract.Box {
	ax, ay := m.Apply(x0, y0)
	b := extract.Box{ax, ay, ax, ay}
	for _, p := range [3][2]float64{{x1, y0}, {x0, y1}, {x1, y1}} {
		x, y := m.Apply(p[0], p[1])
		b[0], b[1], b[2], b[3] = min(b[0], x), min(b[1], y), max(b[2], x), max(b[3], y)
	}
	return b
}

// View takes a page's own coordinates, which count upwards from anywhere, to
// points from the top left of the page turned clockwise by quarter turns.
func View(x0, y0, x1, y1 float64, quarters int) (m Matrix, width, height float64) {
	w, h := x1-x0, y1-y0
	switch quarters & 3 {
	case 1:
		return Matrix{B: 1, C: 1, E: -y0, F: -x0}, h, w
	case 2:
		return Matrix{A: -1, D: 1, E: x1, F: -y0}, w, h
	case 3:
		return Matrix{B: -1, C: -1, E: y1, F: x1}, h, w
	}
	return Matrix{A: 1, D: -1, E: -x0, F: y1}, w, h
}

// Scale is by how much lengths grow, on the whole.
func (m Matrix) Scale() float64 { return math.Sqrt(math.Abs(m.Det())) }

// Det is by how much areas grow; negative if it mirrors.
func (m Matrix) Det() float64 { return m.A*m.D - m.B*m.C }

// Back is the way by which a distance came that m leads to x, y; x and y
// themselves if it cannot be told.
func (m Matrix) Back(x, y float64) (float64, float64) {
	det := m.Det()
	if det == 0 {
		return x, y
	}
	return (x*m.D - y*m.C) / det, (y*m.A - x*m.B) / det
}
