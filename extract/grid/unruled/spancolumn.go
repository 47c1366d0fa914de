package unruled

import (
	"sort"

	"ziping/extract/grid/fit"
)

// ways are the cheapest ways to place the first blocks of a column so that they end
// before row lo, lo+1, …; behind the last of these only blank rows follow.
type ways struct {
	lo   int
	cost []float64
	from []int // first row of the last block where it ends there, -1 for a blank row
}

// blanks are what the blank rows of a column cost up to each row.
type blanks struct {
	first int
	upTo  []float64
}

func (b *blanks) between(from, to int) float64 {
	at := func(r int) float64 { return b.upTo[max(0, min(r-b.first, len(b.upTo)-1))] }
	return at(to) - at(from)
}

// at is the cost of ending before a row.
func (w *ways) at(r int, b *blanks) float64 {
	switch last := w.lo + len(w.cost) - 1; {
	case r < w.lo || last < w.lo:
		return farOff
	case r > last:
		return w.cost[last-w.lo] + b.between(last, r)
	}
	return w.cost[r-w.lo]
}

// spanColumn places the blocks that begin in one column, in their order, each on
// a run of rows, at the least cost, which it returns.
func (s *labels) spanColumn(t *strip, free []bool, label bool) float64 {
	blocks, rows := s.blocks, s.rows
	list := byHeight(blocks, t.blocks)
	ends := make([]fit.Range, len(list)) // where each block may end
	total := 0
	for k, i := range list {
		ends[k] = s.mayEnd(&blocks[i], label)
		total += max(0, ends[k].Hi-ends[k].Lo)
	}
	if total > maxPlacing {
		return placeNearest(blocks, rows, list)
	}
	above, below := blanksOf(t, free, s.begins, label, costAbove), blanksOf(t, free, s.begins, label, costBlank)
	all := make([]ways, len(list)+1)
	all[0] = ways{cost: []float64{0}}
	blank := above
	for k := 1; k <= len(list); k++ {
		b, e := &blocks[list[k-1]], ends[k-1]
		w := &all[k]
		w.lo = e.Lo
		for r := e.Lo; r < e.Hi; r++ {
			cost, from := w.at(r-1, below), -1
			if cost < farOff {
				cost += below.between(r-1, r)
			}
			over := 0.0 // for the sections that begin within
			for a := r - 1; a >= max(0, r-longestSpan); a-- {
				if r-a > 1 && s.begins[a+1] {
					over += costSection
				}
				if r-a > 1 && (!free[a] || !free[r-1] || s.barrier[a+1]) {
					break
				}
				prev := all[k-1].at(a, blank)
				if prev >= farOff {
					continue
				}
				if c := prev + over + s.spanCost(b, a, r, label); c < cost-tie {
					cost, from = c, a
				}
			}
			w.cost, w.from = append(w.cost, cost), append(w.from, from)
		}
		blank = below
	}
	best := all[len(list)].at(len(rows), blank)
	if best >= farOff {
		return placeNearest(blocks, rows, list)
	}
	for k, r := len(list), len(rows); k > 0; {
		w := &all[k]
		r = min(r, w.lo+len(w.cost)-1)
		a := w.from[r-w.lo]
		if a < 0 {
			r--
			continue
		}
		b := &blocks[list[k-1]]
		b.r0, b.r1 = a, r
		k, r = k-1, a
	}
	return best
}

// tie is how much cheaper a way must be to be another than the first found.
const tie = 1e-9

// mayEnd tells before which rows a block may end: it must reach its row, outside
// the labels it is that row, and its rows are not off its height.
func (s *labels) mayEnd(b *block, label bool) fit.Range {
	edges := s.edges
	n := len(edges) - 1
	lo := max(1, sort.SearchFloat64s(edges, b.box[1]))
	hi := sort.Search(n+1, func(r int) bool { return r > longestSpan && edges[r-longestSpan] > b.box[3] })
	if b.row >= 0 {
		lo = max(lo, b.row+1)
		if !label {
			hi = min(hi, b.row+2)
		}
	}
	return fit.Range{Lo: lo, Hi: max(lo, hi)}
}

func blanksOf(t *strip, free, begins []bool, label bool, usual float64) *blanks {
	out := &blanks{first: t.first, upTo: make([]float64, 1, t.end-t.first+1)}
	for r := t.first; r < t.end; r++ {
		cost := usual
		switch {
		case !free[r] || !label:
			cost = 0
		case begins[r]:
			cost = costHead
		}
		out.upTo = append(out.upTo, out.upTo[r-t.first]+cost)
	}
	return out
}

// placeNearest gives each block the row it has, or the nearest, and no more.
func placeNearest(blocks []block, rows []band, list []int) float64 {
	for _, i := range list {
		b := &blocks[i]
		if b.r0 = b.row; b.row < 0 {
			b.r0 = nearestRow(rows, b)
		}
		b.r1 = b.r0 + 1
	}
	return 0
}

func byHeight(blocks []block, list []int) []int {
	out := append([]int(nil), list...)
	sort.SliceStable(out, func(i, j int) bool { return blocks[out[i]].y() < blocks[out[j]].y() })
	return out
}
