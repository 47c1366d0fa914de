package grid

import (
	"math"
	"sort"
)

// Columns whose rulings are not drawn are found by where texts stand in their
// cells. A text in the middle of its cell tells the right edge from the left one,
// and so a whole row of them tells all of its edges from the border of the table
// (chains.go). A text set to one side tells one edge. Each row is then divided
// among the edges that any row told of: as little off the middle as can be, with
// edges that many texts agree on (divide.go). So blocks that divide the width each
// in its own way keep their own edges, and share those they have in common.

// seat is a text whose cell is sought.
type seat struct {
	box    gap     // of all lines
	lines  []gap   // of each
	r0, r1 int     // rows, known before
	set    side    // to which side
	lo, hi float64 // the edges found
	alone  bool    // in its row
	chosen bool    // a text over several rows that has its edges
	before gap     // where its left edge may lie
	behind gap     // where its right edge may lie
}

// side is where a text stands in its cell, as far as it is known before.
type side int

const (
	anySide   side = iota
	paragraph      // lines that start at one place
	flushLeft      // texts above or below start at the same place
	flushRight
	likelyLeft // nothing shows, in a table that sets its texts so
)

func (s *seat) middle() float64 { return (s.box.lo + s.box.hi) / 2 }

// edge is a place where columns may meet, with how much speaks for it, how many
// texts start behind it, and how many rows prove it (see chains).
type edge struct{ at, support, starts, proved float64 }

// fitting is the search for the columns of one table.
type fitting struct {
	em, left, right float64
	seats           []seat
	rows            [][]int // seats of each row, from left to right
	edges           []edge
	hole            float64 // what an empty place beside a text costs
}

// Tolerances and weights of the search, in character sizes.
const (
	sameEdge  = 0.9 // edges nearer than this are one
	offMiddle = 0.2 // what a text may be off the middle by rounding
	sidePad   = 0.9 // the widest space between an edge and a text set to it
	fullLine  = 1.7 // what a wrapped line may lack of its cell's width, with both paddings
	rounds    = 4
)

// newFitting prepares the search between two borders. Seats stand in rows of the
// table; texts of one row do not overlap, or are taken to meet half way.
func newFitting(em float64, seats []seat, rows int) *fitting {
	f := &fitting{em: em, hole: costHole, seats: seats, rows: make([][]int, rows)}
	f.left, f.right = math.Inf(1), math.Inf(-1)
	for i := range seats {
		s := &seats[i]
		f.left, f.right = math.Min(f.left, s.box.lo), math.Max(f.right, s.box.hi)
		for r := s.r0; r < s.r1; r++ {
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

// within sets the borders of the table and the room of each edge.
func (f *fitting) within(left, right float64) {
	f.left, f.right = left, right
	for i := range f.seats {
		s := &f.seats[i]
		s.before = gap{left, math.Max(left, s.box.lo)}
		s.behind = gap{math.Min(right, s.box.hi), right}
	}
	for _, row := range f.rows {
		for k := 1; k < len(row); k++ {
			a, b := &f.seats[row[k-1]], &f.seats[row[k]]
			end, start := a.box.hi, b.box.lo
			if end > start {
				end = (end + start) / 2
				start = end
				a.behind.lo, b.before.hi = math.Min(a.behind.lo, end), math.Max(b.before.hi, end)
			}
			a.behind.hi = math.Max(a.behind.lo, math.Min(a.behind.hi, start))
			b.before.lo = math.Min(b.before.hi, math.Max(b.before.lo, end))
		}
	}
}

// solve finds the edges of the table and of each seat. sure are edges that rulings
// tell of.
func (f *fitting) solve(sure []float64) {
	known := []edge{{at: f.left, support: 8, proved: 1}, {at: f.right, support: 8, proved: 1}}
	for _, x := range sure {
		known = append(known, edge{at: x, support: 6, proved: 1})
	}
	proved, votes := f.chains()
	known = append(known, proved...)
	votes = append(votes, f.sides()...)
	for n := range rounds {
		all := append(append([]edge(nil), known...), votes...)
		f.edges = f.cluster(append(all, f.fallbacks(all)...))
		f.divide(n == rounds-1)
		if n < rounds-1 {
			f.choose()
			votes = append(f.supports(), f.mirrored()...)
		}
	}
}

// cluster makes one edge of those that are near each other.
func (f *fitting) cluster(votes []edge) []edge {
	sort.Slice(votes, func(i, j int) bool {
		if votes[i].support != votes[j].support {
			return votes[i].support > votes[j].support
		}
		return votes[i].at < votes[j].at
	})
	// The strongest first; weaker ones near by strengthen it.
	var out []edge
	sum := []float64{}
	for _, v := range votes {
		at := -1
		for k := range out {
			if d := math.Abs(out[k].at - v.at); d <= sameEdge*f.em && (at < 0 || d < math.Abs(out[at].at-v.at)) {
				at = k
			}
		}
		if at < 0 {
			out = append(out, v)
			sum = append(sum, v.at*v.support)
			continue
		}
		out[at].support += v.support
		out[at].starts += v.starts
		out[at].proved += v.proved
		sum[at] += v.at * v.support
		if out[at].at != f.left && out[at].at != f.right && out[at].support > 0 {
			out[at].at = sum[at] / out[at].support
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].at < out[j].at })
	return out
}

// supports lists the edges that seats use, each with the number of texts that
// agree on it.
func (f *fitting) supports() []edge {
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
func (f *fitting) mirrored() []edge {
	var out []edge
	for i := range f.seats {
		s := &f.seats[i]
		if s.set != anySide || f.misfit(s, s.lo, s.hi) < 0.3 {
			continue
		}
		if x := 2*s.middle() - s.lo; x >= s.behind.lo && x <= s.behind.hi {
			out = append(out, edge{at: x, support: 0.3})
		}
		if x := 2*s.middle() - s.hi; x >= s.before.lo && x <= s.before.hi {
			out = append(out, edge{at: x, support: 0.3})
		}
	}
	return out
}

// fallbacks proposes the middle of each room that no edge lies in.
func (f *fitting) fallbacks(votes []edge) []edge {
	have := make([]float64, len(votes))
	for i := range votes {
		have[i] = votes[i].at
	}
	sort.Float64s(have)
	var gaps []gap
	for i := range f.seats {
		s := &f.seats[i]
		for _, g := range []gap{s.before, s.behind} {
			k := sort.SearchFloat64s(have, g.lo-0.01)
			if k < len(have) && have[k] <= g.hi+0.01 {
				continue
			}
			if g.hi-g.lo < 0.02 {
				g.lo, g.hi = g.lo-0.01, g.hi+0.01
			}
			gaps = append(gaps, g)
		}
	}
	var out []edge
	for _, g := range stab(gaps) {
		out = append(out, edge{at: (g.lo + g.hi) / 2, support: 0.05})
	}
	return out
}

// columns numbers the edges that seats use, and gives each seat its columns.
func (f *fitting) columns() (edges []float64, spans []run) {
	xs := []float64{f.left, f.right}
	for i := range f.seats {
		xs = append(xs, f.seats[i].lo, f.seats[i].hi)
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
		spans = append(spans, run{min(c0, len(edges)-2), max(min(c1, len(edges)-1), min(c0, len(edges)-2)+1)})
	}
	return edges, spans
}
