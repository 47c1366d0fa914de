package numerals

import (
	"strings"

	"ziping/text/hanzi"
)

// ordinal reads the number that a paragraph begins with, as lists number theirs:
// 1. 2、 (1) 一、 (二) ① 目标1: . style is what its fellows have in common with it;
// n is 0 for a paragraph without a number. s has no blanks and half width.
func ordinal(s string) (n int, style string) {
	r := []rune(s)
	if len(r) == 0 {
		return 0, ""
	}
	for _, first := range []rune{'①', '⑴', '⒈'} {
		if r[0] >= first && r[0] < first+20 {
			return int(r[0]-first) + 1, string(first)
		}
	}
	i := 0
	if r[0] == '(' {
		i = 1
	} else {
		for i < len(r) && i < longestWord && numeral(r[i:]) == 0 && hanzi.Is(r[i]) {
			i++
		}
	}
	word := string(r[:i])
	width := numeral(r[i:])
	if width == 0 || i+width >= len(r) {
		return 0, ""
	}
	figures, closing, behind := string(r[i:i+width]), r[i+width], r[i+width+1:]
	switch {
	case r[0] == '(' && closing != ')', !strings.ContainsRune(".、:)", closing):
		return 0, ""
	case closing == '.' && len(behind) > 0 && Digit(behind[0]) >= 0: // 1.2万亩
		return 0, ""
	}
	n = counted(figures)
	kind := "1"
	if !HasDigit(figures) {
		kind = "一"
	}
	return n, word + kind + string(closing)
}

// longestWord is what may stand before the number: 目标1:, 工作任务1:.
const longestWord = 4

// numeral is how many characters from the first on are a number of a list: up to
// two digits or three characters of counting.
func numeral(r []rune) int {
	n := 0
	for n < len(r) && r[n] >= '0' && r[n] <= '9' {
		n++
	}
	if n > 2 {
		return 0
	}
	if n > 0 {
		return n
	}
	for n < len(r) && n < 3 && strings.ContainsRune(counters, r[n]) {
		n++
	}
	return n
}

// counted is the number that figures or counting characters say, 0 for none.
func counted(s string) int {
	if HasDigit(s) {
		n := 0
		for _, r := range s {
			n = 10*n + Digit(r)
		}
		return n
	}
	for n := 1; n < 100; n++ {
		if counting(n) == s {
			return n
		}
	}
	return 0
}

// counters are the characters that one counts to 99 with.
var counters = func() string {
	var b strings.Builder
	for n := 1; n <= 10; n++ {
		b.WriteString(counting(n))
	}
	return b.String()
}()

// Section is the title behind the number of a section of a document, 一、基本情况;
// false for a text that begins otherwise, or that has no title. s has no blanks and
// half width.
func Section(s string) (title string, ok bool) {
	_, title, ok = strings.Cut(s, "、")
	if !ok || title == "" {
		return "", false
	}
	n, style := ordinal(s)
	return title, n > 0 && style == "一、"
}
