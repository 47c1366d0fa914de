package rubric

import (
	"ziping/normalize"
	"ziping/text/num"
)

// Generosity compares the indicators' share of their points with the budget's.
type Generosity struct {
	Indicators, IndicatorWeight num.Decimal
	Budget, BudgetWeight        num.Decimal
	Gap                         num.Decimal // percent of the indicators' share that the budget's lacks, to one place
	Points                      num.Decimal // percentage points between the shares, to one place
	TooWide                     bool        // the gap is beyond the set's alarm
	NoBudget                    bool        // marks for a budget of 0, which the set's alarm names
	Unspent                     bool        // more of the budget is left than the set's alarm allows
	BudgetPath                  normalize.Path
}

// Generous compares the two shares. ok is false where the form does not print
// all scores and weights it takes.
func (s *Set) Generous(r *normalize.Report) (g Generosity, ok bool) {
	if s == nil || s.Alarm.Gap.IsZero() {
		return g, false
	}
	row := BudgetRow(r)
	if row == nil {
		return g, false
	}
	g.BudgetPath = normalize.FundPath(row.Source, normalize.Score)
	g.Budget, _ = row.Score.Number()
	if g.BudgetWeight, ok = row.Weight.Number(); !ok || g.BudgetWeight.Sign() <= 0 {
		return g, false
	}
	for i := range r.Indicators {
		x := &r.Indicators[i]
		w, ok1 := x.Weight.Number()
		n, ok2 := x.Score.Number()
		if ok1 != ok2 {
			return g, false
		}
		if ok1 {
			g.Indicators, g.IndicatorWeight = g.Indicators.Add(n), g.IndicatorWeight.Add(w)
		}
	}
	if g.Indicators.Sign() <= 0 || g.IndicatorWeight.Sign() <= 0 {
		return g, false
	}
	// (I/Iw − B/Bw) ÷ (I/Iw) = (I·Bw − B·Iw) ÷ (I·Bw)
	all := g.Indicators.Mul(g.BudgetWeight)
	gap := Quotient(all.Sub(g.Budget.Mul(g.IndicatorWeight)).Shift(2), all)
	g.Gap, g.TooWide = gap.Round(1), gap.Cmp(s.Alarm.Gap) > 0
	// I/Iw − B/Bw = (I·Bw − B·Iw) ÷ (Iw·Bw)
	g.Points = Quotient(all.Sub(g.Budget.Mul(g.IndicatorWeight)).Shift(2), g.IndicatorWeight.Mul(g.BudgetWeight)).Round(1)
	if b, ok := row.Budget.Number(); ok && b.IsZero() && g.Budget.Sign() > 0 {
		g.NoBudget = s.Alarm.NoBudget
	}
	if rs := Rates(r, row); len(rs) > 0 && !s.Alarm.Unspent.IsZero() {
		g.Unspent = rs[0].Cmp(hundred.Sub(s.Alarm.Unspent)) < 0
	}
	return g, true
}
