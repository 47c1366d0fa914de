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

	"ziping/extract/grid/fit"
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
	// The first row has no ruling above it, the last none below.
	openTop, openBottom bool
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
	}
	flush()
	return out
}

// continuesOn reports whether the first table of a page is the rest of the last one of
// the page before. Some programs draw no ruling above the first row of a page; it
// is taken in. So are the two parts of a row that the break cuts, which have none between
// them.
func (l *lined) continuesOn(d *sheet.Document, next *lined) bool {
	if l.sheet.Index != next.sheet.Index-1 || !l.beside(next) {
		return false
	}
	if !pagebreak.TextBetween(d, l.piece(), next.piece()) {
		return true
	}
	below, above := l.below(), next.above()
	if !cutRow(l, below, next, above) && next.sideBySide(above) < leastTexts {
		return false
	}
	if len(below) > 0 {
		l.end(below)
	}
	if len(above) > 0 {
		next.begin(above)
	}
	return !pagebreak.TextBetween(d, l.piece(), next.piece())
}

// cutRow reports whether what stands below the last ruling of a page, or in the last row
// that has none below it, and what stands above the first ruling of the next are a row:
// several texts side by side, each in a column of its own.
func cutRow(l *lined, below []int, next *lined, above []int) bool {
	if len(below) == 0 && len(above) == 0 {
		return false
	}
	here, there := l.sheet.Phrases(), next.sheet.Phrases()
	var wide []fit.Interval
	for _, i := range below {
		wide = beside(wide, here[i].Box)
	}
	if last := len(l.ys) - 1; len(below) == 0 {
		for k := range l.texts {
			if t := &l.texts[k]; t.r1 == last && !l.ruledAt(t.box, l.ys[last]) {
				wide = beside(wide, t.box)
			}
		}
	}
	for _, i := range above {
		if !next.inColumn(&there[i]) && !l.inColumn(&there[i]) {
			return false
		}
		wide = beside(wide, there[i].Box)
	}
	return len(wide) >= leastTexts
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
			if l := newLined(s, phrases, part, b.left, b.right); l != nil && l.isTable(prev != nil && prev.beside(l)) {
				if prev == nil || !prev.beside(l) {
					l.beginsAbove(d)
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
func (l *lined) isTable(goesOn bool) bool {
	several := l.textsOfRows(func(*linedText) bool { return true })
	stacked := make([]int, len(l.ys))
	for i := range l.texts {
		t := &l.texts[i]
		for r := t.r0; r < t.r1 && t.figures > 1; r++ {
			stacked[r]++
		}
		if t.rows(l.sheet.Em) > 1 { // put together by a text over all of their columns
			return false
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
	return duo >= 3 && tri >= 2
}
