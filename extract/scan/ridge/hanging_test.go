package ridge_test

import (
	"testing"

	"ziping/extract/scan/ridge"
)

// A table without a border: the uprights of its first and last rows end on one ruling
// alone. A stroke that touches a ruling is shorter, and what stands on no table's first
// ruling hangs within it.
func TestUprightsOfTablesWithoutABorder(t *testing.T) {
	k := sheet()
	for _, y := range []float64{140, 180, 220, 260, 300} {
		stroke(k, true, 100, 700, flat(y), 2, 230, nil)
	}
	stroke(k, false, 100, 340, flat(400), 2, 230, nil)
	stroke(k, false, 102, 140, flat(250), 2, 230, nil) // of the first row
	stroke(k, false, 300, 338, flat(550), 2, 230, nil) // of the last
	stroke(k, false, 120, 140, flat(600), 2, 230, nil) // a stroke
	stroke(k, false, 262, 298, flat(300), 2, 230, func(t int) bool { return t > 280 })
	rs := ridge.Find(k, em)
	for x, want := range map[float64]int{250: 120, 550: 320} {
		if at(rs, false, want, x) == nil {
			t.Errorf("the upright at %g is gone", x)
		}
	}
	for x, where := range map[float64]int{600: 130, 300: 290} {
		if r := at(rs, false, where, x); r != nil {
			t.Errorf("a stroke at %g is taken for an upright: %d to %d", x, r.From, r.To())
		}
	}
}
