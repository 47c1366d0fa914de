package rubric

import (
	"slices"

	"ziping/normalize"
	"ziping/normalize/num"
)

// Attempt is what one common budget rule gives for a form.
type Attempt struct {
	Rule   *RateRule
	Points num.Decimal // to two places
	Gives  bool        // the printed score

	exact Ratio
}

// ExplainBudget tries the common budget rules on a form whose budget score the
// chosen set does not explain. It returns none where the form does not print
// what they need.
func ExplainBudget(r *normalize.Report) []Attempt {
	row := BudgetRow(r)
	if row == nil {
		return nil
	}
	stated, _ := row.Score.Number()
	weight, ok := row.Weight.Number()
	if !ok {
		return nil
	}
	rules := CommonBudgetRules()
	var out []Attempt
	for i := range rules {
		var first *Attempt
		// By hand the printed rate is used (100 − 93.11), so it goes first.
		for _, rate := range slices.Backward(rates(row)) {
			points, ok := rules[i].Points(rate, weight)
			if !ok {
				continue
			}
			// A 7 that stands for 6.56 would explain nothing: only tenths may be rounded.
			_, gives := points.Prints(stated, 1)
			if first == nil || gives {
				first = &Attempt{Rule: &rules[i], exact: points, Gives: gives}
			}
			if gives {
				break
			}
		}
		if first != nil {
			first.Points = first.exact.Round(2)
			out = append(out, *first)
		}
	}
	return out
}
