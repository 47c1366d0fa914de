package funds

import (
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
)

// labelsUnderBlock sets the column of labels to the block's own (资金来源 | 预算数 |
// 执行数) where every label stands there and every figure in place: nothing has
// moved, the labels are not one column further.
func (t *fundTable) labelsUnderBlock(lex *lexicon.Lexicon) {
	if len(t.rows) < 2 {
		return
	}
	col := t.rows[0].Label.Col
	if col >= t.labelCol {
		return
	}
	for k := range t.rows {
		r := &t.rows[k]
		if r.Label.Col != col {
			return
		}
		for _, c := range r.Cells {
			if !inPlaceOf(t.slots, c.Kind(lex), c.Col) {
				return
			}
		}
	}
	t.labelCol = col
}

// inPlaceOf reports that the column which covers a place can hold such a cell.
func inPlaceOf(slots []table.Slot, k table.Kind, col int) bool {
	for i := range slots {
		if slots[i].Covers(col) {
			return k.FitMoney(slots[i].ID) < table.CostChange
		}
	}
	return false
}
