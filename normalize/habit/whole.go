package habit

import "ziping/normalize/table"

// wholeRows counts rows that stand under their headings once they are moved as one: they
// lack what is merged in front of them, and nothing else.
//
//	绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 权重
//	产出指标 | 数量指标 | 保障率   | 100      |        | 60
type wholeRows struct{ all, withGaps int }

func (w *wholeRows) add(items []*table.Item, slots []table.Slot, fit func(c, s int) int) {
	for shift := 1; shift <= table.Farthest; shift++ {
		at, ok := standing(items, shift, slots, fit)
		for c, s := range at {
			ok = ok && fit(c, s) < table.Odd
		}
		if ok {
			w.all++
			if at[len(at)-1]-at[0] >= len(at) {
				w.withGaps++
			}
			return
		}
	}
}

// gapsKept reports that all rows that stand off are such, and that half of them show empty
// cells between others: no such cell is lost.
func (w *wholeRows) gapsKept(off int) bool { return w.all == off && 2*w.withGaps >= w.all }

// keeps says that the list shows its empty cells: none that a row leaves empty is missing,
// but a name, which every row has.
func (h *Habit) keeps() {
	for s := range h.Slots {
		h.Slots[s].Missing = 0
		if h.Slots[s].ID == "name" {
			h.Slots[s].Missing = nameLost
		}
	}
}
