package screen

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// Width is how many columns of a terminal s takes. Characters of ambiguous
// width (①, ≥, “) count as one, as terminals with UTF-8 have them.
func Width(s string) int {
	n := 0
	for _, r := range s {
		n += RuneWidth(r)
	}
	return n
}

// RuneWidth is the width of one character.
func RuneWidth(r rune) int {
	if r < 0x300 {
		return 1
	}
	if unicode.In(r, unicode.Mn, unicode.Me) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// Pad fills s with blanks on the right up to n columns.
func Pad(s string, n int) string { return s + strings.Repeat(" ", max(0, n-Width(s))) }

// PadLeft fills s with blanks on the left up to n columns.
func PadLeft(s string, n int) string { return strings.Repeat(" ", max(0, n-Width(s))) + s }

// Cut shortens s to n columns; what is cut off shows as …
func Cut(s string, n int) string {
	if Width(s) <= n {
		return s
	}
	w := 0
	for i, r := range s {
		if w+RuneWidth(r) > n-1 {
			return s[:i] + "…"
		}
		w += RuneWidth(r)
	}
	return s
}

// CutPath shortens a path to n columns and keeps its end, where the name of the file
// stands; what is cut off shows as …
func CutPath(s string, n int) string {
	if Width(s) <= n {
		return s
	}
	runes := []rune(s)
	w, from := 1, len(runes)
	for from > 0 && w+RuneWidth(runes[from-1]) <= n {
		from--
		w += RuneWidth(runes[from])
	}
	return "…" + string(runes[from:])
}

// Wrap breaks s into lines of at most n columns: at blanks between Latin
// words, anywhere between Chinese characters, but not before a closing mark.
func Wrap(s string, n int) []string {
	n = max(n, 8)
	var lines []string
	for Width(s) > n {
		at, w, last := 0, 0, 0
		var prev rune
		for i, r := range s {
			if w+RuneWidth(r) > n {
				break
			}
			if i > 0 && breakable(prev, r) {
				last = i
			}
			w += RuneWidth(r)
			at, prev = i+len(string(r)), r
		}
		if next := []rune(s[at:]); len(next) > 0 && breakable(prev, next[0]) {
			last = at
		}
		if last == 0 {
			last = at
		}
		lines = append(lines, strings.TrimRight(s[:last], " "))
		s = strings.TrimLeft(s[last:], " ")
	}
	return append(lines, s)
}

// Marks that do not begin a line, and marks that do not end one.
const (
	closing = ",.;:!?)%\u3002\u3001\uff0c\uff1b\uff1a\uff01\uff1f\uff09\uff05\u300b\u300d\u300f\u201d\u2019"
	opening = "(\uff08\u300a\u300c\u300e\u201c\u2018"
)

func breakable(a, b rune) bool {
	if strings.ContainsRune(closing, b) || strings.ContainsRune(opening, a) {
		return false
	}
	return a == ' ' || RuneWidth(a) == 2 || RuneWidth(b) == 2
}
