package ridge_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"ziping/extract/scan/ridge"
	"ziping/extract/scan/tone"
)

const em = 22.0

// sheet is a page to draw on, 0 paper to 255 ink.
func sheet() *tone.Ink { return &tone.Ink{W: 800, H: 600, Step: 1, D: make([]uint8, 800*600)} }

// stroke draws a ruling whose place across is a function of the place along; drawn
// tells where.
func stroke(k *tone.Ink, level bool, from, to int, at func(t float64) float64, wide, dark float64, drawn func(t int) bool) {
	for t := from; t < to; t++ {
		if drawn != nil && !drawn(t) {
			continue
		}
		c := at(float64(t))
		for i := int(c - wide - 1); i <= int(c+wide+2); i++ {
			d := dark * min(1, max(0, wide/2+0.5-math.Abs(float64(i)-c)))
			x, y := t, i
			if !level {
				x, y = i, t
			}
			if x >= 0 && y >= 0 && x < k.W && y < k.H {
				k.D[y*k.W+x] = max(k.D[y*k.W+x], uint8(d))
			}
		}
	}
}

func flat(v float64) func(float64) float64 { return func(float64) float64 { return v } }

// frame draws a table of two by two cells.
func frame(k *tone.Ink, dark float64) {
	for _, y := range []float64{100, 300, 500} {
		stroke(k, true, 100, 700, flat(y), 2, dark, nil)
	}
	for _, x := range []float64{100, 400, 700} {
		stroke(k, false, 100, 500, flat(x), 2, dark, nil)
	}
}

func count(rs []*ridge.Ridge) (level, upright int) {
	for _, r := range rs {
		if r.Level {
			level++
		} else {
			upright++
		}
	}
	return level, upright
}

func want(t *testing.T, k *tone.Ink, level, upright int) []*ridge.Ridge {
	t.Helper()
	rs := ridge.Find(k, em)
	if l, u := count(rs); l != level || u != upright {
		t.Errorf("got %d level and %d upright, want %d and %d", l, u, level, upright)
		for _, r := range rs {
			t.Logf("level %v, %d to %d at %.1f, %+v", r.Level, r.From, r.To(), r.At[0], r.Character(r.From, r.To()))
		}
	}
	return rs
}

func TestFrame(t *testing.T) {
	k := sheet()
	frame(k, 230)
	for _, r := range want(t, k, 3, 3) {
		if !r.Crossed {
			t.Error("a ruling is not crossed")
		}
		if math.Abs(r.Wide-2.5) > 0.8 {
			t.Errorf("wide %.1f, want 2 and soft edges", r.Wide)
		}
	}
}

func TestFaintRulingsInNoise(t *testing.T) {
	k := sheet()
	frame(k, 40)
	r := rand.New(rand.NewPCG(1, 1))
	for i, d := range k.D {
		k.D[i] = uint8(max(0, float64(d)+6*r.NormFloat64()))
	}
	want(t, k, 3, 3)
}

func TestBentAndLeaningRulings(t *testing.T) {
	k := sheet()
	for _, y := range []float64{100, 300, 480} {
		stroke(k, true, 100, 700, func(t float64) float64 { return y + 10*math.Sin(t/150) + 0.05*t }, 2, 230, nil)
	}
	for _, r := range want(t, k, 3, 0) {
		if len(r.At) < 560 {
			t.Errorf("a ruling is torn: %d to %d", r.From, r.To())
		}
	}
}

func TestGapsAreBridged(t *testing.T) {
	k := sheet()
	stroke(k, true, 100, 700, flat(200), 2, 230, func(t int) bool { return t%90 > 8 })
	stroke(k, true, 100, 700, flat(400), 2, 230, func(t int) bool { return t < 300 || t > 340 })
	want(t, k, 2, 0)
}

