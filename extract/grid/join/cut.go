package join

import (
	"math"
	"slices"

	"ziping/extract/grid/page"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/table"
)

// append puts the rows of p below those of t and joins what the break cut.
func (t *growing) append(p *growing, bottom []*table.Entry, hung *overBreak, afterHeader bool) {
	top := p.top()
	under := map[[2]int]*table.Entry{} // by columns
	for _, e := range top {
		under[[2]int{e.Col, e.Cols}] = e
	}
	pairs := make([]*table.Entry, len(bottom))
	matched := 0
	for i, a := range bottom {
		if b := under[[2]int{a.Col, a.Cols}]; b != nil {
			pairs[i] = b
			matched++
		}
	}
	// A table without an upper border tells nothing by not having one at the break.
	cutRow := matched == len(bottom) && matched == len(top) && matched > 0 &&
		(t.bare(bottom, pairs, afterHeader) || t.rowGoesOn(bottom, pairs) || !t.cutsOpen && t.cutBelowText(bottom, pairs, hung.b, p.Rows))
	// Behind a repeated heading the end of the page tells alone, where it parts cells that
	// end from those that go on.
	ends := afterHeader && slices.ContainsFunc(bottom, func(a *table.Entry) bool { return !a.LastPart().Cell.NoBottom })
	united := map[*table.Entry]*table.Entry{}
	for i, a := range bottom {
		b := pairs[i]
		if b == nil {
			continue
		}
		if cutRow || hung.sameLabel(&a.LastPart().Cell, &b.Parts[0].Cell) || t.cellGoesOn(i, bottom, pairs, united, ends) && !leftBlank(a, b, t, p) {
			united[b] = a
		}
	}
	cutRow = cutRow || matched == len(top) && allGoOn(bottom, pairs, united)
	offset := t.Rows
	if cutRow {
		offset--
	}
	t.recent = nil
	for _, e := range p.Cells {
		if a := united[e]; a != nil {
			t.recent = append(t.recent, a)
			a.Rows = e.Row + e.Rows + offset - a.Row
			a.Cut = cutRow
			hung.once(&a.LastPart().Cell, &e.Parts[0].Cell)
			a.Parts = append(a.Parts, e.Parts...)
			a.Squashed = nil
			continue
		}
		e.Row += offset
		t.put(e)
	}
	t.Rows = offset + p.Rows
}

// allGoOn reports whether each cell before a break goes on behind it: then the row
// does. Single cells that are empty on both pages go with the others.
func allGoOn(bottom, pairs []*table.Entry, united map[*table.Entry]*table.Entry) bool {
	if len(united) == 0 {
		return false
	}
	var blank []int
	for i, a := range bottom {
		b := pairs[i]
		switch {
		case b == nil:
			return false
		case united[b] == nil && a.Empty() && b.Empty() && a.Rows == 1 && b.Rows == 1:
			blank = append(blank, i)
		case united[b] == nil:
			return false
		}
	}
	for _, i := range blank {
		united[pairs[i]] = bottom[i]
	}
	return true
}

// bare reports whether no border is drawn at the break on either page, over
// nearly all of its width. (Only the merged cells lack it where the break is
// between rows.) Behind a repeated heading the end of the page tells alone.
func (t *growing) bare(bottom, pairs []*table.Entry, afterHeader bool) bool {
	if t.First.Open[1] {
		return false
	}
	open, closed := 0.0, 0.0
	for i, a := range bottom {
		b := pairs[i]
		if b == nil {
			return false
		}
		w := a.LastPart().Cell.Box[2] - a.LastPart().Cell.Box[0]
		if a.LastPart().Cell.NoBottom && (afterHeader || b.Parts[0].Cell.NoTop) {
			open += w
		} else {
			closed += w
		}
	}
	return open > 6*closed
}

