package ruled

import (
	"strings"

	"ziping/extract/grid/page"
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
	lists := make([][]sheet.Line, len(p.Cells))
	breaks := false
	several, one := make([]bool, p.Rows()), make([]bool, p.Rows()) // with figures below each other, with one alone
	for k := range p.Cells {
		lists[k] = p.Sheet.CellLines(p.Cells[k].Glyphs, p.Cells[k].Box)
		breaks = breaks || breaksFigure(p, lists[k])
		if r, n := p.Cells[k].Row, figuresIn(p, lists[k]); n > 1 {
			several[r] = true
		} else if n == 1 {
			one[r] = true
		}
	}
	breaks = breaks || besideOne(several, one)
	for k := range p.Cells {
		c := &p.Cells[k]
		lines := 0
		for i, l := range lists[k] {
			t := p.Sheet.PlainText(l.Glyphs)
			if (sheet.Amount(t) || sheet.Quantity(t) && !p.Sheet.Words.Numbered(t)) && !(breaks && i > 0 && full(p, c, lists[k][i-1], l)) {
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

// figuresIn counts the lines that are amounts.
func figuresIn(p *piece.Piece, lines []sheet.Line) (n int) {
	for i := range lines {
		if sheet.Amount(p.Sheet.PlainText(lines[i].Glyphs)) {
			n++
		}
	}
	return n
}

// besideOne reports that most rows with figures below each other have a figure that stands
// alone too: what is below each other may be one figure, broken.
func besideOne(several, one []bool) bool {
	with, without := 0, 0
	for r := range several {
		switch {
		case several[r] && one[r]:
			with++
		case several[r]:
			without++
		}
	}
	return with > 1 && with > 2*without
}

// breaksFigure reports a figure that goes on in the next line of its cell, which a point
// or comma at the end of a line tells: 4,903. above 18.
func breaksFigure(p *piece.Piece, lines []sheet.Line) bool {
	for i := range lines[:max(len(lines)-1, 0)] {
		above, below := p.Sheet.PlainText(lines[i].Glyphs), p.Sheet.PlainText(lines[i+1].Glyphs)
		head, cut := strings.CutSuffix(above, ".")
		if !cut {
			head, cut = strings.CutSuffix(above, ",")
		}
		if cut && sheet.Quantity(head) && below != "" && below[0] >= '0' && below[0] <= '9' {
			return true
		}
	}
	return false
}

// full reports that a line of a cell leaves no room for what the next one begins with: a
// character and the sign that is not parted from it.
func full(p *piece.Piece, c *piece.Cell, above, below sheet.Line) bool {
	a, b := p.Sheet.Around(above.Glyphs), p.Sheet.Around(below.Glyphs[:min(2, len(below.Glyphs))])
	return c.Box[2]-c.Box[0] < a[2]-a[0]+b[2]-b[0]+page.Line*p.Sheet.Em
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
