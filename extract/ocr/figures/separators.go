package figures

import (
	"slices"
	"strings"

	"ziping/extract/ocr"
)

// The marks between digits, which look much alike on bad paper.
const marks = ".,"

const (
	// odd is how probable a number is whose marks obey no rule, beside one whose
	// marks do: forms have both, and what is printed clearly stands.
	odd = .01
	// mostMarks is in how many places of a number its marks are weighed together.
	mostMarks = 6
)

// Separators weighs the points and commas of numbers anew by the grammar of numbers:
// groups of three digits between commas, one point at most, or the points of a date.
// It changes the order and the probabilities of a point and a comma among the
// Alternatives of a Slot, and nothing else. r is left as it is.
func Separators(r ocr.Reading) ocr.Reading {
	out := ocr.Reading{Slots: slices.Clone(r.Slots)}
	for from := 0; from < len(out.Slots); {
		if !numeric(out.Slots[from]) {
			from++
			continue
		}
		to := from
		for to < len(out.Slots) && (numeric(out.Slots[to]) || top(out.Slots[to]) == "") {
			to++
		}
		weigh(out.Slots[from:to])
		from = to
	}
	return out
}

func top(s ocr.Slot) string { return s.Alternatives[0].Text }

func digit(text string) bool { return len(text) == 1 && text[0] >= '0' && text[0] <= '9' }

func mark(text string) bool { return len(text) == 1 && strings.Contains(marks, text) }

func numeric(s ocr.Slot) bool { return digit(top(s)) || mark(top(s)) }

// weigh does a number.
func weigh(slots []ocr.Slot) {
	var at []int // in slots, of the marks
	var text []byte
	var place []int // in text, of the marks
	for i, s := range slots {
		switch {
		case mark(top(s)):
			at, place = append(at, i), append(place, len(text))
			text = append(text, top(s)[0])
		case digit(top(s)):
			text = append(text, top(s)[0])
		}
	}
	if len(at) == 0 || len(at) > mostMarks {
		return
	}
	// sum[i][m] is how probable mark m is in place i, all spellings together
	sum := make([][len(marks)]float64, len(at))
	for spelling := range 1 << len(at) {
		p := 1.0
		for i, slot := range at {
			m := spelling >> i & 1
			text[place[i]] = marks[m]
			p *= probability(slots[slot], marks[m:m+1])
		}
		if !regular(string(text)) {
			p *= odd
		}
		for i := range at {
			sum[i][spelling>>i&1] += p
		}
	}
	for i, slot := range at {
		settle(&slots[slot], sum[i])
	}
}

// settle shares out what a Slot gives its two marks.
func settle(s *ocr.Slot, weights [len(marks)]float64) {
	total := weights[0] + weights[1]
	if total <= 0 {
		return
	}
	have := probability(*s, marks[:1]) + probability(*s, marks[1:])
	s.Alternatives = slices.Clone(s.Alternatives)
	for m, w := range weights {
		for i := range s.Alternatives {
			if s.Alternatives[i].Text == marks[m:m+1] {
				s.Alternatives[i].P = have * w / total
			}
		}
	}
	slices.SortStableFunc(s.Alternatives, func(a, b ocr.Alternative) int {
		switch {
		case a.P > b.P:
			return -1
		case a.P < b.P:
			return 1
		}
		return 0
	})
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
	if !strings.ContainsAny(fraction, marks) {
		return fraction != "" && (grouped(whole) || whole != "" && !strings.Contains(whole, ","))
	}
	return dated(strings.Split(text, "."))
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
