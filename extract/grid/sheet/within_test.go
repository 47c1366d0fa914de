package sheet

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"ziping/extract"
	"ziping/extract/grid/page"
)

// What lies in a box is what a look at every character finds.
func TestWithin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := rapid.Float64Range(-50, 1000)
		var s Chars
		for range rapid.IntRange(0, 60).Draw(t, "characters") {
			x, y := at.Draw(t, "x"), at.Draw(t, "y")
			s.Glyphs = append(s.Glyphs, page.Glyph{Box: extract.Box{x - 5, y - 5, x + 5, y + 5}})
		}
		s.fields = newFields(s.Glyphs, rapid.SampledFrom([]float64{1, 10, 200}).Draw(t, "em"))
		x, y := at.Draw(t, "left"), at.Draw(t, "top")
		b := extract.Box{x, y, x + at.Draw(t, "wide"), y + at.Draw(t, "high")}
		var want []int
		for n := range s.Glyphs {
			if g := s.Glyphs[n].Box; page.MidX(g) >= b[0] && page.MidX(g) <= b[2] && page.MidY(g) >= b[1] && page.MidY(g) <= b[3] {
				want = append(want, n)
			}
		}
		if got := s.Within(b); !slices.Equal(got, want) {
			t.Errorf("got %v, want %v", got, want)
		}
	})
}
