package listhead

import (
	"slices"
	"strings"
	"unicode"

	"ziping/normalize/draft"
	"ziping/normalize/table"
)

// Wide parts a heading that stands over two columns or three, of which only the first has a
// heading: 评价指标 over 产出 | 在线站点数. Rows have words in all, and none of the columns has
// more of them than the last, as levels have that are printed once for several rows. Signs
// (≥) are no words: such a column lacks a heading of its own.
func Wide(p *draft.Draft, slots []table.Slot, body int) []table.Slot {
	name := table.IndexOf(slots, "name")
	if name < 0 {
		name = table.IndexOf(slots, "level1")
	}
	if name < 0 || name+1 >= len(slots) || slots[name].Level != slots[name+1].Level || table.HasSlot(slots, "name") && table.HasSlot(slots, "level1") {
		return slots
	}
	s := &slots[name]
	words := make([]int, slots[name+1].Col-s.Col) // by column under the heading
	whole := 0                                    // rows with words in all of those that have any
	var rows [][]bool
	for _, l := range linesOf(p, body) {
		row := make([]bool, len(words))
		for k := range l.Items {
			if it := &l.Items[k]; it.Col >= s.Col && it.Col < slots[name+1].Col && !it.Figure().IsFigure() && strings.ContainsFunc(it.Text, unicode.IsLetter) {
				row[it.Col-s.Col] = true
				words[it.Col-s.Col]++
			}
		}
		rows = append(rows, row)
	}
	for len(words) > 0 && words[len(words)-1] == 0 {
		words = words[:len(words)-1]
	}
	for _, row := range rows {
		if !slices.Contains(row[:len(words)], false) {
			whole++
		}
	}
	ids := [][]string{2: {"level1", "name"}, 3: {"level1", "level2", "name"}}
	if len(words) < 2 || len(words) >= len(ids) || whole == 0 || slices.ContainsFunc(words, func(n int) bool { return words[len(words)-1]+1 < n }) { // a total is one more label in the first
		return slots
	}
	wide := make([]table.Slot, len(words))
	for k := range wide {
		wide[k] = *s
		wide[k].ID, wide[k].Col, wide[k].Span = ids[len(words)][k], s.Col+k, 1
	}
	wide[len(wide)-1].Span = slots[name+1].Col - wide[len(wide)-1].Col
	return slices.Concat(slots[:name], wide, slots[name+1:])
}
