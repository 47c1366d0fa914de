package pdfin

import (
	"cmp"
	"math"
	"slices"

	"ziping/extract/grid"
)

// withoutUnderlines drops the rulings that belong to text: lines just under or
// through a run of characters, as long as the run and touching no other line.
// In a cell such a line would be taken for the border of a row.
func withoutUnderlines(rules []grid.Rule, glyphs []grid.Glyph) []grid.Rule {
	if len(rules) == 0 || len(glyphs) == 0 {
		return rules
	}
	lines := textLines(glyphs)
	var upright []grid.Rule
	for _, r := range rules {
		if r.Y1-r.Y0 > r.X1-r.X0 {
			upright = append(upright, r)
		}
	}
	slices.SortFunc(upright, func(a, b grid.Rule) int { return cmp.Compare(a.X0, b.X0) })
	kept := make([]grid.Rule, 0, len(rules))
	for _, r := range rules {
		if r.X1-r.X0 > r.Y1-r.Y0 && !touches(upright, r) && underlines(r, lines) {
			continue
		}
		kept = append(kept, r)
	}
	return kept
}

// textLines orders glyphs by the bottom of their boxes.
func textLines(glyphs []grid.Glyph) []grid.Glyph {
	out := slices.Clone(glyphs)
	slices.SortFunc(out, func(a, b grid.Glyph) int {
		return cmp.Or(cmp.Compare(a.Box[3], b.Box[3]), cmp.Compare(a.Box[0], b.Box[0]))
	})
	return out
}

// underlines reports a ruling that begins and ends with characters that stand
// on it or that it strikes through, and has them all along.
func underlines(r grid.Rule, glyphs []grid.Glyph) bool {
	y := (r.Y0 + r.Y1) / 2
	// The line lies between a fifth of the size under the box and its middle.
	from, _ := slices.BinarySearchFunc(glyphs, y-12, func(g grid.Glyph, y float64) int { return cmp.Compare(g.Box[3], y) })
	x0, x1, covered, size := math.Inf(1), math.Inf(-1), 0.0, 0.0
	for _, g := range glyphs[from:] {
		if g.Box[3] > y+24 {
			break
		}
		if y < g.Box[1]+0.35*g.Size || y > g.Box[3]+0.12*g.Size || g.Box[2] <= r.X0 || g.Box[0] >= r.X1 {
			continue
		}
		x0, x1 = min(x0, g.Box[0]), max(x1, g.Box[2])
		covered += g.Box[2] - g.Box[0]
		size = max(size, g.Size)
	}
	near := 0.35 * size
	return size > 0 && math.Abs(x0-r.X0) <= near && math.Abs(x1-r.X1) <= near && covered >= 0.75*(r.X1-r.X0)
}

// touches reports that a line standing upright meets an end of r.
func touches(upright []grid.Rule, r grid.Rule) bool {
	const near = 1.5
	for _, x := range [2]float64{r.X0, r.X1} {
		i, _ := slices.BinarySearchFunc(upright, x-near-thin, func(u grid.Rule, x float64) int { return cmp.Compare(u.X0, x) })
		for ; i < len(upright) && upright[i].X0 <= x+near; i++ {
			if u := upright[i]; u.X1 >= x-near && u.Y0 <= r.Y1+near && u.Y1 >= r.Y0-near {
				return true
			}
		}
	}
	return false
}
