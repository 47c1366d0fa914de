package unruled

import (
	"math"
	"sort"

	"ziping/extract/grid/fit"
	"ziping/extract/grid/page"
)

// A table of two columns. Two texts on a line say little: a label and what it asks for
// stand so, a heading and the number of its page. It is a table where its rows are
// flush, each label beginning and each value ending (or beginning) at one place, and
// something makes a heading: two texts above a column of figures, or rulings above and
// below it all.

// leastPairs is how many such rows there are at least, the heading among them.
const leastPairs = 4

// pairs is how many rows a table of two columns has, 0 where the region is none.
func (r *region) pairs() int {
	var left, right, ends []float64
	levels, figures := 0, 0
	heading := false
	em := r.sheet.Em
	for k := r.first; k <= r.last; k++ {
		switch len(r.levels[k].blocks) {
		case 1: // a label above others, or a wrapped line
			continue
		case 2:
		default:
			return 0
		}
		a, b := &r.phrases[r.levels[k].blocks[0]], &r.phrases[r.levels[k].blocks[1]]
		if a.Box[0] > b.Box[0] {
			a, b = b, a
		}
		if b.Box[0]-a.Box[2] < page.Column*em {
			return 0
		}
		levels++
		if levels == 1 {
			heading = !a.Figure && !b.Figure
			continue
		}
		if b.Figure {
			figures++
		}
		left, right, ends = append(left, a.Box[0]), append(right, b.Box[0]), append(ends, b.Box[2])
	}
	n := len(left)
	flush := func(v []float64) bool { return 3*alike(v, page.Line*em) >= 2*n }
	if levels < leastPairs || !flush(left) || !flush(right) && !flush(ends) {
		return 0
	}
	if heading && 3*figures >= 2*n || r.betweenRulings() {
		return levels
	}
	return 0
}

// alike is how many values lie near one of them at most.
func alike(v []float64, near float64) int {
	s := append([]float64(nil), v...)
	sort.Float64s(s)
	most := 0
	for i, k := 0, 0; k < len(s); k++ {
		for s[k]-s[i] > near {
			i++
		}
		most = max(most, k-i+1)
	}
	return most
}

// betweenRulings reports whether rulings run above and below the region, as wide as it.
func (r *region) betweenRulings() bool {
	above, below := false, false
	top, bottom := math.Inf(1), math.Inf(-1)
	for k := r.first; k <= r.last; k++ {
		top, bottom = math.Min(top, r.levels[k].top), math.Max(bottom, r.levels[k].bottom)
	}
	g, near := r.extent(), page.NextRow*r.sheet.Em
	for _, h := range r.sheet.Hs {
		if covers(fit.Interval{Lo: h.Lo, Hi: h.Hi}, g, page.Column*r.sheet.Em) {
			above = above || h.At < top+page.Line*r.sheet.Em && h.At > top-near
			below = below || h.At > bottom-page.Line*r.sheet.Em && h.At < bottom+near
		}
	}
	return above && below
}

// covers reports whether an interval reaches as far as another, give or take.
func covers(g, o fit.Interval, give float64) bool { return g.Lo < o.Lo+give && g.Hi > o.Hi-give }
