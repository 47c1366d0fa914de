package read

import (
	"strings"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/value"
)

// moneyUnitFrom reads the unit printed with a heading: 项目资金(万元).
func (d *draft) moneyUnitFrom(it *item) {
	if d.rep.MoneyUnit != nil {
		return
	}
	s := lexicon.Fold(it.text)
	for _, u := range []string{"万元", "亿元", "千元", "元"} {
		for _, pattern := range []string{"(" + u + ")", "(单位:" + u + ")", "单位:" + u} {
			if strings.Contains(s, pattern) {
				d.rep.MoneyUnit = &normalize.Field{Text: u, Value: u, State: normalize.Parsed, Reading: normalize.Read, At: it.ref()}
				return
			}
		}
	}
}

// moneyUnitFromValues takes the unit that every amount prints: 4773.24万元.
func (d *draft) moneyUnitFromValues() {
	if d.rep.MoneyUnit != nil || d.rep.Funds == nil {
		return
	}
	var first *normalize.Field
	for i := range d.rep.Funds.Rows {
		for _, c := range normalize.MoneyColumns {
			f := d.rep.Funds.Rows[i].Column(c)
			if f == nil || !f.IsFigure() {
				continue
			}
			if !value.IsMoneyUnit(f.Unit) || first != nil && first.Unit != f.Unit {
				return
			}
			if first == nil {
				first = f
			}
		}
	}
	if first != nil {
		d.rep.MoneyUnit = &normalize.Field{Text: first.Unit, Value: first.Unit, State: normalize.Parsed, Reading: normalize.Read, At: first.At}
	}
}
