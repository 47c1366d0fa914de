package identity

import (
	"ziping/score/band"
)

// Band is an interval of totals.
type Band = band.Band

// sameBand reports whether two bands have the same grades on both sides. An upper
// end of 100 is none.
func sameBand(b, c Band) bool {
	if b.HasHigh && b.High.Cmp(fullMark) >= 0 {
		b.HasHigh = false
	}
	if b.HasLow && b.Low.IsZero() {
		b.HasLow = false
	}
	return b.HasLow == c.HasLow && b.HasHigh == c.HasHigh &&
		(!b.HasLow || b.Low.Equal(c.Low)) && (!b.HasHigh || b.High.Equal(c.High))
}
