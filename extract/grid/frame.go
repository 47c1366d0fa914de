package grid

import (
	"math"
	"sort"

	"ziping/extract"
)

// frame is a set of rulings that hang together: what may be a table.
type frame struct {
	hs, vs []seg
	box    extract.Box
}

// frames sorts the rulings of a page into sets that touch or cross. Sets without
// a crossing (underlines, the line below a page header) are left out.
func frames(hs, vs []seg, em float64) []frame {
	n := len(hs) + len(vs)
	set := newSets(n)
	sort.Slice(vs, func(i, j int) bool { return vs[i].at < vs[j].at })
	tol := touchGap * em
	for i, h := range hs {
		from := sort.Search(len(vs), func(k int) bool { return vs[k].at >= h.lo-tol })
		for k := from; k < len(vs) && vs[k].at <= h.hi+tol; k++ {
			if v := vs[k]; h.at >= v.lo-tol && h.at <= v.hi+tol {
				set.union(i, len(hs)+k)
			}
		}
	}
	at := map[int]int{}
	var out []frame
	add := func(i int) *frame {
		r := set.find(i)
		k, ok := at[r]
		if !ok {
			k = len(out)
			at[r] = k
			out = append(out, frame{box: extract.Box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}})
		}
		return &out[k]
	}
	for i, h := range hs {
		f := add(i)
		f.hs = append(f.hs, h)
		f.box = join(f.box, extract.Box{h.lo, h.at, h.hi, h.at})
	}
	for i, v := range vs {
		f := add(len(hs) + i)
		f.vs = append(f.vs, v)
		f.box = join(f.box, extract.Box{v.at, v.lo, v.at, v.hi})
	}
	kept := out[:0]
	for _, f := range out {
		if len(f.hs) > 0 && len(f.vs) > 0 && f.box[2]-f.box[0] > 1.5*em && f.box[3]-f.box[1] > em {
			kept = append(kept, f)
		}
	}
	return kept
}

// sets is union-find.
type sets []int

func newSets(n int) sets {
	s := make(sets, n)
	for i := range s {
		s[i] = i
	}
	return s
}

func (s sets) find(i int) int {
	for s[i] != i {
		s[i] = s[s[i]]
		i = s[i]
	}
	return i
}

// union keeps the smaller number as the root, so that numbering is stable.
func (s sets) union(a, b int) {
	a, b = s.find(a), s.find(b)
	if a == b {
		return
	}
	if b < a {
		a, b = b, a
	}
	s[b] = a
}
