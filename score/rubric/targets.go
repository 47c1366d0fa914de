package rubric

import (
	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/num"
)

// Targets says how an indicator's score follows from its target and actual.
// Each comparator has its formulas, the usual one first; a score that another
// of them gives is explained too, for offices use both.
type Targets struct {
	AtLeast, AtMost, Equal, Range []Formula
	// OnTime is whether a date met earns full marks (a date missed is a matter of judgement).
	OnTime bool
	// NegativeIsZero counts a negative actual as 0 before scoring a target that asks for more.
	NegativeIsZero bool
	Bands          []Band
	// Coefficient is the heading of a column with the share of the weight that
	// was earned (得分系数): where a row fills it, it decides.
	Coefficient string
}

// Formula is a named way to score a missed target; a target that is met earns
// full marks under every formula.
type Formula struct {
	Kind Kind
	// Floor is the percentage of completion below which nothing is earned.
	Floor num.Decimal
	// Deduct points are taken for each Per the actual misses the target by (KindStep).
	Deduct, Per num.Decimal
}

// Kind names a formula.
type Kind string

// The formulas.
const (
	KindRatio   Kind = "ratio"   // actual ÷ target
	KindInverse Kind = "inverse" // target ÷ actual
	KindExcess  Kind = "excess"  // 1 − |actual − target| ÷ target
	KindStep    Kind = "step"    // a deduction for each step missed
	KindNone    Kind = "none"    // nothing
)

var kinds = []string{string(KindRatio), string(KindInverse), string(KindExcess), string(KindStep), string(KindNone)}

// Band is a step of qualitative scoring: words that say it, and the
// percentages of the weight it may earn.
type Band struct {
	Words    []string
	Has      []string
	Low, Top num.Decimal
}

// formulas are those for a target's comparator.
func (t *Targets) formulas(op normalize.Op) []Formula {
	switch op {
	case normalize.OpAtLeast, normalize.OpMore:
		return t.AtLeast
	case normalize.OpAtMost, normalize.OpLess:
		return t.AtMost
	case normalize.OpEqual:
		return t.Equal
	case normalize.OpRange:
		return t.Range
	}
	return nil
}

// points is what a missed target earns under f. ok is false where the formula
// says nothing (a ratio of a target of 0).
func (f Formula) points(p Progress, weight num.Decimal) (Ratio, bool) {
	a, t := p.Actual, p.Target
	var share Ratio
	switch f.Kind {
	case KindNone:
		return whole(zero), true
	case KindRatio:
		if t.Sign() <= 0 {
			return Ratio{}, false
		}
		share = Quotient(a, t)
	case KindInverse:
		if a.Sign() <= 0 || t.Sign() < 0 {
			return Ratio{}, false
		}
		share = Quotient(t, a)
	case KindExcess:
		if t.Sign() <= 0 {
			return Ratio{}, false
		}
		share = Quotient(t.Sub(a.Sub(t).Abs()), t)
	case KindStep:
		steps := Quotient(a.Sub(t).Abs(), f.Per)
		return Quotient(weight.Mul(steps.under).Sub(f.Deduct.Mul(steps.over)), steps.under).clamp(weight), true
	default:
		return Ratio{}, false
	}
	if share.Times(hundred).Cmp(f.Floor) < 0 {
		return whole(zero), true
	}
	return share.Times(weight).clamp(weight), true
}

// say is the formula with its figures: 11016 ÷ 11282 × 5.
func (f Formula) say(p Progress, weight num.Decimal) extract.Text {
	a, t, w := p.Actual.Printed(), p.Target.Printed(), weight.String()
	both := func(s string) extract.Text { return extract.Text{ZH: s, EN: s} }
	switch f.Kind {
	case KindRatio:
		return both(a + " ÷ " + t + " × " + w)
	case KindInverse:
		return both(t + " ÷ " + a + " × " + w)
	case KindExcess:
		return both("(1 − |" + a + " − " + t + "| ÷ " + t + ") × " + w)
	case KindStep:
		s := w + " − " + f.Deduct.String() + " × |" + a + " − " + t + "| ÷ " + f.Per.String()
		return both(s)
	}
	return extract.Text{ZH: "未达标不得分", EN: "nothing unless the target is met"}
}
