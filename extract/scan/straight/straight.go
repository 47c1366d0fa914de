// Package straight makes a page straight: from how its rulings run it finds the
// smooth map under which they are level and upright, so that skew, perspective and
// curl are gone at once.
//
//	m := straight.Fit(w, h, curves)
//	u, v := m.Sheet(x, y) // from the page to the straight sheet
//	x, y = m.Page(u, v)   // and back
//
// The map is y + polynomial(x, y) for what shall be level and x + polynomial(x, y)
// for what shall be upright: unlike a homography it bends, and its coefficients come
// out of one linear equation.
package straight

import "math"

// Curve is a line on the page that shall be straight.
type Curve struct {
	Level  bool // else upright
	Points [][2]float64
	Weight float64
}

// Map leads from the page to the sheet and back.
type Map struct {
	W, H     int     // of the page
	half     float64 // its longer side, halved
	cx, cy   float64
	level    poly // added to y
	upright  poly // added to x
	u0, v0   float64
	SheetW   float64
	SheetH   float64
	Straying float64 // how far curves still are from straight, root mean square
}

// Fit finds the map of a page of w times h dots. lean is what is known of its slope
// otherwise, down for along.
func Fit(w, h int, curves []Curve, lean float64) *Map {
	m := &Map{W: w, H: h, half: max(1, float64(max(w, h))/2), cx: float64(w) / 2, cy: float64(h) / 2}
	var lv, up []samples
	for _, c := range curves {
		s := m.samples(c)
		if len(s.a) < 2 {
			continue
		}
		if c.Level {
			lv = append(lv, s)
		} else {
			up = append(up, s)
		}
	}
	if len(lv) == 0 && len(up) > 0 && lean == 0 {
		m.upright = fit(up, 0, weak)
		m.level = fit(nil, -m.upright.lean(), weak)
	} else {
		m.level = fit(lv, -lean, weak)
	}
	// A page that leans leans both ways.
	m.upright = fit(up, -m.level.lean(), weak)
	m.frame()
	return m
}

// samples of a curve: a along and b across, in halves of the page.
func (m *Map) samples(c Curve) samples {
	const most = 48
	s := samples{weight: c.Weight}
	step := max(1, len(c.Points)/most)
	for i := 0; i < len(c.Points); i += step {
		x, y := m.unit(c.Points[i][0], c.Points[i][1])
		if !c.Level {
			x, y = y, x
		}
		s.a, s.b = append(s.a, x), append(s.b, y)
	}
	return s
}

func (m *Map) unit(x, y float64) (float64, float64) { return (x - m.cx) / m.half, (y - m.cy) / m.half }

// frame places the sheet around what the page becomes.
func (m *Map) frame() {
	u0, v0, u1, v1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	add := func(x, y float64) {
		u, v := m.Sheet(x, y)
		u0, v0, u1, v1 = min(u0, u), min(v0, v), max(u1, u), max(v1, v)
	}
	for i := range 9 {
		f := float64(i) / 8
		add(f*float64(m.W), 0)
		add(f*float64(m.W), float64(m.H))
		add(0, f*float64(m.H))
		add(float64(m.W), f*float64(m.H))
	}
	m.u0, m.v0, m.SheetW, m.SheetH = u0, v0, u1-u0, v1-v0
}

// Sheet is where a point of the page lies on the sheet.
func (m *Map) Sheet(x, y float64) (u, v float64) {
	a, b := m.unit(x, y)
	return x + float64(m.half*m.upright.at(b, a)) - m.u0, y + float64(m.half*m.level.at(a, b)) - m.v0
}

// Page is where a point of the sheet lies on the page.
func (m *Map) Page(u, v float64) (x, y float64) {
	u += m.u0
	v += m.v0
	x, y = u, v
	for range 12 {
		a, b := m.unit(x, y)
		nx, ny := u-float64(m.half*m.upright.at(b, a)), v-float64(m.half*m.level.at(a, b))
		d := math.Abs(nx-x) + math.Abs(ny-y)
		x, y = nx, ny
		if d < 0.005 {
			break
		}
	}
	return x, y
}

// Skew is by how many degrees the page's middle is turned, clockwise.
func (m *Map) Skew() float64 { return math.Atan(-m.level.lean()) * 180 / math.Pi }
