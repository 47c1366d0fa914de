package join

import (
	"math"
	"slices"

	"ziping/extract"
	"ziping/extract/grid/page"
	"ziping/extract/grid/pagebreak"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
	"ziping/extract/grid/table"
)

// wholeLabel is the text of a part of a cell with what hangs out of it, and
// whether anything does.
func wholeLabel(p *piece.Piece, c *piece.Cell, above, below pagebreak.Hanging) (string, bool) {
	k := [2]int{c.Row, c.Col}
	glyphs := append(append(append([]int(nil), above[k]...), c.Glyphs...), below[k]...)
	lines := p.Sheet.Lines(glyphs)
	if len(lines) == 0 {
		return "", false
	}
	box := extract.Box{c.Box[0], math.Min(c.Box[1], lines[0].Box[1]), c.Box[2], math.Max(c.Box[3], lines[len(lines)-1].Box[3])}
	return sheet.Squash(p.Sheet.TextOf(lines, box)), len(glyphs) > len(c.Glyphs)
}

// overBreak is what hangs out of the cells on both sides of a page break.
type overBreak struct {
	a, b                           *piece.Piece
	aAbove, aBelow, bAbove, bBelow pagebreak.Hanging
	places                         pagebreak.PlacesSideways // of labels, on page b; see ofLabel
}

func newOverBreak(a, b *piece.Piece) *overBreak {
	return &overBreak{a: a, b: b, aAbove: pagebreak.HangingFrom(a, false), aBelow: pagebreak.HangingFrom(a, true), bAbove: pagebreak.HangingFrom(b, false), bBelow: pagebreak.HangingFrom(b, true)}
}

// sameLabel reports whether two parts of a cell, with what hangs out of them, are
// one text drawn twice.
func (o *overBreak) sameLabel(a, b *piece.Cell) bool {
	x, out := wholeLabel(o.a, a, o.aAbove, o.aBelow)
	y, too := wholeLabel(o.b, b, o.bAbove, o.bBelow)
	return (out || too) && x != "" && x == y
}

// once takes out of the part of a cell behind the break what its part before the break
// shows as well: a line that the break cuts is drawn on both pages, nearly as far from the
// break on each, nearer than two lines are.
func (o *overBreak) once(a, b *piece.Cell) {
	em := math.Max(o.a.Sheet.Em, o.b.Sheet.Em)
	dx, ok := piece.Shift(o.b, o.a, em)
	if !ok {
		return
	}
	down := b.Box[1] - a.Box[3]
	n := len(b.Glyphs)
	b.Glyphs = slices.DeleteFunc(slices.Clone(b.Glyphs), func(k int) bool {
		g := &o.b.Sheet.Glyphs[k]
		return slices.ContainsFunc(a.Glyphs, func(l int) bool {
			h := &o.a.Sheet.Glyphs[l]
			return h.Text == g.Text && math.Abs(h.Box[0]+dx-g.Box[0]) < page.Touch*g.Size && math.Abs(page.MidY(g.Box)-page.MidY(h.Box)-down) < page.Word*g.Size
		})
	})
	if len(b.Glyphs) < n {
		b.Lines = o.b.Sheet.CellLines(b.Glyphs, b.Box)
	}
}

// withoutLabels is the text of a cell behind the break less the characters that
// stand in the very columns where labels of cells before the break have them: a
// label is drawn at the middle of its whole cell, which may be where the page
// prints the first rows again.
func (o *overBreak) withoutLabels(e *table.Entry) string {
	q := &e.Parts[0]
	var kept []int
	for _, n := range q.Cell.Glyphs {
		if !o.ofLabel(&q.Sheet.Glyphs[n]) {
			kept = append(kept, n)
		}
	}
	if len(kept) == len(q.Cell.Glyphs) {
		return e.Key()
	}
	return sheet.Squash(q.Sheet.TextOf(q.Sheet.Lines(kept), q.Cell.Box))
}

// ofLabel reports whether a cell before the break has the same character at the
// same place sideways.
func (o *overBreak) ofLabel(g *page.Glyph) bool {
	if o.places == nil {
		o.places = pagebreak.PlacesSideways{}
		dx, _ := piece.Shift(o.b, o.a, math.Max(o.a.Sheet.Em, o.b.Sheet.Em))
		for _, c := range pagebreak.AtBreak(o.a, true) {
			o.places.Add(o.a.Sheet, c.Glyphs, dx)
			o.places.Add(o.a.Sheet, o.aAbove[[2]int{c.Row, c.Col}], dx)
			o.places.Add(o.a.Sheet, o.aBelow[[2]int{c.Row, c.Col}], dx)
		}
	}
	return o.places.Has(g)
}
