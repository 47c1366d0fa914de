package witness

import (
	"slices"
	"strings"

	"ziping/normalize"
	"ziping/text/num"
	"ziping/text/units"
)

// products are the amounts that so many of a thing cost, in yuan: what one costs
// (元/台) times how many there are, where only one indicator counts in that unit. An
// unlikely product to come upon by chance, so long as its figures are several.
func products(list []normalize.Indicator, of func(*normalize.Indicator) *normalize.Field) (out []amount) {
	count := map[string]num.Decimal{}
	times := map[string]int{}
	for i := range list {
		if f := of(&list[i]); f != nil && f.Unit != "" && f.Unit != "%" {
			if n, ok := f.Number(); ok {
				count[f.Unit] = n
				times[f.Unit]++
			}
		}
	}
	for i := range list {
		f := of(&list[i])
		n, ok := f.Number()
		if !ok {
			continue
		}
		unit, thing, _ := strings.Cut(f.Unit, "/")
		if power, money := units.Money(unit); money && times[thing] == 1 {
			all := n.Shift(power).Mul(count[thing])
			out = append(out, amount{says: all, low: all, high: all, made: true})
		}
	}
	return out
}

// bounded is the amount of the total row that is thousands of times what the whole is
// said to cost (项目总成本 ≤16万元), and all or at least half of it in yuan.
func bounded(r *normalize.Report, whole []string) (path normalize.Path, n num.Decimal, cost *normalize.Indicator) {
	total := r.Funds.Row("total")
	if total == nil {
		return path, n, nil
	}
	for i := range r.Indicators {
		x := &r.Indicators[i]
		if x.Name.IsBlank() || !hasOne(x.Name.Text, whole) {
			continue
		}
		most, ok := x.Target.Number()
		if !ok || x.Target.Op == normalize.OpAtLeast {
			continue
		}
		power, money := units.Money(x.Target.Unit)
		if !money {
			continue
		}
		most = most.Shift(power)
		for _, c := range normalize.MoneyColumns {
			f := total.Column(c)
			n, ok := f.Number()
			if ok && (f.Unit == "" || f.Unit == r.MoneyUnit.Value) && n.Cmp(leastWitnessed) >= 0 && n.Cmp(most) <= 0 && n.Mul(num.FromInt(2)).Cmp(most) >= 0 {
				return normalize.FundPath(total.Source, c), n, x
			}
		}
	}
	return path, n, nil
}

// perOne reports a figure, so many characters into a text, whose clause says before it
// that it is of each, and bears no witness of all of it.
func perOne(text string, at int, each []string) bool {
	before := string([]rune(text)[:at])
	if i := strings.LastIndexAny(before, clauseEnds); i >= 0 {
		before = before[i:]
	}
	return hasOne(before, each)
}

// hasOne reports a text with one of the words in it.
func hasOne(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}

// clauseEnds part what is said of one figure from what is said of the next.
const clauseEnds = ",;.\n\uff0c\uff1b\u3002\u3001"
