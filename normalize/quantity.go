package normalize

import (
	"errors"
	"strings"

	"ziping/normalize/lexicon"
	"ziping/text/num"
)

// nothing are the marks that stand for an empty cell on published forms.
var nothing = map[string]bool{"-": true, "--": true, "—": true, "——": true, "–": true, "/": true, "\\": true, "*": true, "空白": true, "──": true, "―": true}

// isNothing reports an empty cell or a mark for one.
func isNothing(text string) bool {
	return text == "" || len(text) <= 12 && nothing[lexicon.Fold(text)]
}

// readFigure reads a cell that should hold one figure: money, a rate, marks.
// A unit behind it (万元, %, 分) is kept.
func readFigure(text string) *Field {
	f := &Field{Text: text, Reading: Read}
	if isNothing(text) || text == "无" {
		f.State, f.Reading = Blank, ""
		return f
	}
	s := lexicon.Fold(text)
	s = strings.TrimLeft(s, "¥\uffe5")
	n, rest, err := num.ReadPrefix(s)
	if err != nil || !unitLike(rest) || misread(s) || twoFigures(text) {
		f.State = Garbled
		return f
	}
	f.SetNumber(n)
	f.Unit = unitName(rest)
	return f
}

// twoFigures reports a figure below another in one cell: 5 and 15 of two rows
// that run together are no 515.
func twoFigures(text string) bool {
	for i := 1; i+1 < len(text); i++ {
		if text[i] == '\n' && '0' <= text[i-1] && text[i-1] <= '9' && '0' <= text[i+1] && text[i+1] <= '9' {
			return true
		}
	}
	return false
}

// ops are comparators in front of a value, longest first.
var ops = []struct {
	print string
	op    Op
}{
	{">=", OpAtLeast}, {"=>", OpAtLeast}, {"<=", OpAtMost}, {"=<", OpAtMost},
	{"≥", OpAtLeast}, {"≧", OpAtLeast}, {"⩾", OpAtLeast}, {"≤", OpAtMost}, {"≦", OpAtMost}, {"⩽", OpAtMost},
	{">", OpMore}, {"<", OpLess}, {"==", OpEqual}, {"=", OpEqual}, {"═", OpEqual},
	{"大于等于", OpAtLeast}, {"大于或等于", OpAtLeast}, {"小于等于", OpAtMost}, {"小于或等于", OpAtMost},
	{"不少于", OpAtLeast}, {"不低于", OpAtLeast}, {"不小于", OpAtLeast}, {"至少", OpAtLeast}, {"达到", OpAtLeast},
	{"不超过", OpAtMost}, {"不高于", OpAtMost}, {"不大于", OpAtMost}, {"不多于", OpAtMost}, {"控制在", OpAtMost},
	{"大于", OpMore}, {"超过", OpMore}, {"高于", OpMore}, {"多于", OpMore},
	{"小于", OpLess}, {"低于", OpLess}, {"少于", OpLess}, {"等于", OpEqual},
}

// tails are comparators behind a value.
var tails = []struct {
	print string
	op    Op
}{
	{"及以上", OpAtLeast}, {"(含)以上", OpAtLeast}, {"以上", OpAtLeast}, {"及以下", OpAtMost}, {"以下", OpAtMost}, {"以内", OpAtMost}, {"之内", OpAtMost}, {"左右", OpEqual},
}

// readOp reads a cell that holds a comparator alone (指标性质): ≥, =, 定性.
func readOp(text string) (Op, bool) {
	const longest = len("大于或等于")
	if len(text) > 4*longest { // blanks may part its characters
		return "", false
	}
	s := lexicon.Fold(text)
	if startsPlain(s) {
		return "", false
	}
	for _, o := range ops {
		if s == o.print {
			return o.op, true
		}
	}
	switch s {
	case "定性", "定性指标":
		return OpQualitative, true
	case "定量", "定量指标":
		return "", true
	}
	return "", false
}

// readTarget reads a target: comparator, value and unit, a date, a range, or words.
// A figure without a comparator is read as "=".
func readTarget(text, year string) *Field {
	f := readQuantity(text, year)
	if f.State != Parsed {
		return f
	}
	switch {
	case f.Date != "":
		f.Op = OpByDate
	case f.Op == "" && f.isNum:
		f.Op = OpEqual
	case f.Op == "":
		f.Op = OpQualitative
	}
	return f
}

