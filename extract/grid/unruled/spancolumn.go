package unruled

import (
	"sort"

	"ziping/extract/grid/fit"
)

// blanks are what the blank rows of a column cost up to each row.
type blanks struct {
	first int
	upTo  []float64
}

func (b *blanks) between(from, to int) float64 {
	at := func(r int) float64 { return b.upTo[max(0, min(r-b.first, len(b.upTo)-1))] }
	return at(to) - at(from)
}

// spanColumn places the blocks that begin in one column, in their order, each on
// a run of rows, at the least cost.
func (s *labels) spanColumn(t *strip, free []bool, label bool) {
	list := byHeight(s.blocks, t.blocks)
	col := fit.Column{
		Rows: len(s.rows),
		Cost: func(text, a, r int) float64 {
			return s.textCost(&s.blocks[list[text]], a, r, label)
		},
		May:   func(a, r int) bool { return free[a] && free[r-1] && !s.barrier[a+1] },
		Above: s.blanksOf(t, free, label, costAbove).between,
		Below: s.blanksOf(t, free, label, costBlank).between,
	}
	for _, i := range list {
		col.Ends = append(col.Ends, s.mayEnd(&s.blocks[i]))
	}
	spans, _ := col.Spans()
	if spans == nil {
		placeNearest(s.blocks, s.rows, list)
		return
	}
	for k, i := range list {
		s.blocks[i].r0, s.blocks[i].r1 = spans[k].Lo, spans[k].Hi
	}
}

// textCost is how badly a block stands in rows a to before r, by the groups further right
// as well.
func (s *labels) textCost(b *block, a, r int, label bool) float64 {
	cost := s.spanCost(b, a, r, label)
	if s.within[a] || s.within[r] {
		cost += costWithin
	}
	return cost
}

// mayEnd tells before which rows a block may end, which are not off its height.
func (s *labels) mayEnd(b *block) fit.Range {
	edges := s.edges
	n := len(edges) - 1
	lo := max(1, sort.SearchFloat64s(edges, b.box[1]))
	hi := min(n+1, fit.LongestSpan(max(1, sort.Search(n+1, func(r int) bool { return edges[r] > b.box[3] }))))
	return fit.Range{Lo: lo, Hi: max(lo, hi)}
}

func (s *labels) blanksOf(t *strip, free []bool, label bool, usual float64) *blanks {
	out := &blanks{first: t.first, upTo: make([]float64, 1, t.end-t.first+1)}
	for r := t.first; r < t.end; r++ {
		cost := usual
		if !free[r] || !label {
			cost = 0
		}
		out.upTo = append(out.upTo, out.upTo[r-t.first]+cost)
	}
	return out
}

// placeNearest gives each block the row it has, or the nearest, and no more.
func placeNearest(blocks []block, rows []band, list []int) {
	for _, i := range list {
		b := &blocks[i]
		if b.r0 = b.row; b.row < 0 {
			b.r0 = nearestRow(rows, b)
		}
		b.r1 = b.r0 + 1
	}
}

func byHeight(blocks []block, list []int) []int {
	out := append([]int(nil), list...)
	sort.SliceStable(out, func(i, j int) bool { return blocks[out[i]].y() < blocks[out[j]].y() })
	return out
}
