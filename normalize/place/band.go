package place

import (
	"slices"

	"ziping/normalize"
	"ziping/normalize/goals"
	"ziping/normalize/habit"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/normalize/value"
	"ziping/text/num"
	"ziping/text/numerals"
)

// A list may be parted by rows of its own width, which are no indicators: the name of
// a first level over the rows of its group, with the points of all of them or nothing,
// in a list that has no column for it,
//
//	序号 | 二级指标 | 三级指标 | 目标值 | 分值 | 得分
//	(一)产出指标     |          |        | 50   |
//	1    | 数量指标 | 泊位数   | 2.4    | 15   | 15
//
// and a yearly goal over the list of its own indicators: 年度目标2(40分) | 保障供水安全. A name
// that nobody knows for a level is one where the marks of such rows are those of the rows
// below them:
//
//	序号 | 考核指标     | 分值 | 完成情况   | 得分
//	一   | 部门预算管理 | 30   |            | 29
//	1    | 预算编制     | 30   | 按要求编制 | 29

// takeBand takes a row that names a first level and no indicator.
func (p *listPlacer) takeBand(items []*table.Item, kinds []table.Kind, slots []table.Slot) bool {
	if p.bands[items[len(items)-1]] {
		takeGroup(p, items, slots)
		return true
	}
	if table.HasSlot(slots, "level1") || !kinds[0].Level1 && !namesGroup(items[0]) || len(items) > 3 {
		return false
	}
	name := table.IndexOf(slots, "name")
	if name < 0 || slots[name].Covers(items[0].Col) || table.InSlot(slots, "level2", items[0]) {
		return false
	}
	for _, it := range items[1:] {
		if !it.Figure().IsFigure() && !value.IsNothing(it.Text) {
			return false
		}
	}
	openGroup(p, items[0], items[1:], slots)
	return true
}

// namesGroup reports a group by its number as a section and its points (四、预算执行（10分）).
func namesGroup(it *table.Item) bool {
	_, numbered := numerals.Section(it.Folded)
	_, worth := lexicon.Points(it.Text)
	return numbered && worth
}

// openGroup begins a group with the name of its first level and what stands beside it.
func openGroup(p *listPlacer, first *table.Item, beside []*table.Item, slots []table.Slot) {
	p.levels = levelState{one: levelField(first), oneFirst: true, groupStart: len(p.Report.Indicators)}
	first.Claimed, first.Role, first.Path = true, normalize.RoleLabel, normalize.IndicatorPath(len(p.Report.Indicators), normalize.Level1)
	for _, it := range beside {
		if at := table.IndexOf(slots, "weight"); at >= 0 && slots[at].Covers(it.To) && takeLevelPoints(p.levels.one, it) {
			it.Claimed, it.Role, it.Path = true, normalize.RoleNumber, first.Path
			continue
		}
		label := first.Text
		for _, s := range slots {
			if s.Covers(it.To) {
				label += " " + s.Label
			}
		}
		it.Claimed, it.Role = true, normalize.RoleNumber
		p.Other(label, it, it.Text)
	}
}

// takeGroup takes a row that the sums show to be one of a group.
func takeGroup(p *listPlacer, items []*table.Item, slots []table.Slot) {
	name := slices.IndexFunc(items, func(it *table.Item) bool { return table.InSlot(slots, "name", it) })
	for _, it := range items[:name] { // its number
		it.Claimed, it.Role = true, normalize.RoleLabel
	}
	beside := items[name+1:]
	if !slices.ContainsFunc(beside, func(it *table.Item) bool { return table.InSlot(slots, "weight", it) }) { // slipped together
		m := normalize.Move{Field: normalize.IndicatorPath(len(p.Report.Indicators), ""), At: items[name].At,
			Evidence: "“" + items[name].Text + "”的分值等于其下各行之和，其余数值随之归位", EvidenceEN: "the marks of " + items[name].Text + " are those of the rows below it; its other figures follow"}
		shift := slots[table.IndexOf(slots, "weight")].Col - beside[0].Col
		for _, it := range beside {
			it.To = it.Col + shift
			m.Cells = append(m.Cells, normalize.MovedCell{Text: it.Text, From: it.Col, To: it.To})
		}
		p.Report.Moves = append(p.Report.Moves, m)
	}
	openGroup(p, items[name], beside, slots)
}

// bandsBySums finds the rows of groups in a list from line i on, each by its last cell: they
// have a name and marks and nothing else, and the weight of each is that of the rows below
// it, up to the next. One in so many may have a slip.
func bandsBySums(p *listPlacer, i int, slots []table.Slot) map[*table.Item]bool {
	if table.HasSlot(slots, "level1") || !table.HasSlot(slots, "name") || !table.HasSlot(slots, "weight") {
		return nil
	}
	type group struct {
		last         *table.Item
		weight, rows num.Decimal
		below        int
	}
	var groups []group
	for _, items := range rowsFrom(p, i, slots) {
		weight, bare, ok := marksOf(items, slots)
		switch n := len(groups); {
		case !ok:
		case bare:
			groups = append(groups, group{last: items[len(items)-1], weight: weight})
		case n == 0:
			return nil
		default:
			groups[n-1].rows, groups[n-1].below = groups[n-1].rows.Add(weight), groups[n-1].below+1
		}
	}
	out := map[*table.Item]bool{}
	wrong := 0
	for _, g := range groups {
		if out[g.last] = true; g.below == 0 || !g.rows.Equal(g.weight) {
			wrong++
		}
	}
	if len(groups) < habit.FewestLevels || habit.MostOdd*wrong > len(groups) {
		return nil
	}
	return out
}

// marksOf is the weight of a row with a name and a weight; bare where nothing but a number
// before the name, and marks, stand beside it.
func marksOf(items []*table.Item, slots []table.Slot) (weight num.Decimal, bare, ok bool) {
	named := false
	bare = true
	var first *normalize.Field
	for _, it := range items {
		f := it.Figure()
		switch {
		case table.InSlot(slots, "name", it):
			named = !f.IsFigure()
		case table.InSlot(slots, "weight", it) && f.IsFigure():
			weight, ok = f.Figure(), true
		case f.IsFigure() && f.Unit == "" && named: // a mark, wherever it slipped to
			if first == nil {
				first = f
			}
		case !named, value.IsNothing(it.Text):
		default:
			bare = false
		}
	}
	if !ok && bare && first != nil {
		weight, ok = first.Figure(), true
	}
	return weight, bare, ok && named
}

// tellsGoal reports a row that names a yearly goal and says it, and no indicator.
func tellsGoal(l *table.Line, lex *lexicon.Lexicon) bool {
	return len(l.Items) == 2 && !l.Loose && goals.Named(l, lex) && !l.Items[1].Figure().IsFigure() && !value.IsNothing(l.Items[1].Text)
}
