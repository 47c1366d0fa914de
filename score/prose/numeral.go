package prose

import "ziping/text/num"

// numerals are the digits of figures written in Chinese.
var numerals = map[rune]int64{'一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9}

// orders are the orders of magnitude inside such a figure.
var orders = map[rune]int64{'十': 10, '百': 100, '千': 1000, '万': 10000}

// chinese reads a figure written in Chinese at i and returns where it ends, 0
// where none surely stands there. Only what has an order and a unit behind it is
// sure: 二十五场 is, 三个 and 十大 and 三四十人 are mostly no counts.
func (r *reader) chinese(i int) int {
	share := false
	from := i
	if begins(r.text[i:], "百分之") {
		share, from = true, i+3
	} else if i > 0 {
		if _, more := numerals[r.text[i-1]]; more || orders[r.text[i-1]] != 0 || r.text[i-1] == '第' || r.text[i-1] == '几' || digit(r.text[i-1]) {
			return 0
		}
	}
	value, end, ok := numeral(r.text, from)
	if share && begins(r.text[from:], "百") && !ok { // 百分之百
		value, end, ok = 100, from+1, true
	}
	if !ok {
		return 0
	}
	m := Mention{Number: num.FromInt(value), Value: num.FromInt(value), Sentence: r.sentence, Clause: len(r.clauses), Year: r.yearAt()}
	if share {
		m.Unit = "%"
	} else {
		unit := false
		if end, unit = r.unit(&m, end); !unit || m.Hedge != Plain {
			return 0
		}
	}
	r.mentions = append(r.mentions, m)
	r.span = append(r.span, Span{i, end})
	return end
}

func begins(s []rune, with string) bool {
	i := 0
	for _, c := range with {
		if i >= len(s) || s[i] != c {
			return false
		}
		i++
	}
	return true
}

// numeral reads 二十五, 一百零五, 两万 at i of s: digits each with its order, falling.
func numeral(s []rune, i int) (value int64, end int, ok bool) {
	last := int64(100000)
	start, waiting := i, int64(0)
	for ; i < len(s) && i-start < 12; i++ {
		c := s[i]
		if d, isDigit := numerals[c]; isDigit {
			if waiting != 0 {
				return 0, 0, false // 三四十
			}
			waiting = d
			continue
		}
		if c == '零' && i > start && waiting == 0 {
			continue
		}
		order := orders[c]
		if order == 0 {
			break
		}
		if waiting == 0 {
			if order != 10 || i != start {
				return 0, 0, false // 十五 begins without a digit, 百 and 千 do not
			}
			waiting = 1
		}
		if order >= last {
			return 0, 0, false
		}
		value, last, waiting = value+waiting*order, order, 0
	}
	if waiting != 0 && last != 10 && last != 100000 && s[i-2] != '零' {
		return 0, 0, false // 三百五 is 350
	}
	return value + waiting, i, last < 100000 && i-start >= 2
}
