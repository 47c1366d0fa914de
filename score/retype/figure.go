package retype

import (
	"strings"
	"unicode/utf8"

	"ziping/text/blank"
	"ziping/text/num"
)

// figure is a figure printed in a text.
type figure struct {
	from, to int
	n        num.Decimal
}

// unsigned is the figure without the sign it begins with.
func (f figure) unsigned(text string) (figure, bool) {
	r, size := utf8.DecodeRuneInString(text[f.from:])
	if h := blank.Half(r); h >= '0' && h <= '9' {
		return f, false
	}
	f.from += size
	for r, size := utf8.DecodeRuneInString(text[f.from:]); blank.Gap(r); r, size = utf8.DecodeRuneInString(text[f.from:]) {
		f.from += size
	}
	f.n = f.n.Abs()
	return f, true
}

// figures calls yield with the figures of a text from left to right, until it says no.
func figures(text string, yield func(f figure) bool) {
	for at := 0; at < len(text); {
		size := span(text[at:])
		if size == 0 {
			_, size = utf8.DecodeRuneInString(text[at:])
			at += size
			continue
		}
		closed := blank.Close(text[at : at+size])
		n, rest, err := num.Scan(closed)
		end := at + digitsEnd(text[at:at+size], closed[:len(closed)-len(rest)])
		if err == nil && !yield(figure{at, end, n}) {
			return
		}
		at = max(end, at+1)
	}
}

// span is how far a sign, digits, points, commas and gaps at the start of a text
// go, 0 where no figure begins.
func span(text string) int {
	digits := false
	for i, r := range text {
		switch h := blank.Half(r); {
		case h >= '0' && h <= '9':
			digits = true
		case i == 0 && strings.ContainsRune("+-−", h):
		case digits && (h == '.' || h == ','):
		case i > 0 && blank.Gap(r):
		case digits:
			return i
		default:
			return 0
		}
	}
	if !digits {
		return 0
	}
	return len(text)
}

// digitsEnd is where the last of the read digits ends in the text as printed.
func digitsEnd(text, read string) int {
	left := 0
	for i := range len(read) {
		if read[i] >= '0' && read[i] <= '9' {
			left++
		}
	}
	for i, r := range text {
		if h := blank.Half(r); h >= '0' && h <= '9' {
			if left--; left == 0 {
				return i + utf8.RuneLen(r)
			}
		}
	}
	return len(text)
}

// StyleOf is the style of the first figure in a text.
func StyleOf(text string) Style {
	var s Style
	figures(text, func(f figure) bool {
		s = f.style(text)
		return false
	})
	return s
}

// style is how the figure is printed.
func (f figure) style(text string) (s Style) {
	s.Places = f.n.Places()
	digits, points := 0, 0
	for i, r := range text[f.from:f.to] {
		printed := text[f.from+i : f.from+i+utf8.RuneLen(r)]
		switch h := blank.Half(r); {
		case h >= '0' && h <= '9':
			digits++
			s.wide = s.wide || h != r
		case h == '.':
			s.point = printed
			points++
		case h == '+':
			s.plus = printed
		case digits == 0 && !blank.Gap(r):
			s.minus = printed
		case points == 0 && digits > 0 && !blank.Unseen(r):
			s.Group = printed
		}
	}
	return s
}
