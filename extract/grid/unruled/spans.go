package unruled

import (
	"math"
	"sort"

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
	for k := range all {
		t := &all[k]
		c0, c1 := blocks[t.blocks[0]].c0, blocks[t.blocks[0]].c1
		free := make([]bool, len(rows))
		before := 0
		for r := t.first; r < t.end; r++ {
			free[r] = true
			if first[r] != math.MaxInt && c1 <= first[r] {
				before++
			}
		}
		for i := range blocks {
			b := &blocks[i]
			if b.c0 < c0 && b.c1 > c0 {
				for r := b.r0; r < b.r1; r++ {
					free[r] = false // covered from the left
				}
			}
		}
		label := 2*before > t.end-t.first && (!t.dense() || t.top == t.last) && (2*t.figures < len(t.blocks) || t.filled < len(t.blocks))
		cost := s.spanColumn(blocks, rows, edges, t.blocks, free, barrier, begins, label)
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
	maxPlacing  = 2_000_000 // rows times labels of one column that are weighed
)

// spanColumn places the blocks that begin in one column, in their order, each on
// a run of rows, at the least cost, which it returns.
func (s *stack) spanColumn(blocks []block, rows []band, edges []float64, list []int, free, barrier, begins []bool, label bool) float64 {
	if len(list) == 0 {
		return 0
	}
	list = byHeight(blocks, list)
	n, m := len(rows), len(list)
	if n*m > maxPlacing {
		return s.placeNearest(blocks, rows, list)
	}
	// best[k][r]: the first k blocks placed within the first r rows.
	best := make([][]float64, m+1)
	from := make([][]int, m+1) // first row of block k-1 where it ends before row r, -1 for a blank row
	for k := range best {
		best[k] = make([]float64, n+1)
		from[k] = make([]int, n+1)
		for r := range best[k] {
			best[k][r] = farOff
			from[k][r] = -1
		}
	}
	best[0][0] = 0
	for k := 0; k <= m; k++ {
		for r := 1; r <= n; r++ {
			if best[k][r-1] < farOff {
				cost := best[k][r-1]
				switch {
				case !free[r-1] || !label:
				case begins[r-1]:
					cost += costHead
				case k == 0:
					cost += costAbove
				default:
					cost += costBlank
				}
				best[k][r], from[k][r] = cost, -1
			}
			if k == 0 {
				continue
			}
			b := &blocks[list[k-1]]
			if b.row >= 0 && (r <= b.row || !label && r != b.row+1) {
				continue // must reach its row; outside the label columns it is that row
			}
			if b.box[1] > edges[r] || r > longestSpan && b.box[3] < edges[r-longestSpan] {
				continue
			}
			over := 0.0 // for the sections that begin within
			for a := r - 1; a >= max(0, r-longestSpan); a-- {
				if r-a > 1 && begins[a+1] {
					over += costSection
				}
				if r-a > 1 && (!free[a] || !free[r-1] || barrier[a+1]) {
					break
				}
				if best[k-1][a] >= farOff {
					continue
				}
				if cost := best[k-1][a] + over + s.spanCost(b, rows, edges, a, r, label); cost < best[k][r] {
					best[k][r], from[k][r] = cost, a
				}
			}
		}
	}
	if best[m][n] >= farOff {
		return s.placeNearest(blocks, rows, list)
	}
	for k, r := m, n; k > 0; {
		a := from[k][r]
		if a < 0 {
			r--
			continue
		}
		b := &blocks[list[k-1]]
		b.r0, b.r1 = a, r
		k, r = k-1, a
	}
	return best[m][n]
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

func nearestRow(rows []band, b *block) int {
	best, near := 0, math.Inf(1)
	for r := range rows {
		if d := math.Abs(b.y() - (rows[r].top+rows[r].bottom)/2); d < near {
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
