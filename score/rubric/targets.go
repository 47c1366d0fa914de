package rubric

import (
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score/rubric/formula"
	"ziping/text/num"
)

// Targets says how an indicator's score follows from its target and actual.
// Each comparator has its formulas, the usual one first; a score that another
// of them gives is explained too, for offices use both.
type Targets struct {
	AtLeast, AtMost, Equal, Range []Formula
	// OnTime is whether a date met earns full marks; LateIsZero whether a date
	// missed earns nothing (else it is a matter of judgement).
	OnTime, LateIsZero bool
	// NegativeIsZero counts a negative actual as 0 before scoring a target that asks for more.
	NegativeIsZero bool
	// ZeroIsLimit is whether a target of exactly 0 that is passed earns nothing.
	ZeroIsLimit bool
	Bands       []Band
	// Coefficient is the heading of a column with the share of the weight that
	// was earned (得分系数), Deduction of one with the points taken off: where a
	// row fills it, it decides.
	Coefficient, Deduction string
	// Named are further formulas for indicators of certain names.
	Named []Named
	// Over are the cuts for targets passed by far, from low to high.
	Over []Over
	// Unfilled bounds the points of indicators that were not filled in.
	Unfilled []Unfilled
}

// Named is further formulas for indicators whose name contains one of the words.
type Named struct {
	Names    []string
	Formulas []Formula
}

// Over is what a target passed by far costs: from a completion of From percent
// on Cut percent of the weight, or as much as completion passes From (ByExcess),
// or as much as somebody judges right.
type Over struct {
	From, Cut        num.Decimal
	ByExcess, Judged bool
}

// Unfilled is the most points of an indicator under a level that is not filled in.
type Unfilled struct {
	Level string
	Top   num.Decimal
}

// Formula is a named way to score a missed target; a target that is met earns
// full marks under every formula.
type Formula struct {
	Kind Kind
	// Floor is the percentage of completion below which nothing is earned.
	Floor num.Decimal
	// Deduct points are taken for each Per the actual misses the target by
	// (KindStep): in its own unit, or if Relative in percent of the target.
	Deduct, Per num.Decimal
	Relative    bool
	Whole       Whole
	// Points is the formula of a rule file (KindFormula).
	Points *formula.Formula
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
	KindFormula Kind = "formula" // as a rule file says
)

// Kinds are the words of rule files for them.
var Kinds = []string{string(KindRatio), string(KindInverse), string(KindExcess), string(KindStep), string(KindNone), string(KindFormula)}

// TargetNames are what a formula for targets may use, in the order of targetValues.
var TargetNames = []string{"完成值", "指标值", "分值", "完成率", "偏离率"}

// Band is a step of qualitative scoring: words that say it, and the
// percentages of the weight it may earn.
type Band struct {
	Words    []string
	Has      []string
	Low, Top num.Decimal
}

// Missed are the formulas for a missed target: by its comparator, then by the
// indicator's name.
func (t *Targets) Missed(p Progress, x *normalize.Indicator) (lists [3][]Formula) {
	switch p.Op {
	case normalize.OpAtLeast, normalize.OpMore:
		lists[0] = t.AtLeast
	case normalize.OpAtMost, normalize.OpLess:
		lists[0] = t.AtMost
	case normalize.OpEqual:
		if lists[0] = t.Equal; p.Target.IsZero() && t.ZeroIsLimit {
			lists[1] = nothing
		}
	case normalize.OpRange:
		lists[0] = t.Range
	}
	if x.Name == nil {
		return lists
	}
	for i := range t.Named {
		for _, name := range t.Named[i].Names {
			if strings.Contains(x.Name.Text, name) {
				lists[2] = t.Named[i].Formulas
				return lists
			}
		}
	}
	return lists
}

var nothing = []Formula{{Kind: KindNone}}

// over is the highest step of over-completion that was reached, nil if none.
func (t *Targets) over(p Progress) *Over {
	if len(t.Over) == 0 {
		return nil
	}
	done, ok := p.Completion()
	if !ok {
		return nil
	}
	percent := done.Times(hundred)
	for i := len(t.Over) - 1; i >= 0; i-- {
		if percent.Cmp(t.Over[i].From) >= 0 {
			return &t.Over[i]
		}
	}
	return nil
}

