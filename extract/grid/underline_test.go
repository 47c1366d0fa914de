package grid

import (
	"testing"

	"ziping/extract"
)

func TestWordLines(t *testing.T) {
	// Five characters of 10 points from x = 100, their boxes from 100 to 112.
	var glyphs []Glyph
	for i := range 5 {
		x := 100 + 10*float64(i)
		glyphs = append(glyphs, Glyph{Text: "字", Size: 10, Box: extract.Box{x, 100, x + 10, 112}})
	}
	borders := []Rule{{99.5, 60, 99.5, 200}, {150.5, 60, 150.5, 200}}
	for _, c := range []struct {
		name string
		rule Rule
		with []Rule
		want bool // it is left out
	}{
		{"underline", Rule{100, 110, 150, 110.5}, nil, true},
		{"just below the words", Rule{100, 112.5, 150, 113}, nil, true},
		{"strike-out", Rule{100, 106, 150, 106.5}, nil, true},
		{"under three of them", Rule{110, 110, 140, 110.5}, nil, true},
		{"underline of words that fill their cell", Rule{100, 110, 150, 110.5}, borders, true},
		{"border of a cell that its words fill", Rule{99.5, 112.5, 150.5, 113}, borders, false},
		{"border of a cell", Rule{94, 111, 156, 111.5}, nil, false},
		{"far below", Rule{100, 115, 150, 115.5}, nil, false},
		{"above", Rule{100, 99, 150, 99.5}, nil, false},
		{"a piece of a longer line", Rule{100, 110, 150, 110.5}, []Rule{{150, 110, 190, 110.5}}, false},
		{"a thick bar", Rule{100, 108, 150, 111}, nil, false},
		{"under a gap", Rule{100, 110, 250, 110.5}, nil, false},
	} {
		got := withoutWordLines(append([]Rule{c.rule}, c.with...), glyphs, 10)
		if left := len(got) == len(c.with); left != c.want {
			t.Errorf("%s: left out %v, want %v", c.name, left, c.want)
		}
	}
}

// Two lines of words in a narrow cell: what is drawn below the second, from
// border to border, is what is drawn below the first.
func TestWordLinesOfOneText(t *testing.T) {
	var glyphs []Glyph
	for i, x := range []float64{110, 120, 130, 100, 110, 120, 130, 140} {
		y := 100.0
		if i > 2 {
			y = 113
		}
		glyphs = append(glyphs, Glyph{Text: "字", Size: 10, Box: extract.Box{x, y, x + 10, y + 12}})
	}
	rules := []Rule{{110, 111, 140, 111}, {100, 125, 150, 125}, {99.5, 60, 99.5, 200}, {150.5, 60, 150.5, 200}}
	if got := withoutWordLines(rules, glyphs, 10); len(got) != 2 {
		t.Errorf("got %v, want the two borders", got)
	}
	// A third line below the second fills the cell, too.
	for x := 100.0; x < 150; x += 10 {
		glyphs = append(glyphs, Glyph{Text: "字", Size: 10, Box: extract.Box{x, 126, x + 10, 138}})
	}
	third := append([]Rule{{100, 138, 150, 138}}, rules...)
	if got := withoutWordLines(third, glyphs, 10); len(got) != 2 {
		t.Errorf("with a third line: got %v, want the two borders", got)
	}
	if got := withoutWordLines(rules[1:], glyphs, 10); len(got) != 3 {
		t.Errorf("without the first line: got %v, want all", got)
	}
}
