// Package signs says of single characters what the reader of PDF asks: whether
// one shows anything at all, whether it is a figure, and which one people type
// for one that a font's map hands out.
//
//	signs.Ordinary('⼈')  // '人'
//	signs.Empty('\u3000') // true
package signs

import "ziping/text/blank"

// Unreadable stands for a character that nobody can tell. PDFium gives the number
// of its glyph instead: 500 may come as 611, plausible and wrong.
const Unreadable = '\uFFFD'

// usual reports a character of ASCII that shows something, or a Chinese one: most
// of what is asked about, and just what it seems.
func usual(r rune) bool { return r > ' ' && r < 0x7F || r >= 0x4E00 && r < 0xA000 }

// Empty reports a character that shows nothing: a blank, one that is not seen, a
// control character, or a number that Unicode gives to none.
func Empty(r rune) bool {
	return !usual(r) && (blank.Gap(r) || Control(r) || r == 0xFFFE || r == 0xFFFF)
}

// Control reports a control character. What a file calls one may be drawn.
func Control(r rune) bool { return r < 0x20 || r >= 0x7F && r < 0xA0 }

// Digit reports a figure of ASCII.
func Digit(r rune) bool { return r >= '0' && r <= '9' }
