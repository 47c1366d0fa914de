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
		first, end := r.supported(f, from, to)
		if first > from || end < to {
			r, to = f.runFrom(first, end)
		}
		if r.forced() && r.settle(f) && !r.even(f.seats) {
			r.align(f)
		}
		from = max(to, from+1)
	}
}

// runFrom is the run of rows from one on, at most to before another.
func (f *Fitting) runFrom(from, most int) (r run, to int) {
	for to = from; to < most && r.add(f, f.rows[to]); to++ {
	}
	return r, to
}

// supported is the part of a run whose rows are set alike: two thirds of the texts of each
// begin, end or have their middle where others of their columns do. The first may be
// a heading, which is set in its own way and has a text in each column.
func (r *run) supported(f *Fitting, from, to int) (first, end int) {
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
	first, end = from, to
	for row := from; row < to; row++ {
		n := 0
		for _, i := range f.rows[row] {
			if alike(i) {
				n++
			}
		}
		switch {
		case 3*n >= 2*len(f.rows[row]) && n > 0:
		case row > from:
			return first, row
		case len(f.rows[row]) < len(r.columns):
			first = row + 1
		}
	}
	return first, end
}

// add takes in a row, or reports that its texts do not stand in the columns. A row of
// as many texts as there are columns has one in each; else a text stands in the column
// it overlaps, or begins, ends or has its middle where texts of a neighbour do.
func (r *run) add(f *Fitting, row []int) bool {
	cols, open := slices.Clone(r.columns), r.open
	at := 0 // the first column that a text may be in
	for k, i := range row {
		b := f.seats[i].Box
		from, to := overlapped(cols, b)
		switch {
		case len(row) == len(r.columns):
			from = k
		case to-from > 1:
			return false
		case to == from:
			if c := f.besideColumn(cols, from, i); c >= 0 {
				from = c
				break
			}
			if r.rows > 0 && len(cols) == r.most {
				open = append(slices.Clip(open), i) // those below will tell
				continue
			}
			cols = slices.Insert(cols, from, column{extent: b})
		}
		if from < at {
			return false
		}
		at = from + 1
		cols[from].take(i, b)
	}
	if !apart(cols) {
		return false
	}
	r.columns, r.rows, r.most, r.open = cols, r.rows+1, max(r.most, len(row)), open
	return true
}

func (c *column) take(i int, b Interval) {
	c.extent = Interval{math.Min(c.extent.Lo, b.Lo), math.Max(c.extent.Hi, b.Hi)}
	if n := len(c.seats); n == 0 || c.seats[n-1] != i {
		c.seats = append(slices.Clip(c.seats), i)
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
		for _, o := range cols[k].seats {
			b := f.seats[o].Box
			if math.Abs(b.Lo-s.Box.Lo) < page.Touch*f.em || math.Abs(b.Hi-s.Box.Hi) < page.Touch*f.em || math.Abs(f.seats[o].middle()-s.middle()) < page.Touch*f.em {
				return k
			}
		}
	}
	return -1
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
	for k := range r.columns {
		for _, i := range r.columns[k].seats {
			f.seats[i].lo, f.seats[i].hi = edges[k], edges[k+1]
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
