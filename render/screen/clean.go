// Package screen makes text fit to be shown on a terminal: nothing in it can
// steer the terminal, and columns line up with Chinese characters in them.
//
//	fmt.Fprintln(w, screen.Pad(screen.Clean(label), 20), screen.Clean(value))
package screen

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clean returns s on one line and without characters that have no shape of
// their own: white space becomes a blank, controls, directions, joiners and
// bytes that are no text are spelled out (\x1b, \u202e).
func Clean(s string) string {
	if isClean(s) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case r == ' ' || !unicode.IsSpace(r) && !Hidden(r):
			b.WriteRune(r)
		case unicode.IsSpace(r) && r != 0x85 && r != 0x2028 && r != 0x2029:
			b.WriteByte(' ')
		case r < 0x100:
			fmt.Fprintf(&b, `\x%02x`, r)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
		i += n
	}
	return b.String()
}

func isClean(s string) bool {
	for i, r := range s {
		if r == utf8.RuneError {
			if _, n := utf8.DecodeRuneInString(s[i:]); n == 1 {
				return false
			}
		}
		if r != ' ' && (unicode.IsSpace(r) || Hidden(r)) {
			return false
		}
	}
	return true
}

// Hidden reports whether r is a control or format character: it has no shape
// and may change how what follows is shown. Ideographic variation selectors
// belong to the character before them and are none.
func Hidden(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co, unicode.Cs)
}
