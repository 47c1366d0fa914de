package pdfin

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
		if got := withoutOutlines(&drawing{rules: c.rules, figures: c.figures}, glyphs); len(got) != c.kept {
			t.Errorf("%s: got %d rulings, want %d", c.name, len(got), c.kept)
		}
	}
}

// TestBoldByOutline: what a program draws over a character to make it bold is
// read as no ruling, a ruling beside it is.
func TestBoldByOutline(t *testing.T) {
	b := &builder{}
	outline := "0.4 w 103 702 m 103 708 l 107 708 l 107 702 l h 104 703 m 104 704 105 704 106 703 c 106 705 l 104 705 l h S "
	b.page(b.latin(), "", "BT /F 14 Tf 100 700 Td (8) Tj ET "+outline+"100 650 m 200 650 l S")
	p := mustRead(t, b.bytes()).pages[0]
	if len(p.Rules) != 1 || p.Rules[0].X1-p.Rules[0].X0 < 99 {
		t.Errorf("got rulings %v, want the one of 100 points", p.Rules)
	}
}
