package grid

import (
	"math"
	"sort"

	"ziping/extract"
)

// Texts that hang out of a cell which a page break cuts. A spreadsheet sets the
// text of a merged cell in the middle of all of it, and draws it on each page the
// cell lies on; what falls beyond the page's part is hidden on paper and stands in
// the text layer, below or above the table or beyond the paper's edge. Such a text
// is no line between the pages, and tells which parts are of one cell.

// hanging is the text that hangs out of each cell at one end of a piece, by the
// place of the cell in the piece.
type hanging map[[2]int][]int

// hangingFrom deals the loose characters below (or above) a piece to the cells
// they may hang out of.
func (p *piece) hangingFrom(below bool) hanging {
	edge := p.atBreak(below)
	out := hanging{}
	b := p.box()
	for n := range p.sheet.glyphs {
		if g := p.sheet.glyphs[n].Box; !p.sheet.taken[n] && (below && midY(g) > b[3] || !below && midY(g) < b[1]) {
			if c := cellOver(edge, midX(g)); c != nil {
				k := [2]int{c.row, c.col}
				out[k] = append(out[k], n)
			}
		}
	}
	return out
}

// atBreak lists the cells at the lower (or upper) end of a piece, left to right.
func (p *piece) atBreak(below bool) []*cell {
	var out []*cell
	for k := range p.cells {
		if c := &p.cells[k]; below && c.row+c.rs == p.rows() || !below && c.row == 0 {
			out = append(out, c)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].col < out[j].col })
	return out
}

func cellOver(list []*cell, x float64) *cell {
	for _, c := range list {
		if x >= c.box[0] && x <= c.box[2] {
			return c
		}
	}
	return nil
}

// hidden lists the loose characters below (or above) a piece that hang out of its
// cells: the break leaves the cell without a border there, where the table has
// borders, or the character stands at the very same place sideways in the piece on
// the other side of the break.
func (p *piece) hidden(below bool, other *piece) []int {
	dx, ok := shift(other, p, math.Max(p.sheet.em, other.sheet.em))
	if !ok {
		return nil
	}
	open := p.open[1]
	if below {
		open = p.open[3]
	}
	bare := map[[2]int]bool{}
	for _, c := range p.atBreak(below) {
		bare[[2]int{c.row, c.col}] = (below && c.noBottom || !below && c.noTop) && !open
	}
	there := placesSideways{}
	for k := range other.cells {
		there.add(other.sheet, other.cells[k].glyphs, dx)
	}
	var out []int
	for at, glyphs := range p.hangingFrom(below) {
		for _, n := range glyphs {
			if bare[at] || there.has(&p.sheet.glyphs[n]) {
				out = append(out, n)
			}
		}
	}
	return out
}

// placesSideways are the left edges of characters.
type placesSideways map[string][]float64

func (m placesSideways) add(s *sheet, glyphs []int, dx float64) {
	for _, n := range glyphs {
		g := &s.glyphs[n]
		m[g.Text] = append(m[g.Text], g.Box[0]+dx)
	}
}

// has reports whether a character stands at such a place.
func (m placesSideways) has(g *Glyph) bool {
	for _, x := range m[g.Text] {
		if math.Abs(x-g.Box[0]) < samePlace*g.Size {
			return true
		}
	}
	return false
}

// samePlace is how far apart (in character sizes) one text may stand on two pages.
const samePlace = 0.1

// wholeLabel is the text of a part of a cell with what hangs out of it, and
// whether anything does.
func (p *piece) wholeLabel(c *cell, above, below hanging) (string, bool) {
	k := [2]int{c.row, c.col}
	glyphs := append(append(append([]int(nil), above[k]...), c.glyphs...), below[k]...)
	lines := p.sheet.lines(glyphs)
	if len(lines) == 0 {
		return "", false
	}
	box := extract.Box{c.box[0], math.Min(c.box[1], lines[0].box[1]), c.box[2], math.Max(c.box[3], lines[len(lines)-1].box[3])}
	return squash(p.sheet.textOf(lines, box)), len(glyphs) > len(c.glyphs)
}

// overBreak is what hangs out of the cells on both sides of a page break.
type overBreak struct {
	a, b                           *piece
	aAbove, aBelow, bAbove, bBelow hanging
	places                         placesSideways // of labels, on page b; see ofLabel
}

func newOverBreak(a, b *piece) *overBreak {
	return &overBreak{a: a, b: b, aAbove: a.hangingFrom(false), aBelow: a.hangingFrom(true), bAbove: b.hangingFrom(false), bBelow: b.hangingFrom(true)}
}

// sameLabel reports whether two parts of a cell, with what hangs out of them, are
// one text drawn twice.
func (o *overBreak) sameLabel(a, b *cell) bool {
	x, out := o.a.wholeLabel(a, o.aAbove, o.aBelow)
	y, too := o.b.wholeLabel(b, o.bAbove, o.bBelow)
	return (out || too) && x != "" && x == y
}

// withoutLabels is the text of a cell behind the break less the characters that
// stand in the very columns where labels of cells before the break have them: a
// label is drawn at the middle of its whole cell, which may be where the page
// prints the first rows again.
func (o *overBreak) withoutLabels(e *entry) string {
	q := &e.parts[0]
	var kept []int
	for _, n := range q.cell.glyphs {
		if !o.ofLabel(&q.sheet.glyphs[n]) {
			kept = append(kept, n)
		}
	}
	if len(kept) == len(q.cell.glyphs) {
		return e.key()
	}
	return squash(q.sheet.textOf(q.sheet.lines(kept), q.cell.box))
}

// ofLabel reports whether a cell before the break has the same character at the
// same place sideways.
func (o *overBreak) ofLabel(g *Glyph) bool {
	if o.places == nil {
		o.places = placesSideways{}
		dx, _ := shift(o.b, o.a, math.Max(o.a.sheet.em, o.b.sheet.em))
		for _, c := range o.a.atBreak(true) {
			o.places.add(o.a.sheet, c.glyphs, dx)
			o.places.add(o.a.sheet, o.aAbove[[2]int{c.row, c.col}], dx)
			o.places.add(o.a.sheet, o.aBelow[[2]int{c.row, c.col}], dx)
		}
	}
	return o.places.has(g)
}
