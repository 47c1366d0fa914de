package rubric

import (
	"strings"

	"ziping/normalize"
	"ziping/normalize/num"
)

// Verdict is what a rule set says of a printed score.
type Verdict int

// The verdicts. Undecided is the zero value: no rule applies, or what it needs
// is not printed.
const (
	Undecided Verdict = iota
	Explained
	Differs
)

// Outcome is what a rule set says of one score.
type Outcome struct {
	Verdict  Verdict
	Stated   num.Decimal
	Weight   num.Decimal
	Expected Ratio    // by the formula that explains the print, else by the usual one; not Known for bands
	Band     *Band    // of a qualitative score
	Rounding Rounding // that explains the print
	Progress Progress

	formula     Formula
	coefficient num.Decimal
	byRate      *RateRule // of the budget's score
	rate        Ratio
}

// Indicators compares every printed indicator score of a form with what the
// set gives, one outcome for each row. A nil set decides nothing.
func (s *Set) Indicators(r *normalize.Report) []Outcome {
	out := make([]Outcome, len(r.Indicators))
	if s == nil {
		return out
	}
	lowest := lowestPlaces(r)
	for i := range r.Indicators {
		out[i] = s.indicator(&r.Indicators[i], lowest)
	}
	return out
}

// BudgetScore compares the printed score of the budget's execution with what
// the set gives. A nil set decides nothing.
func (s *Set) BudgetScore(r *normalize.Report) Outcome {
	if s == nil {
		return Outcome{}
	}
	return s.Budget.judge(r)
}

// lowestPlaces is 1 on a form that prints tenths or hundredths of points, on
// which a whole number is not 4.88 rounded; else 0.
func lowestPlaces(r *normalize.Report) int32 {
	for i := range r.Indicators {
		if n, ok := r.Indicators[i].Score.Number(); ok && n.Significant() > 0 {
			return 1
		}
	}
	return 0
}

// indicator judges one row.
func (s *Set) indicator(x *normalize.Indicator, lowest int32) Outcome {
	var o Outcome
	var ok bool
	if o.Weight, ok = x.Weight.Number(); !ok || o.Weight.Sign() <= 0 {
		return o
	}
	stated, scored := x.Score.Number()
	if !scored {
		return o
	}
	o.Stated = stated
	if c, ok := s.coefficient(x); ok {
		o.coefficient = c
		o.Expected = Quotient(c.Mul(o.Weight), hundred)
		return o.settle(lowest)
	}
	o.Progress = Of(x)
	switch p := o.Progress; {
	case p.Op == normalize.OpQualitative:
		return s.qualitative(o, x)
	case p.Op == normalize.OpByDate && !s.Targets.OnTime:
		return o
	case p.Met == Yes:
		o.Expected = whole(o.Weight)
		return o.settle(lowest)
	case p.Met == No && p.Numbers:
		return s.missed(o, lowest)
	}
	return o
}

// missed judges the score of a quantitative target that was not met.
func (s *Set) missed(o Outcome, lowest int32) Outcome {
	p := o.Progress
	if s.Targets.NegativeIsZero && p.Actual.Sign() < 0 {
		p.Actual = zero
	}
	var usual Outcome
	for _, f := range s.Targets.formulas(p.Op) {
		points, ok := f.points(p, o.Weight)
		if !ok {
			continue
		}
		try := o
		try.formula, try.Expected = f, points
		if try = try.settle(lowest); try.Verdict == Explained {
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

// settle compares the print with what is expected.
func (o Outcome) settle(lowest int32) Outcome {
	o.Verdict = Differs
	if how, ok := o.Expected.Prints(o.Stated, lowest); ok {
		o.Verdict, o.Rounding = Explained, how
	}
	return o
}

// qualitative judges an answer in words by the band whose words it uses. Other
// words (较上年明显提高) are for a person to weigh.
func (s *Set) qualitative(o Outcome, x *normalize.Indicator) Outcome {
	said := strings.Trim(x.Actual.Text, " \u3000。.;\uff1b")
	for i := range s.Targets.Bands {
		b := &s.Targets.Bands[i]
		if !b.says(said) {
			continue
		}
		o.Band = b
		share := o.Stated.Shift(2)
		o.Verdict = Differs
		if share.Cmp(b.Low.Mul(o.Weight)) >= 0 && share.Cmp(b.Top.Mul(o.Weight)) <= 0 {
			o.Verdict = Explained
		}
		return o
	}
	return o
}

func (b *Band) says(text string) bool {
	for _, w := range b.Words {
		if text == w {
			return true
		}
	}
	for _, w := range b.Has {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// coefficient is the printed share of the weight (得分系数 95%), in percent.
func (s *Set) coefficient(x *normalize.Indicator) (num.Decimal, bool) {
	if s.Targets.Coefficient == "" {
		return num.Decimal{}, false
	}
	for _, l := range x.Other {
		if !strings.Contains(l.Label, s.Targets.Coefficient) || l.IsBlank() {
			continue
		}
		n, err := num.Parse(strings.TrimRight(strings.TrimSpace(l.Text), "%\uff05"))
		return n, err == nil && n.Sign() >= 0 && n.Cmp(hundred) <= 0
	}
	return num.Decimal{}, false
}
