package unruled

import (
	"math"
	"sort"

	"ziping/extract/grid/page"
)

// Where texts stand in the middle of their cells, the heights of rows tell each
// other: half of a row and half of the next make the distance of their middles.
// Most rows are as high as their tallest text and its padding.

// cellHeights sets the borders of the rows of each page, where they can be told.
func (s *stack) cellHeights(blocks []block, rows []band, page []int) {
	gap := usualRowGap(rows, page)
	for from := 0; from < len(rows); {
		to := from + 1
		for to < len(rows) && page[to] == page[from] {
			to++
		}
		if s.tops <= 0 {
			s.pageHeights(blocks, rows[from:to], gap)
		}
		from = to
	}
}

// encloses reports whether a text stands within the borders of the row.
func (l *band) encloses(b *block, em float64) bool {
	return l.exact && b.box[1] > l.lo-page.Line*em && b.box[3] < l.hi+page.Line*em
}

// usualRowGap is the space between the texts of two rows that are no higher than
// those.
func usualRowGap(rows []band, page []int) float64 {
	var gaps []float64
	for r := 1; r < len(rows); r++ {
		if page == nil || page[r] == page[r-1] {
			gaps = append(gaps, rows[r].top-rows[r-1].bottom)
		}
	}
	if len(gaps) == 0 {
		return 0
	}
	return math.Max(0, quantile(gaps, 0.25))
}

// pageHeights sets the borders of the rows of one page.
func (s *stack) pageHeights(blocks []block, rows []band, gap float64) {
	n := len(rows)
	middle, half := make([]float64, n), make([]float64, n)
	for r := range rows {
		var ys []float64
		for _, i := range rows[r].blocks {
			ys = append(ys, blocks[i].y())
		}
		if len(ys) == 0 {
			return
		}
		sort.Float64s(ys)
		middle[r] = ys[len(ys)/2]
		half[r] = math.Max(middle[r]-rows[r].top, rows[r].bottom-middle[r]) + gap/2
	}
	// A row may be higher than its text by some amount above and below. These
	// amounts add up, at each border, to what is left there; most are nothing.
	left := make([]float64, n)
	for r := 0; r+1 < n; r++ {
		left[r] = math.Max(0, middle[r+1]-half[r+1]-middle[r]-half[r])
	}
	at := func(r int) float64 {
		if r < 0 || r >= n-1 {
			return 0
		}
		return left[r]
	}
	type try struct {
		more, cost float64
		from       int
	}
	rest := func(r int, a, b float64) float64 { return math.Abs(a+b-at(r)) / s.em }
	tries := make([][]try, n)
	for r := range rows {
		for _, x := range []float64{0, at(r), at(r - 1)} {
			t := try{more: x, cost: math.Inf(1), from: -1}
			if r == 0 {
				t.cost = 0
			} else {
				for k, p := range tries[r-1] {
					if c := p.cost + math.Min(2, 2*rest(r-1, p.more, x)); c < t.cost {
						t.cost, t.from = c, k
					}
				}
			}
			if x > page.Touch*s.em {
				t.cost += 0.3
			}
			tries[r] = append(tries[r], t)
		}
	}
	best := 0
	for k := range tries[n-1] {
		if tries[n-1][k].cost < tries[n-1][best].cost {
			best = k
		}
	}
	more := make([]float64, n)
	for r := n - 1; r >= 0; r-- {
		more[r] = tries[r][best].more
		best = tries[r][best].from
	}
	for r := range rows {
		h := half[r] + more[r]
		rows[r].lo, rows[r].hi = middle[r]-h, middle[r]+h
		rows[r].exact = (r == 0 || rest(r-1, more[r-1], more[r]) < 0.3) && (r == n-1 || rest(r, more[r], more[r+1]) < 0.3)
	}
}
