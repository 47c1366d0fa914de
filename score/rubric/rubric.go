// Package rubric holds scoring rules as data: how a score follows from target,
// actual and weight, how the budget's score follows from the execution rate,
// from which figure on an over-completion needs a reason, the grades, and when
// generous self-scoring should raise an alarm.
//
//	set, why := sets.Choose(&report)
//	set.Indicators(&report)[1].Verdict // Explained: 11016 ÷ 11282 × 5 = 4.88
//
// This package is what a rule is and what it says of a form. Package sets reads
// rules from YAML and chooses one, package infer goes from scores back to rules.
// A rule that nobody knows is said to be unknown: it never makes an error of a form.
package rubric

import (
	"ziping/extract"
	"ziping/text/num"
)

// Set is one rule set.
type Set struct {
	ID      string
	Name    extract.Text
	Sources []Source
	Applies Applies
	// Base is the embedded set that gives what the file does not say, "" if none.
	Base string
	// Weights are the points of the form's parts as the rule fixes them
	// (budget, output, benefit, satisfaction); empty where it fixes none.
	Weights []Weight
	// EqualSplit is whether the points of a second level are split equally over
	// its indicators; it stands in for weights that are not printed.
	EqualSplit bool
	// Rescale is whether indicators that do not apply are dropped and the rest
	// brought back to the full mark.
	Rescale bool
	// Places are the decimal places scores have under the rule, −1 where it does
	// not say; Rounding is how they get there, NotRounded where either way will do.
	Places   int32
	Rounding Rounding
	Budget   Budget
	Targets  Targets
	// OverCompletion is the percentage of its target from which an actual needs
	// a reason; OverZero the figure from which it does where the target is 0.
	OverCompletion, OverZero num.Decimal
	Reasons                  Reasons
	Grades                   []Grade
	// GradesByMarks is whether grades begin at marks and not at percentages of the full mark.
	GradesByMarks bool
	Alarm         Alarm
	// Notes are rules that no check works out.
	Notes []extract.Text
	// Examples are worked examples, from the source where it has some; NoExamples
	// says why there are none.
	Examples   []Example
	NoExamples extract.Text
}

// Source says where a rule was read. A source that is not Confirmed is general
// knowledge and must not be quoted as a notice.
type Source struct {
	Text      extract.Text
	Confirmed bool
}

// Confirmed reports whether every source of the set was read.
func (s *Set) Confirmed() bool {
	for i := range s.Sources {
		if !s.Sources[i].Confirmed {
			return false
		}
	}
	return true
}

// Applies says which forms a rule set is chosen for. Families and regions are
// alternatives; the year bounds them both, 0 meaning no bound.
type Applies struct {
	Families []string
	Regions  []string
	From, To int
	Default  bool
}

// In reports a year that the rule is for. One that is not printed speaks against none.
func (a Applies) In(year int) bool {
	if year == 0 {
		return true
	}
	return (a.From == 0 || year >= a.From) && (a.To == 0 || year <= a.To)
}

// Weight is the points a rule gives to one part of the form.
type Weight struct {
	Part   string
	Points num.Decimal
}

// Reasons says what else than points lost and over-completion needs a reason.
type Reasons struct {
	RateBelow  num.Decimal // an execution rate below this, in percent
	Adjustment bool        // any change of the budget in mid-year
	Deviation  num.Decimal // an actual that misses or passes its target by more, in percent
}

// Grade is a grade with the lowest percentage of the full mark (or the lowest
// marks) that earns it; with Above that figure itself does not.
type Grade struct {
	Name  string
	From  num.Decimal
	Above bool
}

// Alarm says when indicator scores are too generous beside the execution of
// the budget: Gap is how many percent of the indicators' share of their points the
// budget's share of its own may lack, Unspent the percentage of the budget
// left over that is worth a look by itself.
type Alarm struct {
	Gap      num.Decimal
	Unspent  num.Decimal
	NoBudget bool // marks for a budget of 0
}

// Grade returns the grade of a total out of a full mark, "" where the set has
// no grades for it or full is 0.
func (s *Set) Grade(total, full num.Decimal) string {
	if s == nil || full.Sign() <= 0 {
		return ""
	}
	for _, g := range s.Grades {
		mark, from := total.Shift(2), g.From.Mul(full)
		if s.GradesByMarks {
			mark, from = total, g.From
		}
		if c := mark.Cmp(from); c > 0 || c == 0 && !g.Above {
			return g.Name
		}
	}
	return ""
}

var (
	zero    = num.FromInt(0)
	one     = num.FromInt(1)
	two     = num.FromInt(2)
	hundred = num.FromInt(100)
)
