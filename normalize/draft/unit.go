package draft

import (
	"strings"
	"unicode/utf8"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/text/units"
)

// UnitFrom reads the unit printed with a heading: 项目资金(万元).
func (d *Draft) UnitFrom(it *table.Item) {
	if d.Report.MoneyUnit != nil {
		return
	}
	if printed, u := moneyIn(it.Text); u != "" {
		d.Report.MoneyUnit = &normalize.Field{Text: printed, Value: u, State: normalize.Parsed, Reading: normalize.Read, At: it.Ref()}
	}
}

// moneyIn is the unit of money that a heading states, as it is printed (萬元) and by its
// name (万元).
func moneyIn(text string) (printed, unit string) {
	s := lexicon.Simplified(text)
	unit, _ = units.MoneyIn(s)
	printed = unit
	if at := strings.LastIndex(s, unit); unit != "" && s != text && at >= 0 { // character for character
		from := utf8.RuneCountInString(s[:at])
		printed = string([]rune(text)[from : from+utf8.RuneCountInString(unit)])
	}
	return printed, unit
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

// UnitFromLabels takes the unit in brackets behind the labels and headings above the list,
// where no block of money has one of its own and they name one unit alone.
func (d *Draft) UnitFromLabels() {
	if d.Report.MoneyUnit != nil || d.Report.Funds == nil {
		return
	}
	above := len(d.Lines)
	for i := range d.Blocks {
		if d.Blocks[i].Kind == table.IndicatorBlock {
			above = min(above, d.Blocks[i].Head)
		}
	}
	var found *table.Item
	unit := ""
	for _, l := range d.Lines[:above] {
		for k := range l.Items {
			it := &l.Items[k]
			if it.Role != normalize.RoleLabel && it.Role != normalize.RoleHeading {
				continue
			}
			switch _, u := moneyIn(it.Text); {
			case u == "":
			case unit != "" && unit != u:
				return
			case found == nil:
				found, unit = it, u
			}
		}
	}
	if found != nil {
		d.UnitFrom(found)
	}
}

// UnitFromValues takes the unit that every amount prints: 4773.24万元.
func (d *Draft) UnitFromValues() {
	if d.Report.MoneyUnit != nil || d.Report.Funds == nil {
		return
	}
	var first *normalize.Field
	for i := range d.Report.Funds.Rows {
		for _, c := range normalize.MoneyColumns {
			f := d.Report.Funds.Rows[i].Column(c)
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
		d.Report.MoneyUnit = &normalize.Field{Text: first.Unit, Value: units.MoneyName(first.Unit), State: normalize.Parsed, Reading: normalize.Read, At: first.At}
	}
}
