package ruled

import (
	"math"
	"slices"

	"ziping/extract/grid/page"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
)

// Rows beyond the outermost rulings. A border that is not drawn is a border all the
// same: a heading on a filled ground above a ruled table, and the rows below a ruled
// heading, stand in the columns that the rulings tell.

// grow takes in what stands above and below a piece in its columns.
func grow(p *piece.Piece) {
	if p.Cols() < leastColumns || p.Tentative {
		return
	}
	if !p.Open[1] {
		if row := rowAbove(p); row != nil {
			addBand(p, row, true)
		}
	}
	if !p.Open[3] && headingOnly(p) {
		if rows := rowsBelow(p); len(rows) > 0 {
			addBand(p, rows, false)
		}
	}
}

// leastColumns is how many columns tell that texts stand in them and not by chance.
const leastColumns = 3

// rowAbove lists the phrases of a row right above a piece: as many as it has cells
// there, nearly, and each over one of these.
func rowAbove(p *piece.Piece) []*sheet.Phrase {
	s := p.Sheet
	var first []*piece.Cell
	for k := range p.Cells {
		if p.Cells[k].Row == 0 {
			first = append(first, &p.Cells[k])
		}
	}
	if len(first) < leastColumns {
		return nil
	}
	list := s.Phrases()
	over := map[*piece.Cell]bool{}
	var row []*sheet.Phrase
	for _, i := range s.RowAbove(p.Ys[0], p.Xs[0], p.Xs[p.Cols()]) {
		q := &list[i]
		at := slices.IndexFunc(first, func(c *piece.Cell) bool { return inside(q, c.Box[0], c.Box[2], s.Em) })
		if at < 0 {
			return nil
		}
		over[first[at]] = true
		row = append(row, q)
	}
	if len(over) < leastColumns || 3*len(over) < 2*len(first) {
		return nil
	}
	return row
}

// inside reports whether a phrase stands between two edges.
func inside(q *sheet.Phrase, left, right, em float64) bool {
	return q.Box[0] > left-page.Line*em && q.Box[2] < right+page.Line*em
}

// headingOnly reports a piece of a row or two without a figure.
func headingOnly(p *piece.Piece) bool {
	if p.Rows() > 2 {
		return false
	}
	for k := range p.Cells {
		if c := &p.Cells[k]; len(c.Glyphs) == 0 || sheet.Amount(p.Sheet.PlainText(c.Glyphs)) {
			return false
		}
	}
	return true
}

// rowsBelow lists the phrases of the lines below a piece that stand in its columns.
func rowsBelow(p *piece.Piece) []*sheet.Phrase {
	s, bottom := p.Sheet, p.Ys[p.Rows()]
	list := s.Phrases()
	var out []*sheet.Phrase
	full := 0 // lines of several columns
	for i := 0; i < len(list); {
		if list[i].Y() <= p.Ys[p.Rows()] {
			i++
			continue
		}
		end := i + 1
		for end < len(list) && list[end].Y()-list[i].Y() <= page.Line*s.Em {
			end++
		}
		columns := map[int]bool{}
		for k := i; k < end; k++ {
			q := &list[k]
			c := piece.Slot(p.Xs, page.MidX(q.Box))
			if q.Y()-bottom > apart*s.Em || q.Size > page.Larger*s.Em || !inside(q, p.Xs[c], p.Xs[c+1], s.Em) || columns[c] {
				columns = nil
				break
			}
			columns[c] = true
		}
		if len(columns) == 0 {
			break
		}
		if len(columns) >= leastColumns {
			full++
		}
		for k := i; k < end; k++ {
			out = append(out, &list[k])
		}
		bottom = list[end-1].Y()
		i = end
	}
	if full < 2 {
		return nil
	}
	return out
}

// apart is how far (in character sizes) lines of rows that are not ruled may be from
// each other: a row of two lines may lie between, and its padding.
const apart = 3.0

// addBand adds a row, or a band of rows, above a piece or below it.
func addBand(p *piece.Piece, list []*sheet.Phrase, above bool) {
	em := p.Sheet.Em
	row, y := p.Rows(), p.Ys[p.Rows()]
	if above {
		row, y = 0, p.Ys[0]
	}
	for _, q := range list {
		if above {
			y = math.Min(y, q.Box[1]-page.Line*em)
		} else {
			y = math.Max(y, q.Box[3]+page.Line*em)
		}
	}
	var xs []float64
	if above { // each is over a cell
		for k := range p.Cells {
			if c := &p.Cells[k]; c.Row == 0 {
				xs = append(xs, p.Xs[c.Col])
			}
		}
		slices.Sort(xs)
		xs = append(xs, p.Xs[p.Cols()])
		p.Ys = slices.Insert(p.Ys, 0, y)
		for k := range p.Cells {
			p.Cells[k].Row++
		}
	} else {
		xs = p.Xs
		p.Ys = append(p.Ys, y)
	}
	for i := 0; i+1 < len(xs); i++ {
		c := piece.Cell{Row: row, Rows: 1, Col: slices.Index(p.Xs, xs[i]), Cols: slices.Index(p.Xs, xs[i+1]) - slices.Index(p.Xs, xs[i])}
		for _, q := range list {
			if x := page.MidX(q.Box); x >= xs[i] && x < xs[i+1] {
				c.Glyphs = append(c.Glyphs, q.Glyphs...)
			}
		}
		p.Cells = append(p.Cells, c)
		p.Sheet.Take(c.Glyphs)
	}
	p.Aligned = true
	p.SetBoxes()
}
