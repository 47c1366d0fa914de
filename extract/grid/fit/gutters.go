package fit

import (
	"math"
	"slices"
	"sort"

	"ziping/extract/grid/page"
)

// Rows whose texts stand above each other, one in each column, with gutters between
// that none crosses, force their columns, whichever way the texts are set: a heading
// in the middle, words to the left and figures to the right. Where each text alone
// would be given a cell of another width, they are given the same.

// leastRun is how many rows tell that their texts stand in columns and not by chance.
const leastRun = 3

// column is the texts of a run of rows that stand in one column.
type column struct {
	extent Interval
	seats  []int
}

// run is rows whose texts stand in columns.
type run struct {
	columns []column
	rows    int
	most    int   // texts in one row
	open    []int // texts in a gutter that no text seen before them is set like
}

// forced reports whether the columns are those of a row that has a text in each.
func (r *run) forced() bool { return r.rows >= leastRun && r.most >= 3 && len(r.columns) == r.most }

// alignRuns gives the texts of each run that forces its columns the same edges.
func (f *Fitting) alignRuns() {
	for from := 0; from < len(f.rows); {
		r, to := f.runFrom(from, len(f.rows))
		if r.rows < leastRun {
			from++
			continue
		}
		r.settle(f)
		for _, part := range r.supported(f, from, to) {
			if part.Hi-part.Lo < leastRun {
				continue
			}
			if part.Lo > from || part.Hi < to {
				r, _ = f.runFrom(part.Lo, part.Hi)
			}
			if r.forced() && r.settle(f) && r.aside(f.seats, f.em) && !r.even(f.seats) {
				r.align(f)
			}
		}
		from = to
	}
}

// runFrom is the run of rows from one on, at most to before another.
func (f *Fitting) runFrom(from, most int) (r run, to int) {
	for to = from; to < most && r.add(f, f.rows[to]); to++ {
	}
	return r, to
}

// supported is the parts of a run whose rows are set alike: two thirds of the texts
// begin, end or have their middle where others of their columns do. The first
// may be a heading, which is set in its own way and has a text in each column.
func (r *run) supported(f *Fitting, from, to int) []Range {
	type place struct{ column, kind, at int }
	count := map[place]int{}
	col := map[int]int{} // of each text
	places := func(i int) [3]place {
		s := &f.seats[i]
		at := func(x float64) int { return int(math.Floor(x / (page.Touch * f.em))) }
		return [3]place{{col[i], 0, at(s.Box.Lo)}, {col[i], 1, at(s.Box.Hi)}, {col[i], 2, at(s.middle())}}
	}
	for k := range r.columns {
		for _, i := range r.columns[k].seats {
			col[i] = k
			for _, p := range places(i) {
				count[p]++
			}
		}
	}
	alike := func(i int) bool {
		for _, p := range places(i) {
			n := count[p]
			for _, d := range []int{-1, 1} {
				n += count[place{p.column, p.kind, p.at + d}]
			}
			if n > 1 {
				return true
			}
		}
		return false
	}
	parts := []Range{{from, to}}
	for row := from; row < to; row++ {
		n := 0
		for _, i := range f.rows[row] {
			if alike(i) {
				n++
			}
		}
		last := &parts[len(parts)-1]
		switch {
		case 2*n > len(f.rows[row]):
		case row > last.Lo:
			last.Hi = row
			parts = append(parts, Range{row, to})
		}
		if last := &parts[len(parts)-1]; row == last.Lo && 2*n <= len(f.rows[row]) && len(f.rows[row]) < len(r.columns) {
			last.Lo = row + 1
		}
	}
	return parts
}

// add takes in a row, or reports that its texts do not stand in the columns. A row of
// as many texts as there are columns has one in each; else a text stands in the column
// it overlaps, or begins, ends or has its middle where texts of a neighbour do.
func (r *run) add(f *Fitting, row []int) bool {
	extents, old := make([]Interval, len(r.columns), len(r.columns)+len(row)), make([]int, len(r.columns))
	for k := range r.columns {
		extents[k], old[k] = r.columns[k].extent, k
	}
	place := make([]int, len(row)) // the column of each text
	next := 0                      // the first that a text may be in
	for k, i := range row {
		b := f.seats[i].Box
		from := sort.Search(len(extents), func(k int) bool { return extents[k].Hi > b.Lo })
		to := sort.Search(len(extents), func(k int) bool { return extents[k].Lo >= b.Hi })
		switch {
		case len(row) == len(r.columns):
			from = k
		case to-from > 1:
			return false
		case to == from:
			c := -1
			if len(extents) == len(r.columns) {
				c = f.besideColumn(r.columns, from, i)
			}
			if c < 0 && r.rows > 0 && len(extents) == r.most {
				place[k] = -1 // those below will tell
				continue
			}
			if c < 0 {
				c = from
				extents, old = slices.Insert(extents, from, b), slices.Insert(old, from, -1)
			}
			from = c
		}
		if from < next {
			return false
		}
		place[k], next = from, from+1
		extents[from] = Interval{math.Min(extents[from].Lo, b.Lo), math.Max(extents[from].Hi, b.Hi)}
	}
	for k := 1; k < len(extents); k++ {
		if extents[k-1].Hi > extents[k].Lo {
			return false
		}
	}
	if len(extents) > len(r.columns) {
		cols := make([]column, len(extents))
		for k, o := range old {
			if o >= 0 {
				cols[k] = r.columns[o]
			} else {
				cols[k].extent = extents[k]
			}
		}
		r.columns = cols
	}
	for k, i := range row {
		if place[k] < 0 {
			r.open = append(r.open, i)
			continue
		}
		r.columns[place[k]].take(i, f.seats[i].Box)
	}
	r.rows, r.most = r.rows+1, max(r.most, len(row))
	return true
}

