package page

import "testing"

// TestScales: which side of a scale things of everyday print stand on, in characters.
func TestScales(t *testing.T) {
	for _, tt := range []struct {
		about           string
		scale, far, not float64 // what reaches the scale, and what does not
	}{
		{"a program rounds by a hundredth of a character, a thin blank is a sixth", Touch, 1. / 6, 1. / 100},
		{"a font stands a fifth off another, a raised number a third", Line, 1. / 3, 1. / 5},
		{"a Latin blank is half a character at most, two of Arial make more", Word, 2 * 0.278, 0.5},
		{"a cell holds two characters, and a blank as wide as one parts words", Column, 2, 1},
		{"lines are set one and a half apart, rows of one line two", NextLine, 2, 1.5},
		{"a row of one line with its padding is two, one of two lines three", NextRow, 3, 2},
		{"the next size but one is larger, the next is not", Larger, 14 / 10.5, 12 / 10.5},
	} {
		if tt.far < tt.scale || tt.not >= tt.scale {
			t.Errorf("%s: got %g", tt.about, tt.scale)
		}
	}
}

// TestRise: glyphs written one by one, in their order, and numbered.
func TestRise(t *testing.T) {
	glyphs := []Glyph{{Run: 0}, {Run: 1}, {Run: 2}, {Run: 2}, {Run: 7}}
	for _, tt := range []struct {
		order []int
		want  bool
	}{
		{nil, true}, {[]int{1}, true}, {[]int{1, 2, 4}, true}, {[]int{2, 4}, true},
		{[]int{0}, false}, {[]int{0, 1}, false}, {[]int{2, 3}, false}, {[]int{2, 1}, false}, {[]int{1, 4, 2}, false},
	} {
		if got := Rise(glyphs, tt.order); got != tt.want {
			t.Errorf("%v: got %v", tt.order, got)
		}
	}
}
