package money

import (
	"ziping/normalize"
	"ziping/text/num"
)

// rateShape is how a rate is printed, as far as it tells.
type rateShape int

// Rates turns rates printed as fractions (0.958) into percents, where the
// row's own amounts say that they are, and no more rates of their column are
// printed in percent. One fraction among percents is a slip of the point, and
// stays as printed.
func Rates(f *normalize.Funds) {
	for _, c := range []struct{ rate, part normalize.Column }{{normalize.ExecutionRate, normalize.Executed}, {normalize.BalanceRate, normalize.Balance}} {
		var fractions []*normalize.Field
		percents := 0
		for i := range f.Rows {
			r := &f.Rows[i]
			switch rate := r.Column(c.rate); rateForm(rate, r.Column(c.part), whole(r)) {
			case inPercent:
				percents++
			case asFraction:
				fractions = append(fractions, rate)
			}
		}
		if percents > len(fractions) {
			continue
		}
		for _, rate := range fractions {
			n, _ := rate.Number()
			rate.SetNumber(n.Shift(2))
		}
	}
}

// whole is what the rates of a row are of: the budget, or where none is printed what was
// spent and what is left.
func whole(r *normalize.FundRow) *normalize.Field {
	if _, base := r.Base(); base != nil {
		return base
	}
	spent, ok1 := r.Executed.Number()
	left, ok2 := r.Balance.Number()
	if !ok1 || !ok2 {
		return nil
	}
	f := &normalize.Field{}
	f.SetNumber(spent.Add(left))
	return f
}

func rateForm(rate, part, whole *normalize.Field) rateShape {
	n, ok := rate.Number()
	if !ok || n.IsZero() {
		return untold
	}
	if rate.Unit == "%" || n.Abs().Cmp(num.New(15, 1)) > 0 {
		return inPercent
	}
	a, ok1 := part.Number()
	b, ok2 := whole.Number()
	if !ok1 || !ok2 {
		return untold
	}
	q, _ := a.Quo(b, 6) // of nothing it is nothing, to which no rate is nearer than to nothing in percent
	// Nearer to the quotient than to the quotient in percent.
	if n.Sub(q).Abs().Cmp(n.Sub(q.Shift(2)).Abs()) < 0 {
		return asFraction
	}
	return untold
}

const (
	untold     rateShape = iota
	inPercent            // 95.8, 95.8%
	asFraction           // 0.958
)
