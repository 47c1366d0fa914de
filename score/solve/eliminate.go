package solve

import "slices"

// eliminate takes a freed cell out of the rows: an equation that has it is
// solved for it and put into the others; without one, each lower bound on it is
// set against each upper bound (Fourier & Motzkin). Rows that counted only while
// the cell stood as printed are left out.
func (s *search) eliminate(rows []*row, c int, free *cells) []*row {
	out, with := s.mem.lists.take(len(rows)), s.mem.lists.take(len(rows))
	var pivot *row
	for _, r := range rows {
		switch {
		case r.hint&hintOf(c) == 0:
			out = append(out, r)
		case r.drop.has(c):
		case r.coefOf(c) == 0:
			out = append(out, r)
		default:
			with = append(with, r)
			if r.rel == equal && r.live(free) && (pivot == nil || len(r.terms) < len(pivot.terms)) {
				pivot = r
			}
		}
	}
	s.steps += 4 * len(with)
	if pivot == nil {
		return s.bounds(out, with, c)
	}
	for _, r := range with {
		if r != pivot {
			out = s.cancel(out, r, pivot, c)
		}
	}
	return out
}

// cancel appends r with the cell c replaced by what the equation p says of it.
func (s *search) cancel(out []*row, r, p *row, c int) []*row {
	a, b := r.coefOf(c), p.coefOf(c)
	g := gcd(abs(a), abs(b))
	// r is taken a positive number of times, for the sake of inequalities.
	return s.join(out, r, abs(b)/g, p, -(a/g)*(b/abs(b)))
}

// bounds appends every lower bound on c set against every upper one. An
// equation that does not count yet is both.
func (s *search) bounds(out, with []*row, c int) []*row {
	var lower, upper []*row
	for _, r := range with {
		positive := r.coefOf(c) > 0
		if positive || r.rel == equal {
			lower = append(lower, r.turnedIf(!positive))
		}
		if !positive || r.rel == equal {
			upper = append(upper, r.turnedIf(positive))
		}
	}
	for _, l := range lower {
		for _, u := range upper {
			a, b := l.coefOf(c), -u.coefOf(c)
			g := gcd(a, b)
			out = s.join(out, l, b/g, u, a/g)
		}
	}
	return out
}

// turnedIf is the row, with its signs turned round where asked for.
func (r *row) turnedIf(turn bool) *row {
	if !turn {
		return r
	}
	out := *r
	out.constant, out.terms = -r.constant, slices.Clone(r.terms)
	for i := range out.terms {
		out.terms[i].coef = -out.terms[i].coef
	}
	return &out
}

// join appends x·r + y·p. A row that holds whatever the cells are is left out,
// and so is one whose numbers grow beyond bounds (a chain of four rates does it):
// without it nothing is missed, but what is found must be tried.
func (s *search) join(out []*row, r *row, x int64, p *row, y int64) []*row {
	n := &s.mem.rows.take(1)[:1][0]
	if !n.combine(s.mem.terms.take(len(r.terms)+len(p.terms)-2), r, x, p, y) {
		s.relaxed = true
		return out
	}
	n.judge(s.values)
	if len(n.terms) == 0 && !n.broken {
		return out
	}
	return append(out, n)
}
