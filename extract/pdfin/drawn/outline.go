package drawn

import (
	"cmp"
	"slices"

	"ziping/extract/grid"
)

// Programs that make characters bold where the font is not draw their outlines
// as paths over the text (Cairo does), and stems and boxes in 日 and 田 look like
// short rulings there.

// figures are the rulings that one path may have drawn as part of a character:
// those from the first to before the last of the page's.
type figures struct {
	from, to int
	// whole says that the path draws one thing: it has no curve, but too many
	// corners for a cell.
	whole bool
}

// WithoutOutlines are the rulings without those that lie inside a character and were drawn with
// curves, or with all their path inside it.
func (d *Drawing) WithoutOutlines(glyphs []grid.Glyph) []grid.Rule {
	if len(d.figures) == 0 || len(glyphs) > mostLooked {
		return d.Rules
	}
	ordered := byBottom(glyphs)
	drop := make([]bool, len(d.Rules))
	for _, f := range d.figures {
		if f.whole {
			all := d.Rules[f.from]
			for _, r := range d.Rules[f.from:f.to] {
				all = grid.Rule{X0: min(all.X0, r.X0), Y0: min(all.Y0, r.Y0), X1: max(all.X1, r.X1), Y1: max(all.Y1, r.Y1)}
			}
			if min(all.X1-all.X0, all.Y1-all.Y0) < 2*thin || !inCharacter(all, ordered) {
				continue // a border, or not in one character
			}
		}
		for i := f.from; i < f.to; i++ {
			drop[i] = f.whole || inCharacter(d.Rules[i], ordered)
		}
	}
	kept := make([]grid.Rule, 0, len(d.Rules))
	for i, r := range d.Rules {
		if !drop[i] {
			kept = append(kept, r)
		}
	}
	return kept
}

// mostLooked is far above the characters of any form's page.
const mostLooked = 20_000

// byBottom orders glyphs by the bottom of their boxes.
func byBottom(glyphs []grid.Glyph) []grid.Glyph {
	out := slices.Clone(glyphs)
	slices.SortFunc(out, func(a, b grid.Glyph) int {
		return cmp.Or(cmp.Compare(a.Box[3], b.Box[3]), cmp.Compare(a.Box[0], b.Box[0]))
	})
	return out
}

// inCharacter reports a ruling inside one character's box. The glyphs are
// ordered by the bottom of their boxes.
func inCharacter(r grid.Rule, glyphs []grid.Glyph) bool {
	const tallest = 60 // points: no larger character stands on a form
	if r.Y1-r.Y0 > tallest {
		return false
	}
	from, _ := slices.BinarySearchFunc(glyphs, r.Y1-0.1*tallest, func(g grid.Glyph, y float64) int { return cmp.Compare(g.Box[3], y) })
	for _, g := range glyphs[from:] {
		if g.Box[3] > r.Y1+tallest {
			break
		}
		near := 0.1 * g.Size
		if r.X0 >= g.Box[0]-near && r.X1 <= g.Box[2]+near && r.Y0 >= g.Box[1]-near && r.Y1 <= g.Box[3]+near {
			return true
		}
	}
	return false
}
