package recognise

import "ziping/extract/grid"

// Grids are the pages that the picture shows: the page, or two facing ones in the order
// of reading. Both have the number of the picture's page, and their places lie beside
// each other on the sheet.
func (p *Page) Grids() []grid.Page {
	if p.border <= 0 {
		return []grid.Page{p.Grid}
	}
	left, right := p.Grid, p.Grid
	left.Width, right.Width = p.border, p.Grid.Width-p.border
	left.Glyphs, right.Glyphs, left.Rules, right.Rules = nil, nil, nil, nil
	for _, g := range p.Grid.Glyphs {
		side := &left
		if g.Box[0]+g.Box[2] > 2*p.border {
			side = &right
		}
		side.Glyphs = append(side.Glyphs, g)
	}
	for _, r := range p.Grid.Rules {
		side := &left
		if r.X0+r.X1 > 2*p.border {
			side = &right
		}
		side.Rules = append(side.Rules, r)
	}
	return []grid.Page{left, right}
}
