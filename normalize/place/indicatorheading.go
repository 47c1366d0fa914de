package place

import (
	"ziping/normalize"
	"ziping/normalize/table"
)

// indicatorHeadingGoesOn reports a second heading row: 指标性质 | 指标值 | 度量单位 under 年度指标值.
func (p *listPlacer) indicatorHeadingGoesOn(l *table.Line) bool {
	n := 0
	for k := range l.Items {
		it := &l.Items[k]
		switch {
		case p.Lex.IndicatorColumn[it.Bare] != "":
			n++
		case it.Bare == "" || p.Lex.Level1[it.Bare] || p.Lex.Level2[it.Bare] || it.Figure().IsFigure() || len(it.Bare) > 45:
			return false
		}
	}
	return n >= 2 && 2*n > len(l.Items) && !l.Loose
}

func (p *listPlacer) indicatorHeading(from, at int, slots []table.Slot) []table.Slot {
	l := p.Lines[at]
	for k := range l.Items {
		it := &l.Items[k]
		if it.Claimed {
			continue
		}
		it.Claimed, it.Role = true, normalize.RoleHeading
		if headedAbove(p.Lines[from:at], it) {
			continue
		}
		id := p.Lex.IndicatorColumn[it.Bare]
		switch {
		case id == "" && (len(p.Lex.Block[it.Bare]) > 0 || k == 0 && (it.Col == 0 || p.headsLevels(l))):
			it.Role = normalize.RoleLabel // 绩效指标, 年度绩效目标1(80分)
			continue
		case id == "":
			id = "other"
		case id != "other" && table.HasSlot(slots, id):
			if id == "target" { // 指标值 under 年度指标值: the lower heading is the column
				for n := range slots {
					if slots[n].ID == "target" {
						slots[n].Col, slots[n].Span, slots[n].Label, slots[n].Level = it.Col, it.Span, it.Text, len(p.Lines)
					}
				}
				continue
			}
			id = "other"
		}
		slots = append(slots, table.Slot{Col: it.Col, Span: it.Span, ID: id, Label: it.Text})
	}
	return slots
}

// printedAgain reports that the heading at line i is that of the list right above
// it, printed once more by a page break, so that the list and its levels go on.
// A side label of its own (年度绩效目标2) heads another list.
func (p *listPlacer) printedAgain(i int) bool {
	n := len(p.Blocks)
	if n == 0 || p.Blocks[n-1].Kind != table.IndicatorBlock || p.Blocks[n-1].End != i {
		return false
	}
	above, l := p.Lines[p.Blocks[n-1].Head], p.Lines[i]
	if label := &l.Items[0]; label.Role == normalize.RoleLabel && above.Items[0].Role == normalize.RoleLabel && label.Bare != above.Items[0].Bare {
		return false
	}
	return true
}

// headedAbove reports a heading printed again in its own column.
func headedAbove(rows []*table.Line, it *table.Item) bool {
	for _, l := range rows {
		for k := range l.Items {
			if o := &l.Items[k]; o.Col == it.Col && o.Bare == it.Bare {
				return true
			}
		}
	}
	return false
}

// nameColumn makes a column of the label 绩效指标 where no column is called a
// name: 序号 | 绩效指标 | 目标值 | 完成值 | 得分.
func (p *listPlacer) nameColumn(from, to int, slots []table.Slot) []table.Slot {
	if table.HasSlot(slots, "name") || table.HasSlot(slots, "content") {
		return slots
	}
	for _, l := range p.Lines[from:to] {
		for k := range l.Items {
			it := &l.Items[k]
			for _, kind := range p.Lex.Block[it.Bare] {
				if kind == "indicators" && it.Role == normalize.RoleLabel {
					it.Role = normalize.RoleHeading
					return append(slots, table.Slot{Col: it.Col, Span: it.Span, ID: "name", Label: it.Text})
				}
			}
		}
	}
	return slots
}

// headsLevels reports a heading whose second cell is the first of the columns.
func (p *listPlacer) headsLevels(l *table.Line) bool {
	if len(l.Items) < 2 {
		return false
	}
	id := p.Lex.IndicatorColumn[l.Items[1].Bare]
	return id == "level1" || id == "name"
}

// settleColumns gives the columns whose meaning depends on the others theirs:
// 评价内容 is the name, 权重设定值 the weight and 调整指标值 the target only where
// no column is called that.
func settleColumns(slots []table.Slot) {
	for _, s := range []struct{ id, as, else_ string }{{"content", "name", "other"}, {"weight_setting", "weight", "other"}, {"adjusted_target", "target", "adjusted_target"}, {"loss", "reason", "other"}} {
		k := table.IndexOf(slots, s.id)
		switch {
		case k < 0:
		case table.HasSlot(slots, s.as):
			slots[k].ID = s.else_
		default:
			slots[k].ID = s.as
		}
	}
}
