package ruled

import (
	"slices"

	"ziping/extract/grid/page"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
)

// A frame that is ruled at its heading alone: below it lies one cell, in which texts stand
// apart, each in a column of the heading, line for line. The heading's uprights go on down
// there; rows are told as those of a table without rulings are.

// belowHeading are these uprights, none where no cell of a piece is such.
func belowHeading(p *piece.Piece) []sheet.Seg {
	var out []sheet.Seg
	for k := range p.Cells {
		c := &p.Cells[k]
		if c.Row == 0 || c.Cols < leastRows || !holdsColumns(p, c) {
			continue
		}
		for x := c.Col + 1; x < c.Col+c.Cols; x++ {
			out = append(out, sheet.Seg{At: p.Xs[x], Lo: c.Box[1], Hi: c.Box[3]})
		}
	}
	return out
}

// holdsColumns reports a cell with two lines or more whose texts stand in several of the
// columns that it reaches over, and hardly one over an edge.
func holdsColumns(p *piece.Piece, c *piece.Cell) bool {
	lines, over := 0, 0
	for _, l := range p.Sheet.CellLines(c.Glyphs, c.Box) {
		cols := map[int]bool{}
		for n, g := range l.Glyphs {
			b := p.Sheet.Glyphs[g].Box
			cols[piece.Slot(p.Xs, page.MidX(b))] = true
			if n == 0 {
				continue
			}
			last := p.Sheet.Glyphs[l.Glyphs[n-1]].Box
			if i, onEdge := slices.BinarySearch(p.Xs, page.MidX(last)); !onEdge && i < len(p.Xs) && p.Xs[i] < page.MidX(b) && b[0]-last[2] < page.Line*p.Sheet.Em {
				over++ // one word, on both sides of an edge
			}
		}
		if len(cols) >= leastRows {
			lines++
		}
	}
	return lines > 1 && over < lines
}
