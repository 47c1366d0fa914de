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

// dirt reports marks of a scan that were read as characters: no words part a table that nobody
// can read. None of them was read surely, and more than a few of them are words that were read
// badly, unless many of them were read by mere chance; or they are narrower than characters are.
func dirt(s *sheet.Sheet, l *sheet.Line) bool {
	const (
		few, sure    = 3, 0.7
		many, chance = 3, 0.2
		thin         = 0.15
	)
	known, byChance, size := 0, 0, 0.0
	for _, n := range l.Glyphs {
		g := &s.Glyphs[n]
		switch {
		case g.Confidence <= 0:
			return false
		case g.Confidence >= sure && !s.Words.PageNumber(g.Text):
			known++
		case g.Confidence < chance:
			byChance++
		}
		size += g.Size
	}
	n := len(l.Glyphs)
	return known == 0 && (n <= few || many*byChance >= n) || n > few && l.Tall[2]-l.Tall[0] < thin*size
}
