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
	// relaxed: a condition was left out somewhere, so that a set without values may have some.
	relaxed bool
	mem     memory // of the nodes on the way to the present one
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

// suspect is a cell that could be freed, with the number of conflicts that name it.
type suspect struct{ cell, conflicts int }

// run finds the smallest sets; false if a limit was met first.
func (s *search) run() bool {
	if s.tooBig {
		return false
	}
	root := node{rows: s.rows}
	for s.bound = max(s.lowerBound(s.conflicts(&root)), 1); s.bound <= s.lim.Size; s.bound++ {
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
	defer s.mem.release(s.mem.mark())
	conflicts := s.conflicts(n)
	if len(conflicts) == 0 {
		if n.size == s.bound {
			s.record(&n.free)
		}
		return
	}
	if n.size+s.lowerBound(conflicts) > s.bound {
		return
	}
	child := node{free: n.free, kept: n.kept, size: n.size + 1}
	order := s.order(conflicts)
	at := s.mem.mark()
	for _, x := range order {
		c := x.cell
		if child.size+s.left(conflicts, c, &child.kept) <= s.bound {
			child.free.add(c)
			child.rows = s.eliminate(n.rows, c, &child.free)
			s.visit(&child)
			child.free.remove(c)
		}
		child.kept.add(c)
		s.mem.release(at)
	}
}

// record keeps a set that works.
func (s *search) record(free *cells) {
	if len(s.found) >= s.lim.Sets {
		s.over = true
		return
	}
	set, sure, ok := s.settle(free)
	if !ok { // of other choices some may do
		s.over = s.over || !sure || s.relaxed
		return
	}
	s.found = append(s.found, set)
}

// conflicts lists the broken rows that count.
func (s *search) conflicts(n *node) []conflict {
	broken := s.mem.lists.take(len(n.rows))
	for _, r := range n.rows {
		if r.broken && r.live(&n.free) {
			broken = append(broken, r)
		}
	}
	out := s.mem.conflicts.take(len(broken))
	for _, r := range broken {
		var c conflict
		r.suspects(&c.suspects)
		c.suspects.subtract(&n.kept)
		c.count = c.suspects.count()
		out = append(out, c)
	}
	slices.SortStableFunc(out, func(a, b conflict) int { return a.count - b.count })
	return out
}

// order lists the suspects of the conflict with the fewest, those in most other
// conflicts first: once a likely culprit has been tried and is kept, little is
// left to try with the others.
func (s *search) order(conflicts []conflict) []suspect {
	out := s.mem.suspects.take(conflicts[0].count)
	first := &conflicts[0].suspects
	for c := first.next(0); c >= 0; c = first.next(c + 1) {
		x := suspect{cell: c}
		for i := range conflicts {
			if conflicts[i].suspects.has(c) {
				x.conflicts++
			}
		}
		out = append(out, x)
	}
	slices.SortStableFunc(out, func(a, b suspect) int { return b.conflicts - a.conflicts })
	return out
}

// lowerBound counts conflicts that have no suspect in common: each needs a cell
// of its own.
func (s *search) lowerBound(conflicts []conflict) (n int) {
	var used cells
	for i := range conflicts {
		if c := &conflicts[i]; !used.meets(&c.suspects) {
			used.unite(&c.suspects)
			n++
		}
	}
	return n
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
