package sheet

import (
	"math"
	"strings"

	"ziping/extract/grid/page"
)

// On a typewriter every character is as wide as every other, and so is the blank:
// wider than page.Word, which parts two cells elsewhere. What shows such a font is
// that its narrow letters are as wide as its wide ones. Between two figures even one
// blank may part columns.

const (
	narrowLetters = "fijlrtI.,:;'|"
	typedWide     = 0.5 // how wide, of its size, a narrow letter of such a font is at least
	typedLetters  = 20  // narrow letters that show it
	typedShare    = 0.9 // of the narrow letters of a page
	figureEnds    = "0123456789.%)"
	figureBegins  = "0123456789.($"
	samePitch     = 0.02 // of its size, by which two widths may differ
)

// typedWidth is how wide, of its size, each character of the page is where most is written
// in a font of one width; 0 where it is not.
func (s *Chars) typedWidth() float64 {
	count := map[int]int{}
	all := 0
	for i := range s.Glyphs {
		g := &s.Glyphs[i]
		if len(g.Text) == 1 && strings.Contains(narrowLetters, g.Text) {
			all++
			count[int(math.Round((g.Box[2]-g.Box[0])/g.Size/samePitch))]++
		}
	}
	best := 0
	for k, n := range count {
		if n > count[best] || n == count[best] && k < best {
			best = k
		}
	}
	width := float64(best) * samePitch
	if n := count[best-1] + count[best] + count[best+1]; n < typedLetters || float64(n) < typedShare*float64(all) || width < typedWide {
		return 0
	}
	return width
}

// OneBlank reports whether two characters of a line are words of a font of one width
// with a blank between them.
func (s *Chars) OneBlank(a, b int) bool {
	return s.typed > 0 && oneBlank(&s.Glyphs[a], &s.Glyphs[b], s.typed)
}

func oneBlank(a, b *page.Glyph, width float64) bool {
	size := math.Max(a.Size, b.Size)
	for _, g := range [...]*page.Glyph{a, b} {
		if math.Abs((g.Box[2]-g.Box[0])/size-width) > 2*samePitch {
			return false
		}
	}
	two := strings.ContainsAny(a.Text, figureEnds) && strings.ContainsAny(b.Text, figureBegins)
	return !two && b.Box[0]-a.Box[2] < (1+page.Line)*width*size
}
