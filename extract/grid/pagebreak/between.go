// Package pagebreak tells what stands at a page break: whether words part two
// pieces, and which characters hang out of a cell that the break cuts.
//
//	if !pagebreak.TextBetween(a, b, furniture) {
//		// b may go on where a ends
//	}
package pagebreak

import (
	"ziping/extract/grid/page"
	"ziping/extract/grid/piece"
)

// TextBetween reports whether words stand between two pieces that belong to
// neither page's head or foot, and to no cell that the break cuts.
func TextBetween(a, b *piece.Piece, furniture map[string]bool) bool {
	return textBeyond(a, true, b, furniture) || textBeyond(b, false, a, furniture)
}

func textBeyond(p *piece.Piece, below bool, other *piece.Piece, furniture map[string]bool) bool {
	if !wordsBeyond(p, below, furniture) {
		return false
	}
	hidden := hidden(p, below, other)
	if len(hidden) == 0 {
		return true
	}
	p.Sheet.Take(hidden)
	defer p.Sheet.Give(hidden)
	return wordsBeyond(p, below, furniture)
}

func wordsBeyond(p *piece.Piece, below bool, furniture map[string]bool) bool {
	b := p.Box()
	for _, l := range p.Sheet.LooseLines() {
		if y := page.MidY(l.Tall); (below && y > b[3] || !below && y < b[1]) && !p.Sheet.IsFurniture(&l, furniture) {
			return true
		}
	}
	return false
}
