package grid

import "sort"

// assign puts every free character of the sheet whose centre lies in the piece
// into its cell, words that meet as wholes. It does not mark them
// taken.
func (p *piece) assign() {
	at, b := p.places(), p.box()
	for k := range p.cells {
		p.cells[k].glyphs = nil
	}
	p.seats = p.seat(at)
	for n := range p.sheet.glyphs {
		if p.sheet.taken[n] {
			continue
		}
		g := &p.sheet.glyphs[n]
		x, y := midX(g.Box), midY(g.Box)
		if x < b[0] || x > b[2] || y < b[1] || y > b[3] {
			continue
		}
		i, j := slot(p.xs, x), slot(p.ys, y)
		k := at[j*p.cols()+i]
		if w := p.sheet.meet.word(n); w != nil {
			if seat, ok := p.seats[w]; ok {
				k = seat
			}
		}
		if k >= 0 {
			p.cells[k].glyphs = append(p.cells[k].glyphs, n)
		}
	}
}

// slot is the interval of edges that v lies in, the nearest one for v outside.
func slot(edges []float64, v float64) int {
	k := sort.SearchFloat64s(edges, v) - 1
	return max(0, min(k, len(edges)-2))
}

// take marks the piece's characters as used, release gives them back.
func (p *piece) take() {
	for k := range p.cells {
		p.sheet.take(p.cells[k].glyphs)
	}
}

func (p *piece) release() {
	for k := range p.cells {
		p.sheet.give(p.cells[k].glyphs)
	}
}
