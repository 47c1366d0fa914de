package ridge_test

import (
	"math/rand/v2"
	"testing"

	"ziping/extract/scan/ridge"
)

// On paper so rough that single dots of it are as dark as faint strokes, chance fills the gap
// between a stroke and the rulings above and below it. What goes on over the gap is a ruling.
func TestStrokesOnRoughPaperAreNoRulings(t *testing.T) {
	for seed := range uint64(3) {
		k := sheet()
		r := rand.New(rand.NewPCG(seed, 1))
		for y := 100; y <= 508; y += 34 {
			stroke(k, true, 100, 700, flat(float64(y)), 2, 110, nil)
		}
		for _, x := range []float64{100, 400, 700} {
			stroke(k, false, 100, 508, flat(x), 2, 110, nil)
		}
		stroke(k, false, 202, 236, flat(550), 2, 110, nil) // in one row, beside text
		for y := 100; y < 508; y += 34 {
			for x := 125 + 7*float64(y%5); x < 660; x += 37 {
				if x > 370 && x < 430 || x > 520 && x < 580 {
					continue
				}
				stroke(k, false, y+5, y+30, flat(x), 2, 90, nil)
				stroke(k, true, int(x)-8, int(x)+8, flat(float64(y+12)), 2, 90, nil)
				stroke(k, true, int(x)-8, int(x)+8, flat(float64(y+24)), 2, 90, nil)
			}
		}
		for i, d := range k.D {
			k.D[i] = uint8(min(255, max(0, float64(d)+25*r.NormFloat64())))
		}
		if l, u := count(ridge.Find(k, em)); l != 13 || u != 4 {
			t.Errorf("seed %d: got %d level and %d upright, want 13 and 4", seed, l, u)
		}
	}
}

// The gaps between dashes are no such gap.
func TestDashesOfOneRowOnRoughPaper(t *testing.T) {
	missed := 0
	for seed := range uint64(8) {
		k := sheet()
		r := rand.New(rand.NewPCG(seed, 2))
		dash := func(t int) bool { return t%13 < 8 }
		for y := 100; y <= 508; y += 34 {
			stroke(k, true, 100, 700, flat(float64(y)), 2, 120, dash)
		}
		for _, x := range []float64{100, 400, 700} {
			stroke(k, false, 100, 508, flat(x), 2, 120, dash)
		}
		for i := range 12 {
			stroke(k, false, 100+34*i, 134+34*i, flat(float64(140+20*i)), 2, 120, dash)
		}
		for i, d := range k.D {
			k.D[i] = uint8(min(255, max(0, float64(d)+30*r.NormFloat64())))
		}
		if l, u := count(ridge.Find(k, em)); l != 13 || u != 15 {
			missed += 15 - u
		}
	}
	if missed > 8 {
		t.Errorf("%d of 96 are missing", missed)
	}
}
