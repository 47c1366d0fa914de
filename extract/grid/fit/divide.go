package fit

import (
	"cmp"
	"math"
	"slices"
	"sort"

	"ziping/extract/grid/page"
)

// What a reading of a row costs.
const (
	CostHole  = 0.4 // an empty place beside a text
	costSide  = 0.5 // a text set to one side, or standing free
	costFree  = 2.0
	costEdge  = 0.6  // an edge, shared by all texts that agree on it
	costGuess = 0.05 // more for one that no full row proves
	costRough = 50.0 // a chosen text that must give way
)

// misfit is how badly a text fits between two edges.
func (f *Fitting) misfit(s *Seat, lo, hi float64) float64 {
	side := func(d float64, known bool) float64 {
		switch {
		case d < -page.Line || d > sidePad:
			return costFree
		case known:
			return 0
		}
		return costSide
	}
	// What reaches over edges costs more; that is worked out where it matters.
	over := func(c, from, to float64) float64 {
		if c < costFree {
			c += f.skipped(s, lo, hi, from, to)
		}
		return c
	}
	cost := costFree
	if s.Set != Paragraph {
		off := math.Abs((lo+hi)/2-s.middle()) / f.em
		centre := 4 * math.Max(0, off-2*page.Touch)
		switch s.Set {
		case anySide:
		case likelyLeft:
			centre += costSide / 2
		default:
			centre += costSide
		}
		if centre < costFree {
			centre += 0.5 * (f.skipped(s, lo, hi, lo, s.Box.Lo) + f.skipped(s, lo, hi, s.Box.Hi, hi))
		}
		cost = math.Min(cost, math.Min(centre, over(side((hi-s.Box.Hi)/f.em, s.Set == flushRight), lo, s.Box.Lo)))
	}
	left := over(side((s.Box.Lo-lo)/f.em, s.Set != anySide && s.Set != flushRight), s.Box.Hi, hi)
	if s.Set == Paragraph {
		left += 0.5 * math.Max(0, (hi-s.Box.Hi)/f.em-FullLine)
	}
	cost = math.Min(cost, left)
	if len(s.Lines) > 1 {
		cost += math.Min(1.5, 0.5*math.Max(0, (hi-lo-s.Box.Hi+s.Box.Lo)/f.em-FullLine-0.3))
	}
	return cost
}

// skipped is what a text set to one side pays for reaching from the edge lo to hi,
// over edges between from and to that others agree on: a cell beside it may be
// empty as well. A cell right above or below that reaches as far, and a row of one
// text, speak for it.
func (f *Fitting) skipped(s *Seat, lo, hi, from, to float64) float64 {
	if s.alone && lo == f.Left && hi == f.Right {
		return 0
	}
	a, b := f.edges.span(from+0.01, to-0.01)
	n := f.shared[max(a, b)] - f.shared[a]
	if n == 0 || f.agrees(s, lo, hi) {
		return 0
	}
	return math.Min(0.25*float64(n), 0.6)
}

// agrees reports whether a text in the row above or below was given the same edges.
func (f *Fitting) agrees(s *Seat, lo, hi float64) bool {
	for _, r := range []int{s.FirstRow - 1, s.EndRow} {
		if r < 0 || r >= len(f.rows) {
			continue
		}
		list := f.byLeft[r]
		k := sort.Search(len(list), func(k int) bool { return f.seats[list[k]].lo > lo-page.Word*f.em })
		for ; k < len(list) && f.seats[list[k]].lo < lo+page.Word*f.em; k++ {
			if math.Abs(f.seats[list[k]].hi-hi) < page.Word*f.em {
				return true
			}
		}
	}
	return false
}

// placed sorts the texts of each row by their left edges, once these have changed.
func (f *Fitting) placed() {
	if f.byLeft == nil {
		f.byLeft = make([][]int, len(f.rows))
		for r, row := range f.rows {
			f.byLeft[r] = slices.Clone(row)
		}
	}
	for _, list := range f.byLeft {
		slices.SortStableFunc(list, func(a, b int) int { return cmp.Compare(f.seats[a].lo, f.seats[b].lo) })
	}
}

// choice is one way to place a text, by numbers of edges.
type choice struct {
	lo, hi int
	cost   float64
}

// rounding is what edges computed from one another differ by.
const rounding = 0.02

// nearest bounds how many edges are tried on either side of a text where many are.
const nearest = 20

// choices lists the ways to place a text.
func (f *Fitting) choices(s *Seat, last bool) []choice {
	var out []choice
	slack := rounding * f.em
	from, to := f.edges.span(s.before.Lo-slack, s.before.Hi+slack)
	a, b := f.edges.span(s.behind.Lo-slack, s.behind.Hi+slack)
	add := func(i, k int) {
		lo, hi := f.edges[i].at, f.edges[k].at
		c := f.misfit(s, lo, hi) + f.edges[i].cost() + f.edges[k].cost()
		if s.chosen && (lo != s.lo || hi != s.hi) {
			c += 1
			if last {
				c += costRough
			}
		}
		out = append(out, choice{i, k, c})
	}
	if (to-from)*(b-a) > nearest*nearest {
		from, b = max(from, to-nearest), min(b, a+nearest)
	}
	for i := from; i < to; i++ {
		for k := max(a, i+1); k < b; k++ {
			add(i, k)
		}
	}
	return out
}

