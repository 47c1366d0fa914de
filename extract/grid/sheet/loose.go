package sheet

import (
	"math"
	"sort"

	"ziping/extract/grid/page"
)

// LooseLines arranges what lies in no table in lines. Texts far apart on one
// line are two.
func (s *Sheet) LooseLines() []Line {
	list := s.Phrases()
	gone := make([]bool, len(list))
	var out []Line
	for i := range list {
		if gone[i] {
			continue
		}
		l := Line{Glyphs: append([]int(nil), list[i].Glyphs...), Box: list[i].Box, Tall: list[i].Box}
		// Phrases at the right of it, nearest first, as long as one is near.
		for more := true; more; {
			more = false
			for k := i + 1; k < len(list) && k < i+100 && list[k].Y()-list[i].Y() <= page.Line*list[i].Size; k++ {
				p := &list[k]
				em := math.Max(p.Size, list[i].Size)
				if gap := math.Max(p.Box[0]-l.Box[2], l.Box[0]-p.Box[2]); !gone[k] && gap >= -page.Touch*em && gap <= page.Column*em {
					l.Glyphs = append(l.Glyphs, p.Glyphs...)
					l.Box = page.Join(l.Box, p.Box)
					gone[k], more = true, true
				}
			}
		}
		s.SortLine(l.Glyphs)
		out = append(out, l)
	}
	// Texts on one line come from left to right, though their fonts may put them a
	// little higher or lower.
	for from, k := 0, 1; k <= len(out); k++ {
		if k < len(out) && page.MidY(out[k].Tall)-page.MidY(out[from].Tall) <= page.Line*s.Em {
			continue
		}
		same := out[from:k]
		sort.SliceStable(same, func(i, j int) bool { return same[i].Box[0] < same[j].Box[0] })
		from = k
	}
	return out
}
