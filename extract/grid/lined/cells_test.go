package lined

import (
	"fmt"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/grid/fit"
	"ziping/extract/grid/page"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
)

// ruledPage is a page with rulings ten apart over the whole width, and texts in its rows.
func ruledPage(rows, width int, texts ...linedText) *lined {
	l := &lined{sheet: &sheet.Sheet{Chars: sheet.Chars{Em: 1, Glyphs: make([]page.Glyph, 3)}}, right: float64(width), texts: texts}
	for r := range rows + 1 {
		l.ys = append(l.ys, float64(10*r))
		l.bars = append(l.bars, sheet.Seg{At: float64(10 * r), Hi: l.right})
	}
	l.reach = newReach(l.bars)
	return l
}

// cellsOf lists cells as row, column, rows and columns, with what stands in them.
func cellsOf(p *piece.Piece) string {
	var out []string
	for _, c := range p.Cells {
		out = append(out, fmt.Sprint(c.Row, c.Col, c.Rows, c.Cols, c.Glyphs))
	}
	return strings.Join(out, ", ")
}

// TestTextsThatMeet: where the columns of two texts of a row overlap, the narrower text
// keeps all of its own and the other what is left, on whichever side that is; a text of
// which nothing is left goes into the cell that it stands in.
func TestTextsThatMeet(t *testing.T) {
	edges := []float64{0, 10, 20, 30, 40}
	a, b := linedText{r1: 1, glyphs: []int{1}}, linedText{r1: 1, glyphs: []int{2}}
	for _, c := range []struct {
		name  string
		spans []fit.Range
		want  string
	}{
		{"apart", []fit.Range{{Lo: 0, Hi: 2}, {Lo: 2, Hi: 4}}, "0 0 1 2 [1], 0 2 1 2 [2]"},
		{"the first is wider", []fit.Range{{Lo: 0, Hi: 3}, {Lo: 2, Hi: 4}}, "0 2 1 2 [2], 0 0 1 2 [1]"},
		{"the second is wider", []fit.Range{{Lo: 0, Hi: 2}, {Lo: 1, Hi: 4}}, "0 0 1 2 [1], 0 2 1 2 [2]"},
		{"one column is left of the first", []fit.Range{{Lo: 0, Hi: 4}, {Lo: 1, Hi: 4}}, "0 1 1 3 [2], 0 0 1 1 [1]"},
		{"one column is left of the second", []fit.Range{{Lo: 0, Hi: 3}, {Lo: 0, Hi: 4}}, "0 0 1 3 [1], 0 3 1 1 [2]"},
		{"nothing is left", []fit.Range{{Lo: 1, Hi: 3}, {Lo: 1, Hi: 3}}, "0 1 1 2 [1 2], 0 0 1 1 [], 0 3 1 1 []"},
	} {
		p := ruledPage(1, 40, a, b).fill(edges, c.spans, 0, nil, nil)
		if got := cellsOf(p); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

// TestRowsThatABreakCuts: in the first and the last row of a page the places without text
// are cells as on the page before and behind, but for those that hold a text.
func TestRowsThatABreakCuts(t *testing.T) {
	edges := []float64{0, 10, 20, 30, 40}
	text := linedText{r1: 1, glyphs: []int{1}}
	l := ruledPage(2, 40, text)
	p := l.fill(edges, []fit.Range{{Lo: 0, Hi: 1}}, 0, []fit.Range{{Lo: 0, Hi: 2}, {Lo: 2, Hi: 4}}, []fit.Range{{Lo: 1, Hi: 4}})
	if got, want := cellsOf(p), "0 0 1 1 [1], 0 2 1 2 [], 1 1 1 3 [], 0 1 1 1 [], 1 0 1 1 []"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := p.Cells[1].Box, (extract.Box{20, 0, 40, 10}); got != want {
		t.Errorf("got a cell at %v, want %v", got, want)
	}
}

// TestColumnsOfAnotherDivision: a text is in a column of a block where it stands below one
// text alone in more of the rows than it stands below several.
func TestColumnsOfAnotherDivision(t *testing.T) {
	at := func(r int, lo, hi float64) linedText {
		return linedText{r0: r, r1: r + 1, box: extract.Box{lo, 0, hi, 2}}
	}
	l := ruledPage(3, 40, at(0, 0, 8), at(0, 12, 18), at(1, 2, 18), at(2, 2, 18))
	for _, c := range []struct {
		lo, hi float64
		want   bool
	}{{0, 18, true}, {13, 15, true}, {25, 30, false}} {
		if got := l.inColumn(&sheet.Phrase{Box: extract.Box{c.lo, 30, c.hi, 32}}); got != c.want {
			t.Errorf("from %v to %v: got %v", c.lo, c.hi, got)
		}
	}
	l.texts = l.texts[:3] // as many rows of one text as of several
	if l.inColumn(&sheet.Phrase{Box: extract.Box{0, 30, 18, 32}}) {
		t.Error("got a column where as many rows are divided")
	}
}
