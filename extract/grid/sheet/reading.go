package sheet

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ziping/extract/grid/page"
	"ziping/text/blank"
)

// EndsEarly reports whether a line left room for the word that follows it.
func EndsEarly(width, word, em, room float64) bool { return width+word+page.Word*em <= room }

// EndsParagraph reports whether a paragraph ends between two lines: at a full stop,
// before a numbered paragraph, or between figures that would run together.
func (s *Chars) EndsParagraph(text, next string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	first, _ := utf8.DecodeRuneInString(next)
	return strings.ContainsRune("。；;！!？?：:", last) || s.Words.Numbered(next) || (digit(last) || last == '%') && (digit(first) || first == '-')
}

// firstWord is how many characters at the start of a line cannot be parted from
// each other by wrapping.
func firstWord(t string) int {
	n := 0
	for _, r := range t {
		if n > 0 && (r == ' ' || r >= 0x2000 && !strings.ContainsRune("，。、；：！？）》」』％%", r)) {
			break
		}
		n++
		if r >= 0x2000 && n > 1 {
			break
		}
	}
	return n
}

// Squash is a text without its blanks.
func Squash(t string) string { return strings.Join(blank.Fields(t), "") }

func digit(r rune) bool { return r >= '0' && r <= '9' }

// Figure reports a character of a number.
func Figure(r rune) bool { return digit(r) || r == '.' || r == '%' || r == '-' }

// LatinBreak reports whether two lines part two words of Latin letters.
func LatinBreak(a, b string) bool {
	x, _ := utf8.DecodeLastRuneInString(a)
	y, _ := utf8.DecodeRuneInString(b)
	return latin(x) && latin(y)
}

func latin(r rune) bool { return r < 0x250 && unicode.IsLetter(r) }

// noFigure reports the dash that stands where a figure would: —, ——, －.
func noFigure(t string) bool {
	return t != "" && strings.IndexFunc(t, func(r rune) bool { return !unicode.Is(unicode.Pd, r) }) < 0
}

// Quantity reports a text that begins with a figure, or with a sign before one: 86个, ≥90%.
func Quantity(t string) bool {
	r, n := utf8.DecodeRuneInString(t)
	if unicode.Is(unicode.Sm, r) {
		r, _ = utf8.DecodeRuneInString(t[n:])
	}
	return digit(r)
}

// Amount reports whether a text is a figure and nothing else. What begins with a point, a
// comma or a percent sign is the rest of one that was wrapped.
func Amount(t string) bool {
	if t == "" || strings.ContainsRune(".,%", rune(t[0])) {
		return false
	}
	for _, r := range t {
		if !Figure(r) && r != ',' && r != '+' {
			return false
		}
	}
	return true
}
