package ruled

import (
	"math"

	"ziping/extract/grid/page"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
	"ziping/text/hanzi"
)

// Uprights that are drawn beside the heading only. Rows without them look like cells
// merged over all columns, but texts stand apart in them, each in a column that the
// heading tells, row for row.

// leastRows is how many such rows tell.
const leastRows = 3

// splitColumns parts these cells at the columns.
func splitColumns(p *piece.Piece) {
	dealt := make([]map[int][]int, len(p.Cells)) // characters of each cell by columns
	full := make([]int, p.Cols())                // rows with a text, by columns
	for k := range p.Cells {
		c := &p.Cells[k]
		dealt[k] = columnsOf(p, c)
		for i := range dealt[k] {
			full[c.Col+i]++
		}
	}
	var more []piece.Cell
	for k, filled := range dealt {
		if filled == nil {
			continue
		}
		c := &p.Cells[k]
		often := 0 // columns with a text in most of the rows
		for _, n := range full[c.Col : c.Col+c.Cols] {
			if n >= leastRows {
				often++
			}
		}
		if often < 2 {
			continue
		}
		for i := 1; i < c.Cols; i++ {
			more = append(more, piece.Cell{Row: c.Row, Col: c.Col + i, Rows: c.Rows, Cols: 1, Glyphs: filled[i], NoTop: c.NoTop, NoBottom: c.NoBottom})
		}
		c.Cols, c.Glyphs = 1, filled[0]
		c.Lines = p.Sheet.Lines(c.Glyphs)
	}
	if len(more) == 0 {
		return
	}
	for k := range more {
		more[k].Lines = p.Sheet.Lines(more[k].Glyphs)
	}
	p.Cells = append(p.Cells, more...)
	p.Aligned = true
	p.SetBoxes()
}

// columnsOf deals the characters of a cell to the columns it reaches over; nil where
// all are in one, or a text runs over an edge.
func columnsOf(p *piece.Piece, c *piece.Cell) map[int][]int {
	out := map[int][]int{}
	for i := range c.Lines {
		texts := textsOf(p, c.Lines[i].Glyphs)
		if stretched(&p.Sheet.Chars, texts) {
			return nil
		}
		for _, text := range texts {
			b := p.Sheet.Around(text)
			col := piece.Slot(p.Xs, page.MidX(b)) - c.Col
			tol := page.Line * p.Sheet.Em
			if col < 0 || col >= c.Cols || b[0] < p.Xs[c.Col+col]-tol || b[2] > p.Xs[c.Col+col+1]+tol {
				return nil
			}
			out[col] = append(out[col], text...)
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// textsOf are the texts of a line that stand apart from each other.
func textsOf(p *piece.Piece, list []int) (texts [][]int) {
	for from := 0; from < len(list); {
		to := from + 1
		for to < len(list) && (gapBefore(&p.Sheet.Chars, list, to) <= page.Word || p.Sheet.OneBlank(list[to-1], list[to])) {
			to++
		}
		texts = append(texts, list[from:to])
		from = to
	}
	return texts
}

// stretched reports a label stretched over its cell, 经 济 效 益: one text, though each
// of its characters stands by itself.
func stretched(s *sheet.Chars, texts [][]int) bool {
	for _, text := range texts {
		if len(text) > 1 || !hanzi.Begins(s.Glyphs[text[0]].Text) {
			return false
		}
	}
	return len(texts) > 1
}

// gapBefore is the space before a character of a line, in character sizes.
func gapBefore(s *sheet.Chars, list []int, k int) float64 {
	a, b := &s.Glyphs[list[k-1]], &s.Glyphs[list[k]]
	return (b.Box[0] - a.Box[2]) / math.Max(a.Size, b.Size)
}
