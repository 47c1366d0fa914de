package decode

import (
	"math"

	"ziping/normalize"
	"ziping/score/identity"
)

const (
	// clear is the margin, as a logarithm, by which the readings of a form must be
	// more probable than all that read a cell otherwise, for it to be put right; sealed
	// is that for it to be proved.
	clear, sealed = 4.5, 7.0
	// mostMargin is the margin beyond which nothing is looked for.
	mostMargin = 9.0
	// mostSteps bounds the search on one form, identities tested and states made, and
	// once more the proof of its cells.
	mostSteps = 50_000
)

// verdict is what the arithmetic says of one cell.
type verdict struct {
	margin float64 // how much less probable everything is that reads it otherwise
	failed bool    // it stands in an identity that fails
	proved bool
}

// decide chooses the readings of all cells, in net.now, and judges each.
func (n *net) decide() []verdict {
	out := make([]verdict, len(n.cells))
	for i := range n.cells {
		if !n.cells[i].open() {
			out[i].margin = mostMargin
		}
	}
	for _, p := range n.parts() {
		if p.tooLarge() {
			continue
		}
		p.number()
		p.weigh()
		s := search{part: p, limit: mostSteps}
		best, ok := s.cheapest(&state{}, math.Inf(1))
		if !ok {
			continue
		}
		s.enter(best)
		s.judge(best, out)
		for _, i := range p.open {
			if n.changed(i) && (out[i].margin < clear || !n.needed(i)) {
				n.now[i], out[i].margin = n.cells[i].start, 0
			}
		}
	}
	for t := range n.tests {
		if n.penalty(t) == 0 || n.outcome(t) == identity.Disagree && !n.byMisreading(t) {
			continue
		}
		for _, c := range n.tests[t].cells {
			if c >= 0 {
				out[c].failed = true
			}
		}
	}
	n.rates()
	from := n.steps
	for i := range n.cells {
		out[i].proved = out[i].margin >= sealed && !(out[i].failed && n.cells[i].poor) && n.steps-from < mostSteps && n.borneOut(i)
	}
	return out
}

// unsure is the confidence below which a figure of a sum that fails may be misread.
const unsure = 0.985

// byMisreading reports an identity that fails, it may be, because a figure of it was
// misread: see identity.ByMisreading.
func (n *net) byMisreading(i int) bool {
	t := &n.tests[i]
	prints := make([]identity.Print, len(t.cells))
	for k := range prints {
		prints[k] = n.print(t, k)
	}
	return identity.ByMisreading(t.id, prints, func(k int) bool {
		c := t.cells[k]
		return c >= 0 && (n.cells[c].least < unsure || n.cells[c].poor && n.cells[c].least < fairOnPoor)
	})
}

// judge works out the margins of a part's cells, whose readings are those of its
// cheapest state.
func (s *search) judge(best *state, out []verdict) {
	s.weigh()
	s.back = true
	for _, changed := range []bool{true, false} { // what was read otherwise first
		for at, i := range s.open {
			if best.changed(at) == changed {
				out[i].margin = min(s.margin(best, i), s.alike(i))
			}
		}
	}
}

// margin is how much the cheapest state costs that reads a cell otherwise.
func (s *search) margin(best *state, i int) float64 {
	least := mostMargin
	at := s.cells[i].at
	for r := range s.cells[i].readings {
		if r == s.now[i] {
			continue
		}
		first := &state{changes: []change{{at, r}}, cost: s.dearer(i, r), accepted: best.accepted}
		for k := range s.part.tests { // what failed may hold now
			if best.accepted.has(k) && s.has[k].has(at) {
				first.accepted[k>>6] &^= 1 << (k & 63)
				first.cost -= s.base[k]
			}
		}
		first.rank = first.cost
		if first.cost > least {
			continue
		}
		switch found, ok := s.cheapest(first, least); {
		case !ok:
			return 0
		case found != nil:
			least = min(least, found.cost)
		}
	}
	return max(least, 0)
}

// changed reports a cell that is not read as is likeliest by itself.
func (n *net) changed(i int) bool { return n.now[i] != n.cells[i].start }

// needed reports whether some sum or rate that holds would not, were the cell read as
// is likeliest by itself.
func (n *net) needed(i int) bool {
	chosen := n.now[i]
	for _, t := range n.cells[i].tests {
		if n.tests[t].id.Kind == identity.Range || n.outcome(t) != identity.Agree || !n.confirms(t, i) {
			continue
		}
		n.now[i] = n.cells[i].start
		failed := n.outcome(t) != identity.Agree
		n.now[i] = chosen
		if failed {
			return true
		}
	}
	return false
}

// confirms reports an identity in which another figure is printed that is not zero:
// 0 = 0 + 0 says nothing of anything.
func (n *net) confirms(t, i int) bool {
	x := &n.tests[t]
	if x.id.Result == normalize.TotalWeightPath && x.cells[0] != i && !n.print(x, 0).OK {
		return true // 100 is meant
	}
	for k, c := range x.cells {
		if p := n.print(x, k); c != i && p.OK && !p.N.IsZero() {
			return true
		}
	}
	return false
}
