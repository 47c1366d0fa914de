package sheet

import (
	"testing"

	"ziping/extract"
	"ziping/extract/grid/page"
)

// A font of one width shows by its narrow letters.
func TestTypedWidth(t *testing.T) {
	for _, c := range []struct {
		name            string
		typed, other    int // narrow letters as wide as others, and narrower ones
		wide, otherWide float64
		want            float64
	}{
		{"a typewriter", 20, 0, 0.6, 0, 0.6},
		{"too few letters", 19, 0, 0.6, 0, 0},
		{"a title in another font", 90, 10, 0.6, 0.28, 0.6},
		{"half and half", 30, 10, 0.6, 0.28, 0},
		{"narrow ones", 40, 0, 0.28, 0, 0},
		{"as in Chinese fonts", 40, 0, 0.5, 0, 0.5},
	} {
		var s Chars
		add := func(n int, wide float64) {
			for range n {
				s.Glyphs = append(s.Glyphs, page.Glyph{Text: "l", Size: 10, Box: extract.Box{0, 0, wide * 10, 10}}, page.Glyph{Text: "m", Size: 10, Box: extract.Box{0, 0, 9, 10}})
			}
		}
		add(c.typed, c.wide)
		add(c.other, c.otherWide)
		if got := s.typedWidth(); got < c.want-0.001 || got > c.want+0.001 {
			t.Errorf("%s: got %v want %v", c.name, got, c.want)
		}
	}
}

// One blank parts two words of such a font, and two figures are two cells.
func TestOneBlank(t *testing.T) {
	at := func(text string, x, wide float64) page.Glyph {
		return page.Glyph{Text: text, Size: 10, Box: extract.Box{x, 0, x + wide, 10}}
	}
	for _, c := range []struct {
		name string
		a, b page.Glyph
		want bool
	}{
		{"words", at("a", 0, 6), at("b", 12, 6), true},
		{"two blanks", at("a", 0, 6), at("b", 18, 6), false},
		{"figures", at("1", 0, 6), at("2", 12, 6), false},
		{"a word and a figure", at("a", 0, 6), at("2", 12, 6), true},
		{"a share and an amount", at("%", 0, 6), at("$", 12, 6), false},
		{"a figure and a dash", at("1", 0, 6), at("-", 12, 6), true},
		{"the first is of another font", at("a", 0, 8), at("b", 14, 6), false},
		{"the second is", at("a", 0, 6), at("b", 12, 8), false},
	} {
		s := Chars{Glyphs: []page.Glyph{c.a, c.b}, typed: 0.6}
		if got := s.OneBlank(0, 1); got != c.want {
			t.Errorf("%s: got %v", c.name, got)
		}
		s.typed = 0
		if s.OneBlank(0, 1) {
			t.Errorf("%s: so it is in no such font", c.name)
		}
	}
}
