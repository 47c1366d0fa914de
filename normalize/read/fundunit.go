package read

import (
	"ziping/normalize"
	"ziping/text/units"
)

// moneyUnitFrom reads the unit printed with a heading: 项目资金(万元).
func (p *placer) moneyUnitFrom(it *item) {
	if p.rep.MoneyUnit != nil {
		return
	}
	if u, ok := units.MoneyIn(it.text); ok {
		p.rep.MoneyUnit = &normalize.Field{Text: u, Value: u, State: normalize.Parsed, Reading: normalize.Read, At: ref(it)}
	}
}

// moneyUnit is the unit of money that a text names and nothing else, or that
// stands first in its list of units (万元、%).
func moneyUnit(text string) string {
	if u := units.MoneyName(text); u != "" {
		return u
	}
	u, _ := units.MoneyFirst(text)
	return u
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
			if units.MoneyName(f.Unit) == "" || first != nil && first.Unit != f.Unit {
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
