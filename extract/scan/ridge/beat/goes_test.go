package beat

import (
	"math"
	"testing"
)

// Dashes go on in their beat though JPEG fills their gaps; strokes that lie on their course do
// not, nor does one that is drawn all along.
func TestGoes(t *testing.T) {
	b := Beat{10.4, 7.9}
	dashes := func(from, to int) (out []float64) {
		for i := from; i < to; i++ {
			s := 8.0
			if math.Mod(float64(i), b.Period) < 6.5 {
				s = 60
			}
			out = append(out, s)
		}
		return out
	}
	for _, tt := range []struct {
		name  string
		known []float64
		on    []float64
		apart int
		goes  bool
	}{
		{"as before", dashes(0, 60), dashes(64, 90), 4, true},
		{"as behind", dashes(64, 124), dashes(34, 60), -4, true},
		{"out of step", dashes(0, 60), dashes(69, 95), 4, false},
		{"paler", dashes(0, 60), []float64{10, 30, 30, 30, 30, 30, 30, 10, 10, 10, 10, 30, 30, 30, 30, 30, 30, 30, 10, 10, 10, 30}, 2, false},
		{"seen on a page", dashes(60, 120), []float64{63, 57, 49, 36, 24, 12, 6, 12, 17, 35, 56, 63, 56, 49, 50, -4, -3, 4, 18, 38, 52, 58}, -4, true},
		{"strokes seen on a page", dashes(31, 91), []float64{0, 0, 0, 0, -2, -3, -51, -87, 82, 154, 85, 33, 74, 25, 71, 21, 87, 146, 57, 165, 176, 189, 212, 92, 0}, -4, false},
		{"one stroke", dashes(0, 60), []float64{60, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60}, 4, false},
		{"too short", dashes(0, 60), dashes(64, 80), 4, false},
	} {
		if got := b.Goes(tt.known, tt.on, tt.apart); got != tt.goes {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}
