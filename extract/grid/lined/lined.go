// Package lined finds tables with horizontal rulings only. A ruling over the whole
// width ends every cell above it; one over a part of it ends those, and the cells
// beside it go on. So rows, and the rows of merged cells, are exact, and the ends
// of such a ruling are edges of columns. The other edges are found by how texts
// stand (package fit). A table that rules off its heading and its end only has
// rows between its rulings; it is read as one without rulings.
//
//	pieces := lined.Pieces(d, ruled)
package lined

import (
	"math"
	"sort"

	"ziping/extract/grid/page"
	"ziping/extract/grid/pagebreak"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
)

// lined is what one page holds of such a table.
type lined struct {
	sheet *sheet.Sheet
	bars  []sheet.Seg // from top to bottom
	reach *reach      // finds those near a text
	ys    []float64   // heights of bars
	left  float64
	right float64
	texts []linedText
}

// Pieces finds the tables of horizontal rulings of all pages, in what pieces
// of the others have left.
func Pieces(d *sheet.Document, pieces []*piece.Piece) []*piece.Piece {
	var out []*piece.Piece
	var open []*lined
	flush := func() {
		out = append(out, fitLined(open)...)
		open = nil
	}
	for _, s := range d.Sheets {
		d.Progress()
		list := findLined(d, s, pieces, open)
		for k, l := range list {
			if n := len(open); n > 0 && (k > 0 || !open[n-1].continuesOn(d, l)) {
				flush()
			}
			open = append(open, l)
		}
		if len(list) == 0 {
			flush()
		}
	}
	flush()
	return out
}

// continuesOn reports whether the first table of a page is the rest of the last one of
// the page before. Some programs draw no ruling above the first row of a page; it
// is taken in.
func (l *lined) continuesOn(d *sheet.Document, next *lined) bool {
	if l.sheet.Index != next.sheet.Index-1 || !l.beside(next) {
		return false
	}
	if !pagebreak.TextBetween(d, l.piece(), next.piece()) {
		return true
	}
	if above := next.rowAbove(); above != nil {
		next.begin(above)
		return !pagebreak.TextBetween(d, l.piece(), next.piece())
	}
	return false
}

func (l *lined) beside(o *lined) bool {
	return math.Abs(l.left-o.left) < l.sheet.Em && math.Abs(l.right-o.right) < l.sheet.Em
}

// piece is the piece without its cells.
func (l *lined) piece() *piece.Piece {
	return &piece.Piece{Sheet: l.sheet, Xs: []float64{l.left, l.right}, Ys: l.ys}
}

// findLined finds what a page holds, and takes its characters.
func findLined(d *sheet.Document, s *sheet.Sheet, pieces []*piece.Piece, open []*lined) []*lined {
	bars := freeBars(s, pieces)
	if len(bars) < 2 {
		return nil
	}
	var prev *lined // the page before, if the table may go on
	if n := len(open); n > 0 && open[n-1].sheet.Index == s.Index-1 {
		prev = open[n-1]
	}
	phrases := s.Phrases()
	var large []float64
	for i := range phrases {
		if phrases[i].Size > page.Larger*s.Em {
			large = append(large, phrases[i].Y())
		}
	}
	var out []*lined
	for _, b := range newSorter(bars, s.Em).bundles(prev) {
		for _, part := range b.parts(large) {
			if l := newLined(s, phrases, part, b.left, b.right); l != nil && l.isTable(d, prev != nil && prev.beside(l)) {
				if prev == nil || !prev.beside(l) {
					l.beginsAbove()
				}
				l.endsBelow()
				out = append(out, l)
			}
			prev = nil
		}
	}
	for _, l := range out {
		for k := range l.texts {
			s.Take(l.texts[k].glyphs)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].ys[0] < out[j].ys[0] })
	return out
}

// isTable asks for rows of several texts, each row between two rulings: where
// figures stand below each other without a ruling between, rows are not ruled.
func (l *lined) isTable(d *sheet.Document, goesOn bool) bool {
	several := l.textsOfRows(func(*linedText) bool { return true })
	stacked := make([]int, len(l.ys))
	headings := 0
	for i := range l.texts {
		t := &l.texts[i]
		if t.r1 == t.r0+1 && t.figures > 1 {
			stacked[t.r0]++
		}
		if d.Heading(l.sheet.PlainText(t.glyphs)) {
			headings++
		}
	}
	duo, tri := 0, 0
	for r := range several {
		if several[r] > 1 {
			duo++
		}
		if several[r] > 2 {
			tri++
		}
		if stacked[r] > 1 {
			return false
		}
	}
	if goesOn {
		return duo >= 1
	}
	return duo >= 3 && (tri >= 2 || headings >= 3)
}
