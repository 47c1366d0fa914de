package value

import (
	"strings"

	"ziping/normalize"
	"ziping/text/blank"
	"ziping/text/num"
	"ziping/text/numerals"
	"ziping/text/units"
)

// IsNothing reports an empty cell or a mark for one.
func IsNothing(text string) bool {
	if text == "" {
		return true
	}
	w := vocabulary()
	return w.mayBeNothing[text[0]] && w.nothing[numerals.WithoutNote(blank.Fold(text))]
}

// Figure reads a cell that should hold one figure: money, a rate, marks. A unit
// of these behind it (万元, %, 分) is kept; with anything else it is garbled.
func Figure(text string) *normalize.Field {
	f := &normalize.Field{Text: text, Reading: normalize.Read}
	if saysNothing(text) {
		f.State, f.Reading = normalize.Blank, ""
		return f
	}
	n, unit, ok := amount(text)
	if !ok {
		f.State = normalize.Garbled
		return f
	}
	f.SetNumber(n)
	f.Unit = unit
	return f
}

// Mark reads a cell that should hold a mark. Marks do not reach thousands, so that a
// blank inside one parts two of them: 10 100 are a mark and its full mark.
func Mark(text string) *normalize.Field { return AsMark(Figure(text)) }

// AsMark is a figure read as a mark.
func AsMark(f *normalize.Field) *normalize.Field {
	if f.IsFigure() && strings.Contains(blank.Close(f.Text), " ") {
		return &normalize.Field{Text: f.Text, State: normalize.Garbled, Reading: normalize.Read}
	}
	return f
}

// saysNothing reports an empty cell, a mark for one, or 无 where a figure should be.
func saysNothing(text string) bool {
	if IsNothing(text) {
		return true
	}
	for _, w := range vocabulary().None {
		if text == w {
			return true
		}
	}
	return false
}

// longestAmount is more bytes than an amount has with its unit and a remark.
const longestAmount = 160

// closed is a text closed up, if it is short enough to be an amount, whatever blanks
// part its characters.
func closed(text string) (s string, ok bool) {
	const spaced = 8
	if len(text) > spaced*longestAmount {
		return "", false
	}
	s = bare(withoutFootnotes(blank.Close(text)))
	return s, len(s) <= longestAmount
}

// amount reads a text that is one figure with a unit of money, marks or shares of a
// whole, or none.
func amount(text string) (n num.Decimal, unit string, ok bool) {
	s, ok := closed(text)
	if !ok {
		return n, "", false
	}
	if n, rest, err := num.Scan(s); err == nil && rest == "" { // most cells
		return n, "", true
	}
	t := lex(s)
	if t.list[0].class != figure {
		return n, "", false
	}
	unit, ok = t.unit(1)
	if !ok {
		return n, "", false
	}
	if name, ok := counted(unit); ok {
		return t.list[0].n, name, true
	}
	return n, "", false
}

// bare is a text without a sign of currency before its figure and a full stop behind.
func bare(s string) string {
	w := vocabulary()
	if rest, ok := cutPrefix(s, w.CurrencySigns); ok && (startsWithDigit(rest) || signed(rest)) {
		s = rest
	}
	s, _ = cutSuffix(s, w.Stop)
	return s
}

// counted is the usual spelling of a unit of money, marks or shares. The list of
// them is closed: behind an amount anything else is a misprint (746.4З, 774.80*).
func counted(unit string) (name string, ok bool) {
	if unit == "" || units.Mark(unit) {
		return unit, true
	}
	if _, ok := units.Share(unit); ok {
		return UnitName(unit), true
	}
	full, _ := cutSuffix(unit, vocabulary().Whole)
	if name := units.MoneyName(full); name != "" {
		if strings.HasPrefix(name, full) { // 854万 prints no 元
			return full, true
		}
		return name, true
	}
	return "", false
}

// unit puts together what stands behind a figure, from token i on: its unit, with a
// bracket that belongs to it (人(次)), without a remark or one that the bound itself
// counts (95%(含)以上). ok is false where more is said than that.
func (t *tokens) unit(i int) (unit string, ok bool) {
	if !t.whole {
		return "", false
	}
	remarked := false
	for ; i < t.n; i++ {
		switch k := &t.list[i]; k.class {
		case word:
			if remarked {
				return "", false
			}
			unit += k.text
		case remark:
			switch inner := k.text; {
			case includes(inner):
			case isTail(inner): // 90%(以上)
				unit += inner
			case strings.ContainsAny(inner, "0123456789"):
				return "", false
			case unit == "" || units.InBrackets(inner):
				unit += "(" + inner + ")"
			default:
				remarked = true
			}
		default:
			return "", false
		}
	}
	return unit, true
}

// isTail reports a comparator as it stands behind a value.
func isTail(remark string) bool {
	for _, c := range vocabulary().behind {
		if remark == c.print {
			return true
		}
	}
	return false
}

// includes reports a remark that the bound itself counts: 含, 含100%.
func includes(remark string) bool {
	_, ok := cutPrefix(remark, vocabulary().Includes)
	return ok
}

// IsFigure reports a text that is one figure, whatever it counts: 12, 12个, 3.5万元.
func IsFigure(text string) bool {
	if saysNothing(text) {
		return false
	}
	s, short := closed(text)
	if !short || !startsWithDigit(s) && !signed(s) {
		return false
	}
	t := lex(s)
	if c := t.list[0].class; c != figure && c != year {
		return false
	}
	unit, ok := t.unit(1)
	return ok && units.Open(unit)
}

// LooksNumeric reports text that starts like a figure and is none (2,283.1,4), or
// is one with letters for digits (IO).
func LooksNumeric(text string) bool {
	if len(text) > 4*longestAmount {
		text = text[:4*longestAmount]
	}
	s := strings.TrimLeft(blank.Close(text), "+-−¥")
	return startsWithDigit(s) || Misread(s)
}

// UnitName gives a unit its usual spelling.
func UnitName(s string) string {
	if power, ok := units.Share(s); ok && power == 0 {
		return "%"
	}
	return s
}

// Misread reports a figure some of whose digits became letters: IO for 10, 2O
// for 20, l5.3 for 15.3.
func Misread(s string) bool {
	const short, bare = 12, 3 // with digits, and letters alone
	if s == "" || len(s) > short || !startsWithDigit(s) && !likeDigit(s[0]) && !likeDigitBefore(s[0]) {
		return false
	}
	s = strings.TrimSuffix(s, "%")
	letters := 0
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9', c == '.':
		case likeDigit(c), likeDigitBefore(c) && i+1 < len(s) && (s[i+1] == '.' || startsWithDigit(s[i+1:])): // 5M is a unit
			letters++
		default:
			return false
		}
	}
	return letters > 0 && (letters < len(s) || len(s) <= bare && strings.ContainsAny(s, "OIl"))
}
