package slips

import (
	"maps"
	"math/big"
)

// Alone lists by exhaustive search the cells of which one alone, with another
// figure, mends the whole form. plain are those that stand printed and want no
// negative figure; a program may leave out the rest.
func (f *Form) Alone() (all, plain map[string]bool) {
	all, plain = map[string]bool{}, map[string]bool{}
	var broken []*promise
	cells := map[string]bool{}
	for i := range f.promise {
		p := &f.promise[i]
		if f.truth(p, f.Figures) == Breaks {
			broken = append(broken, p)
		}
		for _, c := range append([]string{p.result}, p.parts...) {
			cells[c] = true
		}
	}
	for c := range cells {
		if _, given := f.Heading[c]; given || c == "total.weight" && plainFigure.FindString(f.Text(c)) == "100" {
			continue // printed once for all, and a full mark of 100 comes with the blank form
		}
		for _, v := range f.candidates(c, broken) {
			if !f.mends(c, v) {
				continue
			}
			all[c] = true
			old, printed := f.Figures[c]
			if (printed || c == "grade") && v.v.Sign() >= f.least(c) && v.useful <= max(2, old.places) {
				plain[c] = true
			}
		}
	}
	return all, plain
}

// least is the sign that a figure must have to mend surely: positive where a
// rate is a share of the cell, since 0 ÷ 0 tells nothing.
func (f *Form) least(path string) int {
	for i := range f.promise {
		if p := &f.promise[i]; p.kind == "ratio" && p.parts[1] == path {
			return 1
		}
	}
	return 0
}

// mends reports whether the figure in a cell leaves no promise broken.
func (f *Form) mends(path string, v Figure) bool {
	at := maps.Clone(f.Figures)
	at[path] = v
	for i := range f.promise {
		p := &f.promise[i]
		if path == "grade" && p.kind == "grade" {
			continue // some grade belongs to every total
		}
		if f.truth(p, at) == Breaks {
			return false
		}
	}
	return true
}

// candidates are figures of which one must do if any does: each broken promise
// names its own.
func (f *Form) candidates(c string, broken []*promise) (out []Figure) {
	for _, p := range broken {
		if !p.has(c) {
			return nil
		}
	}
	add := func(v *big.Rat) {
		for places := 0; places <= 6; places++ {
			n, ok := parseFigure(v.FloatString(places))
			n.places = max(n.places, f.Figures[c].places, 2)
			if ok && (places >= 4 || n.v.Cmp(v) == 0) {
				out = append(out, n)
			}
		}
	}
	for _, p := range broken {
		switch p.kind {
		case "sum":
			v := f.solveSum(p, c)
			add(v)
			for k := int64(-5); k < 10 && p.check == "SUM-01"; k++ { // a total may be rounded
				step := new(big.Rat).Mul(unit(f.Figures[p.result].places), big.NewRat(k, 10))
				add(step.Add(step, v))
			}
		case "grade":
			if c == "grade" {
				return []Figure{{v: new(big.Rat)}}
			}
			for _, s := range []int64{59, 60, 75, 80, 85, 90, 95, 100} {
				add(big.NewRat(s, 1))
			}
		case "range":
			other := p.result
			if c == p.result {
				other = p.parts[0]
			}
			add(f.Figures[other].v)
		case "ratio":
			a, b, r := f.Figures[p.parts[0]].v, f.Figures[p.parts[1]].v, f.Figures[p.result].v
			hundred := big.NewRat(100, 1)
			switch {
			case c == p.result:
				q := new(big.Rat).Quo(a, b)
				q.Mul(q, hundred)
				for places := range 5 {
					n, _ := parseFigure(q.FloatString(places))
					out = append(out, n)
				}
			case c == p.parts[0]:
				q := new(big.Rat).Mul(r, b)
				add(q.Quo(q, hundred))
			case r.Sign() != 0:
				q := new(big.Rat).Quo(a, r)
				add(q.Mul(q, hundred))
			default: // so large that the rate is 0.00
				add(new(big.Rat).Mul(a, big.NewRat(100000, 1)))
			}
		}
	}
	return out
}

// solveSum is the figure of c that makes a sum hold exactly.
func (f *Form) solveSum(p *promise, c string) *big.Rat {
	get := func(path string) *big.Rat {
		if n, ok := f.Figures[path]; ok {
			return n.v
		}
		if path == "total.weight" {
			return big.NewRat(100, 1)
		}
		return new(big.Rat)
	}
	rest := new(big.Rat)
	sign := int64(1)
	for i, part := range p.parts {
		v := new(big.Rat).Set(get(part))
		if i == p.minus {
			v.Neg(v)
		}
		if part == c {
			if i == p.minus {
				sign = -1
			}
			continue
		}
		rest.Add(rest, v)
	}
	if c == p.result {
		return rest
	}
	v := new(big.Rat).Sub(get(p.result), rest)
	return v.Mul(v, big.NewRat(sign, 1))
}
