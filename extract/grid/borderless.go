package grid

import (
	"math"

	"ziping/extract"
)

// Tables without outer borders. Where no ruling crosses a column or a row, nothing
// shows that it is one: a label merged over a whole page, a note over all columns.
// What the rest of the table shows fills these in.

// reachLeft gives the first columns to a piece whose page holds nothing but
// merged cells in them: the piece ends at an inner edge of a table without left
// border, and at its right border. A ruling that runs on as far as the table
// does parts two cells; alone it could be anything where no page before shows
// the table's edge. It returns how to undo it, nil where nothing was done.
func (p *piece) reachLeft(t *growing) (undo func()) {
	last, em := t.last, p.sheet.em
	left := last.xs[0]
	if p.tentative || !last.open[0] || !p.open[2] || p.xs[0] < left+1.5*em ||
		math.Abs(p.xs[len(p.xs)-1]-last.xs[len(last.xs)-1]) > 0.7*em {
		return nil
	}
	inner := false
	for _, x := range last.xs[1 : len(last.xs)-1] {
		inner = inner || math.Abs(x-p.xs[0]) <= 0.5*em
	}
	if !inner {
		return nil
	}
	xs, cells := p.xs, p.cells
	var taken []int
	var added []cell
	from := 0
	for r := 1; r <= p.rows(); r++ {
		ruled := p.ruledAt(p.ys[r], left, xs[0])
		if !ruled && r < p.rows() {
			continue
		}
		b := extract.Box{left, p.ys[from], xs[0], p.ys[r]}
		c := cell{row: from, rs: r - from, cs: 1, box: b, glyphs: p.sheet.freeIn(b), noTop: !p.ruledAt(b[1], left, xs[0]), noBottom: !ruled}
		c.lines = p.sheet.lines(c.glyphs)
		taken = append(taken, c.glyphs...)
		p.sheet.take(c.glyphs)
		added = append(added, c)
		from = r
	}
	p.xs = append([]float64{left}, xs...)
	p.cells = added
	for _, o := range cells {
		o.col++
		p.cells = append(p.cells, o)
	}
	p.open[0] = true // for the page behind it
	return func() {
		p.sheet.give(taken)
		p.xs, p.cells, p.open[0] = xs, cells, false
	}
}

// ruledAt reports whether a ruling at height y covers most of what lies between
// two places.
func (p *piece) ruledAt(y, from, to float64) bool {
	for _, h := range p.sheet.hs {
		if math.Abs(h.at-y) <= near(p.sheet.em) && math.Min(h.hi, to)-math.Max(h.lo, from) > ruled*(to-from) {
			return true
		}
	}
	return false
}

// freeIn lists the characters in a box that belong to no table.
func (s *sheet) freeIn(b extract.Box) []int {
	var out []int
	for n := range s.glyphs {
		if g := s.glyphs[n].Box; !s.taken[n] && midX(g) >= b[0]-0.5*s.em && midX(g) < b[2] && midY(g) > b[1] && midY(g) < b[3] {
			out = append(out, n)
		}
	}
	return out
}

// tallestNote is how high (in character sizes) a row over all columns may be that
// only its upper and lower ruling show.
const tallestNote = 12.0

// noteBelow makes rows of the text between the last piece and the next below it,
// where both want their left and right borders: upright rulings stop at a row over
// all columns. The table has no upper border, hence no lower one, so that a ruling
// at its lower end means that it goes on.
func (t *growing) noteBelow(p *piece) bool {
	a, b, em := t.last.box(), p.box(), p.sheet.em
	if t.last.sheet != p.sheet || p.tentative || !t.first.open[1] || t.last.open[3] || p.open[1] ||
		!t.last.open[0] || !t.last.open[2] || !p.open[0] || !p.open[2] ||
		math.Abs(a[0]-b[0]) > near(em) || math.Abs(a[2]-b[2]) > near(em) ||
		b[1] <= a[3] || b[1]-a[3] > tallestNote*em {
		return false
	}
	if len(p.sheet.freeIn(extract.Box{a[0], a[3], a[2], b[1]})) == 0 {
		return false
	}
	if x, y := t.corner(), newTable(p).corner(); x != nil && y != nil && x.key() == y.key() {
		return false
	}
	ys := []float64{a[3]}
	for _, h := range p.sheet.hs {
		if h.at > ys[len(ys)-1]+em && h.at < b[1]-em && h.lo < a[0]+em && h.hi > a[2]-em {
			ys = append(ys, h.at)
		}
	}
	for k, y := range ys {
		end := b[1]
		if k+1 < len(ys) {
			end = ys[k+1]
		}
		note := cell{rs: 1, cs: t.last.cols(), box: extract.Box{a[0], y, a[2], end}}
		note.glyphs = p.sheet.freeIn(note.box)
		note.lines = p.sheet.lines(note.glyphs)
		p.sheet.take(note.glyphs)
		t.put(&entry{row: t.rows, col: 0, rs: 1, cs: len(t.xs) - 1, parts: []part{{p.sheet, note}}})
		t.rows++
	}
	return t.below(p)
}

// noteAbove makes a first row of the line right above a table that wants its other
// three borders: what is drawn above is an inner ruling then, under a row over all
// columns, since upright rulings would run past it otherwise.
func (t *growing) noteAbove() {
	p, em := t.first, t.first.sheet.em
	if p.tentative || !p.ruled || p.open[1] || !t.last.open[3] || !p.open[0] || !p.open[2] || !t.last.open[0] || !t.last.open[2] {
		return
	}
	b := p.box()
	if len(t.xs) < 3 || !p.ruledAt(b[1], b[0], b[2]) {
		return
	}
	lines := p.sheet.lines(p.sheet.freeIn(extract.Box{b[0], b[1] - 2*em, b[2], b[1]}))
	if len(lines) == 0 {
		return
	}
	l := lines[len(lines)-1]
	if b[1]-l.box[3] > em || l.box[0] < b[0] || l.box[2] > b[2] {
		return
	}
	top := l.box[1] - math.Max(0, b[1]-l.box[3]) // as far above as below
	note := cell{rs: 1, cs: len(t.xs) - 1, box: extract.Box{b[0], top, b[2], b[1]}, glyphs: l.glyphs, lines: []line{l}, noTop: true}
	p.sheet.take(note.glyphs)
	for _, e := range t.cells {
		e.row++
	}
	for k := range t.headers {
		t.headers[k].row++
	}
	t.rows++
	t.put(&entry{rs: 1, cs: len(t.xs) - 1, parts: []part{{p.sheet, note}}})
}
