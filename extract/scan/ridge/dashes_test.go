package ridge_test

import (
	"testing"

	"ziping/extract/scan/ridge"
)

// dashes tells where a ruling of dashes of eight dots and gaps of six is drawn.
func dashes(t int) bool { return t%14 < 8 }

// A copier that draws more lines down the page than the table has rulings tells nothing of
// its dashes.
func TestDashesAmongStreaks(t *testing.T) {
	k := sheet()
	for _, y := range []float64{40, 90, 140, 190} {
		stroke(k, true, 100, 700, flat(y), 2, 220, dashes)
	}
	for _, x := range []float64{100, 250, 400, 550, 700} {
		stroke(k, false, 40, 190, flat(x), 2, 220, dashes)
	}
	for x := 120.0; x < 700; x += 45 {
		stroke(k, false, 0, 600, flat(x), 1, 40, nil)
	}
	level, upright := count(ridge.Find(k, em))
	if level != 4 || upright < 5 {
		t.Errorf("%d level and %d upright", level, upright)
	}
}

// Light that falls on one side of a page makes a ruling paler from one end to the other.
func TestARulingThatFades(t *testing.T) {
	k := sheet()
	frame(k, 230)
	for y := 495; y < 506; y++ {
		for x := range k.W {
			if x > 280 {
				k.D[y*k.W+x] = uint8(float64(k.D[y*k.W+x]) * 0.47)
			}
		}
	}
	want(t, k, 3, 3)
}

// In a row hardly higher than they are, the strokes of a character reach as near to the rulings
// as dashes do, in pieces as long as they are: but in no such rhythm.
func TestStrokesInRowsAsLowAsTheyAre(t *testing.T) {
	k := sheet()
	dash := func(t int) bool { return t%10 < 7 }
	for y := 100; y <= 506; y += 29 {
		stroke(k, true, 100, 700, flat(float64(y)), 2, 230, dash)
	}
	for _, x := range []float64{100, 400, 700} {
		stroke(k, false, 100, 506, flat(x), 2, 230, dash)
	}
	pieces := func(t int) bool { return t < 112 || t >= 115 && t < 123 }
	stroke(k, false, 107, 123, flat(250), 2, 200, pieces)
	for _, x := range []float64{222, 232, 240, 260, 268, 278} {
		stroke(k, false, 106, 124, flat(x), 2, 200, nil)
	}
	want(t, k, 15, 3)
}

// Of dashes whose gaps are filled by blur as much is left as just makes a ruling, of each a little
// more or less: however many are seen from near, the others are there too.
func TestDashesOfWhichSomeAreSeenFromNear(t *testing.T) {
	k := sheet()
	for i := range 22 {
		least := 8 - i%2*2
		stroke(k, true, 100, 700, flat(float64(60+22*i)), 2, 230, func(t int) bool {
			return t%10 < least || least == 6 && t%150 > 40 && t%150 < 60
		})
	}
	for x := 100.0; x <= 700; x += 150 {
		stroke(k, false, 60, 522, flat(x), 2, 230, func(t int) bool { return t%10 < 8 })
	}
	want(t, k, 22, 5)
}

// In the first row text stands along an upright whose gaps JPEG filled there: its dashes go on in
// the beat of the rows below.
func TestDashesGoOnInTheirBeat(t *testing.T) {
	k := sheet()
	dash := func(t int) bool { return t%10 < 7 }
	for y := 100; y <= 506; y += 29 {
		stroke(k, true, 100, 700, flat(float64(y)), 2, 230, dash)
	}
	for _, x := range []float64{100, 400, 700} {
		stroke(k, false, 100, 506, flat(x), 2, 230, dash)
	}
	stroke(k, false, 100, 129, flat(400), 2, 120, nil)
	for _, x := range []float64{382, 390, 410, 418} {
		stroke(k, false, 105, 125, flat(x), 2, 230, nil)
	}
	if at(ridge.Find(k, em), false, 115, 400) == nil {
		t.Error("the first row is gone")
	}
}
