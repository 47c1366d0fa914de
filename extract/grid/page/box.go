package page

import (
	"math"

	"ziping/extract"
)

// MaxLength is in points; coordinates beyond it are nonsense.
const MaxLength = 1e5

// Usable reports whether a box has finite corners of a sensible size in order.
func Usable(b extract.Box) bool {
	for _, v := range b {
		if math.IsNaN(v) || v < -MaxLength || v > MaxLength {
			return false
		}
	}
	return b[0] <= b[2] && b[1] <= b[3]
}

// MidX is the middle of a box from left to right.
func MidX(b extract.Box) float64 { return (b[0] + b[2]) / 2 }

// MidY is its middle from top to bottom.
func MidY(b extract.Box) float64 { return (b[1] + b[3]) / 2 }

// Join is the smallest box around both.
func Join(a, b extract.Box) extract.Box {
	return extract.Box{math.Min(a[0], b[0]), math.Min(a[1], b[1]), math.Max(a[2], b[2]), math.Max(a[3], b[3])}
}

// Rounded keeps a hundredth of a point, so that output is short and stable.
func Rounded(b extract.Box) *extract.Box {
	var r extract.Box
	for i, v := range b {
		r[i] = math.Round(v*100) / 100
		if r[i] == 0 {
			r[i] = 0 // no negative zero
		}
	}
	return &r
}

// Under reports whether b stands below a in the same column.
func Under(a, b extract.Box) bool {
	w := math.Min(a[2], b[2]) - math.Max(a[0], b[0])
	return w > 0.5*math.Min(a[2]-a[0], b[2]-b[0])
}
