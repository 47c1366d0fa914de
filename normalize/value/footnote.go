package value

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ziping/text/units"
)

// withoutFootnotes takes the numbers of footnotes off a closed text that holds figures:
// 98.5②%, 100①, 14.77², 4620座2. They are raised behind what they are of, and no part of the
// number; one before a figure numbers a line, and one between two digits is nothing we know.
func withoutFootnotes(s string) string {
	s = withoutRaised(s)
	at := strings.IndexFunc(s, footnote)
	if at <= 0 {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		if footnote(r) && i > 0 && !startsWithDigit(s[i+utf8.RuneLen(r):]) && strings.ContainsAny(s[:i], "0123456789") {
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// withoutRaised takes a single raised digit off the end of a figure, or of a figure and its
// unit. Behind a length it makes an area or a volume of it: 120m², 3米2.
func withoutRaised(s string) string {
	r, size := utf8.DecodeLastRuneInString(s)
	before := s[:len(s)-size]
	last, _ := utf8.DecodeLastRuneInString(before)
	unit := strings.TrimLeft(strings.TrimLeft(before, "≥≤=><"), "0123456789.,")
	switch number := len(unit) < len(before); {
	case !number:
		return s
	case strings.ContainsRune("¹²³⁴⁵⁶⁷⁸⁹", r) && (unit == "" || unit == "%"):
		return before
	case r >= '1' && r <= '9' && unicode.Is(unicode.Han, last) && units.Is(unit) && !slices.Contains(vocabulary().Unraised, string(last)):
		return before
	}
	return s
}

// footnote reports a number in a circle or in brackets of its own.
func footnote(r rune) bool {
	return r >= '①' && r <= '⑳' || r >= '❶' && r <= '❿' || r >= '⑴' && r <= '⒇'
}
