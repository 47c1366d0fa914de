package listhead

import (
	"slices"

	"ziping/normalize/draft"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
)

// UnderOne finds the heading behind that of the names over which a row of words stands that
// say what was expected or done; -1 for none. Each row of the list has something left of it.
//
//	三级指标 | 指标值   |          | 分值
//	         | 年初设定 | 实际完成 |
func UnderOne(l *table.Line, headings []table.Heading, lex *lexicon.Lexicon) int {
	name := slices.IndexFunc(headings, func(h table.Heading) bool { return slices.Contains(h.May, "name") && h.May[0] != table.Aside })
	if l.Loose || len(l.Items) < 2 || name < 0 || slices.ContainsFunc(l.Items, func(it table.Item) bool { return it.Figure().IsFigure() }) {
		return -1
	}
	if !slices.ContainsFunc(l.Items, func(it table.Item) bool { return lex.GoalColumn[it.Bare] == "actual" }) {
		return -1
	}
	first, last := l.Items[0].Col, l.Items[len(l.Items)-1].Col
	over := -1
	for k := range headings {
		if headings[k].Item.Col <= first {
			over = k
		}
	}
	if over <= name || headings[over].Level != headings[0].Level || !headings[over].Item.Covers(first) || over+1 < len(headings) && headings[over+1].Item.Col <= last {
		return -1
	}
	return over
}

// Beneath puts a row of words that say what was expected and done, and has lost the empty
// cells in front, under the heading of the targets: in the room that this has before the
// next, or, where the upper row has lost its empty cells too, by moving the headings behind
// it as far as the rows of the list reach. It reports whether it could.
//
//	一级指标 | 二级指标 | 三级指标 | 指标值 | 权重 | 得分
//	年初设定 | 实际完成
//	产出     | 数量     | 开放天数 | ≥287天 | 253天 | 10 | 9
func Beneath(p *draft.Draft, headings []table.Heading, l *table.Line, at int) bool {
	over := slices.IndexFunc(headings, func(h table.Heading) bool { return h.May[0] == "target" })
	if over < 0 || l.Heads != table.GoalHead || l.Loose || slices.ContainsFunc(headings, func(h table.Heading) bool { return h.May[0] == "actual" || h.Level != headings[0].Level }) {
		return false
	}
	first, n := headings[over].Item.Col, len(l.Items)
	if over+1 < len(headings) && headings[over+1].Item.Col < first+n {
		widest := 0
		for _, row := range linesOf(p, at+1) {
			if len(row.Items) > 0 {
				widest = max(widest, row.Items[len(row.Items)-1].Col)
			}
		}
		if shift := n - 1; headings[over+1].Item.Col != first+1 || widest < headings[len(headings)-1].Item.Col+shift-1 {
			return false
		}
		for k := over + 1; k < len(headings); k++ {
			moveTo(&headings[k], headings[k].Item.Col+n-1)
		}
	}
	headings[over].May = []string{lexicon.Over}
	for k := range l.Items {
		l.Items[k].To = first + k
	}
	return true
}

// AtTheirPlaces gives headings the columns that were found for them.
func AtTheirPlaces(headings []table.Heading) {
	for k := range headings {
		if it := headings[k].Item; it.To != it.Col {
			moveTo(&headings[k], it.To)
		}
	}
}

// moveTo puts a heading into another column.
func moveTo(h *table.Heading, col int) {
	h.Item.To = col
	at := *h.Item
	at.Col = col
	h.Item = &at
}
