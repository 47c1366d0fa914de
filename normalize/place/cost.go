package place

import (
	"slices"

	"ziping/normalize/table"
	"ziping/text/num"
)

// 成本指标 is a first level of its own on later forms and a second level of
// 产出指标 on earlier ones. On a shifted row where it is followed directly by
// the indicator's name both readings are possible:
//
//	成本指标 | 一般公共预算“三公”经费支出偏离率 | ≤1% | …
//
// What decides, in this order: the points printed with the group, other rows of
// the form that have levels of cost under 成本指标, a run of rows shifted alike,
// the family.

func (p *listPlacer) chooseCost(items []*table.Item, slots []table.Slot, at []int) []int {
	first := items[0]
	if !p.Lex.Level1[first.Bare] || !p.Lex.Level2[first.Bare] || len(items) < 2 {
		return at
	}
	one, two := table.IndexOf(slots, "level1"), table.IndexOf(slots, "level2")
	if one < 0 || two < 0 || p.Lex.Level2[items[1].Bare] || p.Lex.Level1[items[1].Bare] {
		return at
	}
	level := one
	if !p.costIsFirstLevel(items, slots, at) {
		level = two
	}
	if at[0] == level || at[0] != one && at[0] != two || slices.Contains(at[1:], level) {
		return at
	}
	return append([]int{level}, at[1:]...)
}

func (p *listPlacer) costIsFirstLevel(items []*table.Item, slots []table.Slot, at []int) bool {
	// Points printed with the group: 产出指标(60分) is full without this row, or needs it.
	if one := p.levels.one; one != nil {
		if pts, err := num.Parse(p.groupPoints()); err == nil {
			sum, marks := p.groupSum()
			// More than the group's points says that one of the weights is wrong, and nothing else.
			if marks && sum.Cmp(pts) <= 0 {
				return sum.Equal(pts)
			}
		}
	}
	for _, l := range p.Lines {
		for i := range l.Items {
			if p.Lex.Words.CostLevels.Has(l.Items[i].Bare) {
				return true
			}
		}
	}
	last := len(items) - 1
	shift := slots[at[last]].Shift(items[last].Col)
	if p.levels.lastMoved && p.levels.lastShift == shift {
		return false // the run of rows goes on: the row as a whole moved
	}
	return p.family != nil && p.family.CostLevel == 1
}

func (p *listPlacer) groupPoints() string {
	if p.levels.groupStart < len(p.Report.Indicators) {
		if f := p.Report.Indicators[p.levels.groupStart].Level1; f != nil {
			return f.Weight
		}
	}
	return ""
}

// groupSum adds the weights of the current group, or its scores where the form
// prints no weights.
func (p *listPlacer) groupSum() (sum num.Decimal, ok bool) {
	for i := p.levels.groupStart; i < len(p.Report.Indicators); i++ {
		x := &p.Report.Indicators[i]
		f := x.Weight
		if f == nil {
			f = x.Score
		}
		if n, is := f.Number(); is {
			sum, ok = sum.Add(n), true
		}
	}
	return sum, ok
}

// evidence says in both languages what put a row back into its columns.
func evidence(items []*table.Item, kinds []table.Kind) (zh, en string) {
	var word, figure string
	for k, it := range items {
		switch {
		case word == "" && (kinds[k].Level1 || kinds[k].Level2):
			word = it.Text
		case figure == "" && kinds[k].Op:
			figure = it.Text
		}
	}
	switch {
	case word != "" && figure != "":
		zh = "“" + word + "”是指标级别名称，“" + figure + "”只能是指标值，其余单元格按顺序和数值类型归位"
		en = word + " names a level, " + figure + " can only be a target; the other cells follow in order and by kind"
	case word != "":
		zh = "“" + word + "”是指标级别名称，其余单元格按顺序和数值类型归位"
		en = word + " names a level; the other cells follow in order and by kind"
	case figure != "":
		zh = "“" + figure + "”只能是指标值，其余单元格按顺序和数值类型归位"
		en = figure + " can only be a target; the other cells follow in order and by kind"
	default:
		zh = "各单元格按顺序和数值类型归位"
		en = "the cells follow the headings in order and by kind"
	}
	return zh, en
}
