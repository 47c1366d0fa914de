package lined

import (
	"math"
	"sort"

	"ziping/extract/grid/sheet"
)

// reach finds, of many horizontal rulings, the nearest one above or below a
// stretch of a line of text. It is a tree over the places where rulings begin and
// end; each node knows the rulings over all of it and those over some of it.
type reach struct {
	bars  []sheet.Seg // by height
	xs    []float64   // where they begin and end
	nodes []node
}

// node lists rulings from top to bottom.
type node struct{ over, some []int }

// newReach takes rulings from top to bottom.
func newReach(bars []sheet.Seg) *reach {
	r := &reach{bars: bars}
	for _, b := range bars {
		r.xs = append(r.xs, b.Lo, b.Hi)
	}
	sort.Float64s(r.xs)
	n := 0
	for i, x := range r.xs {
		if i == 0 || x > r.xs[n-1] {
			r.xs[n] = x
			n++
		}
	}
	r.xs = r.xs[:n]
	r.nodes = make([]node, 4*max(1, r.size()))
	for k, b := range bars {
		r.add(1, 0, r.size()-1, r.spot(b.Lo), r.spot(b.Hi), k)
	}
	return r
}

// size is how many spots there are: the ends of rulings, and what lies between,
// before and behind them.
func (r *reach) size() int { return 2*len(r.xs) + 1 }

// spot is the number of the end or gap that x is in.
func (r *reach) spot(x float64) int {
	k := sort.SearchFloat64s(r.xs, x)
	if k < len(r.xs) && r.xs[k] == x {
		return 2*k + 1
	}
	return 2 * k
}

func (r *reach) add(at, lo, hi, from, to, k int) {
	n := &r.nodes[at]
	n.some = append(n.some, k)
	if from <= lo && hi <= to {
		n.over = append(n.over, k)
		return
	}
	mid := (lo + hi) / 2
	if from <= mid {
		r.add(2*at, lo, mid, from, to, k)
	}
	if to > mid {
		r.add(2*at+1, mid+1, hi, from, to, k)
	}
}

// around is the nearest ruling above y, and the nearest at y or below, that lies
// over a stretch or touches it; -1 where there is none.
func (r *reach) around(y, lo, hi float64) (above, below int) {
	above, below = -1, -1
	first := sort.Search(len(r.bars), func(k int) bool { return r.bars[k].At >= y })
	look := func(list []int) {
		k := sort.SearchInts(list, first)
		if k > 0 {
			above = max(above, list[k-1])
		}
		if k < len(list) && (below < 0 || list[k] < below) {
			below = list[k]
		}
	}
	r.visit(1, 0, r.size()-1, r.spot(lo), r.spot(math.Max(lo, hi)), look)
	return above, below
}

func (r *reach) visit(at, lo, hi, from, to int, look func([]int)) {
	n := &r.nodes[at]
	if len(n.some) == 0 {
		return
	}
	if from <= lo && hi <= to {
		look(n.some)
		return
	}
	look(n.over)
	mid := (lo + hi) / 2
	if from <= mid {
		r.visit(2*at, lo, mid, from, to, look)
	}
	if to > mid {
		r.visit(2*at+1, mid+1, hi, from, to, look)
	}
}
