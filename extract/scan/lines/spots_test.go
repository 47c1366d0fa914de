package lines

import (
	"math/rand/v2"
	"testing"
)

// Eight dots at a time find what one at a time finds, at every threshold.
func TestPaper(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	row := make([]uint8, 37)
	for threshold := range 256 {
		th := uint8(threshold)
		for range 20 {
			for i := range row {
				row[i] = th + uint8(r.UintN(256-uint(th))) // all as light
			}
			dark := len(row)
			if th > 0 && r.UintN(4) > 0 {
				dark = r.IntN(len(row))
				row[dark] = uint8(r.UintN(uint(th)))
			}
			from := r.IntN(5)
			want := dark
			if dark < from {
				want = len(row)
			}
			if got := paper(row, from, th); got != want {
				t.Fatalf("threshold %d from %d: got %d want %d in %v", th, from, got, want, row)
			}
		}
	}
}
