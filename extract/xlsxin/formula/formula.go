// Package formula works out formulas of a worksheet whose results the file does not hold:
// in decimals, and only what forms are filled in with. What it does not know (other
// sheets, names, whole columns, dates, most functions) it does not work out.
//
//	v, ok := formula.Work("SUM(B3:B5)/C6", func(row, col int) (formula.Value, bool) { … })
//	text, ok := v.Stored() // 95.2, as a file would hold it
package formula

import "ziping/text/num"

// Value is what a cell holds, or what a formula gives.
type Value struct {
	kind kind
	n    num.Decimal
	text string
}

type kind int

const (
	empty kind = iota
	number
	text
	truth   // of a comparison
	failure // what spreadsheets show as #DIV/0! or #VALUE!, of which IFERROR makes something else
)

// Text is the value of a cell of words.
func Text(s string) Value { return Value{kind: text, text: s} }

// Number is the value of a cell that holds a number, written as files write it; ok is false
// where it is none. As spreadsheets do, it takes fifteen of its figures.
func Number(stored string) (v Value, ok bool) {
	n, ok := parse(stored)
	return of(figures(n)), ok
}

func of(n num.Decimal) Value { return Value{kind: number, n: n} }

func holds(b bool) Value {
	v := Value{kind: truth}
	if b {
		v.n = num.FromInt(1)
	}
	return v
}

// Sheet says what a cell holds; a cell that is not there holds Value{}. ok is false where that
// is not known.
type Sheet func(row, col int) (v Value, ok bool)

// Work works a formula out, written without the sign of equality before it. ok is false where
// it says anything that is not known here, or gives what spreadsheets show as an error.
func Work(formula string, at Sheet) (v Value, ok bool) {
	tokens, ok := scan(formula)
	if !ok {
		return Value{}, false
	}
	p := parser{tokens: tokens}
	e := p.comparison()
	if e == nil || p.at < len(p.tokens) {
		return Value{}, false
	}
	v, ok = e(at)
	if v.kind == empty { // =B3, of an empty cell
		v = of(num.Decimal{})
	}
	return v, ok && (v.kind == number || v.kind == text)
}

// Stored is a value as a file would hold it, and whether it is a number.
func (v Value) Stored() (s string, isNumber bool) {
	if v.kind == text {
		return v.text, false
	}
	return figures(v.n).String(), true
}
