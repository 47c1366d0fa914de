package numfmt

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// lastDay is the serial number of 9999-12-31.
const lastDay = 2_958_465

// dateText shows a serial number as a date or time.
func (s *section) dateText(d Decimal, epoch1904 bool) (string, bool) {
	if d.neg || d.exp > 7 {
		return "", false
	}
	whole, part := d.parts(10)
	days, err := strconv.Atoi("0" + whole)
	if err != nil || days > lastDay {
		return "", false
	}
	fraction, err := strconv.ParseInt(part[:10], 10, 64)
	if err != nil {
		return "", false
	}
	seconds := (fraction*86400 + 5_000_000_000) / 10_000_000_000 // to the second
	if seconds == 86400 {
		days, seconds = days+1, 0
	}
	day := dayOf(days, epoch1904)
	half := s.has(halfday)
	var b strings.Builder
	for i, t := range s.tokens {
		switch t.kind {
		case literal, point:
			b.WriteString(t.text)
		case digit:
			b.WriteString("0") // fractions of a second, which are rounded
		case elapsed:
			b.WriteString(padded(elapsedTime(t.text[0], int64(days)*86400+seconds), len(t.text)))
		case halfday:
			b.WriteString(halfDay(t.text, seconds))
		case dateword:
			text := dateWord(t.text, s.minutes(i), half, day, seconds)
			if s.numeral > 0 {
				var ok bool
				if text, ok = numeralDate(t.text, text, s.numeral == 2); !ok {
					return "", false
				}
			}
			b.WriteString(text)
		}
	}
	return b.String(), true
}

// dayOf is the day of a serial number; 60 is the day that never was.
func dayOf(days int, epoch1904 bool) time.Time {
	switch {
	case epoch1904:
		return time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, days)
	case days < 60:
		return time.Date(1899, 12, 31, 0, 0, 0, 0, time.UTC).AddDate(0, 0, days)
	}
	return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, days)
}

// minutes reports that the m at token i stands for minutes: hours before it or
// seconds behind it.
func (s *section) minutes(i int) bool {
	for k := i - 1; k >= 0; k-- {
		if t := s.tokens[k]; t.kind == dateword || t.kind == elapsed {
			if t.text[0] == 'h' {
				return true
			}
			break
		}
	}
	for k := i + 1; k < len(s.tokens); k++ {
		if t := s.tokens[k]; t.kind == dateword || t.kind == elapsed {
			return t.text[0] == 's'
		}
	}
	return false
}

func elapsedTime(unit byte, seconds int64) int {
	switch unit {
	case 'h':
		seconds /= 3600
	case 'm':
		seconds /= 60
	}
	return int(seconds)
}

func halfDay(form string, seconds int64) string {
	am, pm, _ := strings.Cut(form, "/")
	if seconds < 12*3600 {
		return am
	}
	return pm
}

func dateWord(word string, minutes, half bool, day time.Time, seconds int64) string {
	n := len(word)
	switch word[0] {
	case 'y':
		if n <= 2 {
			return fmt.Sprintf("%02d", day.Year()%100)
		}
		return strconv.Itoa(day.Year())
	case 'e':
		return strconv.Itoa(day.Year())
	case 'b':
		return strconv.Itoa(day.Year() + 543)
	case 'm':
		switch {
		case minutes:
			return padded(int(seconds/60%60), n)
		case n == 3:
			return day.Format("Jan")
		case n == 4:
			return day.Format("January")
		case n == 5:
			return day.Format("Jan")[:1]
		}
		return padded(int(day.Month()), n)
	case 'd':
		switch {
		case n == 3:
			return day.Format("Mon")
		case n >= 4:
			return day.Format("Monday")
		}
		return padded(day.Day(), n)
	case 'a':
		name := string([]rune("日一二三四五六")[day.Weekday()])
		switch {
		case n == 3:
			return name
		case n >= 4:
			return "星期" + name
		}
		return word
	case 'h':
		h := int(seconds / 3600)
		if half {
			if h %= 12; h == 0 {
				h = 12
			}
		}
		return padded(h, n)
	case 's':
		return padded(int(seconds%60), n)
	}
	return word
}

func padded(n, width int) string {
	s := strconv.Itoa(n)
	if width >= 2 && len(s) < 2 {
		s = "0" + s
	}
	return s
}
