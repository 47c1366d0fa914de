package read

import "ziping/text/num"

// 成本指标 is a first level of its own on later forms and a second level of
// 产出指标 on earlier ones. On a shifted row where it is followed directly by
// the indicator's name both readings are possible:
//
//	成本指标 | 一般公共预算“三公”经费支出偏离率 | ≤1% | …
//
// What decides, in this order: the points printed with the group, other rows of
// the form that have levels of cost under 成本指标, a run of rows shifted alike,
// the family.

func (p *listPlacer) chooseCost(items []*item, slots []slot, a alignment) alignment {
	first := items[0]
	if !p.lex.Level1[first.bare] || !p.lex.Level2[first.bare] || len(items) < 2 {
		return a
	}
	one, two := slotIndex(slots, "level1"), slotIndex(slots, "level2")
	if one < 0 || two < 0 || p.lex.Level2[items[1].bare] || p.lex.Level1[items[1].bare] {
		return a
	}
	at := one
	if !p.costIsFirstLevel(items, slots, a) {
		at = two
	}
	if a.slots[0] == at {
		return a
	}
	if a.slots[0] != one && a.slots[0] != two {
		return a
	}
	b := a
	b.slots = append([]int(nil), a.slots...)
	b.slots[0] = at
	return b
}

func (p *listPlacer) costIsFirstLevel(items []*item, slots []slot, a alignment) bool {
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
	for _, l := range p.lines {
		for i := range l.items {
			switch l.items[i].bare {
			case "经济成本指标", "社会成本指标", "生态环境成本指标":
				return true
			}
		}
	}
	last := len(items) - 1
	shift := slots[a.slots[last]].shift(items[last].col)
	if p.levels.lastMoved && p.levels.lastShift == shift {
		return false // the run of rows goes on: the row as a whole moved
	}
	return p.family != nil && p.family.CostLevel == 1
}

func (p *listPlacer) groupPoints() string {
	if p.levels.groupStart < len(p.rep.Indicators) {
		if f := p.rep.Indicators[p.levels.groupStart].Level1; f != nil {
			return f.Weight
		}
	}
	return ""
}

// groupSum adds the weights of the current group, or its scores where the form
// prints no weights.
func (p *listPlacer) groupSum() (sum num.Decimal, ok bool) {
	for i := p.levels.groupStart; i < len(p.rep.Indicators); i++ {
		x := &p.rep.Indicators[i]
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
func evidence(items []*item, kinds []kind, a alignment) (zh, en string) {
	var word, figure string
	for k, it := range items {
		switch {
		case word == "" && (kinds[k].level1 || kinds[k].level2):
			word = it.text
		case figure == "" && kinds[k].op:
			figure = it.text
		}
	}
	switch {
	case word != "" && figure != "":
		zh = "“" + word + "”是指标级次名称，“" + figure + "”只能是指标值，其余单元格按顺序和数值类型归位"
		en = word + " names a level, " + figure + " can only be a target; the other cells follow in order and by kind"
	case word != "":
		zh = "“" + word + "”是指标级次名称，其余单元格按顺序和数值类型归位"
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
