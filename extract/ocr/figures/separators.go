package figures

import (
	"cmp"
	"slices"
	"strings"

	"ziping/extract/ocr"
)

// marks may stand between digits, or nothing; they look much alike on bad paper.
var marks = [...]string{".", ",", ""}

const (
	// odd is how probable a number is whose marks obey no rule, beside one whose
	// marks do: forms have both, and what is printed clearly stands.
	odd = .01
	// rare is how probable one of thousandths is beside one of thousands: forms count in
	// hundredths, or in more places than three.
	rare = .25
	// mostMarks is in how many places of a number its marks are weighed together.
	mostMarks = 5
)

// separators weighs the points and commas within numbers anew by the grammar of
// numbers: groups of three digits between commas, one point at most, or the points of
// a date; what stands for one mark may be none. It changes the order and the
// probabilities of point, comma and nothing among the Alternatives of a Slot, and
// nothing else: digits stay, and so does a mark before or behind a number. r is left as
// it is.
func separators(r ocr.Reading) ocr.Reading {
	out := ocr.Reading{Slots: slices.Clone(r.Slots)}
	for from := 0; from < len(out.Slots); from++ {
		if !digit(top(out.Slots[from])) {
			continue
		}
		last := from
		for i := from; i < len(out.Slots) && (digit(top(out.Slots[i])) || between(out.Slots[i])); i++ {
			if digit(top(out.Slots[i])) {
				last = i
			}
		}
		weigh(out.Slots[from : last+1])
		from = last
	}
	return out
}

func top(s ocr.Slot) string { return s.Alternatives[0].Text }

func digit(text string) bool { return len(text) == 1 && text[0] >= '0' && text[0] <= '9' }

// between says whether a Slot may stand between the digits of a number.
func between(s ocr.Slot) bool { return top(s) == "" || slices.Contains(marks[:], top(s)) }

// weigh does a number, from its first digit to its last.
func weigh(slots []ocr.Slot) {
	var at []int // the places of marks
	for i, s := range slots {
		if between(s) && probability(s, marks[0])+probability(s, marks[1]) > 0 {
			at = append(at, i)
		}
	}
	if len(at) == 0 || len(at) > mostMarks {
		return
	}
	spellings := 1
	for range at {
		spellings *= len(marks)
	}
	// best[i][m] is how probable the best spelling is that has mark m at place i
	best := make([][len(marks)]float64, len(at))
	chosen := make([]int, len(at))
	var text []byte
	for n := range spellings {
		p := 1.0
		for i, slot := range at {
			chosen[i] = n % len(marks)
			n /= len(marks)
			p *= probability(slots[slot], marks[chosen[i]])
		}
		if p == 0 {
			continue
		}
		text = text[:0]
		next := 0
		for i, s := range slots {
			if next < len(at) && at[next] == i {
				text = append(text, marks[chosen[next]]...)
				next++
			} else {
				text = append(text, top(s)...)
			}
		}
		switch {
		case !regular(string(text)):
			p *= odd
		case thousandths(string(text)):
			p *= rare
		}
		for i, m := range chosen {
			best[i][m] = max(best[i][m], p)
		}
	}
	for i, slot := range at {
		settle(&slots[slot], best[i])
	}
}

// settle shares out anew what a Slot gives the marks.
func settle(s *ocr.Slot, weights [len(marks)]float64) {
	total, have := 0.0, 0.0
	for m, w := range weights {
		total += w
		have += probability(*s, marks[m])
	}
	if total <= 0 {
		return
	}
	s.Alternatives = slices.Clone(s.Alternatives)
	for m, w := range weights {
		for i := range s.Alternatives {
			if s.Alternatives[i].Text == marks[m] {
				s.Alternatives[i].P = have * w / total
			}
		}
	}
	slices.SortStableFunc(s.Alternatives, func(a, b ocr.Alternative) int { return cmp.Compare(b.P, a.P) })
}

// probability is what a Slot gives a text, 0 where it was not considered.
func probability(s ocr.Slot, text string) float64 {
	for _, a := range s.Alternatives {
		if a.Text == text {
			return a.P
		}
	}
	return 0
}

// regular says whether the marks of a number obey a rule.
func regular(text string) bool {
	whole, fraction, pointed := strings.Cut(text, ".")
	if !pointed {
		return grouped(text)
	}
	if !strings.ContainsAny(fraction, ".,") {
		return fraction != "" && (grouped(whole) || whole != "" && !strings.Contains(whole, ","))
	}
	return dated(strings.Split(text, "."))
}

// thousandths says whether a number has three places behind its point, and as one of
// thousands would obey a rule too.
func thousandths(text string) bool {
	whole, fraction, pointed := strings.Cut(text, ".")
	return pointed && len(fraction) == 3 && !strings.HasPrefix(whole, "0") && grouped(whole+","+fraction)
}

// grouped is a whole number in groups of three, or without groups.
func grouped(text string) bool {
	parts := strings.Split(text, ",")
	if len(parts) == 1 {
		return text != ""
	}
	for i, p := range parts {
		if len(p) != 3 && (i > 0 || len(p) == 0 || len(p) > 3) {
			return false
		}
	}
	return true
}

// dated is a day with points: year, month and day.
func dated(parts []string) bool {
	if len(parts) != 3 || len(parts[0]) != 4 {
		return false
	}
	for _, p := range parts[1:] {
		if len(p) < 1 || len(p) > 2 || strings.Contains(p, ",") {
			return false
		}
	}
	return true
}
