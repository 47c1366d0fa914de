package funds

import (
	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/money"
	"ziping/normalize/table"
)

// settleColumns gives the columns of money whose meaning depends on the
// others theirs. 预算安排 over several columns is a group; with none under it, it is
// the budget itself. 调整预算 is what the budget was adjusted by where a column
// beside it is the budget, else the budget as adjusted.
func (p *Reader) settleColumns(t *fundTable, heading []*table.Line) {
	for _, l := range heading {
		for k := range l.Items {
			it := &l.Items[k]
			id := p.Lex.GroupAlone[it.Bare]
			if id == "" || table.HasSlot(t.slots, id) || id == string(normalize.Budget) && table.HasSlot(t.slots, string(normalize.Initial)) || under(t.slots, it) {
				continue
			}
			t.slots = append(t.slots, table.Slot{Col: it.Col, Span: it.Span, ID: id, Label: it.Text})
		}
	}
	adjusted, budget := -1, -1
	for k, s := range t.slots {
		switch b := lexicon.Bare(s.Label); {
		case p.Lex.Adjusted[b]:
			adjusted = k
		case p.Lex.FundColumn[b] == string(normalize.Budget):
			budget = k
		}
	}
	switch {
	case adjusted < 0:
	case budget >= 0 && (t.slots[adjusted].ID == string(normalize.Adjustment) || !table.HasSlot(t.slots, string(normalize.Adjustment))):
		t.slots[adjusted].ID, t.slots[budget].ID = string(normalize.Adjustment), string(normalize.Budget)
	case budget < 0 && !table.HasSlot(t.slots, string(normalize.Budget)):
		t.slots[adjusted].ID = string(normalize.Budget)
	}
}

// under reports a column that stands below a heading.
func under(slots []table.Slot, it *table.Item) bool {
	for _, s := range slots {
		if it.Covers(s.Col) {
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
	col := t.rows[0].label.Col
	if col >= t.labelCol {
		return
	}
	for k := range t.rows {
		r := &t.rows[k]
		if r.label.Col != col {
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
func inPlaceOf(slots []table.Slot, c *table.Item) bool {
	for k := range slots {
		if slots[k].Covers(c.Col) {
			return money.Fit(c, slots[k].ID) < table.CostChange
		}
	}
	return false
}
