package numerals

import "strings"

// Chinese figures, plain and as they stand on cheques.
var (
	plainFigures  = []rune("〇一二三四五六七八九")
	formalFigures = []rune("零壹贰叁肆伍陆柒捌玖")
	plainPlaces   = []string{"", "十", "百", "千"}
	formalPlaces  = []string{"", "拾", "佰", "仟"}
	fours         = []string{"", "万", "亿", "万亿"}
)

// Digits writes each figure of a text by itself: 2023 is 二〇二三, formally
// 贰零贰叁. What is no figure stays.
func Digits(s string, formal bool) string {
	figures := plainFigures
	if formal {
		figures = formalFigures
	}
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return figures[r-'0']
		}
		return r
	}, s)
}

// Spell writes a whole number of up to 16 figures in words: 105 is 一百〇五,
// formally 壹佰零伍; false for anything else. Ten is 一十, as spreadsheets have it.
func Spell(digits string, formal bool) (string, bool) {
	digits = strings.TrimLeft(digits, "0")
	if strings.Trim(digits, "0123456789") != "" || len(digits) > 16 {
		return "", false
	}
	figures, places := plainFigures, plainPlaces
	if formal {
		figures, places = formalFigures, formalPlaces
	}
	if digits == "" {
		return string(figures[0]), true
	}
	var b strings.Builder
	gap, said := false, false // zeros due; something written of these four figures
	for i := range len(digits) {
		place := len(digits) - 1 - i
		if d := digits[i] - '0'; d == 0 {
			gap = b.Len() > 0
		} else {
			if gap {
				b.WriteRune(figures[0])
			}
			b.WriteRune(figures[d])
			b.WriteString(places[place%4])
			gap, said = false, true
		}
		if place%4 == 0 {
			if said {
				b.WriteString(fours[place/4])
			}
			said = false
		}
	}
	return b.String(), true
}
