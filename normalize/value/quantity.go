package value

import (
	"strings"
	"unicode/utf8"

	"ziping/normalize"
	"ziping/text/blank"
	"ziping/text/dates"
	"ziping/text/num"
	"ziping/text/numerals"
	"ziping/text/units"
)

// Comparator reads a cell that holds a comparator alone (指标性质): ≥, =, 定性.
func Comparator(text string) (normalize.Op, bool) {
	w := vocabulary()
	if len(text) > 4*w.longestBefore { // blanks may part its characters
		return "", false
	}
	s := numerals.WithoutNote(blank.Fold(text))
	if s == "" || startsPlain(s) {
		return "", false
	}
	for _, c := range w.before[s[0]] {
		if s == c.print {
			return c.op, true
		}
	}
	switch {
	case is(s, w.Qualitative):
		return normalize.OpQualitative, true
	case is(s, w.Quantitative):
		return "", true
	}
	return "", false
}

func is(s string, words []string) bool {
	for _, w := range words {
		if s == w {
			return true
		}
	}
	return false
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

// longestValue is more bytes than a value has; longer text is words.
const longestValue = 120

// Read makes f, which must be new, what a text says: a value with a comparator
// and a unit, a date, a range, or words. Digits that are no figure, and a day that
// no calendar has, are garbled.
func Read(f *normalize.Field, text, year string) {
	f.Text, f.Reading = text, normalize.Read
	if IsNothing(text) {
		f.State, f.Reading = normalize.Blank, ""
		return
	}
	f.State, f.Value = normalize.Parsed, wordsOf(text)
	if len(text) > 4*longestValue {
		return
	}
	s := withoutFootnotes(blank.Close(text))
	if len(s) > longestValue {
		return
	}
	switch date, kind := dates.Read(s, year); kind {
	case dates.Real:
		f.Date, f.Value = date, date
		return
	case dates.Impossible:
		garble(f)
		return
	}
	op, body := CutOp(bare(s))
	per := ""
	switch {
	case op == "":
		op, body, per = cutLead(body)
	case !startsWithDigit(body):
		if said, ok := cutDeed(bare(body)); ok {
			body = said
		}
	}
	body = bare(body)
	if Misread(body) && strings.ContainsAny(body, "0123456789") {
		garble(f)
		return
	}
	if !startsWithDigit(body) && !signed(body) {
		return
	}
	if n, rest, err := num.Scan(body); err == nil && (rest == "" || rest == "%") { // most
		fill(f, n, rest, op, per)
		return
	}
	t := lex(body)
	readValue(f, &t, op, per)
}

func garble(f *normalize.Field) { f.State, f.Value = normalize.Garbled, "" }

// readValue makes f the value that tokens give, if they do.
func readValue(f *normalize.Field, t *tokens, op normalize.Op, per string) {
	switch t.list[0].class {
	case broken:
		garble(f)
		return
	case apart: // 10 10; but a list of words may begin with two figures
		if unit, ok := t.unit(1); ok && (unit == "" || units.Is(unit)) {
			garble(f)
		}
		return
	}
	if op == "" && t.fillRange(f) {
		return
	}
	rest, ok := t.unit(1)
	if !ok || t.list[0].class != figure {
		return
	}
	fill(f, t.list[0].n, rest, op, per)
}

// fill makes f a figure with what stands behind it, if that can be its unit.
func fill(f *normalize.Field, n num.Decimal, rest string, op normalize.Op, per string) {
	unit, op := cutTail(rest, op)
	unit, _ = cutPrefix(unit, vocabulary().More)
	switch {
	case units.Open(unit):
	case units.Strange(unit): // 746.4З, 35*: what became of the rest of the figure
		garble(f)
		return
	default:
		return // words that start with a figure: 12345热线办结率
	}
	f.SetNumber(n)
	f.Op, f.Unit = op, UnitName(unit)
	switch { // 每亩300元 is 300元/亩, 每亩300 says no unit of its own
	case per == "":
	case f.Unit == "":
		f.Unit = vocabulary().Per[0] + per
	default:
		f.Unit += "/" + per
	}
}

// CutOp takes a comparator off the front of a text.
func CutOp(s string) (normalize.Op, string) {
	if startsPlain(s) || s == "" {
		return "", s
	}
	for _, c := range vocabulary().before[s[0]] {
		if rest, ok := strings.CutPrefix(s, c.print); ok {
			return c.op, rest
		}
	}
	return "", s
}

// HoldsTarget reports a comparator with a figure behind it within a text: 道路里程≥3公里.
func HoldsTarget(s string) bool {
	for i := range s {
		if op, rest := CutOp(s[i:]); op != "" && startsPlain(rest) {
			return i > 0
		}
	}
	return false
}

// startsPlain reports a text that starts with a figure: most cells, and those
// hold no comparator in front.
func startsPlain(s string) bool {
	return s != "" && (s[0] >= '0' && s[0] <= '9' || s[0] == '-')
}

// fillRange makes f a range if the tokens are one: a-b, a~b, a至b, with the unit on
// one or both sides.
func (t *tokens) fillRange(f *normalize.Field) bool {
	i := 1
	low, unit := t.list[0].n, ""
	if i < t.n && t.list[i].class == word {
		unit = t.list[i].text
		i++
	}
	if i+1 >= t.n || t.list[i].class != dash {
		return false
	}
	high := &t.list[i+1]
	if high.class != figure && high.class != year {
		return false
	}
	last, ok := t.unit(i + 2)
	if !ok || !units.Open(unit) || !units.Open(last) || unit != "" && unit != last || high.n.Cmp(low) < 0 {
		return false
	}
	f.Op, f.Low, f.High, f.Unit = normalize.OpRange, low.String(), high.n.String(), UnitName(last)
	f.Value = f.Low + "-" + f.High
	return true
}

// cutDeed takes off what is done between a comparator and its figure, and to what behind
// the unit: 至少全年完成2次宣传 is at least 2次.
func cutDeed(s string) (rest string, ok bool) {
	at := strings.IndexAny(s, "0123456789")
	if at <= 0 {
		return s, false
	}
	deed := s[:at]
	for deed != "" {
		cut, ok := cutPrefix(deed, vocabulary().Deeds)
		if !ok {
			return s, false
		}
		deed = cut
	}
	_, behind, err := num.Scan(s[at:])
	if err != nil || strings.ContainsAny(behind, "0123456789") {
		return s, false
	}
	for end := len(behind); end > 0; { // the longest unit that it begins with
		if unit := behind[:end]; units.Is(unit) {
			return strings.TrimSuffix(s[at:], behind) + unit, true
		}
		_, size := utf8.DecodeLastRuneInString(behind[:end])
		end -= size
	}
	return s[at:], true
}

// cutLead takes a word off that does not change the figure behind it, and 每亩,
// 每月 in front of one, with the comparator behind that.
func cutLead(s string) (op normalize.Op, rest, per string) {
	if s == "" || s[0] < utf8.RuneSelf {
		return "", s, ""
	}
	w := vocabulary()
	for _, lead := range w.Lead {
		if r, ok := strings.CutPrefix(s, lead); ok && startsWithDigit(r) {
			return "", r, ""
		}
	}
	const longestPer = 3
	if r, ok := cutPrefix(s, w.Per); ok {
		if i := strings.IndexAny(r, "0123456789"); i > 0 {
			op, per = cutOpBehind(r[:i])
			if per != "" && utf8.RuneCountInString(per) <= longestPer && !units.Strange(per) {
				return op, r[i:], per
			}
		}
	}
	return "", s, ""
}

// cutOpBehind takes a comparator off the end of words before a figure: 每年≥1次.
func cutOpBehind(s string) (normalize.Op, string) {
	var op normalize.Op
	rest := s
	for _, list := range vocabulary().before {
		for _, c := range list {
			if r, ok := strings.CutSuffix(s, c.print); ok && len(r) < len(rest) { // the longest
				op, rest = c.op, r
			}
		}
	}
	return op, rest
}

// cutTail takes off what stands behind the unit: a comparator in words (以上), a
// time within which (天内), 完成. A comparator before the figure is the stronger.
func cutTail(rest string, op normalize.Op) (string, normalize.Op) {
	if rest == "" {
		return "", op
	}
	w := vocabulary()
	says := func(o normalize.Op) normalize.Op {
		if op == "" {
			return o
		}
		return op
	}
	for _, c := range w.behind {
		if unit, ok := strings.CutSuffix(rest, c.print); ok {
			return unit, says(c.op)
		}
	}
	if unit, ok := cutSuffix(rest, w.Within); ok {
		if _, ok := cutSuffix(unit, w.Times); ok {
			return unit, says(normalize.OpAtMost)
		}
	}
	unit, _ := cutSuffix(rest, w.Done)
	return unit, op
}
