package search

import (
	"slices"

	"ziping/normalize/table"
	"ziping/normalize/weave/stream"
)

// Unfinished reports that the row of cells from … to ends before its marks, and the next one
// begins with a name that has no number; a row left over from the blank form is none.
func Unfinished(g *Grid, places [][]int, from, to int) bool {
	if g.numbers == nil || to >= len(places) || g.numbers[to] || g.budget[to] != 0 || len(places[to]) != 1 || places[to][0] != g.Name || table.IsTemplateRow(token(g, to).Text, g.cells.Lex) {
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
