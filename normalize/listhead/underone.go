package listhead

import (
	"slices"

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
