package numerals

import "strings"

// longestNote is how many digits the number of a note has.
const longestNote = 2

// Raised reports a digit above the line. It is asked of every character of a page.
func Raised(r rune) bool {
	return r >= '⁴' && r <= '⁹' || r == '⁰' || r == '¹' || r == '²' || r == '³'
}

// WithoutNote is a text without the number of a note that stands raised at its end:
// 得分¹ and 9.3¹². More raised digits than a note's number has are a number of their own.
// What the text ends with then is for whoever asks to judge: a power of ten and an area
// (10⁴, 120m²) are written the same way.
func WithoutNote(s string) string {
	before := strings.TrimRightFunc(s, Raised)
	if len([]rune(s[len(before):])) > longestNote {
		return s
	}
	return before
}