// points is what is left of the weight.
func (v *Over) points(done Ratio, weight num.Decimal) Ratio {
	if v.ByExcess {
		// weight × (1 − (done − From)), done in hundredths
		left := Quotient(done.under.Mul(hundred.Add(v.From)).Sub(done.over.Shift(2)), done.under.Mul(hundred))
		return left.Times(weight).clamp(weight)
	}
	return Quotient(hundred.Sub(v.Cut).Mul(weight), hundred).clamp(weight)
}

// unfilled is the bound for a row under one of the levels that has no target or
// no actual, nil for others.
func (t *Targets) unfilled(x *normalize.Indicator) *Unfilled {
	if len(t.Unfilled) == 0 || !x.Target.IsBlank() && !x.Actual.IsBlank() {
		return nil
	}
	for i := range t.Unfilled {
		for _, l := range []*normalize.Field{x.Level1, x.Level2} {
			if l != nil && strings.Contains(l.Text, t.Unfilled[i].Level) {
				return &t.Unfilled[i]
			}
		}
	}
	return nil
}

// Earned is what a missed target earns under f. ok is false where the formula
// says nothing (a ratio of a target of 0).
func (f Formula) Earned(p Progress, weight num.Decimal) (Ratio, bool) {
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
		if f.Relative {
			if t.Sign() <= 0 {
				return Ratio{}, false
			}
			steps = Quotient(a.Sub(t).Abs().Shift(2), f.Per.Mul(t))
		}
		steps = f.Whole.count(steps)
		return Quotient(weight.Mul(steps.under).Sub(f.Deduct.Mul(steps.over)), steps.under).clamp(weight), true
	case KindFormula:
		over, under, ok := f.Points.Points(targetValues(p, weight))
		if !ok {
			return Ratio{}, false
		}
		return Quotient(over, under).clamp(weight), true
	default:
		return Ratio{}, false
	}
	if share.Times(hundred).Cmp(f.Floor) < 0 {
		return whole(zero), true
	}
	return share.Times(weight).clamp(weight), true
}

// below reports whether the floor takes all points.
func (f Formula) below(p Progress) bool {
	points, ok := f.Earned(p, one)
	return ok && points.over.IsZero()
}

// targetValues are the figures of a row under the names of formulas.
func targetValues(p Progress, weight num.Decimal) map[string]formula.Value {
	a, t := p.Actual, p.Target
	return map[string]formula.Value{
		TargetNames[0]: {Over: a, Under: one}, TargetNames[1]: {Over: t, Under: one}, TargetNames[2]: {Over: weight, Under: one},
		TargetNames[3]: {Over: a.Shift(2), Under: t}, TargetNames[4]: {Over: a.Sub(t).Abs().Shift(2), Under: t.Abs()},
	}
}

// say is the formula with its figures: 11016 ÷ 11282 × 5.
func (f Formula) say(p Progress, weight num.Decimal) extract.Text {
	a, t, w := p.Actual.Printed(), p.Target.Printed(), weight.String()
	both := func(s string) extract.Text { return extract.Text{ZH: s, EN: s} }
	if f.Floor.Sign() > 0 && f.below(p) {
		floor := f.Floor.String() + "%"
		return extract.Text{ZH: a + " ÷ " + t + " 不足 " + floor + "，不得分", EN: a + " ÷ " + t + " is below " + floor + ": nothing"}
	}
	switch f.Kind {
	case KindRatio:
		return both(a + " ÷ " + t + " × " + w)
	case KindInverse:
		return both(t + " ÷ " + a + " × " + w)
	case KindExcess:
		return both("(1 − |" + a + " − " + t + "| ÷ " + t + ") × " + w)
	case KindStep:
		missed := "|" + a + " − " + t + "|"
		if f.Relative {
			missed += " × 100 ÷ " + t
		}
		if f.Per.Cmp(one) != 0 {
			missed += " ÷ " + f.Per.String()
		}
		s := both(w + " − " + f.Deduct.String() + " × " + missed)
		return extract.Text{ZH: s.ZH + wholeWords[f.Whole].ZH, EN: s.EN + wholeWords[f.Whole].EN}
	case KindFormula:
		names := strings.NewReplacer("完成值", a, "指标值", t, "分值", w)
		return both(names.Replace(f.Points.String()))
	}
	return extract.Text{ZH: "未达标不得分", EN: "nothing unless the target is met"}
}
