package recognise

import (
	"slices"
	"strings"
	"unicode"

	"ziping/extract/ocr"
)

// What stands in one place of a line, as an engine holds it possible.

// spoken are the slots that have a character.
func spoken(r ocr.Reading) []ocr.Slot {
	var out []ocr.Slot
	for _, s := range r.Slots {
		if t := s.Alternatives[0].Text; t != "" && t != " " {
			out = append(out, s)
		}
	}
	return out
}

// isFigure reports a character that the engine of figures knows and that is no word.
func isFigure(s ocr.Slot) bool {
	t := s.Alternatives[0].Text
	return t != other && !isWord(t)
}

// isWord reports a character of words: of a script, not a figure or a sign.
func isWord(t string) bool {
	for _, r := range t {
		return unicode.IsLetter(r)
	}
	return false
}

// isLatin reports a letter of the Latin alphabet, as it is written in figures and formulas.
func isLatin(t string) bool {
	for _, r := range t {
		return unicode.Is(unicode.Latin, r)
	}
	return false
}

func isDigit(t string) bool { return len(t) == 1 && t[0] >= '0' && t[0] <= '9' }

// circled reports a figure in a ring, which the engine of text has no name for.
func circled(t string) bool {
	for _, r := range t {
		return r >= '①' && r <= '⑳'
	}
	return false
}

// isDash reports a level stroke.
func isDash(t string) bool { return t == "-" || t == "\u2014" || t == "\u2013" || t == "_" }

// something is a slot without the choice that nothing stands there.
func something(s ocr.Slot) ocr.Slot {
	s.Alternatives = slices.DeleteFunc(slices.Clone(s.Alternatives), func(a ocr.Alternative) bool { return a.Text == "" })
	if s.Alternatives == nil {
		s.Alternatives = []ocr.Alternative{{}}
	}
	return s
}

// chance is that of a text in a place.
func chance(s ocr.Slot, text string) float64 {
	for _, a := range s.Alternatives {
		if a.Text == text {
			return a.P
		}
	}
	return 0
}

// mass is how probable a slot's first choice is, in either width.
func mass(s ocr.Slot) (p float64) {
	for _, a := range s.Alternatives {
		if narrow(a.Text) == narrow(s.Alternatives[0].Text) {
			p += a.P
		}
	}
	return p
}

// share is mass, of all choices together.
func share(s ocr.Slot) float64 {
	all := 0.0
	for _, a := range s.Alternatives {
		all += a.P
	}
	if all <= 0 {
		return 0
	}
	return mass(s) / all
}

// unseen is how probable it is that nothing stands in a place.
func unseen(s ocr.Slot) float64 { return chance(s, "") + chance(s, " ") }

// narrow is a full-width sign in its usual width.
func narrow(t string) string {
	const first, last, off = '！', '～', '！' - '!'
	return strings.Map(func(r rune) rune {
		if r >= first && r <= last {
			return r - off
		}
		return r
	}, t)
}
