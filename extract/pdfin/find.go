package pdfin

import (
	"cmp"
	"slices"

	"ziping/extract"
	"ziping/extract/grid"
)

// find gives the text line by line.
func find(pages []grid.Page, _ grid.Options) grid.Found {
	var out grid.Found
	for _, p := range pages {
		gs := slices.Clone(p.Glyphs)
		slices.SortStableFunc(gs, func(a, b grid.Glyph) int { return cmp.Compare(a.Box[1], b.Box[1]) })
		for len(gs) > 0 {
			n := 1
			for n < len(gs) && gs[n].Box[1] < gs[0].Box[1]+gs[0].Size/2 {
				n++
			}
			line := slices.Clone(gs[:n])
			gs = gs[n:]
			slices.SortStableFunc(line, func(a, b grid.Glyph) int { return cmp.Compare(a.Box[0], b.Box[0]) })
			l := extract.Line{Page: p.Number}
			for i, g := range line {
				if i > 0 && g.Box[0] > line[i-1].Box[2]+g.Size {
					l.Text += "\t"
				}
				l.Text += g.Text
			}
			out.Lines = append(out.Lines, l)
		}
	}
	return out
}
