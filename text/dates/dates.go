// Package dates is the one table of years and dates: which years a form can speak
// of, and the ways in which a day, a month or a deadline is printed.
//
//	d, kind := dates.Read("2021年11月底前", "") // "2021-11", dates.Real
//	_, kind = dates.Read("2021年2月31日", "")  // dates.Impossible: that day never was
//	y, ok := dates.Year("2023")               // 2023
//
// A date is a real day of the calendar. Texts are read as blank.Close gives them.
package dates

import (
	"fmt"
	"strings"
)

// firstYear and lastYear bound the years that forms speak of; four digits outside are a
// figure or a number of something.
const (
	firstYear = 1990
	lastYear  = 2100
)

// IsYear reports a year that forms speak of.
func IsYear(n int) bool { return n >= firstYear && n <= lastYear }

// Year reads four digits and nothing else.
func Year(s string) (year int, ok bool) {
	n, rest, ok := Digits(s)
	return n, ok && rest == "" && len(s) == 4 && IsYear(n)
}

// In is the first year in a text, four digits with no other beside them.
func In(s string) (year string, ok bool) {
	for i := 0; i+4 <= len(s); i++ {
		if _, ok := Year(s[i : i+4]); ok && (i == 0 || !digit(s[i-1])) && (i+4 == len(s) || !digit(s[i+4])) {
			return s[i : i+4], true
		}
	}
	return "", false
}

// Alone is the year of a text that holds nothing else: (2023年度).
func Alone(s string) (year int, ok bool) {
	s = strings.Trim(s, "()[]【】〔〕")
	return Year(strings.TrimSuffix(strings.TrimSuffix(s, "度"), "年"))
}

// Compares reports a character before a year that makes it one of comparison, of
// a range or a plan, not the form's own: 较2022年, 到2025年, 2021-2025年.
func Compares(before rune) bool {
	switch before {
	case '较', '比', '同', '与', '自', '从', '到', '至', '-', '—', '–', '~', '\uff5e', '〔', '[':
		return true
	}
	return false
}

// Digits takes up to four digits off the front.
func Digits(s string) (n int, rest string, ok bool) {
	i := 0
	for i < len(s) && i < 4 && digit(s[i]) {
		n = n*10 + int(s[i]-'0')
		i++
	}
	return n, s[i:], i > 0
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

// Kind tells what a text is that may be a date.
type Kind uint8

// The kinds.
const (
	None       Kind = iota // something else
	Real                   // a date
	Impossible             // printed as a date, and no such day or month is in the calendar
)

// words around a date, taken off before it is read; of several that begin alike the
// longer first.
var (
	before = []string{"完成时间为", "完成时间", "预计", "于", "在"}
	behind = []string{"完成", "前", "以", "之", "底", "末", "全部"}
	within = []string{"底", "末", "上旬", "中旬", "下旬", "份", "初"}
)

// Read reads a date or a deadline and returns it as YYYY, YYYY-MM or YYYY-MM-DD:
// 2023年11月底前, 2020年11月20日, 2023.6.28, 11月底前 (of the year given, if one
// is), 完成时间为2022年12月30日.
func Read(s, year string) (date string, kind Kind) {
	if s != "" && !digit(s[0]) {
		for _, p := range before {
			s = strings.TrimPrefix(s, p)
		}
	}
	if !begins(s) { // most texts
		return "", None
	}
	for was := ""; was != s; {
		was = s
		for _, t := range behind {
			s = strings.TrimSuffix(s, t)
		}
	}
	for _, t := range within {
		s = strings.TrimSuffix(s, t)
	}
	n, rest, ok := Digits(s)
	if !ok {
		return "", None
	}
	if after, ok := strings.CutPrefix(rest, "月"); ok && year != "" && n >= 1 && n <= 12 { // 11月
		y, _, _ := Digits(year)
		return withDay(y, n, after)
	}
	if !IsYear(n) {
		return "", None
	}
	rest, sep := separator(rest, "年", "-", ".", "/")
	switch {
	case sep == "":
		return "", None
	case rest == "" || rest == "度":
		if sep != "年" {
			return "", None
		}
		return fmt.Sprint(n), Real
	}
	return withMonth(n, rest, sep)
}

// marks stand behind the first digits of a date.
const marks = "年月-./"

// begins reports a text that begins as dates do: with digits, and what may be a mark behind them.
func begins(s string) bool {
	_, rest, ok := Digits(s)
	return ok && rest != "" && strings.IndexByte(marks, rest[0]) >= 0
}

// withMonth reads the rest of a date behind its year.
func withMonth(year int, s, sep string) (string, Kind) {
	month, rest, ok := Digits(s)
	if !ok {
		return "", None
	}
	after, mark := separator(rest, "月", "-", ".", "/")
	switch {
	case mark == "月" && (month < 1 || month > 12):
		if _, kind := withDay(year, 1, after); kind == None {
			return "", None
		}
		return "", Impossible
	case month < 1 || month > 12:
		return "", None
	case mark != "":
		return withDay(year, month, after)
	case rest == "" && sep != "." && sep != "年":
		return fmt.Sprintf("%d-%02d", year, month), Real
	}
	return "", None
}

// withDay reads the rest of a date behind its month.
func withDay(year, month int, s string) (string, Kind) {
	if s == "" {
		return fmt.Sprintf("%04d-%02d", year, month), Real
	}
	day, rest, ok := Digits(strings.TrimPrefix(s, " "))
	switch {
	case !ok || rest != "" && rest != "日" && rest != "号":
		return "", None
	case day < 1 || day > daysOf(year, month):
		return "", Impossible
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day), Real
}

// daysOf is the number of days of a month.
func daysOf(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// separator takes one of the marks off the front, with the blank that a figure
// behind it leaves (2023. 6. 28).
func separator(s string, marks ...string) (rest, mark string) {
	for _, m := range marks {
		if rest, ok := strings.CutPrefix(s, m); ok {
			return strings.TrimPrefix(rest, " "), m
		}
	}
	return s, ""
}
