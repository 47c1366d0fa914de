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
		if s.Alternatives[0].Text != "" || unseen(s) > silent || math.Abs(s.From+s.To-sign.From-sign.To)/2 > apart*size {
			continue
		}
		is, not := (1-unseen(s))*(1-none), unseen(s)*none
		if is <= not {
			continue
		}
		// A character is told before ink that none is known for.
		of := named(s, is+not, 1-none)
		if !found || out.Alternatives[0].Text == other && of.Alternatives[0].Text != other {
			out, found = of, true
		}
	}
	return out, found
}

// inkAlone is a line in which the engine of text saw no character at all, and that of figures
// none that it has a name for.
func inkAlone(text []ocr.Slot, figures ocr.Reading, size float64) ocr.Reading {
	var out ocr.Reading
	for _, sign := range spoken(figures) {
		if sign.Alternatives[0].Text != other {
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

// unseen is how probable it is that nothing stands in a place.
func unseen(s ocr.Slot) float64 { return chance(s, "") + chance(s, " ") }

// taken reports a place that was told already.
func taken(all []ocr.Slot, s ocr.Slot) bool {
	return slices.ContainsFunc(all, func(o ocr.Slot) bool { return o.From == s.From && o.To == s.To })
}