func TestRulingsOfDots(t *testing.T) {
	k := sheet()
	r := rand.New(rand.NewPCG(5, 5))
	dotted := func(int) bool { return r.IntN(100) < 55 }
	for _, y := range []float64{100, 200, 300, 400, 500} {
		stroke(k, true, 100, 700, flat(y), 2, 255, dotted)
	}
	for _, x := range []float64{100, 400, 700} {
		stroke(k, false, 100, 500, flat(x), 2, 255, dotted)
	}
	want(t, k, 5, 3)
}

func TestMergedCellsStayMerged(t *testing.T) {
	// The middle ruling is drawn in the outer columns only.
	k := sheet()
	for _, y := range []float64{100, 140, 300} {
		from, to := 100, 700
		stroke(k, true, from, to, flat(y), 2, 230, func(t int) bool { return y != 140 || t < 300 || t > 340 })
	}
	for _, x := range []float64{100, 300, 340, 700} {
		stroke(k, false, 100, 300, flat(x), 2, 230, nil)
	}
	want(t, k, 4, 4)
}

func TestDoubleRulingsAreTwo(t *testing.T) {
	k := sheet()
	stroke(k, true, 100, 700, flat(200), 2, 230, nil)
	stroke(k, true, 100, 700, flat(207), 2, 230, nil)
	want(t, k, 2, 0)
}

func TestShortRulingsNeedBothEnds(t *testing.T) {
	k := sheet()
	frame(k, 230)
	stroke(k, true, 100, 400, flat(130), 2, 230, nil)
	stroke(k, false, 100, 130, flat(250), 2, 230, nil) // from ruling to ruling
	stroke(k, false, 106, 125, flat(200), 2, 230, nil) // nearly
	stroke(k, true, 500, 540, flat(400), 2, 230, nil)  // a dash
	want(t, k, 4, 4)
}

func TestStrokesInARowAreNoRuling(t *testing.T) {
	k := sheet()
	r := rand.New(rand.NewPCG(2, 2))
	for x := 100; x < 700; x += 22 {
		for range 4 {
			y := 200 + r.Float64()*20
			stroke(k, true, x+1, x+19, flat(y), 2, 200, nil)
		}
		stroke(k, true, x+1, x+19, flat(220), 2, 150+80*r.Float64(), nil)
		stroke(k, false, 200, 221, flat(float64(x+4)+r.Float64()*12), 2.5, 230, nil)
	}
	want(t, k, 0, 0)
}

func TestNoiseHasNoRulings(t *testing.T) {
	k := sheet()
	r := rand.New(rand.NewPCG(3, 3))
	for i := range k.D {
		k.D[i] = uint8(r.IntN(256))
	}
	want(t, k, 0, 0)
	for _, s := range [][2]int{{0, 0}, {1, 500}, {500, 1}, {7, 7}} {
		ridge.Find(&tone.Ink{W: s[0], H: s[1], Step: 1, D: make([]uint8, s[0]*s[1])}, em)
	}
}

// Thin rulings among thick ones: where they lean they lie between two dots now and then
// and are half as dark there, which is no gap.
func TestThinRulingsLean(t *testing.T) {
	k := sheet()
	leaning := func(at float64) func(float64) float64 {
		return func(t float64) float64 { return at + 0.011*t }
	}
	upright := func(at float64) func(float64) float64 {
		return func(t float64) float64 { return at - 0.011*t }
	}
	for i, y := range []float64{100, 140, 180, 220, 260, 300, 340, 380, 420, 460, 500} {
		stroke(k, true, 100, 700, leaning(y), []float64{3, 1}[i%2], 255, nil)
	}
	for i, x := range []float64{105, 250, 400, 550, 700} {
		stroke(k, false, 103, 507, upright(x), []float64{3, 1}[i%2], 255, nil)
	}
	for _, r := range want(t, k, 11, 5) {
		if long := r.To() - r.From; r.Level && long < 580 || !r.Level && long < 390 {
			t.Errorf("level %v at %.0f: %d dots of it", r.Level, r.At[0], long)
		}
	}
}
