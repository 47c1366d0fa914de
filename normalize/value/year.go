package value

import "strings"

// YearIn finds a year from 1990 to 2100 in front of 年 or between brackets.
func YearIn(s string) string {
	for i := 0; i+4 <= len(s); i++ {
		if (i == 0 || s[i-1] < '0' || s[i-1] > '9') && isYear(s[i:i+4]) && (i+4 == len(s) || s[i+4] < '0' || s[i+4] > '9') {
			return s[i : i+4]
		}
	}
	return ""
}

func isYear(s string) bool {
	n, rest, ok := CutInt(s)
	return ok && rest == "" && n >= 1990 && n <= 2100
}

// IsYearCaption reports a line that holds a year and nothing else: (2023年度).
func IsYearCaption(s string) bool {
	s = strings.Trim(s, "()[]【】〔〕")
	s = strings.TrimSuffix(strings.TrimSuffix(s, "度"), "年")
	return isYear(s)
}

// CutInt takes up to four digits off the front.
func CutInt(s string) (n int, rest string, ok bool) {
	i := 0
	for i < len(s) && i < 4 && s[i] >= '0' && s[i] <= '9' {
		n = n*10 + int(s[i]-'0')
		i++
	}
	return n, s[i:], i > 0
}
