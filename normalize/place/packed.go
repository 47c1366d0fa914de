package place

import "ziping/normalize/table"

// isPacked reports a list whose rows all begin in its first column, although levels
// printed once are empty in the rows below, and of which some rows cannot stand as they
// are printed: the text was made by a program that leaves empty cells out. There the
// order of the cells counts and their place does not.
func (p *listPlacer) isPacked(i int, slots []table.Slot, costs table.ColumnCosts) bool {
	if len(slots) == 0 || !table.HasSlot(slots, "level1") && !table.HasSlot(slots, "level2") {
		return false
	}
	odd := 0
	for ; i < len(p.Lines) && !p.StartsBlock(i) && !p.foot.startsFoot(p.Lines[i]); i++ {
		l := p.Lines[i]
		if l.Woven || l.Loose || l.First() == nil {
			continue
		}
		if l.Items[0].Col > slots[0].Col {
			return false
		}
		cols := make([]int, len(l.Items))
		for k := range l.Items {
			cols[k] = l.Items[k].Col
		}
		if a, ok := table.InPlace(cols, slots, func(c, s int) int { return costs.Of(l.Items[c].Kind(p.Lex).Look, s) }); !ok || a.Cost >= table.Unfit {
			odd++
		}
	}
	return odd > 1
}
