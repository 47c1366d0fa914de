package slips

import (
	"math/rand/v2"
	"strings"
)

// Ragged is the form as tab text whose rows lost blank cells, as text copied
// from a page does: about a third of the rows that a word begins and that hold
// four filled cells or more.
func (f *Form) Ragged(rng *rand.Rand) string {
	lines := strings.Split(f.Tabs(), "\n")
	for i, l := range lines {
		cells := strings.Split(strings.TrimRight(l, "\t"), "\t")
		lead, filled := 0, 0
		for lead < len(cells) && cells[lead] == "" {
			lead++
		}
		for _, c := range cells {
			if c != "" {
				filled++
			}
		}
		heading := strings.Contains(l, "①") && strings.Contains(l, "②") || strings.Contains(l, "指标名称") || strings.Contains(l, "三级指标")
		if lead == 0 || lead == len(cells) || filled < 4 || heading || cells[lead][0] < 0x80 || rng.IntN(3) > 0 {
			continue
		}
		if rng.IntN(4) == 0 {
			cells = append([]string{""}, cells...)
		} else {
			cells = cells[1+rng.IntN(lead):]
		}
		lines[i] = strings.Join(cells, "\t")
	}
	return strings.Join(lines, "\n")
}