// readActual reads what was done: a value with or without a unit, a date, or words.
func readActual(text, year string) *Field { return readQuantity(text, year) }

func readQuantity(text, year string) *Field {
	return new(Field).read(text, year)
}

// read makes f, which must be new, what a text says: a value with a comparator
// and a unit, a date, a range, or words.
func (f *Field) read(text, year string) *Field {
	f.Text, f.Reading = text, Read
	if isNothing(text) {
		f.State, f.Reading = Blank, ""
		return f
	}
	f.State, f.Value = Parsed, text
	if len(text) > 120 {
		return f // words
	}
	s := lexicon.Fold(text)
	if d, ok := readDate(s, year); ok {
		f.Date, f.Value = d, d
		return f
	}
	op, body := cutOp(s)
	per := ""
	if op == "" {
		body, per = cutLead(body)
	}
	n, rest, err := num.ReadPrefix(body)
	switch {
	case errors.Is(err, num.ErrSyntax):
		return f
	case err != nil:
		f.State, f.Value = Garbled, ""
		return f
	}
	if high, unit, ok := readRange(n, rest); ok && op == "" {
		f.Op, f.Low, f.High, f.Unit = OpRange, n.String(), high.String(), unit
		f.Value = n.String() + "-" + high.String()
		return f
	}
	if smudged(rest) || misread(body) || twoFigures(text) { // 3M.8万元, a 4 read as M; 2O
		f.State, f.Value = Garbled, ""
		return f
	}
	rest, op = cutTail(rest, op)
	rest = strings.TrimPrefix(rest, "余") // 200余人
	if !unitLike(rest) || strings.HasPrefix(rest, "年") && isYear(n.String()) {
		return f // words that start with a figure: 854万854万(高标准农田建设400万元,…), 2022年第四季度
	}
	f.SetNumber(n)
	f.Op, f.Unit = op, unitName(rest)
	switch { // 每亩300元 is 300元/亩, 每亩300 says no unit of its own
	case per == "":
	case f.Unit == "":
		f.Unit = "每" + per
	default:
		f.Unit += "/" + per
	}
	return f
}

func cutOp(s string) (Op, string) {
	if startsPlain(s) {
		return "", s
	}
	for _, o := range ops {
		if rest, ok := strings.CutPrefix(s, o.print); ok {
			// 控制在100万元以内 says at most once, not twice.
			return o.op, strings.TrimSuffix(strings.TrimSuffix(rest, "以内"), "之内")
		}
	}
	return "", s
}

// startsPlain reports a text that starts with a figure: most cells, and those
// hold no comparator in front.
func startsPlain(s string) bool {
	return s != "" && (s[0] >= '0' && s[0] <= '9' || s[0] == '-')
}

// readRange reads the rest of a-b, a~b, a至b, with the unit on one or both sides.
func readRange(low num.Decimal, rest string) (high num.Decimal, unit string, ok bool) {
	for _, sep := range []string{"-", "~", "至", "—", "–", "到"} {
		u, after, found := strings.Cut(rest, sep)
		if !found || !unitLike(u) {
			continue
		}
		h, u2, err := num.ReadPrefix(after)
		if err != nil || !unitLike(u2) || u != "" && u != u2 || h.Cmp(low) < 0 {
			continue
		}
		return h, unitName(u2), true
	}
	return num.Decimal{}, "", false
}

// placesFor finds the printed places of value n again from the text it was
// read from; a rate printed as a fraction (0.9311 for 93.11) has two more there.
func placesFor(text string, n num.Decimal) int32 {
	s := lexicon.Fold(text)
	_, s = cutOp(s)
	for i := 0; i < len(s); i++ {
		if s[i] >= '0' && s[i] <= '9' {
			if i > 0 && s[i-1] == '-' {
				i--
			}
			p, _, err := num.ReadPrefix(s[i:])
			switch {
			case err != nil:
				return n.Places()
			case p.Equal(n):
				return p.Places()
			case p.Shift(2).Equal(n):
				return max(0, p.Places()-2)
			}
			return n.Places()
		}
	}
	return n.Places()
}
