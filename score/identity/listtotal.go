package identity

import (
	"ziping/normalize"
	"ziping/text/num"
)

// totalOfList reports a total printed below the list that is of the list alone: with the
// budget's points its full mark makes a hundred, whether or not all rows are there.
// Scores that make it only together with the budget's say that it is the form's.
func totalOfList(r *normalize.Report) bool {
	row := BudgetRow(r)
	if row == nil || r.Total == nil {
		return false
	}
	printed, ok := r.Total.Weight.Number()
	budget, has := row.Weight.Number()
	if !ok || !has || budget.IsZero() || printed.Equal(fullMark) {
		return false
	}
	if !printed.Add(budget).Equal(fullMark) {
		return false
	}
	var scores num.Decimal
	for i := range r.Indicators {
		if n, ok := r.Indicators[i].Score.Number(); ok {
			scores = scores.Add(n)
		}
	}
	total, ok := r.Total.Score.Number()
	score, has := row.Score.Number()
	return !ok || !has || score.IsZero() || !scores.Add(score).Equal(total)
}
