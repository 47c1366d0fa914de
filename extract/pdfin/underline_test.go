package pdfin

import (
	"testing"

	"ziping/extract"
	"ziping/extract/grid"
)

func TestUnderlines(t *testing.T) {
	var glyphs []grid.Glyph // five characters of 10 points on a baseline at 108.6
	for i := range 5 {
		x := 100 + 10*float64(i)
		glyphs = append(glyphs, grid.Glyph{Text: "字", Size: 10, Box: extract.Box{x, 100, x + 10, 110}})
	}
	for _, c := range []struct {
		name string
		rule grid.Rule
		with []grid.Rule
		keep bool
	}{
		{"underline", grid.Rule{X0: 100, Y0: 109.6, X1: 150, Y1: 110.1}, nil, false},
		{"strike through", grid.Rule{X0: 100, Y0: 105, X1: 150, Y1: 105.5}, nil, false},
		{"under two of them", grid.Rule{X0: 110, Y0: 109.6, X1: 130, Y1: 110.1}, nil, false},
		{"border of a cell", grid.Rule{X0: 95, Y0: 110, X1: 155, Y1: 110.5}, nil, true},
		{"far below", grid.Rule{X0: 100, Y0: 113, X1: 150, Y1: 113.5}, nil, true},
		{"meets an upright line", grid.Rule{X0: 100, Y0: 109.6, X1: 150, Y1: 110.1}, []grid.Rule{{X0: 100, Y0: 60, X1: 100, Y1: 200}}, true},
	} {
		got := withoutUnderlines(append([]grid.Rule{c.rule}, c.with...), glyphs)
		if kept := len(got) == 1+len(c.with); kept != c.keep {
			t.Errorf("%s: kept %v, want %v", c.name, kept, c.keep)
		}
	}
}
