package table

import (
	"cmp"
	"slices"

	"ziping/extract"
	"ziping/normalize/lexicon"
)

// besides is how many of the loose lines from the first on are printed side by side,
// a label of the head among them: 项目名称, and far to the right of it 湿地保护, over a
// table whose rulings do not reach so far. It is 1 for a line by itself.
func besides(lines []extract.Line, lex *lexicon.Lexicon) int {
	n := 1
	for n < min(len(lines), mostBeside) && lines[n].Before == lines[0].Before && sameRow(&lines[0], &lines[n]) {
		n++
	}
	if n > 1 && slices.ContainsFunc(lines[:n], func(l extract.Line) bool { return lex.Head[lexicon.Simplified(lexicon.Bare(l.Text))] != "" }) {
		return n
	}
	return 1
}

// mostBeside bounds the lines of one row that are looked at; no form has half as many.
const mostBeside = 48

// sameRow reports lines of one page of which the one stands beside the other: they
// share more than half of the height of the lower, and no part of their width.
func sameRow(a, b *extract.Line) bool {
	if a.Page != b.Page || a.Box == nil || b.Box == nil {
		return false
	}
	shared := min(a.Box[3], b.Box[3]) - max(a.Box[1], b.Box[1])
	return 2*shared > min(a.Box[3]-a.Box[1], b.Box[3]-b.Box[1]) && (a.Box[2] <= b.Box[0] || b.Box[2] <= a.Box[0])
}

// leftToRight orders the cells of such lines by where they are printed, and numbers
// them so.
func leftToRight(items []Item) {
	slices.SortStableFunc(items, func(a, b Item) int { return cmp.Compare(a.At.Box[0], b.At.Box[0]) })
	for i := range items {
		items[i].Col, items[i].To = i, i
	}
}
