package drawn

import "ziping/extract/grid"

// OnPaper keeps what of the rulings lies on the page: where a browser cuts a long
// page into short ones, the rest of it is drawn above and below each. To the left
// and right nothing follows: where text stands off the page there, a table is
// wider than the paper, and is read whole.
func OnPaper(rules []grid.Rule, p *grid.Page) []grid.Rule {
	const beyond = 2.0 // a border just past the edge of the paper is meant to be seen
	left, right := false, false
	for i := range p.Glyphs {
		x := (p.Glyphs[i].Box[0] + p.Glyphs[i].Box[2]) / 2
		left, right = left || x < 0, right || x > p.Width
	}
	kept := rules[:0:0]
	for _, r := range rules {
		if r.Y1 < -beyond || r.Y0 > p.Height+beyond || !left && r.X1 < -beyond || !right && r.X0 > p.Width+beyond {
			continue
		}
		r.Y0, r.Y1 = min(max(r.Y0, 0), p.Height), min(max(r.Y1, 0), p.Height)
		if !left {
			r.X0, r.X1 = max(r.X0, 0), max(r.X1, 0)
		}
		if !right {
			r.X0, r.X1 = min(r.X0, p.Width), min(r.X1, p.Width)
		}
		kept = append(kept, r)
	}
	return kept
}
