package habit

import "ziping/normalize/table"

// NameOverLevels reports a row whose name begins in a column of levels, over which it is
// merged, or where the print of its width was lost, while all other cells stand in
// columns that they fit: 预算执行率 |  |  |  | 98% | 10 | 9.8. The row as a whole is then
// not moved to bring the name into its column. Where other rows have lost empty cells, so has
// this one rather, if nothing shows that its name is merged.
func (h *Habit) NameOverLevels(items []*table.Item, kinds []table.Kind, slots []table.Slot, fit func(c, s int) int) bool {
	name := table.IndexOf(slots, "name")
	first := items[0]
	if h.Ragged && first.Span <= 1 || len(items) < 3 || name < 0 || slots[name].Covers(first.Col) || kinds[0].Level1 || kinds[0].Level2 || !kinds[0].Words ||
		!table.InSlot(slots, "level1", first) && !table.InSlot(slots, "level2", first) {
		return false
	}
	for k, it := range items[1:] {
		stands := false
		for s := name + 1; s < len(slots); s++ {
			stands = stands || slots[s].Covers(it.Col) && fit(k+1, s) < table.CostChange
		}
		if !stands {
			return false
		}
	}
	return true
}
