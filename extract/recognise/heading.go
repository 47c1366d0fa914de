package recognise

import (
	"cmp"
	"slices"
	"strings"

	"ziping/extract/ocr"
)

// The headings of forms are known. Where the characters of a cell that the engine was
// not sure of may be others, and with others the cell is a heading, it is that heading:
// the engine itself offered every character of it.

const (
	// clear is the probability from which a character of a heading is not asked.
	clear = 0.97
	// leastChoice is that of a second choice that counts.
	leastChoice = 0.002
	// mostChoices bounds the texts that are tried for a cell.
	mostChoices = 800
	// longestHeading is in characters.
	longestHeading = 24
)

// known makes a heading of the lines of a cell, if their second choices give one and
// their first do not.
func known(lines []line, heading func(string) bool) {
	if heading == nil {
		return
	}
	var slots []*ocr.Slot
	for i := range lines {
		if lines[i].figures {
			return
		}
		for k := range lines[i].reading.Slots {
			if s := &lines[i].reading.Slots[k]; s.Alternatives[0].Text != "" {
				slots = append(slots, s)
			}
		}
	}
	if len(slots) == 0 || len(slots) > longestHeading || heading(spelt(slots, nil)) {
		return
	}
	was := make([][]ocr.Alternative, len(slots))
	for i, s := range slots {
		was[i] = s.Alternatives
		mayBeOne(s)
	}
	for _, c := range choices(slots) {
		if !heading(spelt(slots, c.pick)) {
			continue
		}
		for i, k := range c.pick {
			a := slices.Clone(slots[i].Alternatives)
			a[0], a[k] = a[k], a[0]
			slots[i].Alternatives = a
		}
		return
	}
	for i, s := range slots {
		s.Alternatives = was[i]
	}
}

// mayBeOne adds the figure one in Chinese, a level stroke, to what a dash may be.
func mayBeOne(s *ocr.Slot) {
	const one = string(rune(0x4e00))
	if isDash(s.Alternatives[0].Text) && !slices.ContainsFunc(s.Alternatives, func(a ocr.Alternative) bool { return a.Text == one }) {
		s.Alternatives = append(slices.Clone(s.Alternatives), ocr.Alternative{Text: one, P: leastChoice})
	}
}

// choice picks an alternative of some slots, with the probability of all of them.
type choice struct {
	pick map[int]int
	p    float64
}

// choices are the texts that the slots may spell beside the first, most probable first.
func choices(slots []*ocr.Slot) []choice {
	all := []choice{{nil, 1}}
	for i, s := range slots {
		if s.Alternatives[0].P >= clear && !isDash(s.Alternatives[0].Text) {
			continue
		}
		for _, c := range slices.Clone(all) {
			for k, a := range s.Alternatives {
				if k == 0 || a.P < leastChoice || a.Text == "" && !leftOut(s) {
					continue
				}
				pick := map[int]int{i: k}
				for i, k := range c.pick {
					pick[i] = k
				}
				all = append(all, choice{pick, c.p * a.P / s.Alternatives[0].P})
			}
		}
		slices.SortStableFunc(all, func(a, b choice) int { return cmp.Compare(b.p, a.p) })
		all = all[:min(len(all), mostChoices)]
	}
	return all
}

// leftOut reports a place that may be left out of a heading: one of a mark, as which specks are
// read, or in which there is nothing nearly as probably. A heading has no fewer characters
// than its ink.
func leftOut(s *ocr.Slot) bool {
	const nearly = 0.5
	first := s.Alternatives[0]
	mark := !isWord(first.Text) && !isDigit(first.Text) && first.Text != other
	return mark || chance(*s, "") >= nearly*first.P
}

// spelt is the text of some slots with other alternatives picked.
func spelt(slots []*ocr.Slot, pick map[int]int) string {
	var b strings.Builder
	for i, s := range slots {
		b.WriteString(s.Alternatives[pick[i]].Text)
	}
	return b.String()
}
