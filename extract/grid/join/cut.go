package join

import (
	"math"
	"strings"
	"unicode/utf8"

	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
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
		(t.bare(bottom, pairs, afterHeader) || t.cutByText(bottom, pairs) || !t.cutsOpen && t.cutBelowText(bottom, pairs, hung.b, p.Rows))
	united := map[*table.Entry]*table.Entry{}
	for i, a := range bottom {
		b := pairs[i]
		if b == nil {
			continue
		}
		if cutRow || hung.sameLabel(&a.LastPart().Cell, &b.Parts[0].Cell) || t.cellGoesOn(i, bottom, pairs, united) {
			united[b] = a
		}
	}
	// Where each cell goes on, the row does.
	cutRow = cutRow || len(united) == len(bottom) && len(united) == len(top) && len(top) > 0
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
			a.Parts = append(a.Parts, e.Parts...)
			a.Squashed = nil
			continue
		}
		e.Row += offset
		t.put(e)
	}
	t.Rows = offset + p.Rows
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

// cutByText reports whether the first row of the next page is the rest of the
// last row, judged by what is filled in. The rest of a row has text only where
// the row has, or where a text did not fit before the break; a cell that was
// finished is empty; no figure follows a figure that had room. Where every cell goes
// on, one at least must stop in a sentence at the end of a full line, and none may
// be complete; a number torn apart settles it.
func (t *growing) cutByText(bottom, pairs []*table.Entry) bool {
	goOn, done, moved, running, complete, torn, figures := 0, 0, 0, 0, 0, 0, 0
	for i, a := range bottom {
		b := pairs[i]
		ea, eb := a.Empty(), b.Empty()
		switch {
		case ea && !eb && a.Rows == 1 && b.Rows == 1: // the text of a merged cell stands anywhere
			if !movedBehind(i, bottom, pairs) {
				return false
			}
			moved++
		case !ea && eb && a.Rows == 1:
			done++
		case !ea && !eb:
			switch parted := t.cutsWord(a, b); {
			case parted && (a.Rows > 1 || b.Rows > 1):
				continue // of a label, wherever the row ends
			case parted:
			case b.Rows > 1:
				return false
			case sheet.Amount(a.Key()) && sheet.Amount(b.Key()):
				if a.Rows > 1 || !outOfRoom(a, b) {
					return false
				}
				figures++
				continue
			}
			goOn++
			if a.LastPart().Sheet.Words.PartsNumber(a.Key(), b.Key()) && a.Rows == 1 && b.Rows == 1 {
				torn++
				continue
			}
			full, stop := ending(a)
			switch {
			case full && !stop && !b.Parts[0].Sheet.Words.Numbered(b.Text()):
				running++
			case !full:
				complete++
			}
		}
	}
	switch {
	case figures > 0: // little else may stand there: rows of figures are many
		return done > goOn+figures && moved == 0 && complete == 0 && !startsAnew(bottom, pairs)
	case torn > 0 || running > 0 && complete == 0:
		return true
	case moved > 0:
		return done > 0 && complete == 0 && !startsAnew(bottom, pairs)
	}
	return goOn > 0 && done > 0 && done >= goOn && !startsAnew(bottom, pairs)
}

// startsAnew reports whether the leftmost cell of the row that is no group label
// is filled on both pages and reads as complete on each.
func startsAnew(bottom, pairs []*table.Entry) bool {
	for i, a := range bottom {
		if a.Rows == 1 && !a.Empty() {
			return !pairs[i].Empty() && !runsOn(a, pairs[i]) && !outOfRoom(a, pairs[i])
		}
	}
	return false
}

// runsOn reports whether the text of a stops in a sentence on a full line.
func runsOn(a, b *table.Entry) bool {
	full, stop := ending(a)
	return full && !stop && !b.Parts[0].Sheet.Words.Numbered(b.Text())
}

// ending tells whether the last line of a cell is full, and whether it ends as a
// sentence does.
func ending(a *table.Entry) (full, stop bool) {
	q := a.LastPart()
	if len(q.Cell.Lines) == 0 {
		return false, true
	}
	l := &q.Cell.Lines[len(q.Cell.Lines)-1]
	em := q.Sheet.Glyphs[l.Glyphs[0]].Size
	last, _ := utf8.DecodeLastRuneInString(q.Sheet.LineText(l))
	full = l.Box[2]-l.Box[0] > q.Sheet.Room(q.Cell.Lines, q.Cell.Box)-1.5*em
	return full, strings.ContainsRune("。；;！？", last)
}

// cellGoesOn reports whether a merged cell at the end of one page goes on at the top
// of the next, where the row itself was not cut.
func (t *growing) cellGoesOn(i int, bottom, pairs []*table.Entry, united map[*table.Entry]*table.Entry) bool {
	a, b := bottom[i], pairs[i]
	if !t.First.Open[1] && a.LastPart().Cell.NoBottom && b.Parts[0].Cell.NoTop {
		return true
	}
	if t.cutsOpen && !a.LastPart().Cell.NoBottom {
		return false
	}
	// A group that ended takes what is grouped under it along.
	allLeft := true
	for k := range i {
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
	from := 0
	if i > 0 {
		from = bottom[i-1].Row
	}
	return eb && allLeft && i+1 < len(bottom) && !t.leavesBlank(a, from)
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
