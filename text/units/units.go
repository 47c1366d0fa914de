// Package units is the one table of what figures are counted in.
//
//	power, ok := units.Money("人民币万元") // 4: an amount in it, times 10⁴, is in 元
//	power, base := units.Split("万人次")   // 4, "人次"
//	unit, ok := units.MoneyIn("项目资金（单位：万元）") // "万元"
//
// Units of money and of marks are closed lists: behind an amount of money or a
// mark, anything else is no unit but a misprint. What quantities are counted in is
// open; the table holds the usual words, their magnitudes and other spellings.
package units

import (
	"slices"
	"strings"

	"ziping/text/blank"
)

// MoneyName is a unit of money by its usual name: 万元 for 万元, 人民币万元, (万元)
// and 万; "" for anything else.
func MoneyName(unit string) string {
	t := data()
	if _, ok := t.Money[unit]; ok || unit == "" { // most
		return unit
	}
	s := strings.Trim(blank.Fold(unit), "()[]:")
	for _, c := range t.Currency {
		s = strings.Trim(strings.TrimSuffix(strings.TrimPrefix(s, c), c), "():,、/")
	}
	if _, ok := t.Money[s]; ok {
		return s
	}
	return t.MoneyAlone[s]
}

// Money is the power of ten between a unit of money and 元: 4 for 万元.
func Money(unit string) (power int32, ok bool) {
	name := MoneyName(unit)
	return data().Money[name], name != ""
}

// Mark reports a unit that marks are printed with.
func Mark(unit string) bool {
	return slices.Contains(data().Marks, unit)
}

// Share is the power of ten between a share of a whole and a percent: −1 for ‰.
func Share(unit string) (power int32, ok bool) {
	power, ok = data().Shares[unit]
	return power, ok
}

// longest is more bytes than any unit of the table has, with blanks in it.
const longest = 48

// Is reports a text that is a unit of the table and nothing else: 个, 万人次, 元/人.
func Is(text string) bool {
	if len(text) > longest {
		return false
	}
	t := data()
	s := blank.Fold(text)
	if t.known[s] {
		return true
	}
	what, per, divided := strings.Cut(s, "/")
	return t.known[t.withoutScale(what)] && (!divided || t.known[per])
}

func (t *table) withoutScale(unit string) string {
	for _, w := range t.scales {
		if rest, ok := strings.CutPrefix(unit, w); ok && rest != "" {
			return rest
		}
	}
	return unit
}

// Split parts a printed unit into its power of ten and what is counted: 万人次 is
// 4 and 人次. Two units are of a kind when what is counted is equal.
func Split(unit string) (power int32, base string) {
	t := data()
	base = unit
	if !strings.HasPrefix(unit, "百分") {
		for _, w := range t.scales {
			if rest, ok := strings.CutPrefix(unit, w); ok && w != "十" {
				power, base = t.Magnitudes[w], rest
				break
			}
		}
	}
	if s, ok := t.Same[base]; ok {
		return power + s.power, s.base
	}
	return power, base
}

// Counted lists what is counted in running text, Magnitudes the words before it
// with their powers of ten.
func Counted() []string { return data().Counted }

// ShareSigns are the signs of shares, which are never differences of shares as
// words for them may be.
func ShareSigns() []string { return data().ShareSigns }

// Magnitudes are the number words that stand between a figure and its unit.
func Magnitudes() map[string]int32 { return data().Magnitudes }
