package place

import (
	"ziping/normalize"
	"ziping/normalize/goals"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/normalize/value"
)

// A list may be parted by rows of its own width, which are no indicators: the name of
// a first level over the rows of its group, with the points of all of them or nothing,
// in a list that has no column for it,
//
//	序号 | 二级指标 | 三级指标 | 目标值 | 分值 | 得分
//	(一)产出指标     |          |        | 50   |
//	1    | 数量指标 | 泊位数   | 2.4    | 15   | 15
//
// and a yearly goal over the list of its own indicators: 年度目标2(40分) | 保障供水安全.

// takeBand takes a row that names a first level and no indicator.
func (p *listPlacer) takeBand(items []*table.Item, kinds []table.Kind, slots []table.Slot) bool {
	if table.HasSlot(slots, "level1") || !kinds[0].Level1 || len(items) > 3 {
		return false
	}
	name := table.IndexOf(slots, "name")
	if name < 0 || slots[name].Covers(items[0].Col) || inSlot(slots, "level2", items[0]) {
		return false
	}
	for _, it := range items[1:] {
		if !it.Figure().IsFigure() && !value.IsNothing(it.Text) {
			return false
		}
	}
	first := items[0]
	p.levels = levelState{one: levelField(first), oneFirst: true, groupStart: len(p.Report.Indicators)}
	first.Claimed, first.Role, first.Path = true, normalize.RoleLabel, normalize.IndicatorPath(len(p.Report.Indicators), normalize.Level1)
	for _, it := range items[1:] {
		if inSlot(slots, "weight", it) && takeLevelPoints(p.levels.one, it) {
			it.Claimed, it.Role, it.Path = true, normalize.RoleNumber, first.Path
			continue
		}
		label := first.Text
		for _, s := range slots {
			if s.Covers(it.Col) {
				label += " " + s.Label
			}
		}
		it.Claimed, it.Role = true, normalize.RoleNumber
		p.Other(label, it, it.Text)
	}
	return true
}

// inSlot reports a cell that stands in a column of a kind.
func inSlot(slots []table.Slot, id string, it *table.Item) bool {
	s := table.IndexOf(slots, id)
	return s >= 0 && slots[s].Covers(it.Col)
}

// tellsGoal reports a row that names a yearly goal and says it, and no indicator.
func tellsGoal(l *table.Line, lex *lexicon.Lexicon) bool {
	return len(l.Items) == 2 && !l.Loose && goals.Named(l, lex) && !l.Items[1].Figure().IsFigure() && !value.IsNothing(l.Items[1].Text)
}
