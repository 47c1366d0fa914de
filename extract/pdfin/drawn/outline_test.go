package drawn

import (
	"testing"

	"ziping/extract"
	"ziping/extract/grid"
)

func TestOutlines(t *testing.T) {
	glyphs := []grid.Glyph{{Text: "日", Size: 10, Box: extract.Box{100, 100, 110, 110}}}
	stem := grid.Rule{X0: 102, Y0: 101, X1: 102.5, Y1: 109}
	bar := grid.Rule{X0: 102, Y0: 105, X1: 108, Y1: 105.5}
	border := grid.Rule{X0: 99.5, Y0: 80, X1: 100, Y1: 130}
	short := grid.Rule{X0: 99.5, Y0: 100, X1: 100, Y1: 110}
	for _, c := range []struct {
		name    string
		rules   []grid.Rule
		figures []figures
		kept    int
	}{
		{"stems of an outline with curves", []grid.Rule{stem, bar}, []figures{{0, 2, false}}, 0},
		{"an outline of straight lines", []grid.Rule{stem, bar}, []figures{{0, 2, true}}, 0},
		{"the same as rulings", []grid.Rule{stem, bar}, nil, 2},
		{"a border as high as the line", []grid.Rule{short}, []figures{{0, 1, true}}, 1},
		{"a table with rounded corners", []grid.Rule{border, bar}, []figures{{0, 1, false}}, 2},
		{"rulings before and after", []grid.Rule{border, stem, bar, border}, []figures{{1, 3, false}}, 2},
	} {
		if got := (&Drawing{Rules: c.rules, figures: c.figures}).WithoutOutlines(glyphs); len(got) != c.kept {
			t.Errorf("%s: got %d rulings, want %d", c.name, len(got), c.kept)
		}
	}
}
