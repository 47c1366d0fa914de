package unruled

import (
	"math"
	"sort"

	"ziping/extract/grid/fit"
	"ziping/extract/grid/page"
)

// manner is how a table sets the labels of its merged cells: what it costs to
// read one as standing at the first of its rows, or in their middle.
type manner struct{ first, middle float64 }

var (
	setMiddle = manner{first: 0.4}
	setFirst  = manner{first: 0.02, middle: 0.3}
)

// rowSpans decides over which rows the block of each column reaches, in the
// manner of the table's wrapped cells, or, where it has none, in the one that fits
// all labels better.
func (s *stack) rowSpans(blocks []block, rows []band) {
	other := append([]block(nil), blocks...)
	s.manner = setMiddle
	costMiddle := s.placeLabels(blocks, rows)
	s.manner = setFirst
	costFirst := s.placeLabels(other, rows)
	if s.lean > 0 || s.lean == 0 && costFirst < costMiddle {
		copy(blocks, other)
	}
}

// placeLabels sets the rows of each block and returns what the labels cost. Labels
// stand left of the first column that has a text in nearly every row; they share
// the rows between them, and none reaches over the end of a group left of it.
func (s *stack) placeLabels(blocks []block, rows []band) float64 {
	total := 0.0
	edges := rowEdges(rows)
	barrier := make([]bool, len(rows)+1) // a group to the left ends before the row
	begins := s.sections(blocks, rows)
	all := strips(blocks, rows)
	// The first dense column of each row.
	first := make([]int, len(rows))
	for r := range first {
		first[r] = math.MaxInt
	}
	for k := range all {
		t := &all[k]
		if t.last == t.top || !t.dense() {
			continue
		}
		for r := t.top; r <= t.last; r++ {
			first[r] = min(first[r], blocks[t.blocks[0]].c0)
		}
	}
	free := make([]bool, len(rows))
	covered := map[int][]bool{} // rows of each column that a text from further left covers
	for k := range all {
		t := &all[k]
		c0, c1 := blocks[t.blocks[0]].c0, blocks[t.blocks[0]].c1
		before := 0
		for r := t.first; r < t.end; r++ {
			free[r] = covered[c0] == nil || !covered[c0][r]
			if first[r] != math.MaxInt && c1 <= first[r] {
				before++
			}
		}
		label := 2*before > t.end-t.first && (!t.dense() || t.top == t.last) && (2*t.figures < len(t.blocks) || t.filled < len(t.blocks))
		cost := s.spanColumn(blocks, rows, edges, t, free, barrier, begins, label)
		clear(free[t.first:t.end])
		for _, i := range t.blocks {
			for c := c0 + 1; c < c1; c++ {
				if covered[c] == nil {
					covered[c] = make([]bool, len(rows))
				}
				for r := blocks[i].r0; r < blocks[i].r1; r++ {
					covered[c][r] = true
				}
			}
		}
		if !label {
			continue
		}
		total += cost
		for _, i := range t.blocks {
			if b := &blocks[i]; b.r1-b.r0 > 1 {
				barrier[b.r0], barrier[b.r1] = true, true
			}
		}
	}
	return total
}

// filledRows counts the rows in which each column holds something, and the most.
func filledRows(blocks []block, cols int) (filled []int, most int) {
	filled = make([]int, cols)
	for i := range blocks {
		if b := &blocks[i]; b.row >= 0 {
			for c := b.c0; c < b.c1; c++ {
				filled[c]++
				most = max(most, filled[c])
			}
		}
	}
	return filled, most
}

// rowEdges are the heights between rows.
func rowEdges(rows []band) []float64 {
	out := make([]float64, len(rows)+1)
	out[0], out[len(rows)] = rows[0].top, rows[len(rows)-1].bottom
	for r := 1; r < len(rows); r++ {
		out[r] = (rows[r-1].bottom + rows[r].top) / 2
	}
	return out
}

