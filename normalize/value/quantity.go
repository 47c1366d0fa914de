package value

import (
	"errors"
	"strings"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/text/num"
)

// nothing are the marks that stand for an empty cell on published forms.
var nothing = map[string]bool{"-": true, "--": true, "—": true, "——": true, "–": true, "/": true, "\\": true, "*": true, "空白": true, "──": true, "―": true}

// IsNothing reports an empty cell or a mark for one.
func IsNothing(text string) bool {
	return text == "" || len(text) <= 12 && nothing[lexicon.Fold(text)]
}

// Figure reads a cell that should hold one figure: money, a rate, marks.
// A unit behind it (万元, %, 分) is kept.
func Figure(text string) *normalize.Field {
	f := &normalize.Field{Text: text, Reading: normalize.Read}
	if IsNothing(text) || text == "无" {
		f.State, f.Reading = normalize.Blank, ""
		return f
	}
	s := lexicon.Fold(text)
	s = strings.TrimLeft(s, "¥\uffe5")
	n, rest, err := num.ReadPrefix(s)
	if err != nil || !unitLike(rest) || Misread(s) || twoFigures(text) {
		f.State = normalize.Garbled
		return f
	}
	f.SetNumber(n)
	f.Unit = UnitName(rest)
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
	op    normalize.Op
}{
	{">=", normalize.OpAtLeast}, {"=>", normalize.OpAtLeast}, {"<=", normalize.OpAtMost}, {"=<", normalize.OpAtMost},
	{"≥", normalize.OpAtLeast}, {"≧", normalize.OpAtLeast}, {"⩾", normalize.OpAtLeast}, {"≤", normalize.OpAtMost}, {"≦", normalize.OpAtMost}, {"⩽", normalize.OpAtMost},
	{">", normalize.OpMore}, {"<", normalize.OpLess}, {"==", normalize.OpEqual}, {"=", normalize.OpEqual}, {"═", normalize.OpEqual},
	{"大于等于", normalize.OpAtLeast}, {"大于或等于", normalize.OpAtLeast}, {"小于等于", normalize.OpAtMost}, {"小于或等于", normalize.OpAtMost},
	{"不少于", normalize.OpAtLeast}, {"不低于", normalize.OpAtLeast}, {"不小于", normalize.OpAtLeast}, {"至少", normalize.OpAtLeast}, {"达到", normalize.OpAtLeast},
	{"不超过", normalize.OpAtMost}, {"不高于", normalize.OpAtMost}, {"不大于", normalize.OpAtMost}, {"不多于", normalize.OpAtMost}, {"控制在", normalize.OpAtMost},
	{"大于", normalize.OpMore}, {"超过", normalize.OpMore}, {"高于", normalize.OpMore}, {"多于", normalize.OpMore},
	{"小于", normalize.OpLess}, {"低于", normalize.OpLess}, {"少于", normalize.OpLess}, {"等于", normalize.OpEqual},
}

// tails are comparators behind a value.
var tails = []struct {
	print string
	op    normalize.Op
}{
	{"及以上", normalize.OpAtLeast}, {"(含)以上", normalize.OpAtLeast}, {"以上", normalize.OpAtLeast}, {"及以下", normalize.OpAtMost}, {"以下", normalize.OpAtMost}, {"以内", normalize.OpAtMost}, {"之内", normalize.OpAtMost}, {"左右", normalize.OpEqual},
}

// Comparator reads a cell that holds a comparator alone (指标性质): ≥, =, 定性.
func Comparator(text string) (normalize.Op, bool) {
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
		return normalize.OpQualitative, true
	case "定量", "定量指标":
		return "", true
	}
	return "", false
}

// Target reads a target: comparator, value and unit, a date, a range, or words.
// A figure without a comparator is read as "=".
func Target(text, year string) *normalize.Field {
	f := quantity(text, year)
	if f.State != normalize.Parsed {
		return f
	}
	switch {
	case f.Date != "":
		f.Op = normalize.OpByDate
	case f.Op == "" && f.IsFigure():
		f.Op = normalize.OpEqual
	case f.Op == "":
		f.Op = normalize.OpQualitative
	}
	return f
}

// Actual reads what was done: a value with or without a unit, a date, or words.
func Actual(text, year string) *normalize.Field { return quantity(text, year) }

func quantity(text, year string) *normalize.Field {
	f := new(normalize.Field)
	Read(f, text, year)
	return f
}

// Read makes f, which must be new, what a text says: a value with a comparator
// and a unit, a date, a range, or words.
func Read(f *normalize.Field, text, year string) {
	f.Text, f.Reading = text, normalize.Read
	if IsNothing(text) {
		f.State, f.Reading = normalize.Blank, ""
		return
	}
	f.State, f.Value = normalize.Parsed, text
	if len(text) > 120 {
		return // words
	}
	s := lexicon.Fold(text)
	if d, ok := readDate(s, year); ok {
		f.Date, f.Value = d, d
		return
	}
	op, body := CutOp(s)
	per := ""
	if op == "" {
		body, per = cutLead(body)
	}
	n, rest, err := num.ReadPrefix(body)
	switch {
	case errors.Is(err, num.ErrSyntax):
		return
	case err != nil:
		f.State, f.Value = normalize.Garbled, ""
		return
	}
	if high, unit, ok := readRange(n, rest); ok && op == "" {
		f.Op, f.Low, f.High, f.Unit = normalize.OpRange, n.String(), high.String(), unit
		f.Value = n.String() + "-" + high.String()
		return
	}
	if smudged(rest) || Misread(body) || twoFigures(text) { // 3M.8万元, a 4 read as M; 2O
		f.State, f.Value = normalize.Garbled, ""
		return
	}
	rest, op = cutTail(rest, op)
	rest = strings.TrimPrefix(rest, "余") // 200余人
	if !unitLike(rest) || strings.HasPrefix(rest, "年") && isYear(n.String()) {
		return // words that start with a figure: 854万854万(高标准农田建设400万元,…), 2022年第四季度
	}
	f.SetNumber(n)
	f.Op, f.Unit = op, UnitName(rest)
	switch { // 每亩300元 is 300元/亩, 每亩300 says no unit of its own
	case per == "":
	case f.Unit == "":
		f.Unit = "每" + per
	default:
		f.Unit += "/" + per
	}
}

func CutOp(s string) (normalize.Op, string) {
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
		return h, UnitName(u2), true
	}
	return num.Decimal{}, "", false
}

func IsFigure(text string) bool { return Figure(text).IsFigure() }

// Words is a field of words.
func Words(text string) *normalize.Field {
	if IsNothing(text) {
		return &normalize.Field{Text: text, State: normalize.Blank}
	}
	return &normalize.Field{Text: text, Value: text, State: normalize.Parsed, Reading: normalize.Read}
}

// LooksNumeric reports text that starts like a figure and is none (2,283.1,4), or
// is one with letters for digits (IO).
func LooksNumeric(text string) bool {
	s := strings.TrimLeft(lexicon.Fold(text), "+-−¥")
	return startsWithDigit(s) || Misread(s)
}
