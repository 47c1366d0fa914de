package lined

import (
	"sort"
	"testing"

	"pgregory.net/rapid"

	"ziping/extract/grid/sheet"
)

// The nearest rulings are those that a look at all of them finds.
func TestReach(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := rapid.Map(rapid.IntRange(0, 40), func(n int) float64 { return float64(n) })
		var bars []sheet.Seg
		for range rapid.IntRange(0, 12).Draw(t, "bars") {
			lo := at.Draw(t, "lo")
			bars = append(bars, sheet.Seg{At: at.Draw(t, "at"), Lo: lo, Hi: lo + at.Draw(t, "long")})
		}
		sort.SliceStable(bars, func(i, j int) bool { return bars[i].At < bars[j].At })
		y, lo := at.Draw(t, "y"), at.Draw(t, "from")
		hi := lo + at.Draw(t, "wide")
		above, below := -1, -1
		for k, b := range bars {
			switch {
			case b.Lo > hi || b.Hi < lo:
			case b.At < y:
				above = k
			case below < 0:
				below = k
			}
		}
		if a, b := newReach(bars).around(y, lo, hi); a != above || b != below {
			t.Errorf("%v at %v, %v to %v: got %d and %d, want %d and %d", bars, y, lo, hi, a, b, above, below)
		}
	})
}
