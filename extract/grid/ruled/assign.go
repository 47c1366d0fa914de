package ruled

import (
	"ziping/extract/grid/page"
	"ziping/extract/grid/piece"
)

// assign puts every free character of the sheet whose centre lies in the piece
// into its cell, words that meet as wholes. It does not mark them
// taken.
func assign(p *piece.Piece) {
	at, b := p.Places(), p.Box()
	for k := range p.Cells {
		p.Cells[k].Glyphs = nil
	}
	p.Seats = seat(p, at)
	for n := range p.Sheet.Glyphs {
		if p.Sheet.Taken[n] {
			continue
		}
		g := &p.Sheet.Glyphs[n]
		x, y := page.MidX(g.Box), page.MidY(g.Box)
		if x < b[0] || x > b[2] || y < b[1] || y > b[3] {
			continue
		}
		i, j := piece.Slot(p.Xs, x), piece.Slot(p.Ys, y)
		k := at[j*p.Cols()+i]
		if w := p.Sheet.Meet.Word(n); w != nil {
			if seat, ok := p.Seats[w]; ok {
				k = seat
			}
		}
		if k >= 0 {
			p.Cells[k].Glyphs = append(p.Cells[k].Glyphs, n)
		}
	}
}