// divide places the texts of every row, row by row, at the least cost. A text over
// several rows gets the place that most of them want.
func (f *Fitting) divide(last bool) {
	for i := range f.seats {
		s := &f.seats[i]
		if !s.chosen {
			continue
		}
		// Edges move a little when they are made anew.
		s.lo, s.hi = f.edges.nearest(s.lo), f.edges.nearest(s.hi)
	}
	f.placed()
	all := make([][]choice, len(f.seats))
	for i := range f.seats {
		all[i] = f.choices(&f.seats[i], last)
	}
	tally := make([]map[Range]int, len(f.seats))
	for _, row := range f.rows {
		for k, c := range f.divideRow(row, all) {
			i := row[k]
			if tally[i] == nil {
				tally[i] = map[Range]int{}
			}
			tally[i][Range{c.lo, c.hi}]++
		}
	}
	for i := range f.seats {
		best, most := Range{}, 0
		for _, c := range all[i] { // in a fixed order
			if n := tally[i][Range{c.lo, c.hi}]; n > most {
				best, most = Range{c.lo, c.hi}, n
			}
		}
		s := &f.seats[i]
		if most > 0 {
			s.lo, s.hi = f.edges[best.Lo].at, f.edges[best.Hi].at
		} else {
			s.lo, s.hi = f.edges.nearest(s.before.Hi), f.edges.nearest(s.behind.Lo)
		}
	}
	f.placed()
}

// divideRow places the texts of one row from left to right; nil where one has no
// place.
func (f *Fitting) divideRow(row []int, all [][]choice) []choice {
	if len(row) == 0 {
		return nil
	}
	left, right := f.edges.number(f.Left), f.edges.number(f.Right)
	costs := make([][]float64, len(row))
	from := make([][]int, len(row))
	var ends endings // of the text before
	for k, i := range row {
		list := all[i]
		if len(list) == 0 {
			return nil
		}
		costs[k], from[k] = make([]float64, len(list)), make([]int, len(list))
		for n, c := range list {
			cost, prev := 0.0, -1
			if k == 0 {
				if c.lo != left {
					cost = f.Hole
				}
			} else {
				cost = math.Inf(1)
				try := func(m int, more float64) {
					if m >= 0 && costs[k-1][m]+more < cost {
						cost, prev = costs[k-1][m]+more, m
					}
				}
				try(ends.at(c.lo), 0)
				try(ends.before(c.lo), f.Hole)
				try(ends.behind(c.lo), costRough)
			}
			if k == len(row)-1 && c.hi != right {
				cost += f.Hole
			}
			costs[k][n], from[k][n] = cost+c.cost, prev
		}
		ends = newEndings(list, costs[k])
	}
	k := len(row) - 1
	best := 0
	for n := range costs[k] {
		if costs[k][n] < costs[k][best] {
			best = n
		}
	}
	out := make([]choice, len(row))
	for ; k >= 0; k-- {
		out[k] = all[row[k]][best]
		best = from[k][best]
	}
	return out
}

// endings tell the cheapest choice that ends at an edge, before it, and behind it;
// -1 where there is none.
type endings struct {
	first               int // edge at which a choice ends
	here, upTo, farther []int
}

func newEndings(list []choice, costs []float64) endings {
	e := endings{first: list[0].hi}
	last := list[0].hi
	for _, c := range list {
		e.first, last = min(e.first, c.hi), max(last, c.hi)
	}
	n := last - e.first + 1
	e.here, e.upTo, e.farther = make([]int, n), make([]int, n), make([]int, n)
	for k := range e.here {
		e.here[k] = -1
	}
	cheaper := func(a, b int) int {
		if a < 0 || b >= 0 && costs[b] < costs[a] {
			return b
		}
		return a
	}
	for m, c := range list {
		e.here[c.hi-e.first] = cheaper(e.here[c.hi-e.first], m)
	}
	best := -1
	for k := range n {
		best = cheaper(best, e.here[k])
		e.upTo[k] = best
	}
	best = -1
	for k := n - 1; k >= 0; k-- {
		best = cheaper(best, e.here[k])
		e.farther[k] = best
	}
	return e
}

func (e *endings) at(edge int) int {
	if k := edge - e.first; k >= 0 && k < len(e.here) {
		return e.here[k]
	}
	return -1
}

func (e *endings) before(edge int) int {
	if k := edge - e.first; k > 0 {
		return e.upTo[min(k, len(e.upTo))-1]
	}
	return -1
}

func (e *endings) behind(edge int) int {
	if k := edge - e.first + 1; k < len(e.farther) {
		return e.farther[max(k, 0)]
	}
	return -1
}

// choose settles the texts over several rows, so that the other texts of their rows
// give way to them.
func (f *Fitting) choose() {
	for i := range f.seats {
		s := &f.seats[i]
		s.chosen = s.EndRow-s.FirstRow > 1
	}
}
