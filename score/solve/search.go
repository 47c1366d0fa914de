package solve

import "slices"

// search finds all smallest sets of cells of one system by rising size.
type search struct {
	*system
	lim   Limits
	bound int
	steps int
	found []settled
	over  bool // a limit was met
	// relaxed: a condition was left out somewhere, so that what is found must be tried.
	relaxed bool

	// Memory of the nodes on the way to the present one.
	rowMem  stack[row]
	termMem stack[term]
	listMem stack[*row]
	confMem stack[conflict]
	cellMem stack[int]
}

// node is one set of freed cells with the rows that are left once these are
// eliminated.
type node struct {
	rows []*row
	free cells // freed
	kept cells // not to be freed below this node
	size int
}

// conflict is a broken row with the cells that could still be freed for it.
type conflict struct {
	suspects cells
	count    int
}

// run finds the smallest sets; false if a limit was met first.
func (s *search) run() bool {
	if s.tooBig {
		return false
	}
	root := node{rows: s.rows}
	first, dead := s.lowerBound(s.conflicts(&root))
	if dead {
		return false
	}
	for s.bound = max(first, 1); s.bound <= s.lim.Size; s.bound++ {
		s.visit(&root)
		if s.over {
			return false
		}
		if len(s.found) > 0 {
			return true
		}
	}
	return false
}

// visit looks for sets of exactly s.bound cells that hold the node's.
func (s *search) visit(n *node) {
	s.steps += len(n.rows)
	if s.steps > s.lim.Steps || s.over {
		s.over = true
		return
	}
	atConf, atCell := s.confMem.mark(), s.cellMem.mark()
	defer s.confMem.release(atConf)
	defer s.cellMem.release(atCell)
	conflicts := s.conflicts(n)
	if len(conflicts) == 0 {
		if n.size == s.bound {
			s.record(&n.free)
		}
		return
	}
	more, dead := s.lowerBound(conflicts)
	if dead || n.size+more > s.bound {
		return
	}
	child := node{free: n.free, kept: n.kept, size: n.size + 1}
	order := s.order(conflicts)
	atRow, atTerm, atList := s.rowMem.mark(), s.termMem.mark(), s.listMem.mark()
	for _, c := range order {
		if s.over {
			return
		}
		if child.size+s.left(conflicts, c, &child.kept) <= s.bound {
			child.free.add(c)
			child.rows = s.eliminate(n.rows, c, &child.free)
			s.visit(&child)
			child.free.remove(c)
		}
		child.kept.add(c)
		s.rowMem.release(atRow)
		s.termMem.release(atTerm)
		s.listMem.release(atList)
	}
}

// record keeps a set that works.
func (s *search) record(free *cells) {
	if len(s.found) >= s.lim.Sets {
		s.over = true
		return
	}
	set, values, ok := s.settle(free)
	if !ok {
		return
	}
	if s.relaxed && !s.consistent(free, values) {
		s.over = true
		return
	}
	s.found = append(s.found, set)
}

// consistent reports whether all conditions hold with the values of a freed set.
func (s *search) consistent(free *cells, values []int64) bool {
	for _, r := range s.rows {
		if r.drop.meets(free) || !r.live(free) {
			continue
		}
		if r.brokenBy(values) {
			return false
		}
	}
	return true
}

// conflicts lists the broken rows that count.
func (s *search) conflicts(n *node) []conflict {
	count := 0
	for _, r := range n.rows {
		if r.broken && r.live(&n.free) {
			count++
		}
	}
	out := s.confMem.take(count)
	for _, r := range n.rows {
		if r.broken && r.live(&n.free) {
			var c conflict
			r.suspects(&c.suspects)
			c.suspects.subtract(&n.kept)
			c.count = c.suspects.count()
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b conflict) int { return a.count - b.count })
	return out
}

// order lists the suspects of the conflict with the fewest, those in most other
// conflicts first: once a likely culprit has been tried and is kept, little is
// left to try with the others.
func (s *search) order(conflicts []conflict) []int {
	suspects := &conflicts[0].suspects
	out, seen := s.cellMem.take(conflicts[0].count), s.cellMem.take(conflicts[0].count)
	for c := suspects.next(0); c >= 0; c = suspects.next(c + 1) {
		n := 0
		for i := range conflicts {
			if conflicts[i].suspects.has(c) {
				n++
			}
		}
		at := len(out)
		for at > 0 && seen[at-1] < n {
			at--
		}
		out, seen = slices.Insert(out, at, c), slices.Insert(seen, at, n)
	}
	return out
}

// lowerBound counts conflicts that have no suspect in common: each needs a cell
// of its own. dead tells that one has no suspect left.
func (s *search) lowerBound(conflicts []conflict) (n int, dead bool) {
	var used cells
	for i := range conflicts {
		c := &conflicts[i]
		if c.count == 0 {
			return 0, true
		}
		if !used.meets(&c.suspects) {
			used.unite(&c.suspects)
			n++
		}
	}
	return n, false
}

// left is a lower bound for what is still to free once c is, without working
// it out: conflicts that do not have c stay as they are.
func (s *search) left(conflicts []conflict, c int, kept *cells) (n int) {
	var used cells
	for i := range conflicts {
		rest := conflicts[i].suspects
		if rest.has(c) {
			continue
		}
		rest.subtract(kept)
		if !used.meets(&rest) {
			used.unite(&rest)
			n++
		}
	}
	return n
}
