package value

import (
	"strings"
	"unicode/utf8"
)

// withoutFootnotes takes the numbers of footnotes off a closed text that holds figures:
// 98.5②%, 100①, 14.77². They are raised behind what they are of, and no part of the
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

// withoutRaised takes a single raised digit off the end of a figure. Behind a unit it may
// make an area or a volume of it (120m²), and a digit that is not raised is one of the text.
func withoutRaised(s string) string {
	r, size := utf8.DecodeLastRuneInString(s)
	before := s[:len(s)-size]
	unit := strings.TrimLeft(strings.TrimLeft(before, "≥≤=><"), "0123456789.,")
	if len(unit) < len(before) && strings.ContainsRune("¹²³⁴⁵⁶⁷⁸⁹", r) && (unit == "" || unit == "%") {
		return before
	}
	return s
}

// footnote reports a number in a circle or in brackets of its own.
func footnote(r rune) bool {
	return r >= '①' && r <= '⑳' || r >= '❶' && r <= '❿' || r >= '⑴' && r <= '⒇'
}
