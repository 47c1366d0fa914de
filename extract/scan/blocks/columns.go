package blocks

import (
	"math"
	"slices"

	"ziping/extract/scan/lines"
)

// Columns of text may stand as close as a full-width comma leaves room within a line. But
// the lines of a column begin under each other: where the parts of several lines do, a
// column begins.

const (
	// room is the gap before a column at least, in characters.
	room = 0.4
	// exactly is how exactly the lines of a column begin under each other.
	exactly = 0.15
	// below is how far the next line is at most, from middle to middle.
	below = 2.2
	// manyLines are lines that do not begin under each other by chance.
	manyLines = 3
	// Piece is how much of a line its height is measured on, in characters.
	Piece = 3.0
	// mostRuns bounds the work on a page of noise.
	mostRuns = 4000
)

// run is a run with the ink it is made of.
type run struct {
	Block
	spots  []lines.Spot // from left to right
	starts []int        // where it begins, and what follows each of its gaps
}

func (r *run) middle() float64 { return float64(r.Y0+r.Y1) / 2 }

// measure finds the gaps of a run.
func (r *run) measure(em float64) {
	end := r.X0
	r.starts = append(r.starts, r.X0)
	for _, s := range r.spots {
		if float64(s.X0-end) >= room*em {
			r.starts = append(r.starts, s.X0)
		}
		end = max(end, s.X1)
	}
}

// begins reports whether a part of a run begins at a place.
func (r *run) begins(x int, em float64) bool {
	return slices.ContainsFunc(r.starts, func(s int) bool { return math.Abs(float64(s-x)) <= exactly*em })
}

// columns parts runs where columns begin in them.
func columns(runs []*run, em float64) []Block {
	var out []Block
	if len(runs) <= mostRuns {
		slices.SortStableFunc(runs, func(a, b *run) int { return a.Y0 + a.Y1 - b.Y0 - b.Y1 })
		for _, r := range runs {
			r.measure(em)
		}
	}
	for i, r := range runs {
		var at []int
		for k := 1; k < len(r.starts); k++ {
			x := r.starts[k]
			if 1+along(runs, i, x, 1, em)+along(runs, i, x, -1, em) >= manyLines {
				at = append(at, x)
			}
		}
		out = append(out, r.parts(at, em)...)
	}
	return out
}

// along counts the lines above or below a run that begin at a place, one after the other.
func along(runs []*run, i, x, way int, em float64) (n int) {
	last := runs[i]
	for j := i + way; j >= 0 && j < len(runs); j += way {
		r := runs[j]
		d := math.Abs(r.middle() - last.middle())
		if d > below*em {
			break
		}
		if d < em/2 || float64(r.X0-x) > exactly*em || r.X1 < x {
			continue // of the same line, or beside the place
		}
		if !r.begins(x, em) {
			break
		}
		n++
		last = r
	}
	return n
}

// parts are the parts of a run between places.
func (r *run) parts(at []int, em float64) []Block {
	out := make([]run, len(at)+1)
	for _, s := range r.spots {
		k, found := slices.BinarySearch(at, s.X0)
		if found {
			k++
		}
		out[k].add(s)
	}
	blocks := make([]Block, len(out))
	for k := range out {
		blocks[k] = out[k].Block
		blocks[k].High = out[k].high(em)
	}
	return blocks
}

// add takes a spot.
func (r *run) add(s lines.Spot) {
	r.take(s)
	r.spots = append(r.spots, s)
}

// high is how high most of the run is, looked at in pieces of a few characters: a line
// that leans or bends is higher as a whole than its characters are.
func (r *run) high(em float64) int {
	const most = 0.8 // of the pieces
	var highs []int
	wide := max(1, int(Piece*em))
	for i := 0; i < len(r.spots); {
		first := r.spots[i]
		top, bottom := first.Y0, first.Y1
		for ; i < len(r.spots) && r.spots[i].X0 < first.X0+wide; i++ {
			top, bottom = min(top, r.spots[i].Y0), max(bottom, r.spots[i].Y1)
		}
		highs = append(highs, bottom-top)
	}
	slices.Sort(highs)
	return highs[int(most*float64(len(highs)-1)+0.5)]
}
