package grid

import "sort"

// Partly ruled tables. A frame with upright lines only, or with a heading and one
// tall row below it, has rows that are not ruled; a frame with horizontal lines
// only has columns that are not.

// hidesColumns reports whether a table of one ruled column shows several by the
// gaps in its lines; it is then read as one without rulings.
func (p *piece) hidesColumns() bool {
	if p.cols() != 1 {
		return false
	}
	n := 0
	for k := range p.cells {
		for _, l := range p.sheet.lines(p.cells[k].glyphs) {
			if p.sheet.wideGaps(&l) >= 2 {
				n++
			}
		}
	}
	return n >= 3
}

// wideGaps is how many gaps of a line are wider than a character and a half.
func (s *chars) wideGaps(l *line) int {
	n := 0
	for k := 1; k < len(l.glyphs); k++ {
		a, b := &s.glyphs[l.glyphs[k-1]], &s.glyphs[l.glyphs[k]]
		if b.Box[0]-a.Box[2] > 1.5*b.Size {
			n++
		}
	}
	return n
}

// splitRows parts a row that holds at least three rows of figures, in a table
// with no more than a heading beside it. (A table that rules its rows means the
// lines of one of its cells to be one cell.)
func (p *piece) splitRows() {
	if p.rows() > 2 || p.cols() < 3 {
		return
	}
	for r := p.rows() - 1; r >= 0; r-- {
		if at := p.figureRows(r); len(at) >= 3 {
			p.splitRow(r, at)
		}
	}
	p.setBoxes()
}

// figureRows lists the heights in a row at which two cells have a figure. Each
// figure must stand at one of them.
func (p *piece) figureRows(row int) []float64 {
	var ys []float64
	for k := range p.cells {
		c := &p.cells[k]
		if c.row != row || c.rs != 1 {
			continue
		}
		for _, l := range c.lines {
			if amount(p.sheet.plainText(l.glyphs)) {
				ys = append(ys, midY(l.tall))
			}
		}
	}
	sort.Float64s(ys)
	var out []float64
	for i := 0; i < len(ys); {
		k := i + 1
		for k < len(ys) && ys[k]-ys[i] <= sameLevel*p.sheet.em {
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
func (p *piece) splitRow(row int, at []float64) {
	edges := make([]float64, 0, len(at)-1)
	for i := 1; i < len(at); i++ {
		edges = append(edges, (at[i-1]+at[i])/2)
	}
	more := len(at) - 1
	ys := append(append(append([]float64(nil), p.ys[:row+1]...), edges...), p.ys[row+1:]...)
	var cells []cell
	for _, c := range p.cells {
		switch {
		case c.row > row:
			c.row += more
		case c.row+c.rs <= row:
		case c.rs > 1 || len(c.lines) < 2:
			c.rs += more
		default:
			parts := make([]cell, len(at))
			for i := range parts {
				parts[i] = cell{row: row + i, col: c.col, rs: 1, cs: c.cs, noTop: c.noTop || i > 0, noBottom: c.noBottom || i < more}
			}
			for _, l := range c.lines {
				q := &parts[sort.SearchFloat64s(edges, midY(l.tall))]
				q.lines = append(q.lines, l)
				q.glyphs = append(q.glyphs, l.glyphs...)
			}
			cells = append(cells, parts...)
			continue
		}
		cells = append(cells, c)
	}
	p.cells, p.ys = cells, ys
}
