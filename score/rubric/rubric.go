// Package rubric holds scoring rules as data: how a score follows from target,
// actual and weight, how the budget's score follows from the execution rate,
// from which figure on an over-completion needs a reason, the grades, and when
// generous self-scoring should raise an alarm.
//
//	set, why := rubric.Choose(&report)
//	set.Indicators(&report)[1].Verdict // Explained: 11016 ÷ 11282 × 5 = 4.88
//
// A rule set is one YAML file in sets; a user's own is read by Load. A rule
// that nobody knows is said to be unknown: it never makes an error of a form.
package rubric

import (
	"ziping/extract"
	"ziping/normalize/num"
)

// Set is one rule set.
type Set struct {
	ID      string
	Name    extract.Text
	Sources []Source
	Applies Applies
	// Weights are the points of the form's parts as the rule fixes them
	// (budget, output, benefit, satisfaction); empty where it fixes none.
	Weights []Weight
	Budget  Budget
	Targets Targets
	// OverCompletion is the percentage of its target from which an actual needs a reason.
	OverCompletion num.Decimal
	Grades         []Grade
	Alarm          Alarm
}

// Source says where a rule was read. A source that is not Confirmed is general
// knowledge and must not be quoted as a notice.
type Source struct {
	Text      extract.Text
	Confirmed bool
}

// Applies says which forms a rule set is chosen for. Families and regions are
// alternatives; the year bounds them both, 0 meaning no bound.
type Applies struct {
	Families []string
	Regions  []string
	From, To int
	Default  bool
}

// Weight is the points a rule gives to one part of the form.
type Weight struct {
	Part   string
	Points num.Decimal
}

// Grade is a grade with the lowest percentage of the full mark that earns it.
type Grade struct {
	Name string
	From num.Decimal
}

// Alarm says when indicator scores are too generous beside the execution of
// the budget: Gap is how many percent the budget's share of its points may stay
// behind the indicators' share of theirs, Unspent the percentage of the budget
// left over that is worth a look by itself.
type Alarm struct {
	Gap     num.Decimal
	Unspent num.Decimal
}

// Grade returns the grade of a total out of a full mark, "" where the set has
// no grades or full is 0.
func (s *Set) Grade(total, full num.Decimal) string {
	if s == nil || full.Sign() <= 0 {
		return ""
	}
	share := total.Shift(2)
	for _, g := range s.Grades {
		if share.Cmp(g.From.Mul(full)) >= 0 {
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
