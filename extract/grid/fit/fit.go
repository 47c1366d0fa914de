// Package fit finds columns whose rulings are not drawn by where texts stand in
// their cells. A text in the middle of its cell tells the right edge from the left
// one, and so a whole row of them tells all of its edges from the border of the
// table (chains.go). A text set to one side tells one edge. Each row is then
// divided among the edges that any row told of: as little off the middle as can
// be, with edges that many texts agree on (divide.go). So blocks that divide the
// width each in its own way keep their own edges, and share those they have in
// common.
//
//	f := fit.New(em, seats, rows)
//	f.Within(left, right) // or f.Within(f.Borders(axis))
//	f.Solve(sure)         // edges that rulings tell of
//	edges, spans := f.Columns()
package fit

import (
	"math"
	"slices"
	"sort"

	"ziping/extract/grid/page"
)

// Fitting is the search for the columns of one table.
type Fitting struct {
	em, Left, Right float64
	seats           []Seat
	rows            [][]int // seats of each row, from left to right
	edges           edges
	Hole            float64 // what an empty place beside a text costs
	byLeft          [][]int // seats of each row by their left edges; see placed
	shared          []int   // how many of the edges before each several texts start behind
}

// Tolerances and weights of the search, in character sizes.
const (
	sameEdge = 0.9 // edges nearer than this are one
	sidePad  = 0.9 // the widest space between an edge and a text set to it
	rounds   = 4
)

// FullLine is what a wrapped line may lack of its cell's width, with both paddings.
const FullLine = 1.7

// New prepares the search between two borders. Seats stand in rows of the
// table; texts of one row do not overlap, or are taken to meet half way.
func New(em float64, seats []Seat, rows int) *Fitting {
	f := &Fitting{em: em, Hole: CostHole, seats: seats, rows: make([][]int, rows)}
	f.Left, f.Right = math.Inf(1), math.Inf(-1)
	for i := range seats {
		s := &seats[i]
		f.Left, f.Right = math.Min(f.Left, s.Box.Lo), math.Max(f.Right, s.Box.Hi)
		for r := s.FirstRow; r < s.EndRow; r++ {
			f.rows[r] = append(f.rows[r], i)
		}
	}
	for _, row := range f.rows {
		if len(row) == 1 {
			f.seats[row[0]].alone = true
		}
		sort.Slice(row, func(i, j int) bool {
			a, b := &seats[row[i]], &seats[row[j]]
			if a.middle() != b.middle() {
				return a.middle() < b.middle()
			}
			return row[i] < row[j]
		})
	}
	f.findSides()
	return f
}

// Within sets the borders of the table and the room of each edge.
func (f *Fitting) Within(left, right float64) {
	f.Left, f.Right = left, right
	for i := range f.seats {
		s := &f.seats[i]
		s.before = Interval{left, math.Max(left, s.Box.Lo)}
		s.behind = Interval{math.Min(right, s.Box.Hi), right}
	}
	for _, row := range f.rows {
		for k := 1; k < len(row); k++ {
			a, b := &f.seats[row[k-1]], &f.seats[row[k]]
			end, start := a.Box.Hi, b.Box.Lo
			if end > start {
				end = (end + start) / 2
				start = end
				a.behind.Lo, b.before.Hi = math.Min(a.behind.Lo, end), math.Max(b.before.Hi, end)
			}
			a.behind.Hi = math.Max(a.behind.Lo, math.Min(a.behind.Hi, start))
			b.before.Lo = math.Min(b.before.Hi, math.Max(b.before.Lo, end))
		}
	}
}

// Solve finds the edges of the table and of each seat. sure are edges that rulings
// tell of.
func (f *Fitting) Solve(sure []float64) {
	known := []edge{{at: f.Left, support: 8, proved: 1}, {at: f.Right, support: 8, proved: 1}}
	for _, x := range sure {
		known = append(known, edge{at: x, support: 6, proved: 1, drawn: true})
	}
	proved, votes := f.chains()
	known = append(known, proved...)
	votes = append(votes, f.sides()...)
	for n := range rounds {
		all := append(append([]edge(nil), known...), votes...)
		f.edges = f.cluster(append(all, f.fallbacks(all)...))
		intoRooms(f)
		f.shared = make([]int, len(f.edges)+1)
		for k := range f.edges {
			f.shared[k+1] = f.shared[k]
			if f.edges[k].starts >= 2 {
				f.shared[k+1]++
			}
		}
		f.divide(n == rounds-1)
		if n < rounds-1 {
			f.choose()
			votes = append(f.supports(), f.mirrored()...)
		}
	}
	f.alignRuns()
}

