package value

import (
	"strings"
	"unicode/utf8"

	"ziping/normalize"
)

// unitLike reports text that can stand behind a figure as its unit.
func unitLike(s string) bool {
	if s == "" {
		return true
	}
	if i := strings.IndexByte(s, '('); i > 0 && strings.HasSuffix(s, ")") && !strings.Contains(s[i:], "含") {
		s = s[:i] + s[i+1:len(s)-1] // 人(次), 处(个)
	}
	if strings.ContainsAny(s, "0123456789,.;。、\uff0c\uff1b:?!()") {
		return false
	}
	n := utf8.RuneCountInString(s)
	if n > 2 { // 3岁以下儿童入托率, 12345热线办结率: the name of an indicator
		for _, w := range nameEnds {
			if strings.HasSuffix(s, w) {
				return false
			}
		}
	}
	return n <= 8
}

// nameEnds are the ends of words that name what is measured; no unit has them.
var nameEnds = []string{"率", "数", "量", "性", "额", "费", "情况", "时间", "标准", "水平", "成本", "程度", "指标", "项目", "工程", "活动", "工作"}

// UnitName gives a unit its usual spelling.
func UnitName(s string) string {
	switch s {
	case "百分比", "%", "百分点":
		return "%"
	}
	return s
}

// leads are words before a figure that do not change it.
var leads = []string{"实际完成", "已完成", "完成", "共计", "累计", "全年共", "共", "约", "近", "达"}

// cutLead takes such a word off, and 每亩, 每月 in front of a figure.
func cutLead(s string) (rest, per string) {
	if s == "" || s[0] < 0x80 {
		return s, ""
	}
	for _, w := range leads {
		if r, ok := strings.CutPrefix(s, w); ok && startsWithDigit(r) {
			return r, ""
		}
	}
	if r, ok := strings.CutPrefix(s, "每"); ok {
		if i := strings.IndexAny(r, "0123456789"); i > 0 && utf8.RuneCountInString(r[:i]) <= 3 {
			return r[i:], r[:i]
		}
	}
	return s, ""
}

func startsWithDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// cutTail takes off what stands behind the unit: a comparator in words (以上),
// a remark that bounds are included, 完成.
func cutTail(rest string, op normalize.Op) (string, normalize.Op) {
	if len(rest) < len("天内") {
		return rest, op
	}
	if i := strings.LastIndexByte(rest, '('); i >= 0 && strings.HasPrefix(rest[i:], "(含") && strings.HasSuffix(rest, ")") {
		rest = rest[:i]
	}
	for _, t := range tails {
		if u, ok := strings.CutSuffix(rest, t.print); ok {
			if op == "" {
				op = t.op
			}
			return u, op
		}
	}
	if u, ok := strings.CutSuffix(rest, "内"); ok {
		for _, w := range []string{"天", "日", "小时", "分钟", "周", "月", "年"} {
			if strings.HasSuffix(u, w) {
				if op == "" {
					op = normalize.OpAtMost
				}
				return u, op
			}
		}
	}
	if u, ok := strings.CutSuffix(rest, "完成"); ok {
		return u, op
	}
	return rest, op
}

// Misread reports a figure some of whose digits became letters: IO for 10, 2O
// for 20, l5.3 for 15.3.
func Misread(s string) bool {
	letters := 0
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9', c == '.', c == '%' && i == len(s)-1:
		case c == 'O', c == 'o', c == 'I', c == 'l', c == '|':
			letters++
		case (c == 'S' || c == 'B' || c == 'Z' || c == 'M') && i+1 < len(s) && (s[i+1] == '.' || startsWithDigit(s[i+1:])): // 5M is a unit
			letters++
		default:
			return false
		}
	}
	return letters > 0 && (letters < len(s) && len(s) <= 12 || len(s) <= 3 && strings.ContainsAny(s, "OIl"))
}

// smudged reports letters in the middle of a figure.
func smudged(rest string) bool {
	i := 0
	for i < len(rest) && (rest[i] >= 'A' && rest[i] <= 'Z' || rest[i] >= 'a' && rest[i] <= 'z') {
		i++
	}
	return i > 0 && i+1 < len(rest) && rest[i] == '.' && startsWithDigit(rest[i+1:])
}

func IsMoneyUnit(s string) bool {
	return s == "元" || s == "万元" || s == "亿元" || s == "千元" || s == "百万元"
}
