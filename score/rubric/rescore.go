package rubric

import (
	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/num"
	"ziping/score"
)

// Rescore compares the stated total with the sum of the printed scores and
// with what the set gives. Where the set says nothing of a score, or only a
// band, or where rounding explains the print, the printed score counts;
// Rescored is left out if a score is neither printed nor given by the rule.
func (s *Set) Rescore(r *normalize.Report, lang extract.Lang) *score.Score {
	if s == nil {
		return nil
	}
	out := &score.Score{Rules: s.ID}
	if r.Total != nil {
		if n, ok := r.Total.Score.Number(); ok {
			out.Stated = n.String()
		}
	}
	rows, budget := s.Indicators(r), s.BudgetScore(r)
	var computed, rescored num.Decimal
	printed, complete := 0, true
	take := func(o *Outcome, f *normalize.Field) {
		n, ok := f.Number()
		if ok {
			computed, printed = computed.Add(n), printed+1
		}
		switch {
		case o.Verdict == Differs && o.Expected.Known():
			rescored = rescored.Add(o.Expected.Round(2))
		case ok:
			rescored = rescored.Add(n)
		case !f.IsBlank():
			complete = false
		}
	}
	for i := range r.Indicators {
		o := &rows[i]
		take(o, r.Indicators[i].Score)
		if !r.Indicators[i].Score.IsBlank() {
			out.Indicators = append(out.Indicators, o.expected(normalize.IndicatorPath(i, "score"), r.Indicators[i].Score, lang))
		}
	}
	if row := BudgetRow(r); row != nil {
		take(&budget, row.Score)
		e := budget.expected(normalize.FundPath(row.Source, normalize.FundScore), row.Score, lang)
		out.Budget = &e
	}
	if printed == 0 {
		if out.Stated == "" {
			return nil // a form without scores
		}
		return out
	}
	out.Computed = computed.String()
	if complete {
		out.Rescored = rescored.String()
	}
	return out
}

// expected is the public record of an outcome.
func (o *Outcome) expected(path string, f *normalize.Field, lang extract.Lang) score.ExpectedScore {
	e := score.ExpectedScore{Field: path, Stated: f.Value, Rule: o.Rule().In(lang)}
	if o.Expected.Known() {
		e.Expected = o.Points().String()
	}
	return e
}

// Points is the expected score as it would be printed: as it is where that
// explains the print, else to two places.
func (o *Outcome) Points() num.Decimal {
	if o.Verdict == Explained {
		return o.Stated
	}
	return o.Expected.Round(2)
}

// Rule says in words, with the figures, which rule gave the expected score. It
// is empty where no rule applies.
func (o *Outcome) Rule() extract.Text {
	var t extract.Text
	switch {
	case o.Verdict == Undecided:
		return t
	case o.byRate != nil:
		t = o.rateRule()
	case o.Band != nil:
		t = extract.Text{
			ZH: "定性分档 " + o.Band.Low.String() + "%–" + o.Band.Top.String() + "%",
			EN: "qualitative band " + o.Band.Low.String() + "–" + o.Band.Top.String() + " %",
		}
	case o.Progress.Op == "" && o.Progress.Met == Unsure:
		c := o.coefficient.String() + "% × " + o.Weight.String()
		t = extract.Text{ZH: "得分系数 " + c, EN: "coefficient " + c}
	case o.Progress.Met == Yes:
		t = extract.Text{ZH: "达到指标值得满分", EN: "full marks: target met"}
	default:
		t = o.formula.say(o.Progress, o.Weight)
	}
	switch o.Rounding {
	case HalfUp:
		return extract.Text{ZH: t.ZH + ",四舍五入", EN: t.EN + ", rounded half up"}
	case CutOff:
		return extract.Text{ZH: t.ZH + ",截尾", EN: t.EN + ", cut off"}
	}
	return t
}

func (o *Outcome) rateRule() extract.Text {
	rate := o.rate.Round(4).String() + "%"
	if o.byRate.Kind == RateLinear {
		return extract.Text{ZH: o.Weight.String() + " × 执行率 " + rate, EN: o.Weight.String() + " × execution rate " + rate}
	}
	return extract.Text{ZH: o.byRate.Name.ZH + ",执行率 " + rate, EN: o.byRate.Name.EN + ", execution rate " + rate}
}
