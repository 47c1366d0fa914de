package ridge_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"ziping/extract/scan/ridge"
	"ziping/extract/scan/tone"
)

// dashed is a form of rows for one line of text each, whose rulings are dashes, with
// figures in stacked rows.
func dashed() *tone.Ink {
	k := sheet()
	dash := func(t int) bool { return t%9 < 6 }
	for y := 100; y <= 508; y += 34 {
		stroke(k, true, 100, 700, flat(float64(y)), 2, 230, dash)
	}
	for _, x := range []float64{100, 400, 700} {
		stroke(k, false, 100, 508, flat(x), 2, 230, dash)
	}
	for y := 100; y < 508; y += 34 {
		for _, x := range []float64{210, 221, 232, 243, 254} {
			stroke(k, false, y+7, y+28, flat(x), 2, 230, nil)
		}
		// The other strokes of figures end at different heights.
		stroke(k, true, 221, 229, flat(float64(y+8)), 2, 230, nil)
		stroke(k, true, 243, 251, flat(float64(y+26)), 2, 230, nil)
	}
	return k
}

func TestStrokesInStackedRowsAreNoRulings(t *testing.T) {
	want(t, dashed(), 13, 3)
}

// The dashes of one row go on as a smear: what the track is like in the middle says nothing
// of them.
func TestDashesOfOneRowThatGoOnFaintly(t *testing.T) {
	k := dashed()
	stroke(k, false, 202, 236, flat(550), 2, 230, func(t int) bool { return t%9 < 6 })
	stroke(k, false, 140, 202, flat(550), 2, 40, nil)
	want(t, k, 13, 4)
}

// Dashes that are blurred are as uneven as strokes in a row, each ruling a little more or less.
func TestUnevenDashes(t *testing.T) {
	k := sheet()
	shades := func(level bool, from, to int, at float64, of ...float64) {
		for i, d := range of {
			stroke(k, level, from, to, flat(at), 2, 210*d, func(t int) bool { return t%len(of) == i })
		}
	}
	for y := 100; y <= 508; y += 34 {
		low := 0.42
		if y > 280 && y < 320 {
			low = 0.48
		}
		shades(true, 100, 700, float64(y), low, low, 0.9, 1, 1, 0.9, low, low, 0)
	}
	for x := 100.0; x <= 700; x += 40 {
		shades(false, 100, 508, x, 0.48, 0.48, 0.9, 1, 1, 0.9, 0.48, 0.48, 0)
	}
	want(t, k, 13, 16)
}

func TestARulingInOneRowBesideTextStays(t *testing.T) {
	k := dashed()
	dash := func(t int) bool { return t%9 < 6 }
	stroke(k, false, 202, 236, flat(550), 2, 230, dash)
	for _, x := range []float64{520, 530, 570, 580} {
		stroke(k, false, 209, 230, flat(x), 2, 230, nil)
	}
	for _, r := range want(t, k, 13, 4) {
		if at := r.At[0]; !r.Level && at > 500 && at < 600 && (at < 548 || at > 552) {
			t.Errorf("a ruling at %.0f, want it at 550", at)
		}
	}
}

func TestWhatIsFarLighterThanRulingsIsNone(t *testing.T) {
	k := sheet()
	frame(k, 230)
	stroke(k, false, 0, 600, flat(250), 2, 30, nil)
	want(t, k, 3, 3)
	// Where all are light, all are rulings.
	k = sheet()
	frame(k, 30)
	stroke(k, false, 100, 500, flat(250), 2, 30, nil)
	want(t, k, 3, 4)
}

func TestTheOtherLineOfADoubleRulingIsNoText(t *testing.T) {
	k := sheet()
	dash := func(t int) bool { return t%9 < 6 }
	for y := 100; y <= 508; y += 34 {
		stroke(k, true, 100, 700, flat(float64(y)), 2, 230, dash)
		stroke(k, true, 100, 700, flat(float64(y+5)), 2, 230, dash)
	}
	for _, x := range []float64{100, 105, 400, 405, 700, 705} {
		stroke(k, false, 100, 513, flat(x), 2, 230, dash)
	}
	if rs := want(t, k, 26, 6); len(rs) > 0 && ridge.Usual(rs, em).Cover < 0.5 {
		t.Error("hardly drawn")
	}
}

func TestDashesOfTheNextRowAreNoText(t *testing.T) {
	k := sheet()
	dash := func(t int) bool { return t%12 < 7 }
	for y := 100; y <= 490; y += 26 {
		stroke(k, true, 100, 700, flat(float64(y)), 3, 230, dash)
	}
	for _, x := range []float64{100, 400, 700} {
		stroke(k, false, 100, 490, flat(x), 3, 230, dash)
	}
	if level, _ := count(ridge.Find(k, em)); level != 16 {
		t.Errorf("got %d level, want 16", level)
	}
}

func TestAStrokeThatMeetsOneRulingIsNone(t *testing.T) {
	k := sheet()
	dash := func(t int) bool { return t%9 < 6 }
	for y := 100; y <= 508; y += 34 {
		stroke(k, true, 100, 700, flat(float64(y)), 2, 230, dash)
	}
	for _, x := range []float64{100, 400, 700} {
		stroke(k, false, 100, 508, flat(x), 2, 230, dash)
	}
	stroke(k, false, 202, 227, flat(250), 2, 230, nil)
	want(t, k, 13, 3)
}

func TestStreaksMayBeMoreThanRulings(t *testing.T) {
	k := sheet()
	frame(k, 230)
	for x := 130.0; x < 690; x += 40 {
		if x != 410 {
			stroke(k, false, 0, 600, flat(x+5), 2, 35, nil)
		}
	}
	want(t, k, 3, 3)
}

