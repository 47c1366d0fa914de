package unruled

import (
	"cmp"
	"slices"
	"sort"

	"ziping/extract/grid/fit"
)

// What stands below each other in the same columns.

// strip is the blocks below each other that have the same columns, with the rows
// in which nothing else stands in these. However texts are set, those of one column
// have a place in common: what stands beside each other in the same columns is of two
// strips, whose border no row has told yet.
type strip struct {
	blocks     []int
	first, end int
	top, last  int // the first and the last row that hold a block
	filled     int // rows that hold one of the blocks at their own height
}

// dense reports whether nearly every row between its blocks has one.
func (t *strip) dense() bool { return 10*t.filled >= 9*(t.last+1-t.top) }

// strips lists the strips from left to right.
func strips(blocks []block, rows []band) []strip {
	order := make([]int, len(blocks))
	at := make([]int, len(blocks)) // rows
	for i := range order {
		order[i] = i
		if at[i] = blocks[i].row; at[i] < 0 {
			at[i] = nearestRow(rows, &blocks[i])
		}
	}
	beside := fit.SideBySide(standing(blocks))
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := &blocks[a], &blocks[b]
		return cmp.Or(cmp.Compare(x.c0, y.c0), cmp.Compare(x.c1, y.c1), cmp.Compare(beside[a], beside[b]), cmp.Compare(x.y(), y.y()))
	})
	first, end := freeRows(blocks, at, len(rows))
	var out []strip
	for _, i := range order {
		b := &blocks[i]
		n := len(out) - 1
		if n < 0 || !sameColumns(&blocks[out[n].blocks[0]], b) || beside[out[n].blocks[0]] != beside[i] || first[i] >= out[n].end {
			out = append(out, strip{first: first[i], end: end[i], top: at[i]})
			n++
		}
		t := &out[n]
		t.blocks = append(t.blocks, i)
		t.first, t.end, t.last = min(t.first, first[i]), max(t.end, end[i]), at[i]
		if b.row >= 0 {
			t.filled++
		}
	}
	return out
}

// standing are the blocks by where they stand.
func standing(blocks []block) []fit.Text {
	out := make([]fit.Text, len(blocks))
	for i := range blocks {
		b := &blocks[i]
		out[i] = fit.Text{Box: fit.Interval{Lo: b.box[0], Hi: b.box[2]}, Y: b.y(), Columns: fit.Range{Lo: b.c0, Hi: b.c1}, Rows: fit.Range{Lo: b.r0, Hi: b.r1}}
	}
	return out
}

func sameColumns(a, b *block) bool { return a.c0 == b.c0 && a.c1 == b.c1 }

// freeRows tells, for each block, the rows around it in which nothing else stands
// in any of its columns, but for what has the same columns.
func freeRows(blocks []block, at []int, rows int) (first, end []int) {
	cols := 0
	for i := range blocks {
		cols = max(cols, blocks[i].c1)
	}
	byHeight := make([]int, len(blocks))
	first, end = make([]int, len(blocks)), make([]int, len(blocks))
	for i := range blocks {
		byHeight[i], end[i] = i, rows
	}
	sort.SliceStable(byHeight, func(a, b int) bool { return blocks[byHeight[a]].y() < blocks[byHeight[b]].y() })
	inCol := make([][]int, cols)
	for _, i := range byHeight {
		for c := blocks[i].c0; c < blocks[i].c1; c++ {
			inCol[c] = append(inCol[c], i)
		}
	}
	for _, list := range inCol {
		other := -1 // the last of other columns above
		for k, i := range list {
			if k > 0 && !sameColumns(&blocks[list[k-1]], &blocks[i]) {
				other = list[k-1]
			}
			if other >= 0 {
				first[i] = max(first[i], at[other]+1)
			}
		}
		other = -1
		for k := len(list) - 1; k >= 0; k-- {
			i := list[k]
			if k+1 < len(list) && !sameColumns(&blocks[list[k+1]], &blocks[i]) {
				other = list[k+1]
			}
			if other >= 0 {
				end[i] = min(end[i], at[other])
			}
		}
	}
	for i := range blocks {
		first[i], end[i] = min(first[i], at[i]), max(end[i], at[i]+1)
	}
	return first, end
}