// Costs of a reading, in character sizes off the middle.
const (
	costBlank   = 0.3  // a place that no label takes
	costHead    = 1.0  // the same beside the headings that begin a part of the form
	costAbove   = 0.2  // the same above the first, beside an upper row of headings
	costMore    = 0.03 // gained for each row of a merged cell among the figures
	costCut     = 0.05 // a page break within
	costSection = 0.5  // a row of headings within, that begins another part of the form
	farOff      = 1e9

	longestSpan = 80        // rows of one label
	maxPlacing  = 2_000_000 // ends of labels of one column that are weighed
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
func (s *stack) spanColumn(blocks []block, rows []band, edges []float64, t *strip, free, barrier, begins []bool, label bool) float64 {
	list := byHeight(blocks, t.blocks)
	ends := make([]fit.Range, len(list)) // where each block may end
	total := 0
	for k, i := range list {
		ends[k] = s.mayEnd(&blocks[i], edges, label)
		total += max(0, ends[k].Hi-ends[k].Lo)
	}
	if total > maxPlacing {
		return s.placeNearest(blocks, rows, list)
	}
	above, below := blanksOf(t, free, begins, label, costAbove), blanksOf(t, free, begins, label, costBlank)
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
				if r-a > 1 && begins[a+1] {
					over += costSection
				}
				if r-a > 1 && (!free[a] || !free[r-1] || barrier[a+1]) {
					break
				}
				prev := all[k-1].at(a, blank)
				if prev >= farOff {
					continue
				}
				if c := prev + over + s.spanCost(b, rows, edges, a, r, label); c < cost-tie {
					cost, from = c, a
				}
			}
			w.cost, w.from = append(w.cost, cost), append(w.from, from)
		}
		blank = below
	}
	best := all[len(list)].at(len(rows), blank)
	if best >= farOff {
		return s.placeNearest(blocks, rows, list)
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
func (s *stack) mayEnd(b *block, edges []float64, label bool) fit.Range {
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
func (s *stack) placeNearest(blocks []block, rows []band, list []int) float64 {
	for _, i := range list {
		b := &blocks[i]
		if b.r0 = b.row; b.row < 0 {
			b.r0 = nearestRow(rows, b)
		}
		b.r1 = b.r0 + 1
	}
	return 0
}

// spanCost is how badly a block fits rows a to r.
func (s *stack) spanCost(b *block, rows []band, edges []float64, a, r int, label bool) float64 {
	if b.row >= 0 && (b.row < a || b.row >= r) {
		return farOff
	}
	if b.box[3] < edges[a] || b.box[1] > edges[r] {
		return farOff
	}
	if r-a == 1 {
		if b.row == a {
			return 0
		}
		if !label && !b.figure && rows[a].encloses(b, s.em) {
			return 0 // set to an edge of its cell
		}
		return 1 + math.Abs(b.y()-(rows[a].top+rows[a].bottom)/2)/s.em
	}
	if !label && b.row >= 0 {
		return farOff // has its row; empty places beside it are its row's business
	}
	// A cell that a page break cuts is set in the middle of its part on one page.
	k := s.pageOf(b)
	first, end := s.pages[k].first, s.pages[k].end
	cut := a < first || r > end
	a0, r0 := a, r
	a, r = max(a, first), min(r, end)
	if a >= r {
		return farOff
	}
	// The borders may lie anywhere between the texts of two rows; half way is
	// likeliest.
	least, most := rows[a].top+rows[r-1].bottom, rows[a].top+rows[r-1].bottom
	if a > first {
		least += rows[a-1].bottom - rows[a].top
	}
	if r < end {
		most += rows[r].top - rows[r-1].bottom
	}
	off := math.Max(0, math.Max(least/2-b.y(), b.y()-most/2)) / s.em
	middle := (rows[a].top + rows[r-1].bottom) / 2
	if a > first && r < end {
		middle = (edges[a] + edges[r]) / 2
	}
	if rows[a].exact && rows[r-1].exact {
		middle = (rows[a].lo + rows[r-1].hi) / 2
		off = math.Abs(b.y()-middle) / s.em
	}
	if cut {
		// Spreadsheets set it in the middle of all of its rows.
		above, below := b.y()-rows[first].lo, rows[end-1].hi-b.y()
		for k := a0; k < first; k++ {
			above += rows[k].hi - rows[k].lo
		}
		for k := end; k < r0; k++ {
			below += rows[k].hi - rows[k].lo
		}
		for k := first; k < a; k++ {
			above -= rows[k].hi - rows[k].lo
		}
		for k := r; k < end; k++ {
			below -= rows[k].hi - rows[k].lo
		}
		if d := math.Abs(above-below) / 2 / s.em; rows[first].exact && rows[end-1].exact && d < off {
			off, middle = d, b.y()
		}
	}
	cost := 2 * math.Max(0, off-0.15)
	if cut {
		cost /= 2 // programs differ in where they set it
	}
	cost += 0.1 * math.Abs(b.y()-middle) / s.em
	if !label {
		cost -= costMore * float64(r-a)
	}
	if cut {
		cost += costCut
	}
	cost += s.manner.middle
	if b.row == a0 {
		cost = math.Min(cost, s.manner.first)
	}
	return cost + 0.05
}

// pageOf is the page a block stands on.
func (s *stack) pageOf(b *block) int {
	y := page.MidY(s.boxes[b.phrases[0]])
	k := sort.Search(len(s.pages), func(k int) bool { return s.pages[k].bottom >= y })
	return min(k, len(s.pages)-1)
}

// nearestRow is the row whose middle is nearest to that of a block; rows come from
// top to bottom.
func nearestRow(rows []band, b *block) int {
	middle := func(r int) float64 { return (rows[r].top + rows[r].bottom) / 2 }
	at := sort.Search(len(rows), func(r int) bool { return middle(r) >= b.y() })
	best, near := 0, math.Inf(1)
	for r := max(0, at-2); r < min(len(rows), at+2); r++ {
		if d := math.Abs(b.y() - middle(r)); d < near {
			best, near = r, d
		}
	}
	return best
}

func byHeight(blocks []block, list []int) []int {
	out := append([]int(nil), list...)
	sort.SliceStable(out, func(i, j int) bool { return blocks[out[i]].y() < blocks[out[j]].y() })
	return out
}
