// Package marks tells which readings of the rows of a list make its sums: the weights
// the full mark, and the scores the total.
//
//	marks.Reaching(from, steps, wanted, left)         // the steps that lead to the sums wanted
//	changed := (&marks.List{Rows: …}).Settle(total)   // rows that only so add up
package marks

import (
	"ziping/normalize"
	"ziping/text/num"
)

// Sum is a sum of weights and one of scores.
type Sum struct{ Weight, Score num.Decimal }

// With adds the marks of a row; what is no figure adds nothing.
func (m Sum) With(weight, score *normalize.Field) Sum {
	if weight.IsFigure() {
		m.Weight = m.Weight.Add(weight.Figure())
	}
	if score.IsFigure() {
		m.Score = m.Score.Add(score.Figure())
	}
	return m
}

// Add adds two sums.
func (m Sum) Add(o Sum) Sum { return Sum{m.Weight.Add(o.Weight), m.Score.Add(o.Score)} }

func (m Sum) key() string { return m.Weight.String() + " " + m.Score.String() }

// mostSums bounds the search below: sums of the rows so far, times the different
// steps from them. Marks of whole points have ten thousand sums.
const mostSums = 100_000

// Reaching marks the steps that occur in a way from the first sums to the ones
// wanted, a step for each row; false where there is no way. It goes by the sums of
// the rows so far, of which there are few however many readings lead to them.
func Reaching(from Sum, steps [][]Sum, wanted func(Sum) bool, left [][]bool) bool {
	sums := make([]map[string]Sum, len(steps)+1) // that the rows before can have
	sums[0] = map[string]Sum{from.key(): from}
	work := 0
	for n := range steps {
		sums[n+1] = map[string]Sum{}
		for _, step := range different(steps[n]) {
			if work += len(sums[n]); work > mostSums {
				return false
			}
			for _, m := range sums[n] {
				next := m.Add(step)
				sums[n+1][next.key()] = next
			}
		}
	}
	leads := map[string]bool{} // the sums from which a wanted one is reached
	for key, m := range sums[len(steps)] {
		if wanted(m) {
			leads[key] = true
		}
	}
	for n := len(steps) - 1; n >= 0; n-- {
		before := map[string]bool{}
		good := map[string]bool{}
		for _, step := range different(steps[n]) {
			for key, m := range sums[n] {
				if leads[m.Add(step).key()] {
					before[key], good[step.key()] = true, true
				}
			}
		}
		for k, step := range steps[n] {
			left[n][k] = left[n][k] || good[step.key()]
		}
		leads = before
	}
	return len(leads) > 0
}

// different are the steps without those that add the same.
func different(steps []Sum) []Sum {
	var out []Sum
	seen := map[string]bool{}
	for _, s := range steps {
		if key := s.key(); !seen[key] {
			seen[key] = true
			out = append(out, s)
		}
	}
	return out
}
