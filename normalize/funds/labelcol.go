package funds

import (
	"ziping/normalize/money"
	"ziping/normalize/table"
)

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