// cellGoesOn reports whether a merged cell at the end of one page goes on at the top
// of the next, where the row itself was not cut. ends says that the lower borders of the
// page tell alone which do.
func (t *growing) cellGoesOn(i int, bottom, pairs []*table.Entry, united map[*table.Entry]*table.Entry, ends bool) bool {
	a, b := bottom[i], pairs[i]
	if !t.First.Open[1] && a.LastPart().Cell.NoBottom && (ends || b.Parts[0].Cell.NoTop) {
		return true
	}
	if t.cutsOpen && !a.LastPart().Cell.NoBottom {
		return false
	}
	// A group that ended takes what is grouped under it along.
	allLeft, from := true, 0 // from: where the nearest of them begins
	for k := range i {
		if blankBeside(bottom[k], pairs[k]) {
			continue // says nothing of groups
		}
		from = bottom[k].Row
		if pairs[k] == nil || united[pairs[k]] == nil {
			allLeft = false
			if bottom[k].Rows >= a.Rows && !(bottom[k].Empty() && pairs[k] != nil && pairs[k].Empty()) && a.Rows > 1 {
				return false
			}
		}
	}
	ea, eb := a.Empty(), b.Empty()
	switch {
	case !ea && !eb:
		return t.cutsWord(a, b)
	case t.groupEnds(i, bottom, pairs, united):
		return false
	case ea && eb:
		return a.Rows > 1 && b.Rows > 1
	case eb && (a.Rows > 1 || b.Rows > 1), ea && (a.Rows > 1 || b.Rows > 1):
		return true
	}
	// One row on each page: only a label whose left neighbours all go on, where
	// the table merges its labels and does not leave them blank.
	return eb && allLeft && i+1 < len(bottom) && !t.leavesBlank(a, from)
}

// leftBlank reports a single empty cell with its lower border before a label, on a page
// whose labels have such cells below them, within the page, instead of being merged with
// them: it is of the label above. So it is where those of the next column had them on the
// page before.
func leftBlank(a, b *table.Entry, before, page *growing) bool {
	single := func(e *table.Entry) bool { return e.Rows == 1 && e.Empty() }
	if !single(a) || a.LastPart().Cell.NoBottom || b.Empty() {
		return false
	}
	return slices.ContainsFunc(page.Cells, func(e *table.Entry) bool {
		return e.Col == b.Col && e.Cols == b.Cols && e.Row > b.Row && e.Row < page.Rows-1 && single(e)
	}) || slices.ContainsFunc(before.recent, func(e *table.Entry) bool {
		return e.Col == a.Col+a.Cols && e.Row < a.Row && single(e)
	})
}

// blankBeside reports a single cell that is empty on both pages.
func blankBeside(a, b *table.Entry) bool {
	return b != nil && a.Rows == 1 && b.Rows == 1 && a.Empty() && b.Empty()
}

// groupEnds reports whether a merged label left of a cell ended with the page, and
// another began: what is grouped under it ended as well.
func (t *growing) groupEnds(i int, bottom, pairs []*table.Entry, united map[*table.Entry]*table.Entry) bool {
	for k := range i {
		a, b := bottom[k], pairs[k]
		if b == nil || united[b] != nil || a.Empty() || b.Empty() {
			continue
		}
		if max(a.Rows, b.Rows) > 1 && a.Rows >= bottom[i].Rows && b.Rows >= pairs[i].Rows {
			return true
		}
	}
	return false
}

// leavesBlank reports whether the column of a has single empty cells on the page,
// among the rows of the group that begins with row from.
func (t *growing) leavesBlank(a *table.Entry, from int) bool {
	for _, e := range t.recent {
		if e.Col == a.Col && e.Cols == a.Cols && e.Rows == 1 && e.Row >= from && e.Empty() {
			return true
		}
	}
	return false
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
		if b := pairs[i]; !b.Empty() && (a.Rows == 1 && b.Rows == 1 || !a.Empty() && !t.cutsWord(a, b)) {
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
	return !blank || slack < least-page.Touch*last.Sheet.Em
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
