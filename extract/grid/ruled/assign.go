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
	for _, n := range p.Sheet.Within(b) {
		if p.Sheet.Taken[n] {
			continue
		}
		g := &p.Sheet.Glyphs[n]
		i, j := piece.Slot(p.Xs, page.MidX(g.Box)), piece.Slot(p.Ys, page.MidY(g.Box))
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
