package read

import (
	"ziping/normalize"
	"ziping/normalize/lexicon"
)

// settleFundColumns gives the columns of money whose meaning depends on the
// others theirs. 预算安排 over several columns is a group; with none under it, it is
// the budget itself. 调整预算 is what the budget was adjusted by where a column
// beside it is the budget, else the budget as adjusted.
func (p *fundReader) settleFundColumns(t *fundTable, heading []*line) {
	for _, l := range heading {
		for k := range l.items {
			it := &l.items[k]
			id := p.lex.GroupAlone[it.bare]
			if id == "" || hasSlot(t.slots, id) || id == string(normalize.Budget) && hasSlot(t.slots, string(normalize.Initial)) || under(t.slots, it) {
				continue
			}
			t.slots = append(t.slots, slot{col: it.col, span: it.span, id: id, label: it.text})
		}
	}
	adjusted, budget := -1, -1
	for k, s := range t.slots {
		switch b := lexicon.Bare(s.label); {
		case p.lex.Adjusted[b]:
			adjusted = k
		case p.lex.FundColumn[b] == string(normalize.Budget):
			budget = k
		}
	}
	switch {
	case adjusted < 0:
	case budget >= 0 && (t.slots[adjusted].id == string(normalize.Adjustment) || !hasSlot(t.slots, string(normalize.Adjustment))):
		t.slots[adjusted].id, t.slots[budget].id = string(normalize.Adjustment), string(normalize.Budget)
	case budget < 0 && !hasSlot(t.slots, string(normalize.Budget)):
		t.slots[adjusted].id = string(normalize.Budget)
	}
}

// under reports a column that stands below a heading.
func under(slots []slot, it *item) bool {
	for _, s := range slots {
		if it.within(s.col) {
			return true
		}
	}
	return false
}

// labelsUnderBlock sets the column of labels to the block's own (资金来源 | 预算数 |
// 执行数) where every label stands there and every figure in place: nothing has
// moved, the labels are not one column further.
func (t *fundTable) labelsUnderBlock() {
	if len(t.rows) < 2 {
		return
	}
	col := t.rows[0].label.col
	if col >= t.labelCol {
		return
	}
	for k := range t.rows {
		r := &t.rows[k]
		if r.label.col != col {
			return
		}
		for _, c := range r.cells {
			if !inPlaceOf(t.slots, c) {
				return
			}
		}
	}
	t.labelCol = col
}

// inPlaceOf reports a cell that stands under a column it can belong to.
func inPlaceOf(slots []slot, c *item) bool {
	for k := range slots {
		if slots[k].covers(c.col) {
			return fundFit(c, slots[k].id) < costChange
		}
	}
	return false
}
