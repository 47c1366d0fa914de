package blank

import (
	"strings"
	"unicode/utf8"
)

// Fold is a text for the comparison of words: nothing but what is seen, in half
// width.
func Fold(s string) string {
	at := firstChange(s)
	if at == len(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:at])
	for _, r := range s[at:] {
		switch {
		case stays(r):
			b.WriteRune(r)
		case !Gap(r):
			b.WriteRune(Half(r))
		}
	}
	return b.String()
}

// Close is a text for the reading of figures: like Fold, but a gap between two
// parts of figures stays, as " " for one blank, "  " for more and "\n" for a
// line end: 774.80 10 are two figures, and only who reads figures knows when a
// blank parts the thousands of one. What turns the order of reading around
// (U+202E) stays as well: behind it, other figures are printed than written.
func Close(s string) string {
	at := firstChange(s)
	if at == len(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:at])
	last, _ := utf8.DecodeLastRuneInString(s[:at])
	gap := ""
	for _, r := range s[at:] {
		switch {
		case Is(r):
			gap = widen(gap, r)
			continue
		case Unseen(r) && r != reverse:
			continue
		}
		r = Half(r)
		if gap != "" && ofFigure(last) && ofFigure(r) {
			b.WriteString(gap)
		}
		b.WriteRune(r)
		last, gap = r, ""
	}
	return b.String()
}

const reverse = 0x202E // right-to-left override

// widen is a gap with one more blank in it.
func widen(gap string, r rune) string {
	switch {
	case gap == "\n" || r == '\n' || r == '\r' || r == 0x85 || r == 0x2028 || r == 0x2029 || r == '\v' || r == '\f':
		return "\n"
	case gap == "" && r != '\t' && r != 0x3000: // those two are as wide as more
		return " "
	}
	return "  "
}

// ofFigure reports a character that figures are made of.
func ofFigure(r rune) bool { return r >= '0' && r <= '9' || r == '.' || r == ',' }

// firstChange is where the first character stands that does not stay, len(s) for none.
func firstChange(s string) int {
	for i := 0; i < len(s); {
		if c := s[i]; c > ' ' && c < utf8.RuneSelf { // most figures are nothing else
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if !stays(r) {
			return i
		}
		i += size
	}
	return len(s)
}

// None reports a text in which nothing is seen.
func None(s string) bool {
	for _, r := range s {
		if !Gap(r) {
			return false
		}
	}
	return true
}

// Trim takes blanks and the unseen off both ends.
func Trim(s string) string { return strings.TrimFunc(s, Gap) }

// TrimLeft and TrimRight take them off one end.
func TrimLeft(s string) string { return strings.TrimLeftFunc(s, Gap) }

// TrimRight takes blanks and the unseen off the end.
func TrimRight(s string) string { return strings.TrimRightFunc(s, Gap) }

// Fields are the parts of a text between blanks.
func Fields(s string) []string { return strings.FieldsFunc(s, Is) }

// Out is a text without gaps, its width kept.
func Out(s string) string {
	if strings.IndexFunc(s, Gap) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if Gap(r) {
			return -1
		}
		return r
	}, s)
}

// Line is a text in one line, with one blank for each run of them.
func Line(s string) string {
	if strings.IndexFunc(s, Is) < 0 {
		return s
	}
	return strings.Join(Fields(s), " ")
}

// Lead is the number of blanks at the start of a text, and of their bytes. A
// blank as wide as a character, and a tab, count as two.
func Lead(s string) (blanks, size int) {
	for i, r := range s {
		switch {
		case r == 0x3000 || r == '\t':
			blanks += 2
		case Is(r):
			blanks++
		case !Unseen(r):
			return blanks, i
		}
	}
	return blanks, len(s)
}
