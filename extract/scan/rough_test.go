package scan_test

import (
	"math/rand/v2"
	"testing"
)

// Chance that makes dots of paper as dark as thin strokes makes no characters of them, nor
// characters that are as small as they.
func TestRoughPaper(t *testing.T) {
	for _, rough := range []float64{30} {
		d := newPaper(1240, 1754, 150)
		d.ink = 135
		d.table(steps(120, 140, 8), steps(200, 60, 13), 23)
		d.word(300, 1200, 23, 12, 5)
		r := rand.New(rand.NewPCG(1, 1))
		for i, v := range d.p.Grey {
			d.p.Grey[i] = uint8(min(255, max(0, float64(v)-12+rough*r.NormFloat64())))
		}
		s := look(t, d)
		outside := 0
		for _, r := range s.Regions {
			if !r.Enclosed {
				outside++
			}
		}
		cells, _ := cellsOf(s)
		if s.Quality.Em < 19 || s.Quality.Em > 27 || cells != 84 || outside != 1 {
			t.Errorf("rough %g: characters of %.1f dots, %d cells and %d blocks outside, want 23, 84 and 1", rough, s.Quality.Em, cells, outside)
		}
	}
}
