package ridge_test

import "testing"

// A form on the back shines through: its rulings are more than those of the page, but broad
// and faint.
func TestWhatShinesThroughIsNoRuling(t *testing.T) {
	k := sheet()
	for y := 60.0; y <= 560; y += 50 {
		stroke(k, true, 60, 740, flat(y), 7, 14, nil)
	}
	for x := 60.0; x <= 740; x += 85 {
		stroke(k, false, 60, 560, flat(x), 7, 14, nil)
	}
	frame(k, 180)
	want(t, k, 3, 3)
	// As broad but darker, or as faint and the only ones, they are rulings.
	k = sheet()
	stroke(k, true, 100, 700, flat(200), 7, 90, nil)
	frame(k, 180)
	want(t, k, 4, 3)
	k = sheet()
	for _, y := range []float64{100, 300, 500} {
		stroke(k, true, 100, 700, flat(y), 7, 14, nil)
	}
	for _, x := range []float64{100, 400, 700} {
		stroke(k, false, 100, 500, flat(x), 7, 14, nil)
	}
	want(t, k, 3, 3)
}