func TestSomeDashedRulingsAreWholeFromNear(t *testing.T) {
	k := sheet()
	// Four rulings are seen as they are, all others only from further off.
	for i, y := range []float64{100, 140, 180, 220, 260, 300, 340, 380, 420, 460, 500} {
		at := func(t int) bool { return i%5 == 0 || t%9 < 5 }
		stroke(k, true, 100, 700, flat(y), 2, 230, at)
	}
	for i, x := range []float64{100, 300, 500, 700} {
		stroke(k, false, 100, 500, flat(x), 2, 230, func(t int) bool { return i == 3 || t%9 < 5 })
	}
	want(t, k, 11, 4)
}

func TestTheFeetOfCharactersAreNoRuling(t *testing.T) {
	k := dashed()
	stroke(k, true, 450, 582, flat(230), 2, 230, func(t int) bool { return (t-450)%22 < 17 })
	for x := 452.0; x < 580; x += 22 {
		for _, o := range []float64{0, 7, 13} {
			stroke(k, false, 211, 229, flat(x+o), 2, 230, nil)
		}
	}
	if level, _ := count(ridge.Find(k, em)); level != 13 {
		t.Errorf("got %d level, want 13", level)
	}
}

// The upright of one row stands though strokes in the next row go on from it.
func TestAnUprightOfOneRowAboveStrokes(t *testing.T) {
	for _, off := range []float64{1, 1.2, 1.4} {
		k := sheet()
		for y := 60; y <= 540; y += 40 {
			stroke(k, true, 60, 740, flat(float64(y)), 2, 90, nil)
		}
		for _, x := range []float64{60, 740} {
			stroke(k, false, 60, 540, flat(x), 2, 90, nil)
		}
		stroke(k, false, 102, 140, flat(300), 2, 60, nil)
		stroke(k, false, 146, 190, flat(300+off), 2, 90, func(t int) bool { return t < 178 || t%3 == 0 })
		found := false
		for _, r := range ridge.Find(k, em) {
			found = found || !r.Level && r.At[0] > 298 && r.At[0] < 303 && r.From < 106 && r.To() > 134
		}
		if !found {
			t.Errorf("strokes %g dots aside: the upright is lost", off)
		}
	}
}

// Beside a line of a double ruling is the other line where paper is looked for: each is
// whole all the same, though they lean and noise is over them.
func TestBothLinesOfADoubleRulingAreWhole(t *testing.T) {
	for _, c := range []struct {
		apart   float64
		blurred bool
	}{{4.3, false}, {4.7, false}, {5.2, false}, {4.3, true}, {4.7, true}} {
		apart := c.apart
		k := sheet()
		leaning := func(at float64) func(float64) float64 {
			return func(t float64) float64 { return at + 0.002*t }
		}
		upright := func(at float64) func(float64) float64 {
			return func(t float64) float64 { return at - 0.002*t }
		}
		for y := 100.0; y <= 500; y += 40 {
			stroke(k, true, 100, 700, leaning(y), 1.5, 180, nil)
			stroke(k, true, 100, 700, leaning(y+apart), 1.5, 180, nil)
		}
		for x := 101.0; x < 700; x += 150 {
			stroke(k, false, 100, 505, upright(x), 1.5, 180, nil)
			stroke(k, false, 100, 505, upright(x+apart), 1.5, 180, nil)
		}
		if c.blurred {
			blur(k)
		}
		r := rand.New(rand.NewPCG(7, 7))
		for i, d := range k.D {
			k.D[i] = uint8(min(255, max(0, float64(d)+8*r.NormFloat64())))
		}
		level, down := 0, 0
		for _, r := range ridge.Find(k, em) {
			switch n := r.To() - r.From; {
			case r.Level && n > 590:
				level++
			case !r.Level && n > 390:
				down++
			}
		}
		if level != 22 || down != 8 {
			t.Errorf("%+v: %d level and %d upright are whole, want 22 and 8", c, level, down)
		}
	}
}

// blur makes each dot the mean of those around it.
func blur(k *tone.Ink) {
	for _, step := range []int{1, k.W} {
		old := slices.Clone(k.D)
		for i := step; i+step < len(old); i++ {
			k.D[i] = uint8((int(old[i-step]) + 2*int(old[i]) + int(old[i+step])) / 4)
		}
	}
}

// In a table of dashes a stroke is longer than a dash, though shorter than two.
func TestAStrokeBetweenTwoDashesIsNoRuling(t *testing.T) {
	k := dashed()
	stroke(k, false, 202, 236, flat(550), 2, 230, func(t int) bool { return t < 207 || t >= 210 && t < 222 || t >= 225 })
	for _, x := range []float64{534, 566} {
		stroke(k, false, 205, 233, flat(x), 2, 230, nil)
	}
	want(t, k, 13, 3)
}

// Where text stands beside dashes nearly all the way, the rest may lie in their gaps: what
// goes on in the rows above and below goes on there.
func TestDashesBesideText(t *testing.T) {
	k := sheet()
	dash := func(t int) bool { return t%12 > 4 }
	for y := 100; y <= 508; y += 34 {
		stroke(k, true, 100, 700, flat(float64(y)), 2, 230, dash)
	}
	for _, x := range []float64{100, 400, 550, 700} {
		stroke(k, false, 100, 508, flat(x), 2, 230, dash)
	}
	for _, x := range []float64{532, 568} {
		stroke(k, false, 209, 228, flat(x), 3, 230, nil)
	}
	for _, r := range want(t, k, 13, 4) {
		if !r.Level && len(r.At) < 400 {
			t.Errorf("a ruling of %d dots at %.0f, want all of it", len(r.At), r.At[0])
		}
	}
}
