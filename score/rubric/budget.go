package rubric

import (
	"ziping/extract"
	"ziping/normalize"
	"ziping/score/budgetmarks"
	"ziping/score/rubric/formula"
	"ziping/text/num"
)

// Budget is how a set scores the execution of the budget.
type Budget struct{ RateRule }

// RateRule gives points for an execution rate.
type RateRule struct {
	ID   string
	Name extract.Text
	Kind RateKind
	// Of is the full mark the figures below are meant for; other full marks scale.
	Of num.Decimal
	// Bands are the points of ranges of the rate (RateBands).
	Bands []RateBand
	// Deduct points are taken for each Per the rate lies below From (RateStep),
	// counting whole steps (floor), begun ones (ceil) or parts of them (none).
	From, Per, Deduct num.Decimal
	Whole             Whole
	// RatePlaces are the places the rate is rounded to first, −1 for none.
	RatePlaces int32
	// Formula is that of a rule file (RateFormula).
	Formula *formula.Formula
}

// RateKind names a way to score a rate.
type RateKind string

// The kinds of rate rules.
const (
	RateLinear RateKind = "linear" // full mark × rate, never above the full mark
	RateBands  RateKind = "bands"
	RateStep   RateKind = "step"
	// RateFormula is a formula of a rule file.
	RateFormula RateKind = "formula"
)

// RateKinds are the words of rule files for them.
var RateKinds = []string{string(RateLinear), string(RateBands), string(RateStep), string(RateFormula)}

// RateNames are what a formula for the budget may use.
var RateNames = []string{"执行率", "结余率", "分值"}

// Whole says which steps of a deduction count.
type Whole string

// The ways of counting steps.
const (
	WholeFloor Whole = "floor"
	WholeCeil  Whole = "ceil"
	WholeNone  Whole = "none"
)

// Wholes are the words of rule files for them.
var Wholes = []string{string(WholeFloor), string(WholeCeil), string(WholeNone)}

// RateBand gives Points for rates from From up to, not including, Below
// (no bound if Below is 0).
type RateBand struct{ From, Below, Points num.Decimal }

// Points is what the rule gives for a rate in percent out of a full mark. ok is
// false where the rule says nothing of that rate.
func (b *RateRule) Points(rate Ratio, full num.Decimal) (Ratio, bool) {
	if !rate.Known() || full.Sign() <= 0 {
		return Ratio{}, false
	}
	if b.RatePlaces >= 0 {
		rate = whole(rate.Round(b.RatePlaces))
	}
	switch b.Kind {
	case RateLinear:
		return Quotient(rate.over.Mul(full), rate.under.Mul(hundred)).clamp(full), true
	case RateBands:
		if x := b.band(rate); x != nil {
			return Quotient(x.Points.Mul(full), b.Of), true
		}
	case RateStep:
		steps := Quotient(b.From.Mul(rate.under).Sub(rate.over), rate.under.Mul(b.Per))
		if steps.over.Sign() <= 0 {
			return whole(full), true
		}
		steps = b.Whole.count(steps)
		// full − Deduct × steps × full ÷ Of
		taken := Quotient(b.Deduct.Mul(steps.over).Mul(full), steps.under.Mul(b.Of))
		return Quotient(full.Mul(taken.under).Sub(taken.over), taken.under).clamp(full), true
	case RateFormula:
		over, under, ok := b.Formula.Points(map[string]formula.Value{
			RateNames[0]: {Over: rate.over, Under: rate.under},
			RateNames[1]: {Over: rate.under.Mul(hundred).Sub(rate.over), Under: rate.under},
			RateNames[2]: {Over: full, Under: one},
		})
		if !ok {
			return Ratio{}, false
		}
		return Quotient(over, under).clamp(full), true
	}
	return Ratio{}, false
}

// band is the one a rate lies in, nil if none.
func (b *RateRule) band(rate Ratio) *RateBand {
	for i := range b.Bands {
		if x := &b.Bands[i]; rate.Cmp(x.From) >= 0 && (x.Below.IsZero() || rate.Cmp(x.Below) < 0) {
			return x
		}
	}
	return nil
}

// count is a number of steps, of which the broken one counts or not.
func (w Whole) count(steps Ratio) Ratio {
	switch cut := steps.Truncate(0); {
	case w == WholeFloor:
		return whole(cut)
	case w == WholeCeil && steps.Cmp(cut) > 0:
		return whole(cut.Add(one))
	}
	return steps
}

// BudgetRow is the fund row whose score is the budget's (budgetmarks.Row),
// nil where no score that can be read is printed there.
func BudgetRow(r *normalize.Report) *normalize.FundRow {
	row := budgetmarks.Row(r)
	if row == nil {
		return nil
	}
	if _, ok := row.Score.Number(); !ok {
		return nil
	}
	return row
}

// Rates are the execution rates a score may have been worked out from: the
// exact quotient of the row's money, then the printed rate.
func Rates(r *normalize.Report, row *normalize.FundRow) []Ratio {
	var out []Ratio
	_, base := row.Base()
	b, ok1 := r.Amount(base)
	e, ok2 := r.Amount(row.Executed)
	if ok1 && ok2 && b.Sign() > 0 && e.Sign() >= 0 {
		out = append(out, Quotient(e.Shift(2), b))
	}
	if p, ok := row.ExecutionRate.Number(); ok && p.Sign() >= 0 {
		out = append(out, whole(p))
	}
	return out
}

// judge compares the budget's printed score with the rule.
func (s *Set) judgeBudget(r *normalize.Report) Outcome {
	row := BudgetRow(r)
	if row == nil {
		return Outcome{}
	}
	stated, _ := row.Score.Number()
	weight, _ := row.Weight.Number()
	return s.judgeRate(stated, weight, Rates(r, row))
}

// judgeRate compares a score with what the rule gives for one of the rates.
func (s *Set) judgeRate(stated, weight num.Decimal, rates []Ratio) Outcome {
	o := Outcome{Stated: stated, Weight: weight}
	if s.Budget.Kind == "" || weight.Sign() <= 0 {
		return o
	}
	o.byRate = &s.Budget.RateRule
	var usual Outcome
	for _, rate := range rates {
		points, ok := s.Budget.Points(rate, weight)
		if !ok {
			continue
		}
		try := o
		try.Expected, try.rate = points, rate
		if try = s.settle(try, 0); try.Verdict == Explained {
			return try
		}
		if usual.Verdict == Undecided {
			usual = try
		}
	}
	if usual.Verdict == Undecided {
		return o
	}
	return usual
}
