package grid

import (
	"strings"
	"unicode/utf8"
)

// append puts the rows of p below those of t and joins what the break cut.
func (t *growing) append(p *growing, bottom []*entry, hung *overBreak, afterHeader bool) {
	top := p.top()
	under := map[[2]int]*entry{} // by columns
	for _, e := range top {
		under[[2]int{e.col, e.cs}] = e
	}
	pairs := make([]*entry, len(bottom))
	matched := 0
	for i, a := range bottom {
		if b := under[[2]int{a.col, a.cs}]; b != nil {
			pairs[i] = b
			matched++
		}
	}
	// A table without an upper border tells nothing by not having one at the break.
	cutRow := matched == len(bottom) && matched == len(top) && matched > 0 &&
		(t.bare(bottom, pairs, afterHeader) || t.cutByText(bottom, pairs) || !t.cutsOpen && t.cutBelowText(bottom, pairs, hung.b, p.rows))
	united := map[*entry]*entry{}
	for i, a := range bottom {
		b := pairs[i]
		if b == nil {
			continue
		}
		if cutRow || hung.sameLabel(&a.lastPart().cell, &b.parts[0].cell) || t.goesOn(i, bottom, pairs, united) {
			united[b] = a
		}
	}
	// Where each cell goes on, the row does.
	cutRow = cutRow || len(united) == len(bottom) && len(united) == len(top) && len(top) > 0
	offset := t.rows
	if cutRow {
		offset--
	}
	t.recent = nil
	for _, e := range p.cells {
		if a := united[e]; a != nil {
			t.recent = append(t.recent, a)
			a.rs = e.row + e.rs + offset - a.row
			a.cut = cutRow
			a.parts = append(a.parts, e.parts...)
			a.squashed = nil
			continue
		}
		e.row += offset
		t.put(e)
	}
	t.rows = offset + p.rows
}

// bare reports whether no border is drawn at the break on either page, over
// nearly all of its width. (Only the merged cells lack it where the break is
// between rows.) Behind a repeated heading the end of the page tells alone.
func (t *growing) bare(bottom, pairs []*entry, afterHeader bool) bool {
	if t.first.open[1] {
		return false
	}
	open, closed := 0.0, 0.0
	for i, a := range bottom {
		b := pairs[i]
		if b == nil {
			return false
		}
		w := a.lastPart().cell.box[2] - a.lastPart().cell.box[0]
		if a.lastPart().cell.noBottom && (afterHeader || b.parts[0].cell.noTop) {
			open += w
		} else {
			closed += w
		}
	}
	return open > 6*closed
}

func (e *entry) lastPart() *part { return &e.parts[len(e.parts)-1] }

// cutByText reports whether the first row of the next page is the rest of the
// last row, judged by what is filled in. The rest of a row has text only where
// the row has, or where a text did not fit before the break; a cell that was
// finished is empty; no figure follows a figure that had room. Where every cell goes
// on, one at least must stop in a sentence at the end of a full line, and none may
// be complete; a number torn apart settles it.
func (t *growing) cutByText(bottom, pairs []*entry) bool {
	goOn, done, moved, running, complete, torn, figures := 0, 0, 0, 0, 0, 0, 0
	for i, a := range bottom {
		b := pairs[i]
		ea, eb := a.empty(), b.empty()
		switch {
		case ea && !eb && a.rs == 1 && b.rs == 1: // the text of a merged cell stands anywhere
			if !movedBehind(i, bottom, pairs) {
				return false
			}
			moved++
		case !ea && eb && a.rs == 1:
			done++
		case !ea && !eb:
			switch parted := t.torn(a, b); {
			case parted && (a.rs > 1 || b.rs > 1):
				continue // of a label, wherever the row ends
			case parted:
			case b.rs > 1:
				return false
			case amount(a.key()) && amount(b.key()):
				if a.rs > 1 || !outOfRoom(a, b) {
					return false
				}
				figures++
				continue
			}
			goOn++
			if partsNumber(a.key(), b.key()) && a.rs == 1 && b.rs == 1 {
				torn++
				continue
			}
			full, stop := ending(a)
			switch {
			case full && !stop && !numbered(b.text()):
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
func startsAnew(bottom, pairs []*entry) bool {
	for i, a := range bottom {
		if a.rs == 1 && !a.empty() {
			return !pairs[i].empty() && !runsOn(a, pairs[i]) && !outOfRoom(a, pairs[i])
		}
	}
	return false
}

// runsOn reports whether the text of a stops in a sentence on a full line.
func runsOn(a, b *entry) bool {
	full, stop := ending(a)
	return full && !stop && !numbered(b.text())
}

// ending tells whether the last line of a cell is full, and whether it ends as a
// sentence does.
func ending(a *entry) (full, stop bool) {
	q := a.lastPart()
	if len(q.cell.lines) == 0 {
		return false, true
	}
	l := &q.cell.lines[len(q.cell.lines)-1]
	em := q.sheet.glyphs[l.glyphs[0]].Size
	last, _ := utf8.DecodeLastRuneInString(q.sheet.lineText(l))
	full = l.box[2]-l.box[0] > q.sheet.room(q.cell.lines, q.cell.box)-1.5*em
	return full, strings.ContainsRune("。；;！？", last)
}

// goesOn reports whether a merged cell at the end of one page goes on at the top
// of the next, where the row itself was not cut.
func (t *growing) goesOn(i int, bottom, pairs []*entry, united map[*entry]*entry) bool {
	a, b := bottom[i], pairs[i]
	if !t.first.open[1] && a.lastPart().cell.noBottom && b.parts[0].cell.noTop {
		return true
	}
	if t.cutsOpen && !a.lastPart().cell.noBottom {
		return false
	}
	// A group that ended takes what is grouped under it along.
	allLeft := true
	for k := range i {
		if pairs[k] == nil || united[pairs[k]] == nil {
			allLeft = false
			if bottom[k].rs >= a.rs && !(bottom[k].empty() && pairs[k] != nil && pairs[k].empty()) && a.rs > 1 {
				return false
			}
		}
	}
	ea, eb := a.empty(), b.empty()
	switch {
	case !ea && !eb:
		return t.torn(a, b)
	case t.groupEnds(i, bottom, pairs, united):
		return false
	case ea && eb:
		return a.rs > 1 && b.rs > 1
	case eb && (a.rs > 1 || b.rs > 1), ea && (a.rs > 1 || b.rs > 1):
		return true
	}
	// One row on each page: only a label whose left neighbours all go on, where
	// the table merges its labels and does not leave them blank.
	from := 0
	if i > 0 {
		from = bottom[i-1].row
	}
	return eb && allLeft && i+1 < len(bottom) && !t.leavesBlank(a, from)
}

// groupEnds reports whether a merged label left of a cell ended with the page, and
// another began: what is grouped under it ended as well.
func (t *growing) groupEnds(i int, bottom, pairs []*entry, united map[*entry]*entry) bool {
	for k := range i {
		a, b := bottom[k], pairs[k]
		if b == nil || united[b] != nil || a.empty() || b.empty() {
			continue
		}
		if max(a.rs, b.rs) > 1 && a.rs >= bottom[i].rs && b.rs >= pairs[i].rs {
			return true
		}
	}
	return false
}

// leavesBlank reports whether the column of a has single empty cells on the page,
// among the rows of the group that begins with row from.
func (t *growing) leavesBlank(a *entry, from int) bool {
	for _, e := range t.recent {
		if e.col == a.col && e.cs == a.cs && e.rs == 1 && e.row >= from && e.empty() {
			return true
		}
	}
	return false
}
