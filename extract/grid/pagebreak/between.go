// Package pagebreak tells what stands at a page break: whether words part two
// pieces, and which characters hang out of a cell that the break cuts.
//
//	if !pagebreak.TextBetween(d, a, b) {
//		// b may go on where a ends
//	}
package pagebreak

import (
	"ziping/extract/grid/page"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
)

// TextBetween reports whether words stand between two pieces that belong to
// neither page's head or foot, and to no cell that the break cuts.
func TextBetween(d *sheet.Document, a, b *piece.Piece) bool {
	return textBeyond(d, a, true, b) || textBeyond(d, b, false, a)
}

func textBeyond(d *sheet.Document, p *piece.Piece, below bool, other *piece.Piece) bool {
	if !wordsBeyond(d, p, below) {
		return false
	}
	hidden := hidden(p, below, other)
	p.Sheet.Take(hidden)
	defer p.Sheet.Give(hidden)
	return wordsBeyond(d, p, below)
}

func wordsBeyond(d *sheet.Document, p *piece.Piece, below bool) bool {
	b := p.Box()
	for _, l := range p.Sheet.LooseLines() {
		if y := page.MidY(l.Tall); (below && y > b[3] || !below && y < b[1]) && !d.IsFurniture(p.Sheet, &l) && !dirt(p.Sheet, &l) {
			return true
		}
	}
	return false
}

// dirt reports a mark of a scan that was read as a character or two, none of them surely:
// no words part a table that nobody can read.
func dirt(s *sheet.Sheet, l *sheet.Line) bool {
	const most, sure = 3, 0.7
	if len(l.Glyphs) > most {
		return false
	}
	for _, g := range l.Glyphs {
		if c := s.Glyphs[g].Confidence; c <= 0 || c >= sure && !s.Words.PageNumber(s.Glyphs[g].Text) {
			return false
		}
	}
	return true
}
