package search

import (
	"slices"

	"ziping/normalize/weave/stream"
)

// Names that stand over two lines, in a list whose names have numbers before them: what
// begins the next row without one belongs to the row above.

// Torn is the first cell of a list that is the first half of a name, and the cell behind it
// the other; -1 for none. The name stands alone, or its row ends before its marks and what
// follows the other half is no name: a figure, or words that the list prints elsewhere too.
func Torn(g *Grid, places [][]int) int {
	for k := 0; g.numbers != nil && k+1 < len(places); k++ {
		if !g.numbers[k] || g.numbers[k+1] || g.Blank(k+1) || !g.Kinds[k+1].Words || g.Kinds[k+1].Op {
			continue
		}
		to := k + 1
		for to < len(places) && !g.StartsRow(places, to) {
			to++
		}
		if Unfinished(g, places, k, to) && (to == k+1 || k+2 < to && !g.Blank(k+2) && (!g.Kinds[k+2].Words || g.printed()[token(g, k+2).Bare] > 1) && g.printed()[token(g, k+1).Bare] == 1) {
			return k
		}
	}
	return -1
}

// Unfinished reports that the row of cells from … to ends before its marks, and the next one
// begins with a name that has no number.
func Unfinished(g *Grid, places [][]int, from, to int) bool {
	if g.numbers == nil || to >= len(places) || g.numbers[to] || g.budget[to] != 0 || len(places[to]) != 1 || places[to][0] != g.Name {
		return false
	}
	marks := []int{stream.ColOf(g.Columns, "weight"), stream.ColOf(g.Columns, "score")}
	if marks[0] < 0 && marks[1] < 0 {
		return to == from+1
	}
	return !slices.ContainsFunc(places[from:to], func(set []int) bool {
		return len(set) == 1 && slices.Contains(marks, set[0])
	})
}
