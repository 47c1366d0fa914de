package sheet

import (
	"testing"

	"ziping/extract"
	"ziping/extract/grid/page"
)

// ruling is one from the top left to the bottom right.
func ruling(x0, y0, x1, y1 float64) page.Rule {
	return page.Rule{X0: x0, Y0: y0, X1: x1, Y1: y1}
}

func TestWordLines(t *testing.T) {
	// Five characters of 10 points from x = 100, their boxes from 100 to 112.
	var glyphs []page.Glyph
	for i := range 5 {
		x := 100 + 10*float64(i)
		glyphs = append(glyphs, page.Glyph{Text: "字", Size: 10, Box: extract.Box{x, 100, x + 10, 112}})
	}
	borders := []page.Rule{ruling(99.5, 60, 99.5, 200), ruling(150.5, 60, 150.5, 200)}
	for _, c := range []struct {
		name string
		rule page.Rule
		with []page.Rule
		want bool // it is left out
	}{
		{"underline", ruling(100, 110, 150, 110.5), nil, true},
		{"just below the words", ruling(100, 112.5, 150, 113), nil, true},
		{"strike-out", ruling(100, 106, 150, 106.5), nil, true},
		{"under three of them", ruling(110, 110, 140, 110.5), nil, true},
		{"underline of words that fill their cell", ruling(100, 110, 150, 110.5), borders, true},
		{"border of a cell that its words fill", ruling(99.5, 112.5, 150.5, 113), borders, false},
		{"border of a cell", ruling(94, 111, 156, 111.5), nil, false},
		{"far below", ruling(100, 115, 150, 115.5), nil, false},
		{"above", ruling(100, 99, 150, 99.5), nil, false},
		{"a piece of a longer line", ruling(100, 110, 150, 110.5), []page.Rule{ruling(150, 110, 190, 110.5)}, false},
		{"a thick bar", ruling(100, 108, 150, 111), nil, false},
		{"under a gap", ruling(100, 110, 250, 110.5), nil, false},
	} {
		got := withoutWordLines(append([]page.Rule{c.rule}, c.with...), glyphs, 10)
		if left := len(got) == len(c.with); left != c.want {
			t.Errorf("%s: left out %v, want %v", c.name, left, c.want)
		}
	}
}

// Two lines of words in a narrow cell: what is drawn below the second, from
// border to border, is what is drawn below the first.
func TestWordLinesOfOneText(t *testing.T) {
	var glyphs []page.Glyph
	for i, x := range []float64{110, 120, 130, 100, 110, 120, 130, 140} {
		y := 100.0
		if i > 2 {
			y = 113
		}
		glyphs = append(glyphs, page.Glyph{Text: "字", Size: 10, Box: extract.Box{x, y, x + 10, y + 12}})
	}
	rules := []page.Rule{ruling(110, 111, 140, 111), ruling(100, 125, 150, 125), ruling(99.5, 60, 99.5, 200), ruling(150.5, 60, 150.5, 200)}
	if got := withoutWordLines(rules, glyphs, 10); len(got) != 2 {
		t.Errorf("got %v, want the two borders", got)
	}
	// A third line below the second fills the cell, too.
	for x := 100.0; x < 150; x += 10 {
		glyphs = append(glyphs, page.Glyph{Text: "字", Size: 10, Box: extract.Box{x, 126, x + 10, 138}})
	}
	third := append([]page.Rule{ruling(100, 138, 150, 138)}, rules...)
	if got := withoutWordLines(third, glyphs, 10); len(got) != 2 {
		t.Errorf("with a third line: got %v, want the two borders", got)
	}
	if got := withoutWordLines(rules[1:], glyphs, 10); len(got) != 3 {
		t.Errorf("without the first line: got %v, want all", got)
	}
}
