package straight_test

import (
	"math"
	"testing"

	"ziping/extract/scan/straight"
)

// grid are the curves of a table under a map from a flat page to the picture.
func grid(bend func(x, y float64) (float64, float64)) (out []straight.Curve) {
	line := func(level bool, x0, y0, x1, y1 float64) {
		c := straight.Curve{Level: level, Weight: 1}
		for i := range 41 {
			f := float64(i) / 40
			x, y := bend(x0+(x1-x0)*f, y0+(y1-y0)*f)
			c.Points = append(c.Points, [2]float64{x, y})
		}
		out = append(out, c)
	}
	for y := 100.0; y <= 1500; y += 100 {
		line(true, 100, y, 1100, y)
	}
	for x := 100.0; x <= 1100; x += 200 {
		line(false, x, 100, x, 1500)
	}
	return out
}

func TestCurvesBecomeStraight(t *testing.T) {
	for name, bend := range map[string]func(x, y float64) (float64, float64){
		"skew":        func(x, y float64) (float64, float64) { return x - 0.08*y, y + 0.08*x },
		"perspective": func(x, y float64) (float64, float64) { w := 1 + 4e-5*x + 6e-5*y; return x / w, y / w },
		"curl":        func(x, y float64) (float64, float64) { return x, y + 15*math.Sin(x/350) + 0.01*x },
	} {
		t.Run(name, func(t *testing.T) {
			cs := grid(bend)
			m := straight.Fit(1240, 1754, cs, 0)
			for i, c := range cs {
				lo, hi := math.Inf(1), math.Inf(-1)
				for _, p := range c.Points {
					u, v := m.Sheet(p[0], p[1])
					if !c.Level {
						v = u
					}
					lo, hi = min(lo, v), max(hi, v)
				}
				if hi-lo > 1.6 {
					t.Errorf("curve %d strays by %.2f dots", i, hi-lo)
				}
			}
		})
	}
}

func TestPageAndSheetAreInverse(t *testing.T) {
	m := straight.Fit(1240, 1754, grid(func(x, y float64) (float64, float64) { return x - 0.05*y, y + 0.05*x + 8*math.Sin(x/300) }), 0)
	for _, p := range [][2]float64{{0, 0}, {1239, 0}, {0, 1753}, {1239, 1753}, {620, 800}} {
		x, y := m.Page(m.Sheet(p[0], p[1]))
		if math.Hypot(x-p[0], y-p[1]) > 0.05 {
			t.Errorf("%v comes back as %.2f,%.2f", p, x, y)
		}
	}
}

func TestOneBadCurveBendsNothing(t *testing.T) {
	cs := grid(func(x, y float64) (float64, float64) { return x, y })
	bad := straight.Curve{Level: true, Weight: 1}
	for i := range 41 {
		bad.Points = append(bad.Points, [2]float64{300 + float64(i)*10, 640 + 30*math.Sin(float64(i)/6)})
	}
	m := straight.Fit(1240, 1754, append(cs, bad), 0)
	u, v := m.Sheet(1100, 100)
	w, z := m.Sheet(100, 100)
	if math.Abs(v-z) > 0.7 || math.Abs(u-w-1000) > 0.7 {
		t.Errorf("got %.2f,%.2f and %.2f,%.2f", u, v, w, z)
	}
}

func TestWithoutCurves(t *testing.T) {
	m := straight.Fit(1000, 800, nil, 0.05)
	_, a := m.Sheet(100, 400)
	_, b := m.Sheet(900, 440)
	if math.Abs(a-b) > 0.5 {
		t.Errorf("a line of text that leans by what is known is at %.1f and %.1f", a, b)
	}
	if s := m.Skew(); math.Abs(s-2.86) > 0.05 {
		t.Errorf("skew %.2f, want 2.86", s)
	}
}
