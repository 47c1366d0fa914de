package sheet

import (
	"math"
	"sort"

	"ziping/extract"
	"ziping/extract/grid/page"
	"ziping/extract/grid/words"
)

// Chars are the characters of a page, and how they read.
type Chars struct {
	Em     float64 // their usual size
	Glyphs []page.Glyph
	Meet   Meet // words that meet others
	Words  *words.Words
	fields fields  // see Within
	typed  float64 // see typedWidth
}

// Around is the box of some characters.
func (s *Chars) Around(glyphs []int) extract.Box {
	b := s.Glyphs[glyphs[0]].Box
	for _, n := range glyphs[1:] {
		b = page.Join(b, s.Glyphs[n].Box)
	}
	return b
}

// usualSize is the median size, so that a title does not count.
func usualSize(glyphs []page.Glyph) float64 {
	if len(glyphs) == 0 {
		return defaultEm
	}
	sizes := make([]float64, len(glyphs))
	for i := range glyphs {
		sizes[i] = glyphs[i].Size
	}
	sort.Float64s(sizes)
	em := sizes[len(sizes)/2]
	return math.Min(math.Max(em, 1), 200)
}
