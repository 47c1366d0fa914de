package ridge_test

import (
	"testing"

	"ziping/extract/scan/ridge"
)

// A stroke of the heading above stands where the upright of one row would go on, and is
// darker. The row is looked at for itself.
func TestAStrokeAboveAShortUprightDoesNotHideIt(t *testing.T) {
	k := sheet()
	for _, y := range []float64{100, 136, 196} {
		stroke(k, true, 100, 700, flat(y), 2, 230, nil)
	}
	for _, x := range []float64{100, 700} {
		stroke(k, false, 100, 196, flat(x), 2, 230, nil)
	}
	stroke(k, false, 136, 196, flat(300), 2, 130, nil)
	stroke(k, false, 108, 129, flat(300), 2, 250, nil)
	if at(ridge.Find(k, em), false, 166, 300) == nil {
		t.Error("the upright is gone")
	}
}

// In a row that is hardly higher than its characters the paper above and below a stroke is
// like that between dashes. But the stroke is longer than a dash.
func TestAStrokeInADashedTableIsNoUpright(t *testing.T) {
	k := dashed()
	stroke(k, false, 137, 165, flat(550), 2, 230, nil)
	if r := at(ridge.Find(k, em), false, 150, 550); r != nil {
		t.Errorf("a stroke is taken for a ruling: %d to %d", r.From, r.To())
	}
}

// The feet of characters in a row look like dashes, and strokes below them go down to the
// ruling: each would be held by the other.
func TestTheFeetOfCharactersAreNoDashes(t *testing.T) {
	k := dashed()
	for x := 460; x < 560; x += 20 {
		for _, y := range []float64{139, 142, 152} {
			stroke(k, true, x, x+19, flat(y), 2, 220, nil)
		}
	}
	for _, x := range []float64{480, 520} {
		stroke(k, false, 152, 168, flat(x), 2, 220, nil)
	}
	if r := at(ridge.Find(k, em), true, 500, 152); r != nil {
		t.Errorf("feet are taken for a ruling: %d to %d", r.From, r.To())
	}
}

// The strokes of a label that fills its column meet in a line as long as a row of dashes,
// from upright to upright; but it has none of their gaps.
func TestALineThroughALabelIsNoDashedRuling(t *testing.T) {
	k := dashed()
	dash := func(t int) bool { return t%9 < 6 }
	stroke(k, false, 100, 508, flat(500), 2, 230, dash)
	stroke(k, false, 100, 508, flat(592), 2, 230, dash)
	stroke(k, true, 504, 589, flat(153), 2, 200, nil)
	for x := 506.0; x < 589; x += 12 {
		stroke(k, false, 141, 148, flat(x), 2, 230, nil)
		stroke(k, false, 158, 164, flat(x+4), 2, 230, nil)
	}
	if r := at(ridge.Find(k, em), true, 540, 153); r != nil {
		t.Errorf("a label is taken for a ruling: %d to %d", r.From, r.To())
	}
}

// An upright of long dashes that parts one row alone is there, as the row is high: its gaps
// are those of the page's rulings.
func TestADashedUprightOfOneRow(t *testing.T) {
	k := sheet()
	dash := func(t int) bool { return t%13 < 10 }
	for y := 60.0; y <= 536; y += 34 {
		stroke(k, true, 60, 740, flat(y), 2, 230, dash)
	}
	for _, x := range []float64{60, 200, 330, 460, 740} {
		stroke(k, false, 60, 536, flat(x), 2, 230, dash)
	}
	stroke(k, false, 60, 94, flat(600), 2, 230, dash)
	if r := at(ridge.Find(k, em), false, 77, 600); r == nil {
		t.Error("not found")
	}
}

// Where one side of a dashed upright is shaded, the edge of the shade in its gaps is not ink.
func TestDashesOnTheEdgeOfAShade(t *testing.T) {
	k := sheet()
	dash := func(t int) bool { return t%10 < 6 }
	for y := 60.0; y <= 536; y += 68 {
		stroke(k, true, 60, 740, flat(y), 2, 110, dash)
	}
	for _, x := range []float64{60, 200, 330, 460, 740} {
		stroke(k, false, 60, 536, flat(x), 2, 110, dash)
	}
	stroke(k, false, 60, 128, flat(600), 2, 110, dash)
	for y := 62; y < 126; y++ {
		for x := 600; x < 738; x++ {
			k.D[y*k.W+x] = max(k.D[y*k.W+x], 32)
		}
	}
	if r := at(ridge.Find(k, em), false, 94, 600); r == nil {
		t.Error("not found")
	}
}