// cluster makes one edge of those that are near each other.
func (f *Fitting) cluster(votes []edge) []edge {
	sort.Slice(votes, func(i, j int) bool {
		if votes[i].support != votes[j].support {
			return votes[i].support > votes[j].support
		}
		return votes[i].at < votes[j].at
	})
	// The strongest first; weaker ones near by strengthen it.
	var out []edge
	var sum []float64
	stretch := func(at float64) int { return int(math.Floor(at / (sameEdge * f.em))) }
	by := map[int][]int{} // edges on each stretch
	for _, v := range votes {
		at, n := -1, stretch(v.at)
		for _, list := range [][]int{by[n-1], by[n], by[n+1]} {
			for _, k := range list {
				d := math.Abs(out[k].at - v.at)
				if d > sameEdge*f.em {
					continue
				}
				if at < 0 || d < math.Abs(out[at].at-v.at) || d == math.Abs(out[at].at-v.at) && k < at {
					at = k
				}
			}
		}
		if at < 0 {
			by[n] = append(by[n], len(out))
			out = append(out, v)
			sum = append(sum, v.at*v.support)
			continue
		}
		e := &out[at]
		e.support += v.support
		e.starts += v.starts
		e.proved += v.proved
		e.drawn = e.drawn || v.drawn
		sum[at] += v.at * v.support
		if e.at != f.Left && e.at != f.Right && e.support > 0 {
			was := stretch(e.at)
			e.at = sum[at] / e.support
			if now := stretch(e.at); now != was {
				by[was] = slices.DeleteFunc(by[was], func(k int) bool { return k == at })
				by[now] = append(by[now], at)
			}
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].at < out[j].at })
	return out
}

// supports lists the edges that seats use, each with the number of texts that
// agree on it.
func (f *Fitting) supports() []edge {
	at := map[float64]edge{}
	for i := range f.seats {
		s := &f.seats[i]
		w := 1.0
		if f.misfit(s, s.lo, s.hi) > costSide {
			w = 0.2
		}
		lo, hi := at[s.lo], at[s.hi]
		at[s.lo] = edge{at: s.lo, support: lo.support + w, starts: lo.starts + w}
		at[s.hi] = edge{at: s.hi, support: hi.support + w, starts: hi.starts}
	}
	var out []edge
	for _, e := range at {
		out = append(out, e)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].at < out[j].at })
	return out
}

// mirrored proposes, for seats that fit badly, the edge that would put them in the
// middle.
func (f *Fitting) mirrored() []edge {
	var out []edge
	for i := range f.seats {
		s := &f.seats[i]
		if s.Set != anySide || f.misfit(s, s.lo, s.hi) < 0.3 {
			continue
		}
		if x := 2*s.middle() - s.lo; x >= s.behind.Lo && x <= s.behind.Hi {
			out = append(out, edge{at: x, support: 0.3})
		}
		if x := 2*s.middle() - s.hi; x >= s.before.Lo && x <= s.before.Hi {
			out = append(out, edge{at: x, support: 0.3})
		}
	}
	return out
}

// fallbacks proposes the middle of each room that no edge lies in.
func (f *Fitting) fallbacks(votes []edge) []edge {
	have := make([]float64, len(votes))
	for i := range votes {
		have[i] = votes[i].at
	}
	sort.Float64s(have)
	var gaps []Interval
	for i := range f.seats {
		s := &f.seats[i]
		for _, g := range []Interval{s.before, s.behind} {
			k := sort.SearchFloat64s(have, g.Lo-0.01)
			if k < len(have) && have[k] <= g.Hi+0.01 {
				continue
			}
			if g.Hi-g.Lo < 0.02 {
				g.Lo, g.Hi = g.Lo-0.01, g.Hi+0.01
			}
			gaps = append(gaps, g)
		}
	}
	var out []edge
	for _, g := range stab(gaps) {
		out = append(out, edge{at: (g.Lo + g.Hi) / 2, support: 0.05})
	}
	return out
}

// Columns numbers the edges that seats use, and gives each seat its columns. An edge
// behind which no text of the table begins parts nothing: where a text set to the left
// ends tells little, and the column behind it would be empty in every row.
func (f *Fitting) Columns() (edges []float64, spans []Range) {
	xs := []float64{f.Left, f.Right}
	for i := range f.seats {
		xs = append(xs, f.seats[i].lo)
	}
	sort.Float64s(xs)
	for _, x := range xs {
		if n := len(edges); n == 0 || x > edges[n-1]+0.01 {
			edges = append(edges, x)
		}
	}
	for i := range f.seats {
		s := &f.seats[i]
		c0 := sort.SearchFloat64s(edges, s.lo-0.01)
		c1 := sort.SearchFloat64s(edges, s.hi-0.01)
		spans = append(spans, Range{min(c0, len(edges)-2), max(min(c1, len(edges)-1), min(c0, len(edges)-2)+1)})
	}
	return edges, spans
}

// StartTogether reports whether lines of a text start at one place and not at the same
// distance from their middle.
func StartTogether(lines []Interval, em float64) bool {
	if len(lines) < 2 {
		return false
	}
	left, middle := 0.0, 0.0
	for _, g := range lines {
		left = math.Max(left, math.Abs(g.Lo-lines[0].Lo))
		middle = math.Max(middle, math.Abs(g.Lo+g.Hi-lines[0].Lo-lines[0].Hi)/2)
	}
	return left < page.Line*em && middle > left+page.Line*em
}
