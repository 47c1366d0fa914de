package grid

import "math"

// What fits before a page break. A row is cut where the page ends, so that what
// stays is what had room, and what goes behind the break is what had none.

// movedBehind reports whether a text of a row stands behind the break because it
// did not fit before it: it is taller than the room there, and than all that
// stayed. (A program that keeps lines together moves them as a whole.)
func movedBehind(i int, bottom, pairs []*entry) bool {
	a, b := bottom[i].lastPart(), &pairs[i].parts[0]
	high, em := textHeight(b), b.sheet.em
	if high+0.8*em <= a.cell.box[3]-a.cell.box[1] {
		return false
	}
	for _, o := range bottom {
		if o.rs == 1 && !o.empty() && textHeight(o.lastPart()) > high-0.5*em {
			return false
		}
	}
	return true
}

// textHeight is how high the lines of a part stand.
func textHeight(q *part) float64 {
	n := len(q.cell.lines)
	if n == 0 {
		return 0
	}
	return q.cell.lines[n-1].tall[3] - q.cell.lines[0].tall[1]
}

// outOfRoom reports whether the first character of b would not have fitted at the
// end of the last line of a: a figure is parted where the line ends, wherever that is.
func outOfRoom(a, b *entry) bool {
	q, r := a.lastPart(), &b.parts[0]
	if len(q.cell.lines) == 0 || len(r.cell.lines) == 0 {
		return false
	}
	l := &q.cell.lines[len(q.cell.lines)-1]
	next := r.sheet.glyphs[r.cell.lines[0].glyphs[0]].Box
	return l.box[2]-l.box[0]+next[2]-next[0] > q.sheet.room(q.cell.lines, q.cell.box)
}

// cutBelowText reports whether the first row of the next page, which is empty, is
// the lower end of the last row: a row with text follows, and either the table has
// no other empty row, or the last row is lower than its text wants in the others.
func (t *growing) cutBelowText(bottom, pairs []*entry, p *piece, rows int) bool {
	filled := 0
	for i, a := range bottom {
		if a.rs == 1 && !a.empty() {
			filled++
		}
		if b := pairs[i]; !b.empty() && (a.rs == 1 && b.rs == 1 || !a.empty() && !t.torn(a, b)) {
			return false
		}
	}
	last, first := t.last, p.rows()-rows // of p's rows, headings printed again left out
	slack, ok := last.slack(last.rows() - 1)
	if filled < 2 || !ok || rows < 2 {
		return false
	}
	if _, ok := p.slack(first + 1); !ok {
		return false
	}
	least, blank := math.Inf(1), false
	look := func(p *piece, from, to int) {
		for r := from; r < to; r++ {
			v, ok := p.slack(r)
			if ok {
				least = math.Min(least, v)
			}
			blank = blank || !ok && p.singles(r) > 1
		}
	}
	look(last, 0, last.rows()-1)
	look(p, first+1, p.rows())
	return !blank || slack < least-0.15*last.sheet.em
}

// slack is how much higher a row is than the text of its single cells; false where
// it has none.
func (p *piece) slack(row int) (float64, bool) {
	high, found := 0.0, false
	for k := range p.cells {
		if c := &p.cells[k]; c.row == row && c.rs == 1 && len(c.lines) > 0 {
			high, found = math.Max(high, textHeight(&part{p.sheet, *c})), true
		}
	}
	return p.ys[row+1] - p.ys[row] - high, found
}

// singles counts the cells that are of one row alone.
func (p *piece) singles(row int) int {
	n := 0
	for k := range p.cells {
		if c := &p.cells[k]; c.row == row && c.rs == 1 {
			n++
		}
	}
	return n
}
