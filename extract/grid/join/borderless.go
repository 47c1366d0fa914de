package join

import (
	"math"

	"ziping/extract"
	"ziping/extract/grid/page"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
	"ziping/extract/grid/table"
)

// Tables without outer borders. Where no ruling crosses a column or a row, nothing
// shows that it is one: a label merged over a whole page, a note over all columns.
// What the rest of the table shows fills these in.

// reachLeft gives the first columns to a piece whose page holds nothing but
// merged cells in them: the piece ends at an inner edge of a table without left
// border, and at its right border. A ruling that runs on as far as the table
// does parts two cells; alone it could be anything where no page before shows
// the table's edge. It returns how to undo it, nil where nothing was done.
func reachLeft(p *piece.Piece, t *growing) (undo func()) {
	last, em := t.Last, p.Sheet.Em
	left := last.Xs[0]
	if p.Tentative || !last.Open[0] || !p.Open[2] || p.Xs[0] < left+page.Column*em ||
		math.Abs(p.Xs[len(p.Xs)-1]-last.Xs[len(last.Xs)-1]) > page.Word*em {
		return nil
	}
	inner := false
	for _, x := range last.Xs[1 : len(last.Xs)-1] {
		inner = inner || math.Abs(x-p.Xs[0]) <= page.Word*em
	}
	if !inner {
		return nil
	}
	xs, cells := p.Xs, p.Cells
	var taken []int
	var added []piece.Cell
	from := 0
	for r := 1; r <= p.Rows(); r++ {
		ruled := ruledAt(p, p.Ys[r], left, xs[0])
		if !ruled && r < p.Rows() {
			continue
		}
		b := extract.Box{left, p.Ys[from], xs[0], p.Ys[r]}
		c := piece.Cell{Row: from, Rows: r - from, Cols: 1, Box: b, Glyphs: p.Sheet.FreeIn(b), NoTop: !ruledAt(p, b[1], left, xs[0]), NoBottom: !ruled}
		c.Lines = p.Sheet.Lines(c.Glyphs)
		taken = append(taken, c.Glyphs...)
		p.Sheet.Take(c.Glyphs)
		added = append(added, c)
		from = r
	}
	p.Xs = append([]float64{left}, xs...)
	p.Cells = added
	for _, o := range cells {
		o.Col++
		p.Cells = append(p.Cells, o)
	}
	p.Open[0] = true // for the page behind it
	return func() {
		p.Sheet.Give(taken)
		p.Xs, p.Cells, p.Open[0] = xs, cells, false
	}
}

// ruledAt reports whether a ruling at height y covers most of what lies between
// two places.
func ruledAt(p *piece.Piece, y, from, to float64) bool {
	for _, h := range p.Sheet.Hs {
		if math.Abs(h.At-y) <= sheet.Near(p.Sheet.Em) && math.Min(h.Hi, to)-math.Max(h.Lo, from) > sheet.Ruled*(to-from) {
			return true
		}
	}
	return false
}

// tallestNote is how high (in character sizes) a row over all columns may be that
// only its upper and lower ruling show.
const tallestNote = 12.0

// noteBelow makes rows of the text between the last piece and the next below it,
// where both want their left and right borders: upright rulings stop at a row over
// all columns. The table has no upper border, hence no lower one, so that a ruling
// at its lower end means that it goes on.
func (t *growing) noteBelow(p *piece.Piece) bool {
	a, b, em := t.Last.Box(), p.Box(), p.Sheet.Em
	if t.Last.Sheet != p.Sheet || p.Tentative || !t.First.Open[1] || t.Last.Open[3] || p.Open[1] ||
		!t.Last.Open[0] || !t.Last.Open[2] || !p.Open[0] || !p.Open[2] ||
		math.Abs(a[0]-b[0]) > sheet.Near(em) || math.Abs(a[2]-b[2]) > sheet.Near(em) ||
		b[1] <= a[3] || b[1]-a[3] > tallestNote*em {
		return false
	}
	if len(p.Sheet.FreeIn(extract.Box{a[0], a[3], a[2], b[1]})) == 0 {
		return false
	}
	if x, y := t.corner(), newTable(p).corner(); x != nil && y != nil && x.Key() == y.Key() {
		return false
	}
	ys := []float64{a[3]}
	for _, h := range p.Sheet.Hs {
		if h.At > ys[len(ys)-1]+em && h.At < b[1]-em && h.Lo < a[0]+em && h.Hi > a[2]-em {
			ys = append(ys, h.At)
		}
	}
	for k, y := range ys {
		end := b[1]
		if k+1 < len(ys) {
			end = ys[k+1]
		}
		note := piece.Cell{Rows: 1, Cols: t.Last.Cols(), Box: extract.Box{a[0], y, a[2], end}}
		note.Glyphs = p.Sheet.FreeIn(note.Box)
		note.Lines = p.Sheet.Lines(note.Glyphs)
		p.Sheet.Take(note.Glyphs)
		t.put(&table.Entry{Row: t.Rows, Col: 0, Rows: 1, Cols: len(t.Xs) - 1, Parts: []table.Part{{Sheet: p.Sheet, Cell: note}}})
		t.Rows++
	}
	return t.below(p)
}

// noteAbove makes a first row of the line right above a table that wants its other
// three borders: what is drawn above is an inner ruling then, under a row over all
// columns, since upright rulings would run past it otherwise.
func (t *growing) noteAbove() {
	p, em := t.First, t.First.Sheet.Em
	if p.Tentative || !p.Ruled || p.Open[1] || !t.Last.Open[3] || !p.Open[0] || !p.Open[2] || !t.Last.Open[0] || !t.Last.Open[2] {
		return
	}
	b := p.Box()
	if len(t.Xs) < 3 || !ruledAt(p, b[1], b[0], b[2]) {
		return
	}
	lines := p.Sheet.Lines(p.Sheet.FreeIn(extract.Box{b[0], b[1] - page.Column*em, b[2], b[1]}))
	if len(lines) == 0 {
		return
	}
	l := lines[len(lines)-1]
	if b[1]-l.Box[3] > em || l.Box[0] < b[0] || l.Box[2] > b[2] {
		return
	}
	top := l.Box[1] - math.Max(0, b[1]-l.Box[3]) // as far above as below
	note := piece.Cell{Rows: 1, Cols: len(t.Xs) - 1, Box: extract.Box{b[0], top, b[2], b[1]}, Glyphs: l.Glyphs, Lines: []sheet.Line{l}, NoTop: true}
	p.Sheet.Take(note.Glyphs)
	for _, e := range t.Cells {
		e.Row++
	}
	for k := range t.Headers {
		t.Headers[k].Row++
	}
	t.Rows++
	t.put(&table.Entry{Rows: 1, Cols: len(t.Xs) - 1, Parts: []table.Part{{Sheet: p.Sheet, Cell: note}}})
}
