package grid

import (
	"math"
	"sort"
)

// rowSpans decides over which rows the block of each column reaches. A label in
// the middle of the rows it stands for, or at the first of them, takes the empty
// places there; it does not reach over the end of the group left of it.
// Only the first upTo columns are placed.
func (s *stack) rowSpans(blocks []block, rows []band, cols, upTo int) {
	edges := rowEdges(rows)
	barrier := make([]bool, len(rows)+1) // a group to the left ends before the row
	byCol := make([][]int, cols)
	for i := range blocks {
		byCol[blocks[i].c0] = append(byCol[blocks[i].c0], i)
	}
	label := true // still among the columns that hold group labels
	for c := range upTo {
		free := make([]bool, len(rows))
		for r := range free {
			free[r] = true
		}
		own := 0
		for i := range blocks {
			b := &blocks[i]
			if b.c0 < c && b.c1 > c {
				for r := b.r0; r < b.r1; r++ {
					free[r] = false // covered from the left
				}
			}
			if b.row >= 0 && b.c0 <= c && b.c1 > c {
				own++
			}
		}
		if own*4 > len(rows)*3 {
			label = false
		}
		s.spanColumn(blocks, rows, edges, c, byCol[c], free, barrier, label)
		for _, i := range byCol[c] {
			b := &blocks[i]
			if label && b.r1-b.r0 > 1 {
				barrier[b.r0], barrier[b.r1] = true, true
			}
		}
	}
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
	costBlank = 0.3 // a place that no label takes
	costFirst = 0.4 // a label that stands at the first of its rows
	farOff    = 1e9

	longestSpan = 80 // rows of one label
)

// spanColumn places the blocks that begin in one column, in their order, each on
// a run of rows, at the least cost.
func (s *stack) spanColumn(blocks []block, rows []band, edges []float64, c int, list []int, free, barrier []bool, label bool) {
	if len(list) == 0 {
		return
	}
	list = byHeight(blocks, list)
	n, m := len(rows), len(list)
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
		for _, i := range list {
			b := &blocks[i]
			b.r0 = nearestRow(rows, b)
			b.r1 = b.r0 + 1
		}
		return
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
	middle := math.Abs(b.y()-(edges[a]+edges[r])/2) / s.em
	cost := 2 * math.Max(0, middle-0.15)
	if b.row == a {
		cost = math.Min(cost, costFirst)
	}
	return cost + 0.05
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
