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
		case Void(r):
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

// reverse is the right-to-left override.
const reverse = 0x202E

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
		if Han(s[i:]) {
			i += utf8.RuneLen('中')
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

// Han reports a text that begins with one of U+4000 … U+CFFF, Chinese characters nearly
// all, without decoding it: none of them is blank, unseen or wide.
func Han(s string) bool {
	return len(s) > 2 && s[0] >= 0xE4 && s[0] <= 0xEC && s[1]&0xC0 == 0x80 && s[2]&0xC0 == 0x80
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

// Trim takes blanks and the unseen off both ends, but not what turns the order of
// reading around.
func Trim(s string) string {
	if s == "" || solid(s) && (solid(s[len(s)-1:]) || Han(s[max(0, len(s)-utf8.RuneLen('中')):])) { // most texts
		return s
	}
	return strings.TrimFunc(s, loose)
}

// solid reports a text that begins with a character of ASCII or a Chinese one that is
// seen; of others it says nothing.
func solid(s string) bool { return s[0] > ' ' && s[0] < utf8.RuneSelf || Han(s) }

// TrimLeft takes them off the front.
func TrimLeft(s string) string { return strings.TrimLeftFunc(s, loose) }

func loose(r rune) bool { return Gap(r) && r != reverse }

// Seen is a text as it is printed from a format that may hold what cannot be seen:
// without that, and with a blank for one at which no line ends.
func Seen(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return NoBreak(r) || Void(r) }) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case NoBreak(r):
			return ' '
		case Void(r):
			return -1
		}
		return r
	}, s)
}

// Void reports what can be left out of a text unseen: what turns the order of
// reading around cannot.
func Void(r rune) bool { return Unseen(r) && r != reverse }

// Hard is the usual one of the blanks at which no line ends.
const Hard = '\u00a0'

// NoBreak reports a blank at which no line ends.
func NoBreak(r rune) bool { return r == Hard || r == 0x2007 || r == 0x202F }

// CutPrefix takes a word off the front of a text, whatever gaps stand before and
// between its characters and however wide they are. The word is given folded.
func CutPrefix(s, word string) (rest string, ok bool) {
	rest = s
	for _, want := range word {
		rest = TrimLeft(rest)
		r, size := utf8.DecodeRuneInString(rest)
		if size == 0 || Half(r) != want {
			return s, false
		}
		rest = rest[size:]
	}
	return rest, true
}

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
