package dates

import (
	"strings"
	"unicode/utf8"

	"ziping/text/blank"
)

// Years calls each with every year that a text speaks of as its own time: four
// digits before 年. Years of comparison or plan (较2022年, 到2025年, 2021-2025年) are
// passed over.
func Years(text string, each func(year int)) {
	if !strings.Contains(text, "年") { // most texts, and no long one is closed up for nothing
		return
	}
	for rest := blank.Close(text); ; {
		i := strings.Index(rest, "年")
		if i < 0 {
			return
		}
		before := rest[:i]
		rest = rest[i+len("年"):]
		if year, lead, ok := cutYear(before); ok && !strings.HasPrefix(rest, "以来") {
			if r, _ := utf8.DecodeLastRuneInString(lead); !Compares(r) {
				each(year)
			}
		}
	}
}

// cutYear takes four digits off the end of s.
func cutYear(s string) (year int, lead string, ok bool) {
	at := len(s) - 4
	if at < 0 || at > 0 && digit(s[at-1]) {
		return 0, s, false
	}
	year, ok = Year(s[at:])
	return year, s[:at], ok
}

// FirstMonth is the year and month of the first date in a text: 2023年6月24日,
// 2023.6.28, 2023-06-24. month is 0 where only a year is printed.
func FirstMonth(text string) (year, month int, ok bool) {
	s := blank.Close(text)
	for i := 0; i+4 <= len(s); i++ {
		y, ok := Year(s[i : i+4])
		if !ok {
			continue
		}
		rest := strings.TrimLeft(s[i+4:], "年.-/ ")
		for n := 0; n < len(rest) && n < 2 && digit(rest[n]); n++ {
			month = month*10 + int(rest[n]-'0')
		}
		if month > 12 {
			month = 0
		}
		return y, month, true
	}
	return 0, 0, false
}
