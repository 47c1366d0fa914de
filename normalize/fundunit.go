package normalize

import (
	"strings"

	"ziping/normalize/lexicon"
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
				p.rep.MoneyUnit = &Field{Text: u, Value: u, State: Parsed, Reading: Read, At: ref(it)}
				return
			}
		}
	}
}

func isMoneyUnit(s string) bool {
	return s == "元" || s == "万元" || s == "亿元" || s == "千元" || s == "百万元"
}

// moneyUnitFromValues takes the unit that every amount prints: 4773.24万元.
func (p *placer) moneyUnitFromValues() {
	if p.rep.MoneyUnit != nil || p.rep.Funds == nil {
		return
	}
	var first *Field
	for i := range p.rep.Funds.Rows {
		for _, c := range MoneyColumns {
			f := p.rep.Funds.Rows[i].Column(c)
			if f == nil || !f.isNum {
				continue
			}
			if !isMoneyUnit(f.Unit) || first != nil && first.Unit != f.Unit {
				return
			}
			if first == nil {
				first = f
			}
		}
	}
	if first != nil {
		p.rep.MoneyUnit = &Field{Text: first.Unit, Value: first.Unit, State: Parsed, Reading: Read, At: first.At}
	}
}
