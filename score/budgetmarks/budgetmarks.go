// Package budgetmarks tells which row of money has the budget's points, and whether the list
// of indicators counts them already.
//
//	row := budgetmarks.Row(r)      // nil where the money has no scores
//	apart := budgetmarks.Apart(r)  // its points are no part of the form's sums
package budgetmarks

import (
	"strings"

	"ziping/normalize"
	"ziping/text/num"
)

// fullMark is what a form's points come to.
var fullMark = num.FromInt(100)

// Row is the fund row whose score is the budget's: the total row, else
// the first row with a score printed, else the first with a place for one. It
// is nil where the money block has no scores.
func Row(r *normalize.Report) *normalize.FundRow {
	if r.Funds == nil {
		return nil
	}
	var place, printed *normalize.FundRow
	for i := range r.Funds.Rows {
		row := &r.Funds.Rows[i]
		switch {
		case row.Score == nil:
		case !row.Score.IsBlank() && row.Source == "total":
			return row
		case !row.Score.IsBlank() && printed == nil:
			printed = row
		case place == nil || row.Source == "total":
			place = row
		}
	}
	if printed != nil {
		return printed
	}
	return place
}

// Apart reports that the budget's points are no part of the form's sums: the total
// is one of the list alone, or the list has a row of its own for the budget, whose points
// stand above it once more.
func Apart(r *normalize.Report) bool {
	row := Row(r)
	if row == nil {
		return false
	}
	return totalOfList(r, row) || inList(r, row)
}

// totalOfList reports a total printed below the list that is of the list alone: with the
// budget's points its full mark makes a hundred, whether or not all rows are there.
// Scores that make it only together with the budget's say that it is the form's.
func totalOfList(r *normalize.Report, row *normalize.FundRow) bool {
	if r.Total == nil {
		return false
	}
	printed, ok := r.Total.Weight.Number()
	budget, _ := row.Weight.Number()
	if !ok || budget.IsZero() || !printed.Add(budget).Equal(fullMark) {
		return false
	}
	scores := listSum(r, normalize.Score)
	total, ok := r.Total.Score.Number()
	score, _ := row.Score.Number()
	return !ok || score.IsZero() || !scores.Add(score).Equal(total)
}

// inList reports a list that leaves the budget no points beside it. Its weights make the
// full mark alone, or its scores the total, and neither does so together with the
// budget's; and it has a row that says what the budget's does, or the budget has no weight
// that would say otherwise.
func inList(r *normalize.Report, row *normalize.FundRow) bool {
	s := shareOf(r, row)
	if s.beside {
		return false
	}
	return s.byWeights && !s.weighed || (s.byWeights || s.byScores) && repeated(r, row)
}

// Twice reports a list with a row that says what the budget's does, where no sum
// tells whether the budget's points count beside it.
func Twice(r *normalize.Report) bool {
	row := Row(r)
	if row == nil || !repeated(r, row) {
		return false
	}
	s := shareOf(r, row)
	return !s.beside && !s.byWeights && !s.byScores
}

// Count counts the rows of the whole money that have marks of their own: a form has one.
func Count(r *normalize.Report) (n int) {
	if r.Funds == nil {
		return 0
	}
	for i := range r.Funds.Rows {
		row := &r.Funds.Rows[i]
		if (row.Source == "total" || strings.HasPrefix(row.Source, "total_")) && row.Weight.IsFigure() && row.Score.IsFigure() {
			n++
		}
	}
	return n
}

// share is what the sums say of the budget's points.
type share struct {
	weighed             bool // a weight is printed with them
	beside              bool // they are a part of the sums, beside the list's, or there are none
	byWeights, byScores bool // the list's weights make the full mark alone, its scores the total
}

func shareOf(r *normalize.Report, row *normalize.FundRow) (s share) {
	full := fullMark
	var total num.Decimal
	var totalled bool
	if r.Total != nil {
		if n, ok := r.Total.Weight.Number(); ok {
			full = n
		}
		total, totalled = r.Total.Score.Number()
	}
	weights, scores := listSum(r, normalize.Weight), listSum(r, normalize.Score)
	weight, weighed := row.Weight.Number()
	score, scored := row.Score.Number()
	s.weighed = weighed
	s.beside = !scored || score.IsZero() || weighed && (weight.IsZero() || weights.Add(weight).Equal(full)) || totalled && scores.Add(score).Equal(total)
	s.byWeights, s.byScores = weights.Equal(full), totalled && scores.Equal(total)
	return s
}

// repeated reports a row of the list that says what the budget's does: its actual value is
// the rate, its score the budget's.
func repeated(r *normalize.Report, row *normalize.FundRow) bool {
	rate, rated := row.ExecutionRate.Number()
	score, _ := row.Score.Number()
	for i := range r.Indicators {
		x := &r.Indicators[i]
		actual, ok := x.Actual.Number()
		own, scored := x.Score.Number()
		if rated && ok && scored && actual.Equal(rate) && own.Equal(score) {
			return true
		}
	}
	return false
}

// listSum is what a column of the list comes to.
func listSum(r *normalize.Report, c normalize.Column) num.Decimal {
	var sum num.Decimal
	for i := range r.Indicators {
		f := r.Indicators[i].Weight
		if c == normalize.Score {
			f = r.Indicators[i].Score
		}
		if n, ok := f.Number(); ok {
			sum = sum.Add(n)
		}
	}
	return sum
}
