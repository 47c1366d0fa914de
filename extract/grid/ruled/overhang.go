package ruled

import (
	"ziping/extract/grid/page"
	"ziping/extract/grid/piece"
)

// Text that hangs out of a cell which a page break cuts: a browser ends the label of a
// group where the last of its rows on the page ends, though it has lines left. No ruling
// stands between them.

// takeOverhang gives such lines to their cells.
func takeOverhang(p *piece.Piece) {
	if p.Open[3] {
		return
	}
	s := p.Sheet
	for k := range p.Cells {
		c := &p.Cells[k]
		if !c.NoBottom || c.Row+c.Rows < p.Rows() || len(c.Lines) == 0 {
			continue
		}
		list := s.Phrases()
		y, from := page.MidY(c.Lines[len(c.Lines)-1].Tall), len(c.Glyphs)
		for i := range list {
			q := &list[i]
			if q.Y() > c.Box[3] && q.Y()-y <= page.NextRow*s.Em && inside(q, c.Box[0], c.Box[2], s.Em) {
				c.Glyphs, y = append(c.Glyphs, q.Glyphs...), q.Y()
			}
		}
		if len(c.Glyphs) > from {
			s.Take(c.Glyphs[from:])
			c.Lines = s.CellLines(c.Glyphs, c.Box)
		}
	}
}
