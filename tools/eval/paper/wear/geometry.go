package wear

import "math"

// Geometry is how a page lies on the picture. Places on the page are points from
// its top left, places on the picture dots.
type Geometry struct {
	PageW, PageH float64
	DPIX, DPIY   float64
	Margin       float64 // points of the bed that are seen on each side
	Skew         float64 // degrees clockwise, round the middle
	// Corners moves the page's corners, from the top left clockwise, by shares of
	// its size: a photograph from aslant.
	Corners [4][2]float64
	Curl    float64 // points by which the middle of the page bends down
	Turn    int     // quarter turns clockwise of the picture

	w, h     int        // dots before the quarter turns
	to, from [9]float64 // page with its curl to points of the bed, and back
}

// ready works out the matrices; it is called once all is set.
func (g *Geometry) ready() {
	w, h := g.PageW, g.PageH
	sin, cos := math.Sincos(g.Skew * math.Pi / 180)
	var corner [4][2]float64
	for i, c := range [4][2]float64{{0, 0}, {w, 0}, {w, h}, {0, h}} {
		x, y := c[0]+g.Corners[i][0]*w-w/2, c[1]+g.Corners[i][1]*h-h/2
		corner[i] = [2]float64{w/2 + x*cos - y*sin + g.Margin, h/2 + x*sin + y*cos + g.Margin}
	}
	g.to = multiply(square(corner), [9]float64{1 / w, 0, 0, 0, 1 / h, 0, 0, 0, 1})
	g.from = inverse(g.to)
	g.w, g.h = int(math.Round((w+2*g.Margin)*g.DPIX/72)), int(math.Round((h+2*g.Margin)*g.DPIY/72))
}

// double makes two lines of each.
func (g *Geometry) double() { g.DPIY, g.h = 2*g.DPIY, 2*g.h }

// Size is the picture's in dots.
func (g *Geometry) Size() (w, h int) {
	w, h = g.flat()
	if g.Turn%2 != 0 {
		w, h = h, w
	}
	return w, h
}

// flat is the size before the quarter turns.
func (g *Geometry) flat() (w, h int) { return g.w, g.h }

// To is where a place of the page comes to lie on the picture.
func (g *Geometry) To(x, y float64) (float64, float64) {
	x, y = apply(&g.to, x, y+g.bend(x))
	x, y = x*g.DPIX/72, y*g.DPIY/72
	w, h := g.flat()
	switch g.Turn & 3 {
	case 1:
		return float64(h) - y, x
	case 2:
		return float64(w) - x, float64(h) - y
	case 3:
		return y, float64(w) - x
	}
	return x, y
}

// From is which place of the page lies at a place of the picture.
func (g *Geometry) From(x, y float64) (float64, float64) {
	w, h := g.flat()
	switch g.Turn & 3 {
	case 1:
		x, y = y, float64(h)-x
	case 2:
		x, y = float64(w)-x, float64(h)-y
	case 3:
		x, y = float64(w)-y, x
	}
	return g.fromFlat(x, y)
}

func (g *Geometry) fromFlat(x, y float64) (float64, float64) {
	x, y = apply(&g.from, x*72/g.DPIX, y*72/g.DPIY)
	return x, y - g.bend(x)
}

// bend is how far the page hangs at a distance from its left side.
func (g *Geometry) bend(x float64) float64 {
	if g.Curl == 0 {
		return 0
	}
	return g.Curl * math.Sin(math.Pi*x/g.PageW)
}

func apply(m *[9]float64, x, y float64) (float64, float64) {
	w := m[6]*x + m[7]*y + m[8]
	return (m[0]*x + m[1]*y + m[2]) / w, (m[3]*x + m[4]*y + m[5]) / w
}

// square maps the unit square to four corners, from the top left clockwise.
func square(c [4][2]float64) [9]float64 {
	dx1, dx2, dx3 := c[1][0]-c[2][0], c[3][0]-c[2][0], c[0][0]-c[1][0]+c[2][0]-c[3][0]
	dy1, dy2, dy3 := c[1][1]-c[2][1], c[3][1]-c[2][1], c[0][1]-c[1][1]+c[2][1]-c[3][1]
	den := dx1*dy2 - dx2*dy1
	g, h := (dx3*dy2-dx2*dy3)/den, (dx1*dy3-dx3*dy1)/den
	return [9]float64{
		c[1][0] - c[0][0] + g*c[1][0], c[3][0] - c[0][0] + h*c[3][0], c[0][0],
		c[1][1] - c[0][1] + g*c[1][1], c[3][1] - c[0][1] + h*c[3][1], c[0][1],
		g, h, 1,
	}
}

func multiply(a, b [9]float64) (m [9]float64) {
	for i := range 3 {
		for j := range 3 {
			for k := range 3 {
				m[3*i+j] += a[3*i+k] * b[3*k+j]
			}
		}
	}
	return m
}

func inverse(m [9]float64) [9]float64 {
	a, b, c := m[4]*m[8]-m[5]*m[7], m[2]*m[7]-m[1]*m[8], m[1]*m[5]-m[2]*m[4]
	d, e, f := m[5]*m[6]-m[3]*m[8], m[0]*m[8]-m[2]*m[6], m[2]*m[3]-m[0]*m[5]
	g, h, i := m[3]*m[7]-m[4]*m[6], m[1]*m[6]-m[0]*m[7], m[0]*m[4]-m[1]*m[3]
	det := m[0]*a + m[1]*d + m[2]*g
	return [9]float64{a / det, b / det, c / det, d / det, e / det, f / det, g / det, h / det, i / det}
}
