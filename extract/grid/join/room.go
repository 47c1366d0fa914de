package join

import (
	"math"

	"ziping/extract/grid/piece"
	"ziping/extract/grid/table"
)

// What fits before a page break. A row is cut where the page ends, so that what
// stays is what had room, and what goes behind the break is what had none.

// movedBehind reports whether a text of a row stands behind the break because it
// did not fit before it: it is taller than the room there, and than all that
// stayed. (A program that keeps lines together moves them as a whole.)
func movedBehind(i int, bottom, pairs []*table.Entry) bool {
	a, b := bottom[i].LastPart(), &pairs[i].Parts[0]
	high, em := table.TextHeight(b), b.Sheet.Em
	if high+0.8*em <= a.Cell.Box[3]-a.Cell.Box[1] {
		return false
	}
	for _, o := range bottom {
		if o.Rows == 1 && !o.Empty() && table.TextHeight(o.LastPart()) > high-0.5*em {
			return false
		}
	}
	return true
}

// outOfRoom reports whether the first character of b would not have fitted at the
// end of the last line of a: a figure is parted where the line ends, wherever that is.
func outOfRoom(a, b *table.Entry) bool {
	q, r := a.LastPart(), &b.Parts[0]
	if len(q.Cell.Lines) == 0 || len(r.Cell.Lines) == 0 {
		return false
	}
	l := &q.Cell.Lines[len(q.Cell.Lines)-1]
	next := r.Sheet.Glyphs[r.Cell.Lines[0].Glyphs[0]].Box
	return l.Box[2]-l.Box[0]+next[2]-next[0] > q.Sheet.Room(q.Cell.Lines, q.Cell.Box)
}

// cutBelowText reports whether the first row of the next page, which is empty, is
// the lower end of the last row: a row with text follows, and either the table has
// no other empty row, or the last row is lower than its text wants in the others.
func (t *growing) cutBelowText(bottom, pairs []*table.Entry, p *piece.Piece, rows int) bool {
	filled := 0
	for i, a := range bottom {
		if a.Rows == 1 && !a.Empty() {
			filled++
		}
		if b := pairs[i]; !b.Empty() && (a.Rows == 1 && b.Rows == 1 || !a.Empty() && !t.torn(a, b)) {
			return false
		}
	}
	last, first := t.Last, p.Rows()-rows // of p's rows, headings printed again left out
	slack, ok := slackOf(last, last.Rows()-1)
	if filled < 2 || !ok || rows < 2 {
		return false
	}
	if _, ok := slackOf(p, first+1); !ok {
		return false
	}
	least, blank := math.Inf(1), false
	look := func(p *piece.Piece, from, to int) {
		for r := from; r < to; r++ {
			v, ok := slackOf(p, r)
			if ok {
				least = math.Min(least, v)
			}
			blank = blank || !ok && singles(p, r) > 1
		}
	}
	look(last, 0, last.Rows()-1)
	look(p, first+1, p.Rows())
	return !blank || slack < least-0.15*last.Sheet.Em
}

// slackOf is how much higher a row is than the text of its single cells; false where
// it has none.
func slackOf(p *piece.Piece, row int) (float64, bool) {
	high, found := 0.0, false
	for k := range p.Cells {
		if c := &p.Cells[k]; c.Row == row && c.Rows == 1 && len(c.Lines) > 0 {
			high, found = math.Max(high, table.TextHeight(&table.Part{Sheet: p.Sheet, Cell: *c})), true
		}
	}
	return p.Ys[row+1] - p.Ys[row] - high, found
}

// singles counts the cells that are of one row alone.
func singles(p *piece.Piece, row int) int {
	n := 0
	for k := range p.Cells {
		if c := &p.Cells[k]; c.Row == row && c.Rows == 1 {
			n++
		}
	}
	return n
}
