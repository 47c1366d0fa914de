package grid

import (
	"math"

	"ziping/extract"
)

// Tables without outer borders. Where no ruling crosses a column or a row, nothing
// shows that it is one: a label merged over a whole page, a note over all columns.
// What the rest of the table shows fills these in.

// reachLeft gives the first columns to a piece whose page holds nothing but one
// merged cell in them: the piece ends at an inner edge of a table without left
// border, and at its right border. It returns how to undo it, nil where nothing
// was done.
func (p *piece) reachLeft(t *table) (undo func()) {
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
	b := extract.Box{left, p.ys[0], p.xs[0], p.ys[len(p.ys)-1]}
	c := cell{rs: p.rows(), cs: 1, box: b, glyphs: p.sheet.freeIn(b), noTop: true, noBottom: true}
	c.lines = p.sheet.lines(c.glyphs)
	xs, cells := p.xs, p.cells
	p.xs = append([]float64{left}, xs...)
	p.cells = []cell{c}
	for _, o := range cells {
		o.col++
		p.cells = append(p.cells, o)
	}
	p.sheet.take(c.glyphs)
	return func() {
		p.sheet.give(c.glyphs)
		p.xs, p.cells = xs, cells
	}
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
func (t *table) noteBelow(p *piece) bool {
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
