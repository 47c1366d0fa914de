package rubric

import (
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
	"ziping/score/budgetmarks"
	"ziping/text/num"
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
			rescored = rescored.Add(s.round(o.Expected))
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
			out.Indicators = append(out.Indicators, s.expected(o, normalize.IndicatorPath(i, "score"), r.Indicators[i].Score, lang))
		}
	}
	if row := BudgetRow(r); row != nil {
		if !budgetmarks.Apart(r) {
			take(&budget, row.Score)
		}
		e := s.expected(&budget, normalize.FundPath(row.Source, normalize.Score), row.Score, lang)
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
		if s.Rescale {
			rescored = rescale(r, rescored)
		}
		out.Rescored = rescored.String()
	}
	return out
}

// rescale brings a sum back to the full mark where indicators that do not
// apply were dropped: 81 of 90 is 90 of 100.
func rescale(r *normalize.Report, sum num.Decimal) num.Decimal {
	dropped := num.Decimal{}
	for i := range r.Indicators {
		x := &r.Indicators[i]
		if w, ok := x.Weight.Number(); ok && x.Score.IsBlank() && inapplicable(x) {
			dropped = dropped.Add(w)
		}
	}
	full := hundred
	if r.Total != nil {
		if n, ok := r.Total.Weight.Number(); ok && n.Sign() > 0 {
			full = n
		}
	}
	if left := full.Sub(dropped); dropped.Sign() > 0 && left.Sign() > 0 {
		return Quotient(sum.Mul(full), left).Round(2)
	}
	return sum
}

func inapplicable(x *normalize.Indicator) bool {
	for _, f := range []*normalize.Field{x.Actual, x.Target} {
		if f != nil && (strings.Contains(f.Text, "不适用") || strings.Contains(f.Text, "不涉及")) {
			return true
		}
	}
	return false
}

// expected is the public record of an outcome.
func (s *Set) expected(o *Outcome, path normalize.Path, f *normalize.Field, lang extract.Lang) score.ExpectedScore {
	e := score.ExpectedScore{Field: path, Stated: f.Value, Rule: o.Rule().In(lang)}
	if o.Expected.Known() {
		e.Expected = s.Points(o).String()
	}
	return e
}

// say is the cut in words.
func (v *Over) say(weight num.Decimal) extract.Text {
	from := v.From.String() + "%"
	if v.ByExcess {
		return extract.Text{ZH: weight.String() + " × (1 − 超出 " + from + " 的部分）", EN: weight.String() + " × (1 − what passes " + from + ")"}
	}
	cut := v.Cut.String() + "%"
	return extract.Text{ZH: "完成 " + from + " 以上扣 " + cut + "（没有说明原因）", EN: cut + " off from a completion of " + from + " on (no reason given)"}
}

// Points is the expected score as it would be printed: as it is where that
// explains the print, else to the places of the set, two if it has none.
func (s *Set) Points(o *Outcome) num.Decimal {
	if o.Verdict == Explained {
		return o.Stated
	}
	return s.round(o.Expected)
}

func (s *Set) round(r Ratio) num.Decimal {
	places := int32(2)
	if s.Places >= 0 {
		places = s.Places
	}
	if s.Rounding == CutOff {
		return r.Truncate(places)
	}
	return r.Round(places)
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
	case o.exact:
		t = extract.Text{ZH: "应得 " + o.Expected.over.String(), EN: "exactly " + o.Expected.over.String()}
	case o.Unfilled != nil:
		t = extract.Text{
			ZH: "未填报的" + o.Unfilled.Level + "至多 " + o.Unfilled.Top.String() + " 分",
			EN: "at most " + o.Unfilled.Top.String() + " points for " + o.Unfilled.Level + " not filled in",
		}
	case o.by == byCoefficient:
		c := o.column.String() + "% × " + o.Weight.String()
		t = extract.Text{ZH: "得分系数 " + c, EN: "coefficient " + c}
	case o.by == byDeduction:
		c := o.Weight.String() + " − " + o.column.String()
		t = extract.Text{ZH: "分值减扣分 " + c, EN: "weight less deduction " + c}
	case o.over != nil:
		t = o.over.say(o.Weight)
	case o.Progress.Met == Yes:
		t = extract.Text{ZH: "达到指标值得满分", EN: "full marks: target met"}
	default:
		t = o.formula.say(o.Progress, o.Weight)
	}
	switch o.Rounding {
	case HalfUp:
		return extract.Text{ZH: t.ZH + "，四舍五入", EN: t.EN + ", rounded half up"}
	case CutOff:
		return extract.Text{ZH: t.ZH + "，截尾", EN: t.EN + ", cut off"}
	}
	return t
}

func (o *Outcome) rateRule() extract.Text {
	rate := o.rate.Round(4).String() + "%"
	if o.byRate.Kind == RateLinear {
		return extract.Text{ZH: o.Weight.String() + " × 执行率 " + rate, EN: o.Weight.String() + " × execution rate " + rate}
	}
	says := o.byRate.words()
	if x := o.byRate.band(o.rate); x != nil && o.byRate.Name.ZH == "" {
		says = x.words()
	}
	return extract.Text{ZH: says.ZH + "，执行率 " + rate, EN: says.EN + ", execution rate " + rate}
}
