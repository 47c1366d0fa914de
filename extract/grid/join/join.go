// Package join puts the pieces of a table together over pages. A piece goes on
// with the table before it when
//
//   - it is the first on its page and that table's piece the last on the page before,
//   - nothing but page numbers, running heads and feet, and 续表 stand between,
//   - both borders are at the same places, or both shifted alike, and so are
//     half the columns, unless the page before is full,
//   - it does not begin as the table began (a new form of the same kind), but for a
//     title that is printed again (again.go).
//
// Then the rows that repeat the table's heading are dropped, and what the break
// cut is put together. A row was cut when no border is drawn at the break on
// either page; where both pages draw one (Word, WPS, LibreOffice) the text tells:
// see evidence.go. A merged cell was cut when one part is empty and the cells it
// is grouped under go on (see cut.go), or both parts are one word or number (see
// cutword.go).
//
//	tables := join.Pages(d, pieces) // pieces in reading order
package join

import (
	"math"
	"sort"

	"ziping/extract/grid/page"
	"ziping/extract/grid/pagebreak"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
	"ziping/extract/grid/table"
)

// Pages makes tables of pieces in reading order.
func Pages(d *sheet.Document, pieces []*piece.Piece) []*table.Table {
	var out []*growing
	open := cutsOpen(pieces)
	for i, p := range pieces {
		d.Progress()
		pagebreak.Overrun(p)
		if n := len(out); n > 0 {
			t := out[n-1]
			if prev := pieces[i-1]; t.Last == prev && prev.Sheet.Index == p.Sheet.Index-1 &&
				!pagebreak.TextBetween(d, prev, p) {
				undo := reachLeft(p, t)
				if t.add(p) {
					continue
				}
				if undo != nil {
					undo()
				}
			}
		}
		if n := len(out); n > 0 && (out[n-1].addBelow(p) || out[n-1].noteBelow(p)) {
			continue
		}
		if p.Tentative {
			p.Release()
			continue
		}
		t := newTable(p)
		t.doc, t.cutsOpen = d, open
		out = append(out, t)
	}
	tables := make([]*table.Table, len(out))
	for i, t := range out {
		t.noteAbove()
		tables[i] = &t.Table
	}
	return beside(tables)
}

// cutsOpen reports whether the pages leave a cell that a break cuts without a
// border there: some cells at the end of a page have none and others have. A program
// does so always or never, so that a cell with a border ends there.
func cutsOpen(pieces []*piece.Piece) bool {
	for i := 1; i < len(pieces); i++ {
		a, b := pieces[i-1], pieces[i]
		if b.Sheet.Index != a.Sheet.Index+1 || a.Open[3] || a.Tentative || b.Tentative {
			continue
		}
		if _, ok := piece.Shift(a, b, math.Max(a.Sheet.Em, b.Sheet.Em)); !ok {
			continue
		}
		bare, drawn := false, false
		for _, c := range pagebreak.AtBreak(a, true) {
			bare, drawn = bare || c.NoBottom, drawn || !c.NoBottom
		}
		if bare && drawn {
			return true
		}
	}
	return false
}

// addBelow appends a piece that stands on the same page right below the last,
// between the same borders: two parts of one table whose frames do not touch.
func (t *growing) addBelow(p *piece.Piece) bool {
	em, gap := p.Sheet.Em, p.Ys[0]-t.Last.Ys[len(t.Last.Ys)-1]
	a, b := t.Last.Box(), p.Box()
	if t.Last.Sheet != p.Sheet || p.Tentative || gap < 0 || gap > stackedGap*em ||
		math.Abs(a[0]-b[0]) > sheet.Near(em) || math.Abs(a[2]-b[2]) > sheet.Near(em) {
		return false
	}
	return t.below(p)
}

// stackedGap is the widest gap (in character sizes) between frames of one table;
// no line of text fits in.
const stackedGap = 0.8

// add appends a piece of the next page, or reports false.
func (t *growing) add(p *piece.Piece) bool {
	em := math.Max(t.Last.Sheet.Em, p.Sheet.Em)
	dx, ok := piece.Shift(t.Last, p, em)
	if !ok {
		return false
	}
	dx += t.First.Xs[0] - t.Last.Xs[0]
	if !alike(t, p, dx, page.Word*em) && !fillsPage(t.Last, p) {
		return false
	}
	xs, from, to := mergeEdges(t.Xs, p.Xs, dx, page.Word*em)
	bottom := t.bottom()
	next := newTable(p)
	next.recount(to)
	t.recount(from)
	hung := newOverBreak(t.Last, p)
	drop, row := t.repeated(next, hung)
	if t.startsAgain(next, drop, row) {
		back := make([]int, len(xs))
		for i, k := range from {
			back[k] = i
		}
		t.recount(back)
		return false
	}
	t.Xs = xs
	if drop > 0 {
		t.Headers = append(t.Headers, t.dropRows(next, drop, row, hung))
	}
	t.append(next, bottom, hung, drop > 0)
	t.Last = p
	return true
}

// alike reports whether two sets of columns can be of one table: half the inner
// edges of one are edges of the other. One or two edges say nothing: the first
// rows of a form divide its width in a way of their own.
func alike(t *growing, p *piece.Piece, dx, tol float64) bool {
	inner := p.Xs[1 : len(p.Xs)-1]
	if len(inner) <= 2 || len(t.Xs) <= 4 {
		return true
	}
	same := 0
	for _, x := range inner {
		k := sort.SearchFloat64s(t.Xs, x+dx-tol)
		if k < len(t.Xs) && t.Xs[k] <= x+dx+tol {
			same++
		}
	}
	return 2*same >= len(inner) || 2*same >= len(t.Xs)-2
}

// fillsPage reports whether a piece reaches so far down its page that the first row of
// the next one had no room there, under a lower margin like the upper one: the
// page broke the table, and did not end with it. Its rows may then divide the width
// in other ways than those behind the break.
func fillsPage(a, b *piece.Piece) bool {
	room := a.Sheet.Page.Height - b.Box()[1] - a.Box()[3]
	return room < b.Ys[1]-b.Ys[0]+b.Sheet.Em
}
