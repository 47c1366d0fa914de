// Package hanzi tells Chinese characters from others.
//
//	hanzi.Is('数')          // true
//	hanzi.Begins("数量")    // true
//	hanzi.Count("PM2.5浓度") // 2
package hanzi

import (
	"unicode"
	"unicode/utf8"
)

// Is reports a Chinese character; signs of its punctuation are none.
func Is(r rune) bool { return unicode.Is(unicode.Han, r) }

// Begins reports a text whose first character is Chinese.
func Begins(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return Is(r)
}

// Count is how many characters of a text are Chinese.
func Count(s string) (n int) {
	for _, r := range s {
		if Is(r) {
			n++
		}
	}
	return n
}