func (c *column) take(i int, b Interval) {
	c.extent = Interval{math.Min(c.extent.Lo, b.Lo), math.Max(c.extent.Hi, b.Hi)}
	if n := len(c.seats); n == 0 || c.seats[n-1] != i {
		c.seats = append(c.seats, i)
	}
}

func apart(cols []column) bool {
	for k := 1; k < len(cols); k++ {
		if cols[k-1].extent.Hi > cols[k].extent.Lo {
			return false
		}
	}
	return true
}

// settle gives the open texts their columns, or reports that one has none.
func (r *run) settle(f *Fitting) bool {
	for _, i := range r.open {
		b := f.seats[i].Box
		from, to := overlapped(r.columns, b)
		if to == from {
			from = f.besideColumn(r.columns, from, i)
		}
		if to-from > 1 || from < 0 {
			return false
		}
		r.columns[from].take(i, b)
	}
	return apart(r.columns)
}

// overlapped is the run of columns that a text lies in or reaches over.
func overlapped(cols []column, b Interval) (from, to int) {
	from = sort.Search(len(cols), func(k int) bool { return cols[k].extent.Hi > b.Lo })
	to = sort.Search(len(cols), func(k int) bool { return cols[k].extent.Lo >= b.Hi })
	return from, to
}

// besideColumn is the column left or right of a gutter that a text in it is set like,
// -1 where there is none.
func (f *Fitting) besideColumn(cols []column, gutter, i int) int {
	s := &f.seats[i]
	for _, k := range []int{gutter - 1, gutter} {
		if k < 0 || k >= len(cols) {
			continue
		}
		for _, o := range cols[k].seats[max(0, len(cols[k].seats)-matesWithin):] {
			b := f.seats[o].Box
			if math.Abs(b.Lo-s.Box.Lo) < page.Touch*f.em || math.Abs(b.Hi-s.Box.Hi) < page.Touch*f.em || math.Abs(f.seats[o].middle()-s.middle()) < page.Touch*f.em {
				return k
			}
		}
	}
	return -1
}

// aside reports whether texts are set to the sides of their columns: those of one
// column to the right, or those of most to the left. Texts in the middle tell their
// edges better (see chains).
func (r *run) aside(seats []Seat, em float64) bool {
	left := 0
	for k := range r.columns {
		list := r.columns[k].seats
		most := func(place func(*Seat) float64) int {
			count, n := map[int]int{}, 0
			for _, i := range list {
				at := int(math.Round(place(&seats[i]) / (page.Touch * em)))
				count[at]++
				n = max(n, count[at])
			}
			return n
		}
		l, m, h := most(func(s *Seat) float64 { return s.Box.Lo }), most((*Seat).middle), most(func(s *Seat) float64 { return s.Box.Hi })
		if h > max(l, m) && h >= leastRun {
			return true
		}
		if l > m {
			left++
		}
	}
	return 4*left >= 3*len(r.columns)
}

// even reports whether the texts have the same edges already, and no column is empty
// between them.
func (r *run) even(seats []Seat) bool {
	for k := range r.columns {
		c := &r.columns[k]
		first := &seats[c.seats[0]]
		for _, i := range c.seats {
			if seats[i].lo != first.lo || seats[i].hi != first.hi {
				return false
			}
		}
		if k > 0 && seats[r.columns[k-1].seats[0]].hi != first.lo {
			return false
		}
	}
	return true
}

// align sets the edges: in each gutter the one that most of its texts have.
func (r *run) align(f *Fitting) {
	n := len(r.columns)
	edges := make([]float64, n+1)
	for k := range edges {
		gutter := Interval{f.Left, f.Right}
		votes := map[float64]int{}
		if k > 0 {
			gutter.Lo = r.columns[k-1].extent.Hi
			for _, i := range r.columns[k-1].seats {
				votes[f.seats[i].hi]++
			}
		}
		if k < n {
			gutter.Hi = r.columns[k].extent.Lo
			for _, i := range r.columns[k].seats {
				votes[f.seats[i].lo]++
			}
		}
		edges[k] = elected(votes, gutter)
	}
	// No column is between the border and the first text of all rows, or the last.
	if edges[0]-f.Left < page.Column*f.em {
		edges[0] = f.Left
	}
	if f.Right-edges[n] < page.Column*f.em {
		edges[n] = f.Right
	}
	r.set(f.seats, edges)
}

// set gives the texts their edges. One that stands alone in its row may reach further.
func (r *run) set(seats []Seat, edges []float64) {
	single := func(s *Seat) bool { return s.EndRow-s.FirstRow == 1 }
	texts := map[int]int{} // in each row, but for labels of several
	for k := range r.columns {
		for _, i := range r.columns[k].seats {
			if s := &seats[i]; single(s) {
				texts[s.FirstRow]++
			}
		}
	}
	isEdge := func(x float64) bool {
		return slices.ContainsFunc(edges, func(e float64) bool { return math.Abs(e-x) < 0.01 })
	}
	for k := range r.columns {
		for _, i := range r.columns[k].seats {
			s := &seats[i]
			if single(s) && texts[s.FirstRow] == 1 && isEdge(s.lo) && isEdge(s.hi) {
				continue
			}
			s.lo, s.hi = edges[k], edges[k+1]
		}
	}
}

// elected is the place in a gutter with most votes, its middle where none has any.
func elected(votes map[float64]int, gutter Interval) float64 {
	best, most := (gutter.Lo+gutter.Hi)/2, 0
	for x, n := range votes {
		if x >= gutter.Lo-0.01 && x <= gutter.Hi+0.01 && (n > most || n == most && x < best) {
			best, most = x, n
		}
	}
	return best
}
