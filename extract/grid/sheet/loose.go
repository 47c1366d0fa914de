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
	var lines []Line
	for from, k := 0, 1; k <= len(out); k++ {
		if k < len(out) && page.MidY(out[k].Tall)-page.MidY(out[from].Tall) <= page.Line*s.Em {
			continue
		}
		same := out[from:k]
		sort.SliceStable(same, func(i, j int) bool { return same[i].Box[0] < same[j].Box[0] })
		if from < k && s.spreadOut(same) {
			for _, l := range same[1:] {
				same[0].Glyphs, same[0].Box = append(same[0].Glyphs, l.Glyphs...), page.Join(same[0].Box, l.Box)
			}
			same = same[:1]
		}
		lines = append(lines, same...)
		from = k
	}
	return lines
}

// leastSpread is how many characters tell that a text is spread out over a line.
const leastSpread = 4

// spreadOut reports a text whose characters are set equally far from each other, over all of
// a line: each is by itself but for the digits of a number.
func (s *Chars) spreadOut(parts []Line) bool {
	if len(parts) < leastSpread {
		return false
	}
	least, most := math.Inf(1), 0.0
	for i := range parts {
		if l := &parts[i]; len(l.Glyphs) > 1 && !Amount(s.PlainText(l.Glyphs)) {
			return false
		}
		if i > 0 {
			gap := parts[i].Box[0] - parts[i-1].Box[2]
			least, most = math.Min(least, gap), math.Max(most, gap)
		}
	}
	return most-least <= page.Line*s.Em
}
