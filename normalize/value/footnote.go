package value

import (
	"strings"
	"unicode/utf8"

	"ziping/text/blank"
	"ziping/text/numerals"
)

// withoutFootnotes takes the numbers of footnotes off a closed text that holds figures:
// 98.5②%, 100①, 14.77². They are raised behind what they are of, and no part of the
// number; one before a figure numbers a line, and one between two digits is nothing we know.
func withoutFootnotes(s string) string {
	s = withoutRaised(s)
	if strings.IndexFunc(s, footnote) < 0 {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		if footnote(r) && !startsWithDigit(s[i+utf8.RuneLen(r):]) && strings.ContainsAny(s[:i], "0123456789") {
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// withoutRaised takes the raised number of a note off the end of a value. A 2 or 3
// behind a unit of length makes an area or a volume of it (120m², 35米³), behind ten it may
// be a power (10⁴), and a digit that is not raised is one of the text.
func withoutRaised(s string) string {
	before := numerals.WithoutNote(s)
	if _, length := cutSuffix(before, vocabulary().Lengths); length && (s[len(before):] == "²" || s[len(before):] == "³") {
		return s
	}
	if front, ten := strings.CutSuffix(before, "10"); ten && s != before && s != before+"¹" && !endsInFigure(front) {
		return s
	}
	return before
}

// endsInFigure reports a digit or a point at the end of a text.
func endsInFigure(s string) bool { return s != "" && strings.ContainsAny(s[len(s)-1:], ".0123456789") }

// wordsOf is a text without the raised number of a note behind its last word: behind a
// figure it may be a power (10⁴).
func wordsOf(text string) string {
	s := blank.Trim(text)
	before := withoutRaised(s)
	if before == "" || before == s || numerals.Digit(rune(before[len(before)-1])) >= 0 {
		return text
	}
	return before
}

// footnote reports a number in a circle or in brackets of its own.
func footnote(r rune) bool {
	return r >= '①' && r <= '⑳' || r >= '❶' && r <= '❿' || r >= '⑴' && r <= '⒇'
}
