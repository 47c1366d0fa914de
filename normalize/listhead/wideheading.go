package listhead

import (
	"ziping/normalize/draft"
	"ziping/normalize/table"
)

// Wide parts a heading that stands over two columns, of which the second has no
// heading of its own: 评价指标 over 产出 | 在线站点数. Rows have words in both, and the first
// has no more of them than the second, as levels have that are printed once for several rows.
func Wide(p *draft.Draft, slots []table.Slot, body int) []table.Slot {
	name := table.IndexOf(slots, "name")
	if name < 0 {
		name = table.IndexOf(slots, "level1")
	}
	if name < 0 || name+1 >= len(slots) || slots[name].Level != slots[name+1].Level || table.HasSlot(slots, "name") && table.HasSlot(slots, "level1") {
		return slots
	}
	s := &slots[name]
	second := s.Col + 1
	one, two, both := 0, 0, 0
	for _, l := range linesOf(p, body) {
		first := false
		for k := range l.Items {
			switch it := &l.Items[k]; {
			case it.Col < s.Col || it.Col >= slots[name+1].Col || it.Figure().IsFigure():
			case it.Col == s.Col:
				one++
				first = true
			case it.Col > second:
				return slots
			default:
				two++
				if first {
					both++
				}
			}
		}
	}
	if both == 0 || two+1 < one { // a total is one more label in the first
		return slots
	}
	out := append(append([]table.Slot{}, slots[:name+1]...), slots[name:]...)
	out[name].ID, out[name].Span = "level1", 1
	out[name+1].ID, out[name+1].Col, out[name+1].Span = "name", second, slots[name+1].Col-second
	return out
}
