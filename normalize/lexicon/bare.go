package lexicon

import (
	"strings"

	"ziping/text/blank"
	"ziping/text/bracket"
	"ziping/text/numerals"
	"ziping/text/units"
)

// maxHeading is longer than any heading in bytes; longer text is narrative. With
// blanks between its characters a heading may be several times as long.
const (
	maxHeading = 150
	maxSpaced  = 8 * maxHeading
)

// heading is a text folded, "" for one too long to be a heading. Raised digits number
// notes: no heading has one of its own.
func heading(s string) string {
	if len(s) > maxSpaced {
		return ""
	}
	if s = blank.Fold(s); len(s) > maxHeading {
		return ""
	}
	if strings.ContainsFunc(s, numerals.Raised) {
		s = strings.Map(func(r rune) rune {
			if numerals.Raised(r) {
				return -1
			}
			return r
		}, s)
	}
	return s
}

// Bare is a heading without white space, bracketed remarks, leading ordinals
// (①, 其中:, 1.) and the formula or colon behind it. Text too long for a
// heading gives "".
func Bare(s string) string {
	s = dropBrackets(heading(s))
	if of, ok := strings.CutPrefix(s, "其中"); ok {
		s = strings.TrimLeft(of, ":-\u2014,、") // 其中-财政拨款
	}
	s = strings.TrimLeftFunc(s, circled)
	if i := strings.IndexFunc(s, circled); i > 0 {
		s = s[:i]
	}
	s = strings.TrimRight(s, ":;=*%")
	if rest, ok := cutPoints(s); ok {
		s = rest
	}
	return dropOrdinal(s)
}

// cutPoints takes marks without brackets off a level: 产出指标40分.
func cutPoints(s string) (string, bool) {
	rest, ok := strings.CutSuffix(s, "分")
	if !ok {
		return s, false
	}
	name := strings.TrimRight(rest, "0123456789.")
	if name == rest || name == "" {
		return s, false
	}
	return name, true
}

// dropOrdinal takes 1. or 2、 off the front of a heading.
func dropOrdinal(s string) string {
	if title, ok := numerals.Section(s); ok { // 五、自评结论
		return title
	}
	if s == "" || s[0] < '0' || s[0] > '9' {
		return s
	}
	body := strings.TrimLeft(s, "0123456789")
	if len(s)-len(body) > 2 {
		return s
	}
	for _, mark := range []string{".", "、"} {
		if rest, ok := strings.CutPrefix(body, mark); ok && rest != "" && (rest[0] < '0' || rest[0] > '9') {
			return rest
		}
	}
	return s
}

func circled(r rune) bool { return r >= '①' && r <= '⑳' || r >= '⑴' && r <= '⒇' }

// dropBrackets removes (…). A bracket that lost its partner takes the rest with it
// where it opens, 执行数(B, and the signs of formulas before it where it closes,
// 执行率B/A).
func dropBrackets(s string) string {
	if !strings.ContainsAny(s, "()") {
		return s
	}
	out := make([]byte, 0, len(s))
	depth := 0
	for i := range len(s) {
		switch {
		case s[i] == '(':
			depth++
		case s[i] == ')' && depth == 0:
			if name, ok := cutPoints(string(out)); ok { // 预算执行情况20分), its bracket lost
				out = out[:len(name)]
			} else if left := units.CutMoney(strings.TrimRightFunc(string(out), ofFormula)); left != "" { // 预算金额元), its bracket lost
				out = out[:len(left)]
			}
		case s[i] == ')':
			depth--
		case depth == 0:
			out = append(out, s[i])
		}
	}
	return string(out)
}

// ofFormula reports a sign of the formulas in headings: B/A, A-B, ③=①+②.
func ofFormula(r rune) bool {
	return r < 0x80 || circled(r) || strings.ContainsRune("÷×－", r)
}

// Points returns the marks printed with a heading, 50 for 产出指标(50分) or
// 产出指标50分, and whether there are any.
func Points(s string) (string, bool) {
	s = heading(s)
	end := strings.LastIndex(s, "分)")
	if end < 0 {
		if name, ok := cutPoints(s); ok && !strings.Contains(s, "(") { // 产出指标40分
			return s[len(name) : len(s)-len("分")], true
		}
		if !strings.HasSuffix(s, "分") || !strings.Contains(s, "(") {
			return "", false
		}
		end = len(s) - len("分") // 产出指标(50分, its bracket lost
	}
	start := end
	for start > 0 && (s[start-1] >= '0' && s[start-1] <= '9' || s[start-1] == '.') {
		start--
	}
	switch {
	case start == end || start == 0:
		return "", false
	case s[start-1] == '(', s[start-1] == ')' && bracket.Open(s) < 0, !strings.Contains(s, "("): // 效益指标30分), 预算执行情况(万元)20分), their bracket lost
		return s[start:end], true
	}
	return "", false
}

// PointsOnly reports marks in brackets and nothing else, (50分), which stand for a level
// whose name is lost.
func PointsOnly(s string) bool {
	s = blank.Fold(s)
	if !strings.HasPrefix(s, "(") || Bare(s) != "" {
		return false
	}
	_, ok := Points("x" + s)
	return ok
}

// Remark reports the rest of a heading, in brackets of which one may be lost: 30分).
func Remark(s string) bool {
	s = blank.Fold(s)
	if inner, rest, closed := strings.Cut(s, ")"); closed && !strings.Contains(inner, "(") {
		s = rest
	}
	return Bare(s) == ""
}

// Knows reports a bare text that is a heading, label, level or source.
func (l *Lexicon) Knows(bare string) bool {
	if bare == "" {
		return false
	}
	return l.Head[bare] != "" || len(l.Block[bare]) > 0 || l.FundColumn[bare] != "" || l.Source[bare] != "" ||
		l.GoalColumn[bare] != "" || l.IndicatorColumn[bare] != "" || l.Foot[bare] != "" || l.Level1[bare] || l.Level2[bare] || l.Split[bare] != ""
}
