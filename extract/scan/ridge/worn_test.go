package ridge_test

import (
	"testing"

	"ziping/extract/scan/ridge"
)

// at is the ridge that goes through a place, nil where none does.
func at(rs []*ridge.Ridge, level bool, along int, across float64) *ridge.Ridge {
	for _, r := range rs {
		if r.Level == level && r.From <= along && along < r.To() && r.Along(float64(along)) > across-3 && r.Along(float64(along)) < across+3 {
			return r
		}
	}
	return nil
}

// A hole in the paper hides where the left border and a level ruling meet. The border goes
// on far from the hole without meeting another; but it does not leave the table.
func TestABorderFromBehindAHoleStays(t *testing.T) {
	k := sheet()
	for _, y := range []float64{100, 500, 540} {
		stroke(k, true, 100, 700, flat(y), 2, 230, nil)
	}
	stroke(k, true, 130, 700, flat(280), 2, 230, nil)
	for _, x := range []float64{400, 700} {
		stroke(k, false, 100, 540, flat(x), 2, 230, nil)
	}
	stroke(k, false, 100, 250, flat(100), 2, 230, nil)
	stroke(k, false, 310, 540, flat(100), 2, 230, nil)
	for y := 250; y < 310; y++ {
		for x := 70; x < 130; x++ {
			k.D[y*k.W+x] = 230
		}
	}
	if at(ridge.Find(k, em), false, 400, 100) == nil {
		t.Error("the border below the hole is gone")
	}
}

// The last row of a short upright is worn by half.
func TestWhatIsLeftOfAWornRulingIsThere(t *testing.T) {
	k := sheet()
	for _, y := range []float64{100, 160, 220, 500} {
		stroke(k, true, 100, 700, flat(y), 2, 230, nil)
	}
	for _, x := range []float64{100, 700} {
		stroke(k, false, 100, 500, flat(x), 2, 230, nil)
	}
	worn := func(t int) bool { return t < 190 || t > 205 && t%4 == 0 }
	stroke(k, false, 100, 220, flat(300), 2, 230, worn)
	if at(ridge.Find(k, em), false, 200, 300) == nil {
		t.Error("the worn stretch is gone")
	}
}

// A ruling ends on another one: two ends in the midst of one cell are those of a gap.
func TestEndsInOneCellPointAtEachOther(t *testing.T) {
	grid := func(lost func(t int) bool) *ridge.Ridge {
		k := sheet()
		for _, y := range []float64{100, 180, 500} {
			stroke(k, true, 100, 700, flat(y), 2, 230, nil)
		}
		for _, x := range []float64{100, 300, 450, 700} {
			stroke(k, false, 100, 500, flat(x), 2, 230, nil)
		}
		stroke(k, true, 100, 700, flat(240), 2, 230, func(t int) bool { return !lost(t) })
		return at(ridge.Find(k, em), true, 375, 240)
	}
	if grid(func(t int) bool { return t > 330 && t < 420 }) == nil {
		t.Error("the gap within a cell parts the ruling")
	}
	if grid(func(t int) bool { return t > 301 && t < 449 }) != nil {
		t.Error("what is left out between two uprights is drawn")
	}
}

// Black and white alone: most of a ruling lies on one row of dots and is black, the rest
// between two and half as dark on both.
func TestStretchesBetweenTwoDotsAreNoGaps(t *testing.T) {
	k := sheet()
	frame(k, 255)
	stroke(k, true, 240, 700, flat(200), 1, 255, nil)
	for x := 100; x < 240; x++ {
		k.D[200*k.W+x], k.D[201*k.W+x] = 127, 127
	}
	rs := ridge.Find(k, em)
	if r := at(rs, true, 150, 200); r == nil || r.To() < 690 {
		t.Error("the paler stretch is gone")
	}
}

// The last page of a table whose rulings are dashes: its uprights are short.
func TestTheLastDashedRows(t *testing.T) {
	k := sheet()
	dash := func(t int) bool { return t%9 < 6 }
	for _, y := range []float64{100, 136, 172} {
		stroke(k, true, 100, 700, flat(y), 2, 230, dash)
	}
	for _, x := range []float64{100, 400, 700} {
		stroke(k, false, 100, 172, flat(x), 2, 230, dash)
	}
	want(t, k, 3, 3)
}

// An upright of one row that is worn through here and there is still there where nothing stands
// beside it: no stroke of a character could be what is seen. Beside text it may be.
func TestAWornUprightOfOneRow(t *testing.T) {
	for _, text := range []bool{false, true} {
		k := sheet()
		for _, y := range []float64{100, 140, 300, 500} {
			stroke(k, true, 100, 700, flat(y), 2, 230, nil)
		}
		for _, x := range []float64{100, 700} {
			stroke(k, false, 100, 500, flat(x), 2, 230, nil)
		}
		stroke(k, false, 100, 140, flat(400), 2, 230, func(t int) bool { return t%10 < 8 })
		if text {
			stroke(k, false, 110, 130, flat(385), 2, 230, nil)
		}
		if there := at(ridge.Find(k, em), false, 120, 400) != nil; there == text {
			t.Errorf("beside text %v: there %v", text, there)
		}
	}
}
