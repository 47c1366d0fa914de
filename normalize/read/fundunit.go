package read

import (
	"strings"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/value"
)

// moneyUnitFrom reads the unit printed with a heading: 项目资金(万元).
func (p *placer) moneyUnitFrom(it *item) {
	if p.rep.MoneyUnit != nil {
		return
	}
	s := lexicon.Fold(it.text)
	for _, u := range []string{"万元", "亿元", "千元", "元"} {
		for _, pattern := range []string{"(" + u + ")", "(单位:" + u + ")", "单位:" + u} {
			if strings.Contains(s, pattern) {
				p.rep.MoneyUnit = &normalize.Field{Text: u, Value: u, State: normalize.Parsed, Reading: normalize.Read, At: ref(it)}
				return
			}
		}
	}
}

// moneyUnitFromValues takes the unit that every amount prints: 4773.24万元.
func (p *placer) moneyUnitFromValues() {
	if p.rep.MoneyUnit != nil || p.rep.Funds == nil {
		return
	}
	var first *normalize.Field
	for i := range p.rep.Funds.Rows {
		for _, c := range normalize.MoneyColumns {
			f := p.rep.Funds.Rows[i].Column(c)
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
		p.rep.MoneyUnit = &normalize.Field{Text: first.Unit, Value: first.Unit, State: normalize.Parsed, Reading: normalize.Read, At: first.At}
	}
}
