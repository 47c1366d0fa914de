package pdfin

import (
	"slices"

	"ziping/extract/grid"
)

// Two pages printed on one sheet are read as two, as facing pages of a picture are: the
// left one first, with the number of the sheet, where they lie beside each other on it.

const (
	gutter     = 0.7 // times the usual size of a character: how wide the fold is at least
	leastLines = 4   // rulings either way that a page of a form has
)

// halves are the pages that are printed on one. Between them nothing is drawn, and on each
// is a table with rulings both ways: columns without rulings may lie apart as well.
func halves(p *grid.Page) []grid.Page {
	from, to, ok := fold(p)
	if !ok {
		return []grid.Page{*p}
	}
	at := (from + to) / 2
	left, right := *p, *p
	left.Width, right.Width = at, p.Width-at
	left.Glyphs, right.Glyphs, left.Rules, right.Rules = nil, nil, nil, nil
	for _, g := range p.Glyphs {
		side := &left
		if g.Box[0] >= at {
			side = &right
		}
		side.Glyphs = append(side.Glyphs, g)
	}
	for _, r := range p.Rules {
		side := &left
		if r.X0 >= at {
			side = &right
		}
		side.Rules = append(side.Rules, r)
	}
	if !ruledBothWays(left.Rules) || !ruledBothWays(right.Rules) {
		return []grid.Page{*p}
	}
	return []grid.Page{left, right}
}

// fold is the strip over the middle of a sheet that nothing is drawn in.
func fold(p *grid.Page) (from, to float64, ok bool) {
	middle := p.Width / 2
	from, to = 0, p.Width
	taken := func(x0, x1 float64) {
		if x0 < middle {
			from = max(from, x1)
		} else {
			to = min(to, x0)
		}
	}
	sizes := make([]float64, len(p.Glyphs))
	for i := range p.Glyphs {
		sizes[i] = p.Glyphs[i].Size
		taken(p.Glyphs[i].Box[0], p.Glyphs[i].Box[2])
	}
	for _, r := range p.Rules {
		taken(r.X0, r.X1)
	}
	if len(sizes) == 0 {
		return from, to, false
	}
	slices.Sort(sizes)
	return from, to, to-from >= gutter*sizes[len(sizes)/2]
}

// ruledBothWays reports as many rulings along and down as a table has.
func ruledBothWays(rules []grid.Rule) bool {
	along, down := 0, 0
	for _, r := range rules {
		if r.X1-r.X0 >= r.Y1-r.Y0 {
			along++
		} else {
			down++
		}
	}
	return along >= leastLines && down >= leastLines
}
