package listhead

import (
	"slices"

	"ziping/normalize"
	"ziping/normalize/draft"
	"ziping/normalize/table"
)

// Groups takes words that stand over the headings of the list, each over the first column
// of a group, and that are known to head such columns, all but the first:
//
//	指标体系 |          |          | 绩效目标 |        | 评分 |
//	一级指标 | 二级指标 | 三级指标 | 目标值   | 完成值 | 分值 | 自评分
func Groups(d *draft.Draft, i int) bool {
	l := d.Lines[i]
	if l.Loose || len(l.Items) < 2 || i+1 >= len(d.Lines) {
		return false
	}
	below := d.Lines[i+1]
	if below.Table != l.Table || below.Heads != table.IndicatorHead || len(l.Items) >= len(below.Items) || l.Items[0].Col != below.Items[0].Col {
		return false
	}
	for k := range l.Items {
		it := &l.Items[k]
		over := slices.ContainsFunc(below.Items, func(o table.Item) bool { return o.Col == it.Col })
		known := d.Lex.IndicatorColumn[it.Bare] != "" || d.Lex.GoalColumn[it.Bare] != "" || len(d.Lex.Block[it.Bare]) > 0
		if it.Claimed || !over || k > 0 && !known || k == 0 && !known && d.Lex.Knows(it.Bare) {
			return false
		}
	}
	for k := range l.Items {
		l.Items[k].Claimed, l.Items[k].Role = true, normalize.RoleHeading
	}
	return true
}
