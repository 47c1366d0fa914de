package decode

import (
	"slices"
)

// The search for the cheapest readings of a part: best first over states, each a few
// changes to the readings that it begins with. A state whose identities all hold, or
// are accepted to fail for what that costs, is whole; the first whole one is the
// cheapest. Else an identity that fails is taken, and either one of its cells is
// read otherwise or its failing is accepted. Effort is counted, never timed.

// change reads one cell of the part otherwise.
type change struct{ cell, reading int }

// state is one way on.
type state struct {
	changes  []change
	cost     float64 // of changes and accepted failures
	rank     float64 // cost, and what is still to come at the least
	accepted set     // identities that may fail
	kept     set     // cells that are not read otherwise from here on
	serial   int
}

// search looks for whole states of a part.
type search struct {
	*part
	queue  []*state // a heap by rank
	serial int
	limit  int // of steps: states made and identities tested, over all searches of a form
	// back tells that readings may get cheaper on the way, as they do where a search
	// begins with what another one found.
	back bool
	// hurt are the identities that fail in the state at hand.
	hurt []failing
}

// failing is an identity of the part that fails.
type failing struct {
	test  int // in part.tests
	cost  float64
	least float64 // what it takes at the least to get rid of it
}

// cheapest is the cheapest whole state that can be reached from a first one at a rank
// of most at the most; nil where there is none. ok is false where the limit was met.
func (s *search) cheapest(first *state, most float64) (found *state, ok bool) {
	s.queue, s.serial = s.queue[:0], 0
	s.push(first, most)
	for len(s.queue) > 0 {
		if s.steps > s.limit {
			return nil, false
		}
		st := s.pop()
		undo := s.enter(st)
		s.look(st)
		switch rank := st.cost + s.rest(-1); {
		case len(s.hurt) == 0:
			undo()
			return st, true
		case rank > st.rank && len(s.queue) > 0 && rank > s.queue[0].rank:
			st.rank = rank // not yet the next one
			s.push(st, most)
		default:
			st.rank = max(st.rank, rank)
			s.expand(st, most)
		}
		undo()
	}
	return nil, true
}

// enter reads the cells as a state has them, until undo is called.
func (s *search) enter(st *state) (undo func()) {
	was := make([]int, len(st.changes))
	for i, c := range st.changes {
		was[i] = s.now[s.open[c.cell]]
		s.now[s.open[c.cell]] = c.reading
	}
	return func() {
		for i, c := range st.changes {
			s.now[s.open[c.cell]] = was[i]
		}
	}
}

// look lists the identities that fail in the state that was entered, and are not
// accepted.
func (s *search) look(st *state) {
	var changed set
	for _, c := range st.changes {
		changed.add(c.cell)
	}
	s.hurt = s.hurt[:0]
	for k := range s.part.tests {
		if st.accepted.has(k) {
			continue
		}
		cost := s.base[k]
		if s.has[k].meets(&changed) {
			cost = s.penalty(s.part.tests[k])
		}
		if cost > 0 {
			s.hurt = append(s.hurt, failing{k, cost, s.leastFor(k, st, cost)})
		}
	}
}

// leastFor is what it takes at the least to get rid of a failing identity.
func (s *search) leastFor(k int, st *state, cost float64) float64 {
	least := cost
	for _, c := range s.net.tests[s.part.tests[k]].open {
		if at := s.cells[c].at; !st.kept.has(at) && !st.changed(at) {
			least = min(least, s.cheapestOther(c))
		}
	}
	return least
}

// cheapestOther is no more than what any other reading of a cell costs.
func (s *search) cheapestOther(i int) float64 {
	c := &s.cells[i]
	other := c.first
	if s.now[i] == c.first {
		other = c.second
	}
	cost := c.readings[other].cost - c.readings[s.now[i]].cost - s.mostUsual(i)
	if !s.back {
		return max(cost, leastCost)
	}
	return cost
}

// dearer is how much more a reading of a cell costs than the present one. What the form
// usually has makes it cheaper, and never for nothing.
func (s *search) dearer(cell, r int) float64 {
	cost := s.cells[cell].readings[r].cost - s.cells[cell].readings[s.now[cell]].cost - s.usual(cell, r)
	if !s.back {
		return max(cost, leastCost)
	}
	return cost
}

// leastCost is what another reading costs at the least.
const leastCost = 0.1

func (st *state) changed(cell int) bool {
	return slices.ContainsFunc(st.changes, func(c change) bool { return c.cell == cell })
}

// expand pushes what can be done about the failing identity with the fewest ways out.
func (s *search) expand(st *state, most float64) {
	pick, fewest := 0, 1<<30
	for i := range s.hurt {
		ways := 0
		for _, c := range s.net.tests[s.part.tests[s.hurt[i].test]].open {
			if at := s.cells[c].at; !st.kept.has(at) && !st.changed(at) {
				ways += len(s.cells[c].readings) - 1
			}
		}
		if ways < fewest {
			pick, fewest = i, ways
		}
	}
	f := s.hurt[pick]
	rest := s.rest(f.test)
	t := s.part.tests[f.test]
	kept := st.kept
	for _, c := range s.net.tests[t].open {
		at := s.cells[c].at
		if kept.has(at) || st.changed(at) {
			continue
		}
		if v, ok := s.implied(t, c); ok {
			s.cells[c].ask(v)
		}
		for r := range s.cells[c].readings {
			if r == s.now[c] {
				continue
			}
			cost := st.cost + s.dearer(c, r)
			next := &state{cost: cost, rank: s.atLeast(st, cost), accepted: st.accepted, kept: kept}
			next.changes = append(slices.Clip(st.changes), change{at, r})
			s.push(next, most)
		}
		kept.add(at)
	}
	given := &state{changes: st.changes, cost: st.cost + f.cost, accepted: st.accepted, kept: st.kept}
	given.accepted.add(f.test)
	given.rank = s.atLeast(st, given.cost+rest)
	s.push(given, most)
}

// atLeast is the rank of a state that comes of another one.
func (s *search) atLeast(from *state, cost float64) float64 {
	if s.back {
		return cost
	}
	return max(from.rank, cost)
}

// rest is what the failing identities other than one take at the least: those that
// share no cell are added up.
func (s *search) rest(without int) (sum float64) {
	var used set
	for _, f := range s.hurt {
		if f.test == without || used.meets(&s.has[f.test]) {
			continue
		}
		used.unite(&s.has[f.test])
		sum += f.least
	}
	return sum
}

func (s *search) push(st *state, most float64) {
	s.steps++
	if st.rank > most {
		return
	}
	st.serial = s.serial
	s.serial++
	s.queue = append(s.queue, st)
	for i := len(s.queue) - 1; i > 0; {
		up := (i - 1) / 2
		if !s.less(i, up) {
			break
		}
		s.queue[i], s.queue[up] = s.queue[up], s.queue[i]
		i = up
	}
}

func (s *search) pop() *state {
	top := s.queue[0]
	last := len(s.queue) - 1
	s.queue[0] = s.queue[last]
	s.queue = s.queue[:last]
	for i := 0; ; {
		k := 2*i + 1
		if k >= last {
			break
		}
		if k+1 < last && s.less(k+1, k) {
			k++
		}
		if !s.less(k, i) {
			break
		}
		s.queue[i], s.queue[k] = s.queue[k], s.queue[i]
		i = k
	}
	return top
}

func (s *search) less(i, k int) bool {
	a, b := s.queue[i], s.queue[k]
	if a.rank != b.rank {
		return a.rank < b.rank
	}
	return a.serial < b.serial
}
