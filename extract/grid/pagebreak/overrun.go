package pagebreak

import (
	"ziping/extract/grid/page"
	"ziping/extract/grid/piece"
)

// Overrun gives the cells at the end of a page whose table has no border there the lines that
// run out of them: a break cuts the row, and the text of a narrow cell is set further down
// than the others have room for.
func Overrun(a *piece.Piece) {
	if !a.Open[3] {
		return
	}
	s, bottom := a.Sheet, a.Box()[3]
	for _, c := range AtBreak(a, true) {
		lines := s.Lines(c.Glyphs)
		if len(lines) == 0 {
			continue
		}
		last := lines[len(lines)-1].Box
		var more []int
		for _, q := range s.Phrases() {
			if q.Y() > bottom && q.Y()-page.MidY(last) <= page.NextLine*s.Em &&
				q.Box[0] >= c.Box[0] && q.Box[2] <= c.Box[2] && page.Under(last, q.Box) {
				more, last = append(more, q.Glyphs...), q.Box
			}
		}
		if len(more) > 0 {
			c.Glyphs = append(c.Glyphs, more...)
			c.Lines = s.CellLines(c.Glyphs, c.Box)
			s.Take(more)
		}
	}
}
