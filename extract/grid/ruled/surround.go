package ruled

import (
	"ziping/extract"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
)

const (
	// mostSurrounds is how many of a page's largest frames are asked.
	mostSurrounds = 3
	// mostOfPage is the share of a page's characters that lies in what surrounds it.
	mostOfPage = 0.8
)

// surrounds reports whether a piece is what a page is set in (a border with a strip for
// its title, its number or its binding) and no table: most of the page lies in it, and a
// table that does not touch it lies in one of its cells and has more cells with text than
// it has itself. inner are the smaller frames of the page.
func surrounds(p *piece.Piece, inner []frame) bool {
	s, own, held := p.Sheet, withText(p), 0
	for k := range p.Cells {
		held += len(p.Cells[k].Glyphs)
	}
	if float64(held) < mostOfPage*float64(free(s)) {
		return false
	}
	for k := range inner {
		if f := &inner[k]; len(f.hs)+len(f.vs) > own && inOneCell(p, f.box) {
			if q := newPiece(s, f); q != nil {
				assign(q)
				if isTable(q) && withText(q) > own {
					return true
				}
			}
		}
	}
	return false
}

// free counts the characters that no table has taken.
func free(s *sheet.Sheet) (n int) {
	for k := range s.Glyphs {
		if !s.Taken[k] {
			n++
		}
	}
	return n
}

// withText counts the cells with text.
func withText(p *piece.Piece) (n int) {
	for k := range p.Cells {
		if len(p.Cells[k].Glyphs) > 0 {
			n++
		}
	}
	return n
}

func inOneCell(p *piece.Piece, b extract.Box) bool {
	for k := range p.Cells {
		if c := p.Cells[k].Box; c[0] < b[0] && c[1] < b[1] && c[2] > b[2] && c[3] > b[3] {
			return true
		}
	}
	return false
}
