package infer

import (
	"slices"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score/rubric"
	"ziping/score/rubric/sets"
	"ziping/text/num"
)

// Attempt is what one common budget rule gives for a form.
type Attempt struct {
	Rule   *rubric.RateRule
	Points num.Decimal // to two places
	Gives  bool        // the printed score

	exact rubric.Ratio
}

// ExplainBudget tries the common budget rules on a form whose budget score the
// chosen set does not explain. It returns none where the form does not print
// what they need.
func ExplainBudget(r *normalize.Report) []Attempt {
	row := rubric.BudgetRow(r)
	if row == nil {
		return nil
	}
	stated, _ := row.Score.Number()
	weight, ok := row.Weight.Number()
	if !ok {
		return nil
	}
	rules := sets.BudgetRules()
	var out []Attempt
	for i := range rules {
		var first *Attempt
		// By hand the printed rate is used (100 − 93.11), so it goes first.
		for _, rate := range slices.Backward(rubric.Rates(r, row)) {
			points, ok := rules[i].Points(rate, weight)
			if !ok {
				continue
			}
			// A 7 that stands for 6.56 would explain nothing: only tenths may be rounded.
			_, gives := points.Prints(stated, 1)
			if first == nil || gives {
				first = &Attempt{Rule: &rules[i], exact: points, Gives: gives}
			}
			if gives {
				break
			}
		}
		if first != nil {
			first.Points = first.exact.Round(2)
			out = append(out, *first)
		}
	}
	return out
}

// Explanation is what known rules give for one score of a form.
type Explanation struct {
	Field          normalize.Path
	Name           string // of the indicator, "" for the budget
	Stated, Weight num.Decimal
	Verdict        rubric.Verdict // of the set the form was tested by
	Expected       string         // by that set, "" where it gives no one figure
	Rule           extract.Text   // by which it does
	Gives          []extract.Text
	Not            []Attempted
}

// Attempted is a rule that gives another score.
type Attempted struct {
	Rule   extract.Text
	Points num.Decimal
}

// Explain lists, for each printed score of a form, which known rules give it
// and which do not.
func Explain(s *rubric.Set, r *normalize.Report) []Explanation {
	var out []Explanation
	if row := rubric.BudgetRow(r); row != nil {
		o := s.BudgetScore(r)
		e := Explanation{Field: normalize.FundPath(row.Source, normalize.Score), Stated: o.Stated, Weight: o.Weight, Verdict: o.Verdict, Expected: expects(s, &o), Rule: o.Rule()}
		for _, a := range ExplainBudget(r) {
			if a.Gives {
				e.Gives = append(e.Gives, a.Rule.Name)
			} else {
				e.Not = append(e.Not, Attempted{a.Rule.Name, a.Points})
			}
		}
		out = append(out, e)
	}
	c := sets.Candidates()
	lowest := s.LowestPlaces(r)
	for i, o := range s.Indicators(r) {
		x := &r.Indicators[i]
		stated, ok := x.Score.Number()
		if !ok {
			continue
		}
		e := Explanation{Field: normalize.IndicatorPath(i, normalize.Score), Stated: stated, Weight: o.Weight, Verdict: o.Verdict, Expected: expects(s, &o), Rule: o.Rule()}
		if !x.Name.IsBlank() {
			e.Name = x.Name.Text
		}
		e.try(o.Progress, x, &c.Targets, lowest)
		out = append(out, e)
	}
	return out
}

// expects is what a set expects.
func expects(s *rubric.Set, o *rubric.Outcome) string {
	if o.Verdict == rubric.Undecided || !o.Expected.Known() {
		return ""
	}
	return s.Points(o).String()
}

// try lists the plain candidates for a missed figure; floors only where they
// count, the many steps only where they give the score and nothing plain does.
func (e *Explanation) try(p rubric.Progress, x *normalize.Indicator, t *rubric.Targets, lowest int32) {
	if p.Met != rubric.No || !p.Numbers {
		return
	}
	lists := t.Missed(p, x)
	for _, steps := range []bool{false, true} {
		for i := range lists[0] {
			f := &lists[0][i]
			points, ok := f.Earned(p, e.Weight)
			if !ok || (f.Kind == rubric.KindStep) != steps || f.Floor.Sign() > 0 && points.Sign() > 0 {
				continue
			}
			if _, gives := points.Prints(e.Stated, lowest); gives {
				e.Gives = append(e.Gives, f.Words())
			} else if !steps && f.Floor.IsZero() {
				e.Not = append(e.Not, Attempted{f.Words(), points.Round(2)})
			}
		}
		if len(e.Gives) > 0 {
			return
		}
	}
}

// Fit is how many of a form's scores a set explains.
type Fit struct {
	Set               *rubric.Set
	Explained, Scores int
	Budget            rubric.Verdict
}

// Fits tries every embedded set on a form.
func Fits(r *normalize.Report) []Fit {
	var out []Fit
	for _, s := range sets.Sets() {
		v := verdicts(s, []*normalize.Report{r})[0]
		o := s.BudgetScore(r)
		out = append(out, Fit{s, v.Explained, v.Scores, o.Verdict})
	}
	return out
}
