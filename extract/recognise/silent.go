package recognise

import (
	"math"
	"slices"
	"strings"

	"ziping/extract/ocr"
)

// Whether anything stands in a place at all is asked of both engines: that of figures knows no
// words, but sees that there is one.

const (
	// silent is how probable it is at most, for the engine of text, that nothing stands there.
	silent = 0.75
	// small are the signs that a speck looks like.
	small = ".,:"
)

// silence is a place in which the engine of text saw no character, where that of figures saw
// one: what stands there, if both together hold it more probable that something does.
func silence(text []ocr.Slot, sign ocr.Slot, size float64) (ocr.Slot, bool) {
	var out ocr.Slot
	none, found := unseen(sign), false
	if strings.Contains(small, sign.Alternatives[0].Text) {
		return out, false
	}
	for _, s := range text {
		if s.Alternatives[0].Text != "" || math.Abs(s.From+s.To-sign.From-sign.To)/2 > apart*size {
			continue
		}
		if of, ok := possible(s, sign); ok {
			return of, true
		}
		if unseen(s) > silent {
			continue
		}
		is, not := (1-unseen(s))*(1-none), unseen(s)*none
		if is <= not {
			continue
		}
		// A character is told before ink that none is known for, and a comparator by the
		// engine that knows it.
		of := named(s, is+not, 1-none)
		if comparators[sign.Alternatives[0].Text] {
			of = named(sign, is+not, 1-unseen(s))
		}
		if !found || out.Alternatives[0].Text == other && of.Alternatives[0].Text != other {
			out, found = of, true
		}
	}
	return out, found
}

// mouth is the word that is a square, as a box is.
const mouth = string(rune(0x53e3))

// lookalikes are what the engine of text takes signs for that it does not read as such.
var lookalikes = map[string]string{"□": mouth + "○", "☑": mouth}

// possible is a sign that the engine of figures saw in a place where that of text rather sees
// nothing, but holds that sign possible, or what looks like it: a box behind a word is
// hardly a character to it. What it is is told by the engine that has a name for it.
func possible(text, sign ocr.Slot) (out ocr.Slot, ok bool) {
	const hardly = 0.01
	s := sign.Alternatives[0]
	if lookalikes[s.Text] == "" && !comparators[s.Text] {
		return out, false
	}
	seen := 0.0
	for _, a := range text.Alternatives {
		if t := narrow(a.Text); t == s.Text || comparators[t] && comparators[s.Text] || t != "" && strings.Contains(lookalikes[s.Text], t) {
			seen += a.P
		}
	}
	there := s.P
	if comparators[s.Text] {
		there = compared(sign) * (1 - unseen(sign))
	}
	is, not := seen*there, unseen(text)*max(unseen(sign), hardly)
	if is <= not {
		return out, false
	}
	out = named(sign, (is+not)*(1-unseen(sign)), is)
	return out, out.Alternatives[0].Text != other
}

// inkAlone is a line in which the engine of text saw no character at all, and that of figures
// none that it has a name for, or nothing, but held a comparator possible.
func inkAlone(text []ocr.Slot, figures ocr.Reading, size float64) ocr.Reading {
	var out ocr.Reading
	signs := spoken(figures)
	if len(signs) == 0 {
		signs = maybeComparators(figures)
	}
	for _, sign := range signs {
		if t := sign.Alternatives[0].Text; t != other && !comparators[t] {
			return ocr.Reading{}
		}
		if s, ok := silence(text, sign, size); ok && !taken(out.Slots, s) {
			out.Slots = append(out.Slots, s)
		}
	}
	return out
}

// named is a place without the choice that nothing stands there.
func named(s ocr.Slot, sum, sign float64) ocr.Slot {
	out := ocr.Slot{From: s.From, To: s.To}
	for _, a := range s.Alternatives {
		if a.Text != "" && a.Text != " " {
			out.Alternatives = append(out.Alternatives, ocr.Alternative{Text: a.Text, P: a.P * sign / sum})
		}
	}
	if len(out.Alternatives) == 0 || out.Alternatives[0].P < guess {
		out.Alternatives = slices.Insert(out.Alternatives, 0, ocr.Alternative{Text: other, P: guess})
	}
	return out
}

// taken reports a place that was told already.
func taken(all []ocr.Slot, s ocr.Slot) bool {
	return slices.ContainsFunc(all, func(o ocr.Slot) bool { return o.From == s.From && o.To == s.To })
}
