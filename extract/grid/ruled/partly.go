package ruled

import (
	"sort"

	"ziping/extract/grid/page"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
)

// Partly ruled tables. A frame with upright lines only, or with a heading and one
// tall row below it, has rows that are not ruled; a frame with horizontal lines
// only has columns that are not.

// hidesColumns reports whether a table of one ruled column shows several by the
// gaps in its lines; it is then read as one without rulings.
func hidesColumns(p *piece.Piece) bool {
	if p.Cols() != 1 {
		return false
	}
	n := 0
	for k := range p.Cells {
		for _, l := range p.Sheet.Lines(p.Cells[k].Glyphs) {
			if p.Sheet.WideGaps(&l) >= 2 {
				n++
			}
		}
	}
	return n >= 3
}

// splitRows parts a row that holds at least three rows of figures, in a table
// with no more than a heading beside it. (A table that rules its rows means the
// lines of one of its cells to be one cell.)
func splitRows(p *piece.Piece) {
	if p.Rows() > 2 || p.Cols() < 3 {
		return
	}
	for r := p.Rows() - 1; r >= 0; r-- {
		if at := figureRows(p, r); len(at) >= 3 {
			splitRow(p, r, at)
		}
	}
	p.SetBoxes()
}

// figureRows lists the heights in a row at which two cells have a figure. Each
// figure must stand at one of them.
func figureRows(p *piece.Piece, row int) []float64 {
	var ys []float64
	for k := range p.Cells {
		c := &p.Cells[k]
		if c.Row != row || c.Rows != 1 {
			continue
		}
		for _, l := range c.Lines {
			if sheet.Amount(p.Sheet.PlainText(l.Glyphs)) {
				ys = append(ys, page.MidY(l.Tall))
			}
		}
	}
	sort.Float64s(ys)
	var out []float64
	for i := 0; i < len(ys); {
		k := i + 1
		for k < len(ys) && ys[k]-ys[i] <= page.Line*p.Sheet.Em {
			k++
		}
		if k-i < 2 {
			return nil
		}
		out = append(out, (ys[i]+ys[k-1])/2)
		i = k
	}
	return out
}

// splitRow deals the lines of the cells of a row to the heights given. A cell of
// one line keeps all of them: the label of a merged cell.
func splitRow(p *piece.Piece, row int, at []float64) {
	edges := make([]float64, 0, len(at)-1)
	for i := 1; i < len(at); i++ {
		edges = append(edges, (at[i-1]+at[i])/2)
	}
	more := len(at) - 1
	ys := append(append(append([]float64(nil), p.Ys[:row+1]...), edges...), p.Ys[row+1:]...)
	var cells []piece.Cell
	for _, c := range p.Cells {
		switch {
		case c.Row > row:
			c.Row += more
		case c.Row+c.Rows <= row:
		case c.Rows > 1 || len(c.Lines) < 2:
			c.Rows += more
		default:
			parts := make([]piece.Cell, len(at))
			for i := range parts {
				parts[i] = piece.Cell{Row: row + i, Col: c.Col, Rows: 1, Cols: c.Cols, NoTop: c.NoTop || i > 0, NoBottom: c.NoBottom || i < more}
			}
			for _, l := range c.Lines {
				q := &parts[sort.SearchFloat64s(edges, page.MidY(l.Tall))]
				q.Lines = append(q.Lines, l)
				q.Glyphs = append(q.Glyphs, l.Glyphs...)
			}
			cells = append(cells, parts...)
			continue
		}
		cells = append(cells, c)
	}
	p.Cells, p.Ys = cells, ys
}
