package ridge_test

import "testing"

// A ruling is found where the drum of a copier draws on it or close beside it.
func TestStreaksOnAndBesideARuling(t *testing.T) {
	for _, off := range []float64{0, 2, 3, 4, 6} {
		k := sheet()
		for y := 60; y <= 540; y += 60 {
			stroke(k, true, 60, 740, flat(float64(y)), 2, 200, nil)
		}
		for _, x := range []float64{60, 400, 740} {
			stroke(k, false, 60, 540, flat(x), 2, 200, nil)
		}
		stroke(k, false, 120, 180, flat(230), 2, 200, nil) // parts one row of all
		stroke(k, false, 240, 360, flat(570), 2, 200, nil)
		stroke(k, false, 0, 600, flat(230-off), 2, 25, nil)
		stroke(k, false, 0, 600, flat(570+off), 2, 25, nil)
		rs := want(t, k, 9, 5)
		for _, r := range rs {
			if at := r.At[0]; !r.Level && at > 200 && at < 260 && (r.From < 110 || r.To() > 190 || at < 228.5 || at > 231.5) {
				t.Errorf("%g dots beside: it goes from %d to %d at %.1f", off, r.From, r.To(), at)
			}
		}
	}
}

// What is black along the side of the picture is no ruling.
func TestBlackSides(t *testing.T) {
	for _, wide := range []int{2, 4, 7, 12} {
		k := sheet()
		frame(k, 230)
		for i := range k.D {
			if x, y := i%k.W, i/k.W; x < wide || k.H-1-y < wide {
				k.D[i] = 250
			}
		}
		stroke(k, false, 300, 600, flat(560), 2, 40, nil) // a streak that meets it
		want(t, k, 3, 3)
	}
}

// A line from ruling to ruling that goes on over the blank paper below the table is no
// ruling, however dark; one that ends with it is.
func TestALineThatGoesOnBelowTheTableIsNone(t *testing.T) {
	for _, below := range []bool{false, true} {
		k := sheet()
		for y := 40; y <= 360; y += 40 {
			stroke(k, true, 60, 740, flat(float64(y)), 2, 200, nil)
		}
		for _, x := range []float64{60, 400, 740} {
			stroke(k, false, 40, 360, flat(x), 2, 200, nil)
		}
		to := 200
		if below {
			to = 600
		}
		// In the rows below, text stands over it and hides it.
		stroke(k, false, 80, to, func(t float64) float64 { return 230 + 0.004*t }, 1.5, 120, func(t int) bool { return t < 200 || t > 360 })
		uprights := 4
		if below {
			uprights = 3
		}
		want(t, k, 9, uprights)
	}
}

// Of a streak that is hidden here and there the parts that lean do not tell where they go
// on; the part that does tells for them.
func TestPartsOfAStreakAreNone(t *testing.T) {
	k := sheet()
	for y := 40; y <= 360; y += 40 {
		stroke(k, true, 60, 740, flat(float64(y)), 2, 200, nil)
	}
	for _, x := range []float64{60, 400, 740} {
		stroke(k, false, 40, 360, flat(x), 2, 200, nil)
	}
	leans := func(t float64) float64 { return 230 + max(0, 0.03*(160-t)) }
	stroke(k, false, 40, 600, leans, 1.5, 120, func(t int) bool { return t < 160 || t > 200 && t < 360 || t > 390 })
	want(t, k, 9, 3)
}
