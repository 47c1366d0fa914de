package narrative

import (
	"strings"
	"unicode/utf8"

	"ziping/text/numerals"
)

// yearsIn calls each with every year that a text speaks of as its own time:
// four digits from 1990 to 2100 before 年. Years of comparison or plan (较2022年,
// 到2025年, 2021-2025年) are passed over: they are not the form's year.
func yearsIn(text string, each func(year int)) {
	for rest := text; ; {
		i := strings.Index(rest, "年")
		if i < 0 {
			return
		}
		before := strings.TrimRight(rest[:i], " \u00a0")
		rest = rest[i+len("年"):]
		if year, lead, ok := cutYear(before); ok && !compares(lead) && !strings.HasPrefix(rest, "以来") {
			each(year)
		}
	}
}

// cutYear takes four digits off the end of s.
func cutYear(s string) (year int, lead string, ok bool) {
	lead, scale := s, 1
	for range 4 {
		r, size := utf8.DecodeLastRuneInString(lead)
		d := numerals.Digit(r)
		if d < 0 {
			return 0, s, false
		}
		year += d * scale
		scale *= 10
		lead = lead[:len(lead)-size]
	}
	if r, _ := utf8.DecodeLastRuneInString(lead); numerals.Digit(r) >= 0 {
		return 0, s, false
	}
	return year, lead, year >= 1990 && year <= 2100
}

// compares reports words before a year that make it one of comparison, range or plan.
func compares(lead string) bool {
	for _, w := range []string{"较", "比", "同", "与", "自", "从", "到", "至", "-", "—", "–", "~", "\uff5e", "〔", "["} {
		if strings.HasSuffix(lead, w) {
			return true
		}
	}
	return false
}

// dateIn reads year and month of the first date in a text: 2023年6月24日,
// 2023.6.28, 2023-06-24. month is 0 where only a year is printed.
func dateIn(text string) (year, month int, ok bool) {
	runes := []rune(text)
	for i := 0; i+4 <= len(runes); i++ {
		y := 0
		k := i
		for ; k < len(runes) && k < i+4 && numerals.Digit(runes[k]) >= 0; k++ {
			y = y*10 + numerals.Digit(runes[k])
		}
		if k < i+4 || y < 1990 || y > 2100 {
			continue
		}
		for k < len(runes) && strings.ContainsRune("年.-/ \uff0e", runes[k]) {
			k++
		}
		for n := 0; k < len(runes) && n < 2 && numerals.Digit(runes[k]) >= 0; k, n = k+1, n+1 {
			month = month*10 + numerals.Digit(runes[k])
		}
		if month > 12 {
			month = 0
		}
		return y, month, true
	}
	return 0, 0, false
}
