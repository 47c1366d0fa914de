package numerals

import "strings"

// Digit is the value of a digit of half or full width (7, ７), −1 for any other character.
func Digit(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0')
	case r >= '\uff10' && r <= '\uff19':
		return int(r - '\uff10')
	}
	return -1
}

// HasDigit reports whether a text holds a digit.
func HasDigit(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return Digit(r) >= 0 })
}
