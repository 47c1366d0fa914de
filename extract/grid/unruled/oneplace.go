package unruled

import (
	"sort"

	"ziping/extract/grid/fit"
)

// onePlaceEach sees to it that every place of the table belongs to one block. Columns
// are placed one by one, so that a text over several columns may have reached over
// rows in which a column further right is filled: it steps back to its own row,
// then to the columns its letters lie in. What still stands where another stands
// is a further line of it.
func onePlaceEach(blocks []block, rows []band, cols int, plain []fit.Range) []block {
	order := make([]int, len(blocks))
	for i := range order {
		order[i] = i
	}
	// Those that keep to one place come first, and are not moved.
	size := func(b *block) int { return (b.r1 - b.r0) * (b.c1 - b.c0) }
	sort.SliceStable(order, func(i, j int) bool { return size(&blocks[order[i]]) < size(&blocks[order[j]]) })
	owner := make([]int, len(rows)*cols)
	for k := range owner {
		owner[k] = -1
	}
	clear := func(b *block) bool {
		for r := b.r0; r < b.r1; r++ {
			for c := b.c0; c < b.c1; c++ {
				if owner[r*cols+c] >= 0 {
					return false
				}
			}
		}
		return true
	}
	gone := make([]bool, len(blocks))
	for _, i := range order {
		b := &blocks[i]
		if !clear(b) {
			if b.r1-b.r0 > 1 {
				if b.r0 = b.row; b.row < 0 {
					b.r0 = nearestRow(rows, b)
				}
				b.r1 = b.r0 + 1
			}
		}
		if !clear(b) {
			b.c0, b.c1 = plain[i].Lo, plain[i].Hi
		}
		if !clear(b) {
			into := -1
			for c := b.c1 - 1; c >= b.c0; c-- {
				if o := owner[b.r0*cols+c]; o >= 0 {
					into = o
				}
			}
			blocks[into].phrases = append(blocks[into].phrases, b.phrases...)
			sort.Ints(blocks[into].phrases)
			gone[i] = true
			continue
		}
		for r := b.r0; r < b.r1; r++ {
			for c := b.c0; c < b.c1; c++ {
				owner[r*cols+c] = i
			}
		}
	}
	kept := blocks[:0]
	for i := range blocks {
		if !gone[i] {
			kept = append(kept, blocks[i])
		}
	}
	return kept
}
