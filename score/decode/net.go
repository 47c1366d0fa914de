package decode

import (
	"ziping/normalize"
	"ziping/score/identity"
	"ziping/text/num"
)

// What it costs that a promise of the form does not hold, as the logarithm of how
// rare that is. Offices add up wrongly once in some thousand sums, and hardly ever by
// just what another reading of a cell would put right; where nothing shows that all
// of a list is there, a part may be missing; and a figure that is none is rarely printed.
const (
	brokenCost    = 8.0
	unshownCost   = 5.0
	garbledCost   = 5.0
	unprintedCost = 6.0 // weights that do not make 100, which is not printed
	emptyCost     = 5.0 // nothing stands where a sum should
)

// net is the cells of a form and the identities between them.
type net struct {
	cells []cell
	tests []test
	index map[normalize.Path]int
	// now is the reading of each cell that is looked at.
	now []int
	// unusual is what a row costs that has not its full marks.
	unusual float64

	rounding [2]int // rates that must have been rounded, and cut off

	suppose identity.Supposer
	prints  []identity.Print
	steps   int // identities tested and states made
}

// test is an identity with its cells: the result, then the parts.
type test struct {
	id    *identity.Identity
	cells []int            // -1 where no recognised figure stands
	fixed []identity.Print // what stands there
	cost  float64          // of its failing
	open  []int            // cells of it that may be read otherwise, each once
	at    int              // number within its part
	place identity.Place   // of a rate that holds
}

// newNet joins the cells of a form by its identities.
func newNet(r *normalize.Report, cells []cell) *net {
	n := &net{cells: cells, index: make(map[normalize.Path]int, len(cells)), now: make([]int, len(cells))}
	for i := range cells {
		n.index[cells[i].path] = i
		n.now[i] = cells[i].start
	}
	tested := identity.Of(r)
	n.tests = make([]test, len(tested))
	for i := range tested {
		t := &n.tests[i]
		t.id, t.cost = &tested[i].Identity, brokenCost
		if tested[i].Premise != "" {
			t.cost = unshownCost
		}
		n.take(r, i, t.id.Result)
		for _, p := range t.id.Parts {
			n.take(r, i, p.Path)
		}
	}
	n.habits(r)
	return n
}

// take adds a cell to an identity.
func (n *net) take(r *normalize.Report, i int, path normalize.Path) {
	t := &n.tests[i]
	k, ok := n.index[path]
	if !ok || path.IsLevel() {
		t.cells, t.fixed = append(t.cells, -1), append(t.fixed, identity.PrintAt(r, path))
		return
	}
	t.cells, t.fixed = append(t.cells, k), append(t.fixed, identity.Print{})
	c := &n.cells[k]
	if len(c.tests) > 0 && c.tests[len(c.tests)-1] == i {
		return
	}
	c.tests = append(c.tests, i)
	if c.open() {
		t.open = append(t.open, k)
	}
}

// fewTerms are as many terms of a sum as cost one step more.
const fewTerms = 16

// outcome tests an identity on the readings that are looked at.
func (n *net) outcome(i int) identity.Outcome {
	t := &n.tests[i]
	n.prints = append(n.prints[:0], t.fixed...)
	for k, c := range t.cells {
		if c >= 0 {
			n.prints[k] = n.cells[c].readings[n.now[c]].print
		}
	}
	n.steps += 1 + len(t.cells)/fewTerms
	return n.suppose.Suppose(t.id, n.prints)
}

// penalty is what an identity costs on the readings that are looked at, 0 where it
// holds or says nothing.
func (n *net) penalty(i int) float64 {
	t := &n.tests[i]
	switch n.outcome(i) {
	case identity.Agree:
		return 0
	case identity.Disagree:
		return t.cost
	}
	for k, p := range n.prints {
		if !p.OK && !p.Blank {
			if c := t.cells[k]; c >= 0 && n.cells[c].open() {
				return garbledCost
			}
			return 0
		}
	}
	switch {
	case t.id.Result == normalize.TotalWeightPath && n.prints[0].Blank:
		return unprintedCost
	case t.id.Kind == identity.Sum && n.prints[0].Blank && len(n.prints) > 2 && t.cells[0] >= 0 && n.cells[t.cells[0]].open():
		return emptyCost
	}
	return 0
}

// implied is the value of one cell of a sum that makes it hold exactly; ok is false
// for what is no sum of known figures.
func (n *net) implied(i, cell int) (v num.Decimal, ok bool) {
	t := &n.tests[i]
	if t.id.Kind != identity.Sum {
		return v, false
	}
	sum := t.id.Constant
	at := -1
	for k, c := range t.cells {
		if c == cell {
			if at >= 0 {
				return v, false
			}
			at = k
			continue
		}
		p := t.fixed[k]
		if c >= 0 {
			p = n.cells[c].readings[n.now[c]].print
		}
		if !p.OK {
			if p.Blank {
				continue
			}
			return v, false
		}
		switch {
		case k == 0:
			sum = sum.Sub(p.N.Shift(t.id.Scale))
		case t.id.Parts[k-1].Coef < 0:
			sum = sum.Sub(p.N.Shift(t.id.Parts[k-1].Scale))
		default:
			sum = sum.Add(p.N.Shift(t.id.Parts[k-1].Scale))
		}
	}
	switch {
	case at < 0:
		return v, false
	case at == 0:
		return sum.Shift(-t.id.Scale), true
	case t.id.Parts[at-1].Coef < 0:
		return sum.Shift(-t.id.Parts[at-1].Scale), true
	}
	return sum.Neg().Shift(-t.id.Parts[at-1].Scale), true
}
