package ruled

import (
	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
)

// A frame of uprights, without a ruling between its rows, whose cells hold figures below
// each other. Its rows are told as those of a table without rulings are; its uprights
// part texts, and are the edges of columns there.

// stackedColumns is how many columns hold figures below each other where no ruling parts
// rows: one may be a sum of its cell's parts.
const stackedColumns = 2

// uprightsOnly reports whether uprights are all that parts the cells of a frame, but for
// those of headings: rows with figures below each other hold more of these than there are
// rows that do not.
func uprightsOnly(p *piece.Piece, f *frame) bool {
	if p.Cols() < 2 {
		return false
	}
	stacked := make([]int, p.Rows()) // columns
	rows := make([]int, p.Rows())    // figures below each other
	for k := range p.Cells {
		c := &p.Cells[k]
		lines := 0
		for _, l := range p.Sheet.CellLines(c.Glyphs, c.Box) {
			if t := p.Sheet.PlainText(l.Glyphs); sheet.Amount(t) || sheet.Quantity(t) && !p.Sheet.Words.Numbered(t) {
				lines++
			}
		}
		if lines > 1 {
			stacked[c.Row]++
			rows[c.Row] = max(rows[c.Row], lines)
		}
	}
	n, below, single := 0, 0, 0
	for r := range stacked {
		n += stacked[r]
		if stacked[r] >= stackedColumns {
			below += rows[r]
		} else {
			single++
		}
	}
	if !f.rulesRows(p.Sheet.Em) {
		return n >= stackedColumns
	}
	return below > single && p.Rows()-single > 1 // rows below one heading are parted by splitRows
}

// openSides are the uprights that a table lacks at its sides, which its horizontal rulings
// tell of.
func openSides(p *piece.Piece) []sheet.Seg {
	var out []sheet.Seg
	b := p.Box()
	if p.Open[0] {
		out = append(out, sheet.Seg{At: b[0], Lo: b[1], Hi: b[3]})
	}
	if p.Open[2] {
		out = append(out, sheet.Seg{At: b[2], Lo: b[1], Hi: b[3]})
	}
	return out
}
