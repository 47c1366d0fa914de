package read

import "ziping/normalize"

// indicatorHeadingGoesOn reports a second heading row: 指标性质 | 指标值 | 度量单位 under 年度指标值.
func (p *listPlacer) indicatorHeadingGoesOn(l *line) bool {
	n := 0
	for k := range l.items {
		it := &l.items[k]
		switch {
		case p.lex.IndicatorColumn[it.bare] != "":
			n++
		case it.bare == "" || p.lex.Level1[it.bare] || p.lex.Level2[it.bare] || it.figureOf().IsFigure() || len(it.bare) > 45:
			return false
		}
	}
	return n >= 2 && 2*n > len(l.items) && !l.loose
}

func (p *listPlacer) indicatorHeading(from, at int, slots []slot) []slot {
	l := p.lines[at]
	for k := range l.items {
		it := &l.items[k]
		if it.claimed {
			continue
		}
		it.claimed, it.role = true, normalize.RoleHeading
		if headedAbove(p.lines[from:at], it) {
			continue
		}
		id := p.lex.IndicatorColumn[it.bare]
		switch {
		case id == "" && (len(p.lex.Block[it.bare]) > 0 || k == 0 && (it.col == 0 || p.headsLevels(l))):
			it.role = normalize.RoleLabel // 绩效指标, 年度绩效目标1(80分)
			continue
		case id == "":
			id = "other"
		case id != "other" && hasSlot(slots, id):
			if id == "target" { // 指标值 under 年度指标值: the lower heading is the column
				for n := range slots {
					if slots[n].id == "target" {
						slots[n].col, slots[n].span, slots[n].label, slots[n].level = it.col, it.span, it.text, len(p.lines)
					}
				}
				continue
			}
			id = "other"
		}
		slots = append(slots, slot{col: it.col, span: it.span, id: id, label: it.text})
	}
	return slots
}

// printedAgain reports that the heading at line i is that of the list right above
// it, printed once more by a page break, so that the list and its levels go on.
// A side label of its own (年度绩效目标2) heads another list.
func (p *listPlacer) printedAgain(i int) bool {
	n := len(p.blocks)
	if n == 0 || p.blocks[n-1].kind != indicatorBlock || p.blocks[n-1].end != i {
		return false
	}
	above, l := p.lines[p.blocks[n-1].head], p.lines[i]
	if label := &l.items[0]; label.role == normalize.RoleLabel && above.items[0].role == normalize.RoleLabel && label.bare != above.items[0].bare {
		return false
	}
	return true
}

// headedAbove reports a heading printed again in its own column.
func headedAbove(rows []*line, it *item) bool {
	for _, l := range rows {
		for k := range l.items {
			if o := &l.items[k]; o.col == it.col && o.bare == it.bare {
				return true
			}
		}
	}
	return false
}

// nameColumn makes a column of the label 绩效指标 where no column is called a
// name: 序号 | 绩效指标 | 目标值 | 完成值 | 得分.
func (p *listPlacer) nameColumn(from, to int, slots []slot) []slot {
	if hasSlot(slots, "name") || hasSlot(slots, "content") {
		return slots
	}
	for _, l := range p.lines[from:to] {
		for k := range l.items {
			it := &l.items[k]
			for _, kind := range p.lex.Block[it.bare] {
				if kind == "indicators" && it.role == normalize.RoleLabel {
					it.role = normalize.RoleHeading
					return append(slots, slot{col: it.col, span: it.span, id: "name", label: it.text})
				}
			}
		}
	}
	return slots
}

// headsLevels reports a heading whose second cell is the first of the columns.
func (p *listPlacer) headsLevels(l *line) bool {
	if len(l.items) < 2 {
		return false
	}
	id := p.lex.IndicatorColumn[l.items[1].bare]
	return id == "level1" || id == "name"
}

// settleColumns gives the columns whose meaning depends on the others theirs:
// 评价内容 is the name, 权重设定值 the weight and 调整指标值 the target only where
// no column is called that.
func settleColumns(slots []slot) {
	for _, s := range []struct{ id, as, else_ string }{{"content", "name", "other"}, {"weight_setting", "weight", "other"}, {"adjusted_target", "target", "adjusted_target"}, {"loss", "reason", "other"}} {
		k := slotIndex(slots, s.id)
		switch {
		case k < 0:
		case hasSlot(slots, s.as):
			slots[k].id = s.else_
		default:
			slots[k].id = s.as
		}
	}
}
