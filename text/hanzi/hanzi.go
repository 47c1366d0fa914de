// Package hanzi tells Chinese characters from others.
//
//	hanzi.Is('数')          // true
//	hanzi.Begins("数量")    // true
//	hanzi.Meets("数", "4")  // true
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

// Meets reports a text that ends with a Chinese character before one that begins with a
// letter or digit of another script, or the other way round; signs are of no script.
func Meets(a, b string) bool {
	x, _ := utf8.DecodeLastRuneInString(a)
	y, _ := utf8.DecodeRuneInString(b)
	return Is(x) && other(y) || other(x) && Is(y)
}

func other(r rune) bool { return !Is(r) && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

// Count is how many characters of a text are Chinese.
func Count(s string) (n int) {
	for _, r := range s {
		if Is(r) {
			n++
		}
	}
	return n
}
