package solve

import "slices"

// solve finds the smallest sets of the system and takes them apart into groups
// that can be decided one by one: two slips far from each other, one sure and
// one with three explanations, are one set and three, not three sets of two.
func (s *system) solve(lim Limits) []Solution {
	q := search{system: s, lim: lim}
	if !q.run() {
		return []Solution{s.explained(nil)}
	}
	var out []Solution
	for _, g := range s.factors(q.found) {
		sol := s.explained(&g)
		sol.Decided, sol.Sets = true, s.setsOf(g, q.found)
		out = append(out, sol)
	}
	return out
}

// explained lists the contradictions that speak of the given cells (of any, for nil).
func (s *system) explained(of *cells) (sol Solution) {
	for i := range s.broken {
		b := &s.broken[i]
		switch {
		case of != nil && !b.cells.meets(of):
		case b.grade:
			sol.Grade = true
		default:
			sol.Broken = append(sol.Broken, b.identity)
		}
	}
	return sol
}

// factors splits the cells of the found sets into groups such that the found
// sets are all combinations of one part from each group, and no condition of
// the form speaks of cells of two groups. Then each can be decided by itself. A
// bound that holds as printed (a score is no more than its weight) ties nothing,
// as long as no value depends on what is taken from another group and each part
// alone keeps it.
func (s *system) factors(found []settled) []cells {
	if out := s.split(found, isBound); steady(out, found) && s.kept(out, found) {
		return out
	}
	return s.split(found, func(*row) bool { return false })
}

// isBound reports a plain bound that the print keeps.
func isBound(r *row) bool {
	return r.rel != equal && !r.broken && len(r.drop) == 0 && len(r.need) == 0
}

// steady reports whether each part of a group has the same values in all the found
// sets that hold it.
func steady(groups []cells, found []settled) bool {
	type key struct {
		part cells
		cell int
	}
	values := map[key]Change{}
	for _, g := range groups {
		for i := range found {
			part := found[i].free.and(&g)
			for _, ch := range found[i].changes {
				if !g.has(ch.cell) {
					continue
				}
				was, seen := values[key{part, ch.cell}]
				if seen && !(was.New.Equal(ch.New) && was.Low.Equal(ch.Low) && was.High.Equal(ch.High) && was.NewGrade == ch.NewGrade) {
					return false
				}
				values[key{part, ch.cell}] = ch.Change
			}
		}
	}
	return true
}

// kept reports whether each part of a group, changed alone, keeps the bounds that
// tie it to no other.
func (s *system) kept(groups []cells, found []settled) bool {
	for _, g := range groups {
		for i := range found {
			values := slices.Clone(s.values)
			for _, ch := range found[i].changes {
				if g.has(ch.cell) {
					values[ch.cell] = s.scaled(ch.New)
				}
			}
			for _, r := range s.rows {
				if isBound(r) && r.brokenBy(values) {
					return false
				}
			}
		}
	}
	return true
}

// split makes the groups; conditions that are passed over tie none of them.
func (s *system) split(found []settled, passed func(*row) bool) []cells {
	var all cells
	for i := range found {
		all.unite(&found[i].free)
	}
	list := all.list()
	groups := make([]cells, 0, len(list))
	for _, c := range list {
		var g cells
		g.add(c)
		groups = append(groups, g)
	}
	for _, r := range s.rows {
		if passed(r) {
			continue
		}
		var touched cells
		r.suspects(&touched)
		groups = merge(groups, &touched)
	}
	for i, x := range list {
		for _, y := range list[:i] {
			if dependent(found, x, y) {
				var pair cells
				pair.add(x)
				pair.add(y)
				groups = merge(groups, &pair)
			}
		}
	}
	combinations := 1 // each of the found sets is one of them
	for _, g := range groups {
		if combinations *= len(parts(g, found)); combinations > len(found) {
			return []cells{all}
		}
	}
	return groups
}

// merge joins the groups that have a cell of together. The joined group takes
// the place of the first of them.
func merge(groups []cells, together *cells) []cells {
	var first *cells
	out := groups[:0]
	for _, g := range groups {
		switch {
		case !g.meets(together):
			out = append(out, g)
		case first == nil:
			out = append(out, g)
			first = &out[len(out)-1]
		default:
			first.unite(&g)
		}
	}
	return out
}

// dependent reports whether having x in a set says something about having y.
func dependent(found []settled, x, y int) bool {
	nx, ny, both := 0, 0, 0
	for i := range found {
		hasX, hasY := found[i].free.has(x), found[i].free.has(y)
		if hasX {
			nx++
		}
		if hasY {
			ny++
		}
		if hasX && hasY {
			both++
		}
	}
	return both*len(found) != nx*ny
}

// parts lists the different intersections of the found sets with a group.
func parts(g cells, found []settled) []cells {
	var out []cells
	for i := range found {
		if p := found[i].free.and(&g); !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}

// setsOf lists the sets of one group, best explained first.
func (s *system) setsOf(g cells, found []settled) []Set {
	var out []Set
	var seen []cells
	for i := range found {
		p := found[i].free.and(&g)
		if slices.Contains(seen, p) {
			continue
		}
		seen = append(seen, p)
		set := Set{Determined: true}
		for _, ch := range found[i].changes {
			if !g.has(ch.cell) {
				continue
			}
			set.Changes = append(set.Changes, ch.Change)
			set.Determined = set.Determined && !ch.Ranged()
		}
		s.place(&set)
		out = append(out, set)
	}
	slices.SortStableFunc(out, func(a, b Set) int { return a.cost - b.cost })
	return out
}
