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
	// fewLeftOut is how many characters a heading has for each that is left out of it.
	fewLeftOut = 5
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
		if left := c.leftOut(slots); fewLeftOut*left > len(slots) || !heading(spelt(slots, c.pick)) {
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
				if k == 0 || a.P < leastChoice || a.Text == "" && !mayGo(s) {
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

// mayGo reports a place in which it is not sure that a character stands.
func mayGo(s *ocr.Slot) bool {
	first := s.Alternatives[0]
	return !isWord(first.Text) && !isDigit(first.Text) || first.P < unsure || chance(*s, "") >= first.P/4
}

// leftOut counts the characters that a choice leaves out of a heading. Specks are read as marks
// and may all go; but a heading has hardly fewer characters than its ink, and what is left of
// another one may be one itself.
func (c choice) leftOut(slots []*ocr.Slot) (n int) {
	for i, k := range c.pick {
		a := slots[i].Alternatives
		if first := a[0].Text; a[k].Text == "" && (isWord(first) || isDigit(first) || first == other) {
			n++
		}
	}
	return n
}

// spelt is the text of some slots with other alternatives picked.
func spelt(slots []*ocr.Slot, pick map[int]int) string {
	var b strings.Builder
	for i, s := range slots {
		b.WriteString(s.Alternatives[pick[i]].Text)
	}
	return b.String()
}
