// Package value reads what one cell says, without regard to where it stands:
// text comes in, a normalize.Field goes out.
//
//	value.Figure("1,234.50万元")          // 1234.5 with the unit 万元
//	value.Target("≥95%", "2023")          // at least 95, in %
//	value.Actual("2023年11月底前", "2023") // the date 2023-11
//	value.Grade("优(S≥90)")               // 优, threshold S≥90
//
// A cell is read whole or not at all. Its text is closed up (blank.Close) and cut
// into tokens, of which each takes all that could belong to it: figures, words,
// remarks, dashes. What they are together is a value, a date or words. What starts
// like a figure and goes on as something else is Garbled, an empty cell or a mark
// for one is Blank, and neither is ever a number. Units of money, marks and rates
// are those of text/units; the words around figures are in words.yaml.
package value

import "ziping/normalize"

// Words is a field of words. The number of a note behind them is no part of its value.
func Words(text string) *normalize.Field {
	if IsNothing(text) {
		return &normalize.Field{Text: text, State: normalize.Blank}
	}
	return &normalize.Field{Text: text, Value: wordsOf(text), State: normalize.Parsed, Reading: normalize.Read}
}
