package grid

import (
	"math"
	"sort"
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
// all labels better. Only the first upTo columns are placed.
func (s *stack) rowSpans(blocks []block, rows []band, cols, upTo int) {
	other := append([]block(nil), blocks...)
	s.manner = setMiddle
	costMiddle := s.placeLabels(blocks, rows, cols, upTo)
	s.manner = setFirst
	costFirst := s.placeLabels(other, rows, cols, upTo)
	if s.lean > 0 || s.lean == 0 && costFirst < costMiddle {
		copy(blocks, other)
	}
}

// placeLabels sets the rows of each block and returns what the labels cost. A
// label takes the empty places in the rows it stands for; it does not reach over
// the end of the group left of it.
func (s *stack) placeLabels(blocks []block, rows []band, cols, upTo int) float64 {
	total := 0.0
	edges := rowEdges(rows)
	barrier := make([]bool, len(rows)+1) // a group to the left ends before the row
	byCol := make([][]int, cols)
	for i := range blocks {
		byCol[blocks[i].c0] = append(byCol[blocks[i].c0], i)
	}
	filled, most := filledRows(blocks, cols)
	label := true // still among the columns that hold group labels
	for c := range upTo {
		free := make([]bool, len(rows))
		for r := range free {
			free[r] = true
		}
		for i := range blocks {
			b := &blocks[i]
			if b.c0 < c && b.c1 > c {
				for r := b.r0; r < b.r1; r++ {
					free[r] = false // covered from the left
				}
			}
		}
		if own := filled[c]; 10*own >= 9*most {
			label = false
		}
		if cost := s.spanColumn(blocks, rows, edges, byCol[c], free, barrier, label); label {
			total += cost
		}
		for _, i := range byCol[c] {
			b := &blocks[i]
			if label && b.r1-b.r0 > 1 {
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
	costBlank = 0.3  // a place that no label takes
	costMore  = 0.03 // gained for each row of a merged cell among the figures
	costCut   = 0.05 // a page break within
	farOff    = 1e9

	longestSpan = 80        // rows of one label
	maxPlacing  = 2_000_000 // rows times labels of one column that are weighed
)

// spanColumn places the blocks that begin in one column, in their order, each on
// a run of rows, at the least cost, which it returns.
func (s *stack) spanColumn(blocks []block, rows []band, edges []float64, list []int, free, barrier []bool, label bool) float64 {
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
				if free[r-1] && label {
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
			for a := r - 1; a >= max(0, r-longestSpan); a-- {
				if r-a > 1 && (!free[a] || !free[r-1] || barrier[a+1]) {
					break
				}
				if best[k-1][a] >= farOff {
					continue
				}
				if cost := best[k-1][a] + s.spanCost(b, rows, edges, a, r, label); cost < best[k][r] {
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
		return 1 + math.Abs(b.y()-(rows[a].top+rows[a].bottom)/2)/s.em
	}
	if !label && b.row >= 0 {
		return farOff // has its row; empty places beside it are its row's business
	}
	// A cell that a page break cuts is set in the middle of its part on one page.
	k := s.pageOf(b)
	first, end := s.pages[k].first, s.pages[k].end
	cut := a < first || r > end
	a0 := a
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
	cost := 2*math.Max(0, off-0.15) + 0.1*math.Abs(b.y()-middle)/s.em
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
	y := midY(s.boxes[b.phrases[0]])
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
