// Package numerals writes whole numbers the way lists and spreadsheets print
// them beside Arabic figures: 三、 IV. ② 壹佰零伍.
package numerals

import (
	"strconv"
	"strings"
)

// List is the number of a list in one of the formats of office files; false
// where its form is not known for certain.
func List(n int, format string) (string, bool) {
	if n < 0 || n > 99_999 {
		return "", false
	}
	switch format {
	case "decimal", "":
		return strconv.Itoa(n), true
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n), true
		}
		return strconv.Itoa(n), true
	case "decimalFullWidth", "decimalFullWidth2":
		return strings.Map(func(r rune) rune { return r - '0' + '\uff10' }, strconv.Itoa(n)), true
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		if n >= 1 && n <= 20 {
			return string(rune('①' + n - 1)), true
		}
	case "decimalEnclosedParen":
		if n >= 1 && n <= 20 {
			return string(rune('⑴' + n - 1)), true
		}
	case "decimalEnclosedFullstop":
		if n >= 1 && n <= 20 {
			return string(rune('⒈' + n - 1)), true
		}
	case "lowerLetter", "upperLetter":
		if n >= 1 && n <= 26 {
			c := rune('a' + n - 1)
			if format == "upperLetter" {
				c = rune('A' + n - 1)
			}
			return string(c), true
		}
	case "lowerRoman", "upperRoman":
		if n >= 1 && n < 4000 {
			s := roman(n)
			if format == "lowerRoman" {
				s = strings.ToLower(s)
			}
			return s, true
		}
	case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCountingThousand":
		if n >= 1 && n < 100 { // beyond, the formats differ
			return counting(n), true
		}
	case "ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand":
		return Digits(strconv.Itoa(n), false), true
	case "ideographTraditional":
		if n >= 1 && n <= 10 {
			return string([]rune("甲乙丙丁戊己庚辛壬癸")[n-1]), true
		}
	case "ideographZodiac":
		if n >= 1 && n <= 12 {
			return string([]rune("子丑寅卯辰巳午未申酉戌亥")[n-1]), true
		}
	case "chineseLegalSimplified":
		if n >= 1 && n <= 9 {
			return string([]rune("壹贰叁肆伍陆柒捌玖")[n-1]), true
		}
	}
	return "", false
}

// roman writes 1 to 3999: XIV.
func roman(n int) string {
	var b strings.Builder
	for _, d := range []struct {
		v int
		s string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= d.v; n -= d.v {
			b.WriteString(d.s)
		}
	}
	return b.String()
}

// counting writes 1 to 99 as one counts in Chinese: 九, 十, 十一, 二十三.
func counting(n int) string {
	digit := []rune("〇一二三四五六七八九")
	if n < 10 {
		return string(digit[n])
	}
	s := "十"
	if n >= 20 {
		s = string(digit[n/10]) + s
	}
	if n%10 > 0 {
		s += string(digit[n%10])
	}
	return s
}
