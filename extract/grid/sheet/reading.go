package sheet

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

func EndsEarly(width, word, em, room float64) bool { return width+word+0.5*em <= room }

// EndsParagraph: a full stop, a numbered paragraph, or figures that would run
// together.
func EndsParagraph(text, next string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	first, _ := utf8.DecodeRuneInString(next)
	return strings.ContainsRune("。；;！!？?：:", last) || Numbered(next) || (digit(last) || last == '%') && (digit(first) || first == '-')
}

// firstWord is how many characters at the start of a line cannot be parted from
// each other by wrapping.
func firstWord(t string) int {
	n := 0
	for _, r := range t {
		if n > 0 && (r == ' ' || r >= 0x2000 && !strings.ContainsRune("，。、；：！？）》」』％%", r)) {
			break
		}
		n++
		if r >= 0x2000 && n > 1 {
			break
		}
	}
	return n
}

// Squash is a text without its white space.
func Squash(t string) string { return strings.Join(strings.Fields(t), "") }

func digit(r rune) bool { return r >= '0' && r <= '9' }

func Figure(r rune) bool { return digit(r) || r == '.' || r == '%' || r == '-' }

// LatinBreak reports whether two lines part two words of Latin letters.
func LatinBreak(a, b string) bool {
	x, _ := utf8.DecodeLastRuneInString(a)
	y, _ := utf8.DecodeRuneInString(b)
	return latin(x) && latin(y)
}

func latin(r rune) bool { return r < 0x250 && unicode.IsLetter(r) }

// Numbered reports whether a line begins as a numbered paragraph does: 1、 2.
// (1) （一） 一、 ① 目标1: .
func Numbered(t string) bool {
	t = strings.TrimPrefix(t, "目标")
	r := []rune(t)
	if len(r) > 6 {
		r = r[:6]
	}
	if len(r) < 2 {
		return false
	}
	if r[0] >= '①' && r[0] <= '⑳' {
		return true
	}
	i := 0
	bracket := r[0] == '(' || r[0] == '（'
	if bracket {
		i = 1
	}
	from := i
	for i < len(r) && (r[i] >= '0' && r[i] <= '9' || strings.ContainsRune("一二三四五六七八九十", r[i])) {
		i++
	}
	if i == from || i == len(r) {
		return false
	}
	if bracket {
		return r[i] == ')' || r[i] == '）'
	}
	if r[i] == '.' || r[i] == '．' {
		return i+1 < len(r) && !(r[i+1] >= '0' && r[i+1] <= '9')
	}
	return strings.ContainsRune("、:：", r[i])
}

// Amount reports whether a text is a figure and nothing else.
func Amount(t string) bool {
	if t == "" {
		return false
	}
	for _, r := range t {
		if !Figure(r) && r != ',' && r != '+' {
			return false
		}
	}
	return true
}
