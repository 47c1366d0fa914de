package place

import (
	"ziping/normalize/draft"
	"ziping/normalize/table"
)

// wideHeading parts a heading that stands over two columns, of which the second has no
// heading of its own: 评价指标 over 产出 | 在线站点数. Most rows have words under both, and
// the first has fewer, as levels have that are printed once for several rows.
func wideHeading(p *draft.Draft, slots []table.Slot, body int) []table.Slot {
	name := table.IndexOf(slots, "name")
	if name < 0 {
		name = table.IndexOf(slots, "level1")
	}
	if name < 0 || name+1 >= len(slots) || slots[name].Level != slots[name+1].Level || table.HasSlot(slots, "name") && table.HasSlot(slots, "level1") {
		return slots
	}
	s := &slots[name]
	under := make(map[int]int)
	for i := body; i < body+rowsOf(p, body); i++ {
		for k := range p.Lines[i].Items {
			if it := &p.Lines[i].Items[k]; it.Col >= s.Col && it.Col < slots[name+1].Col && !it.Figure().IsFigure() {
				under[it.Col]++
			}
		}
	}
	second := s.Col + 1
	if len(under) != 2 || under[s.Col] == 0 || under[second] <= under[s.Col] || 2*under[second] <= rowsOf(p, body) {
		return slots
	}
	out := append(append([]table.Slot{}, slots[:name+1]...), slots[name:]...)
	out[name].ID, out[name].Span = "level1", 1
	out[name+1].ID, out[name+1].Col, out[name+1].Span = "name", second, slots[name+1].Col-second
	return out
}
