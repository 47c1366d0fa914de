package decode

import "slices"

// maxPart bounds the cells and the identities of one part of a form. What is larger is
// not decided.
const maxPart = 256

// set is a set of numbers below maxPart.
type set [maxPart / 64]uint64

func (s *set) add(i int)      { s[i>>6] |= 1 << (i & 63) }
func (s *set) has(i int) bool { return s[i>>6]&(1<<(i&63)) != 0 }

// meets reports whether two sets have something in common.
func (s *set) meets(o *set) bool {
	for i := range s {
		if s[i]&o[i] != 0 {
			return true
		}
	}
	return false
}

// unite adds all of o.
func (s *set) unite(o *set) {
	for i := range s {
		s[i] |= o[i]
	}
}

// part is a part of a form that is decided by itself: cells that may be read in
// several ways and hang together by identities, with all identities they stand in.
type part struct {
	*net
	open  []int // cells
	tests []int // identities
	has   []set // of each identity, which of open it has
	// base is what each identity costs on the readings the part was made on.
	base []float64
}

// parts are the parts of the net.
func (n *net) parts() []*part {
	seen := make([]bool, len(n.cells))
	in := make([]bool, len(n.tests))
	var out []*part
	for i := range n.cells {
		if seen[i] || !n.cells[i].open() || len(n.cells[i].tests) == 0 {
			continue
		}
		p := &part{net: n}
		seen[i] = true
		p.open = append(p.open, i)
		for k := 0; k < len(p.open); k++ {
			for _, t := range n.cells[p.open[k]].tests {
				if in[t] {
					continue
				}
				in[t] = true
				p.tests = append(p.tests, t)
				for _, c := range n.tests[t].open {
					if !seen[c] {
						seen[c] = true
						p.open = append(p.open, c)
					}
				}
			}
		}
		slices.Sort(p.open)
		slices.Sort(p.tests)
		out = append(out, p)
	}
	return out
}

// tooLarge reports a part beyond bounds.
func (p *part) tooLarge() bool { return len(p.open) > maxPart || len(p.tests) > maxPart }

// number gives the cells and identities of the part their numbers in it.
func (p *part) number() {
	for k, c := range p.open {
		p.cells[c].at = k
	}
	p.has = make([]set, len(p.tests))
	for k, t := range p.tests {
		p.net.tests[t].at = k
		for _, c := range p.net.tests[t].open {
			p.has[k].add(p.cells[c].at)
		}
	}
}

// weigh works out what each identity costs on the readings as they stand.
func (p *part) weigh() {
	p.base = p.base[:0]
	for _, t := range p.tests {
		p.base = append(p.base, p.penalty(t))
	}
}
