package infer

import (
	"slices"

	"ziping/normalize"
	"ziping/score/rubric"
	"ziping/text/num"
)

// spending is a budget's score with the rates it may come from.
type spending struct {
	rates          []rubric.Ratio
	weight, stated num.Decimal
}

func (x *spending) by(b *rubric.RateRule) bool {
	for _, rate := range x.rates {
		if points, ok := b.Points(rate, x.weight); ok {
			// As in ExplainBudget: a 7 that stands for 6.56 explains nothing, but
			// an office may score in whole points by plain multiplication.
			lowest := int32(1)
			if b.Kind == rubric.RateLinear {
				lowest = 0
			}
			if _, gives := points.Prints(x.stated, lowest); gives {
				return true
			}
		}
	}
	return false
}

func spendings(forms []*normalize.Report) []spending {
	var out []spending
	for _, r := range forms {
		row := rubric.BudgetRow(r)
		if row == nil {
			continue
		}
		n, _ := row.Score.Number()
		w, ok := row.Weight.Number()
		if rs := rubric.Rates(r, row); ok && w.Sign() > 0 && len(rs) > 0 {
			out = append(out, spending{rs, w, n})
		}
	}
	return out
}

func (inf *Inference) inferBudget(forms []*normalize.Report, from []rubric.RateRule) {
	all := spendings(forms)
	best, e := 0, Evidence{Of: len(all)}
	for i := range from {
		n := 0
		for k := range all {
			if all[k].by(&from[i]) {
				n++
			}
		}
		switch {
		case n > e.Explained:
			best, e.Explained, e.Ties = i, n, 0
		case n == e.Explained && n > 0:
			e.Ties++
		}
	}
	rule := from[best]
	if e.Explained < e.Of {
		if table, n := bandTable(all); n > e.Explained {
			rule, e = table, Evidence{Explained: n, Of: e.Of}
		}
	}
	inf.Set.Budget.RateRule, inf.Evidence["budget"] = rule, e
}

// bandTable reads a table of bands off the scores, where they are few and grow
// with the rate: at least twice as many forms as bands, so that it says more
// than the forms themselves. The bounds are the roundest figures between.
func bandTable(all []spending) (rubric.RateRule, int) {
	sorted := slices.Clone(all)
	if len(sorted) == 0 || slices.ContainsFunc(sorted, func(x spending) bool { return !x.weight.Equal(sorted[0].weight) }) {
		return rubric.RateRule{}, 0
	}
	value := func(x *spending) num.Decimal { return x.rates[0].Round(4) }
	slices.SortFunc(sorted, func(a, b spending) int { return value(&a).Cmp(value(&b)) })
	rule := rubric.RateRule{Kind: rubric.RateBands, Of: sorted[0].weight, RatePlaces: -1}
	for i := range sorted {
		n := len(rule.Bands)
		switch {
		case n > 0 && sorted[i].stated.Cmp(rule.Bands[n-1].Points) < 0:
			return rubric.RateRule{}, 0
		case n > 0 && sorted[i].stated.Equal(rule.Bands[n-1].Points):
			continue
		}
		from := num.Decimal{}
		if i > 0 {
			from = roundest(value(&sorted[i-1]), value(&sorted[i]))
			rule.Bands[n-1].Below = from
		}
		rule.Bands = append(rule.Bands, rubric.RateBand{From: from, Points: sorted[i].stated})
	}
	if len(rule.Bands) < 2 || len(sorted) < 2*len(rule.Bands) {
		return rubric.RateRule{}, 0
	}
	slices.Reverse(rule.Bands)
	return rule, len(sorted)
}

// roundest is the figure above low and up to high that has the fewest digits:
// a multiple of 10, 5 or 1, else high itself.
func roundest(low, high num.Decimal) num.Decimal {
	for _, unit := range []int64{10, 5, 1} {
		u := num.FromInt(unit)
		if n := rubric.Quotient(high, u).Truncate(0).Mul(u); n.Cmp(low) > 0 {
			return n
		}
	}
	return high
}
