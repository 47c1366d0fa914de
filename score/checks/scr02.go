package checks

import (
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
	"ziping/score/checks/cite"
	"ziping/score/rubric"
	"ziping/score/rubric/sets"
	"ziping/score/wording"
	"ziping/text/num"
)

// scr02 finds indicator scores that do not follow from target, actual and
// weight by the given rule set. A nil set tests nothing.
func scr02(set *rubric.Set) score.Check {
	return score.Check{
		Doc: score.Doc{
			ID: "SCR-02", Name: "indicator-score", Level: score.Rule,
			Title: extract.Text{ZH: "指标得分符合评分规则", EN: "An indicator's score follows the scoring rule"},
			What: extract.Text{
				ZH: "按所选评分规则，由指标值、实际完成值和分值算出应得分，与自评得分比较；四舍五入或截尾都算相符。自动选用规则时，表中有两项以上得分一致地符合另一种已知办法（如完成不足 60% 不得分）的，按那种办法核对；只有一项的，指出哪种办法能得出该分。远超指标值而得分较低的，由评价人定，不核对。只有定量、日期和用规定用语作答的定性指标可以这样算。",
				EN: "The chosen rule set works out the score from target, actual and weight, and the printed one is compared; rounding and cutting off both count as equal. Where the set is chosen by the program and two or more scores of the form follow another known way (such as nothing below 60 %), the form is tested by that; where one does, the finding names the way. Fewer points for a target passed by far are a matter of judgement and not tested. Only quantitative and dated targets, and qualitative ones answered in the rule's own words, can be tested.",
			},
			Why: extract.Text{
				ZH: "没有完成却记满分，是自评失真的主要来源。", EN: "Full marks for a missed target are the main way in which self-evaluations mislead.",
			},
			Right:  extract.Text{ZH: "≥11282人，实际 11016，分值 5：11016÷11282×5=4.88", EN: "≥11282, done 11016, 5 points: 11016 ÷ 11282 × 5 = 4.88"},
			Wrong:  extract.Text{ZH: "政府采购执行率 =100%，实际 72.74%，分值 2，得分 2", EN: "procurement rate =100 %, done 72.74 %, 2 points of 2"},
			Fix:    extract.Text{ZH: "不更正：评分规则可能不是本单位所用的，得分由评价人定。", EN: "None: the office may have another rule, and scores are the evaluator's."},
			Source: extract.Text{ZH: "所选评分规则的出处（财政部通用规则等）", EN: "the sources of the chosen rule set"},
			Since:  "0.1",
		},
		Run: func(p *score.Pass) { indicatorScore(p, set) },
	}
}

func indicatorScore(p *score.Pass, set *rubric.Set) {
	var others []*rubric.Variant // by row, once one is asked for
	for i, o := range set.Indicators(p.Report) {
		x := &p.Report.Indicators[i]
		switch o.Verdict {
		case rubric.Explained:
			p.Agree()
			continue
		case rubric.Undecided:
			switch {
			case shortfall(x):
				p.Doubted(fullForLess(p, i))
			case !x.Score.IsBlank():
				p.Untestable()
			}
			continue
		}
		f := score.Finding{
			Field: normalize.IndicatorPath(i, normalize.Score), At: cite.Row(x.Score, x), Stated: o.Stated.Printed(), Verdict: score.Inconsistent, Against: wording.Rule,
			Operands: []normalize.Path{normalize.IndicatorPath(i, normalize.Target), normalize.IndicatorPath(i, normalize.Actual), normalize.IndicatorPath(i, normalize.Weight)},
		}
		rule := o.Rule()
		if l, t, ok := o.Interval(); ok {
			low, top := l.String(), t.String()
			f.Interval, f.Verdict = []string{low, top}, score.Undetermined
			f.Message = p.Say(
				cite.Name(x)+"：自评得分 "+f.Stated+" 不在 "+low+"–"+top+" 分内（"+said(x, "“", "”：")+rule.ZH+"）",
				cite.Name(x)+": the score "+f.Stated+" is outside "+low+"–"+top+" points ("+said(x, "“", "”: ")+rule.EN+")")
			p.Found(f)
			continue
		}
		f.Expected = set.Points(&o).String()
		// Fewer points than the rule gives may have a reason of the office's own.
		if o.Expected.Cmp(o.Stated) > 0 {
			f.Verdict = score.Undetermined
		}
		f.Message = p.Say(
			cite.Name(x)+"：自评得分 "+f.Stated+"，按"+set.Name.ZH+"计算为 "+f.Expected+"（"+rule.ZH+"）",
			cite.Name(x)+": the score is "+f.Stated+", "+set.Name.EN+" give "+f.Expected+" ("+rule.EN+")")
		if others == nil {
			others = sets.Otherwise(set, p.Report)
		}
		if others[i] != nil {
			// One score alone may be a slip, or the office's own way.
			f.Verdict = score.Undetermined
			f.Message += p.Say("。另有评分规则可得出该分：", ". Another known rule gives it: ") + others[i].Name.In(p.Lang)
		}
		p.Found(f)
	}
}

// mostShort is how much of a target, in hundredths, is a shortfall whatever it means.
const mostShort = 95

// shortfall reports full marks for far less than a target that prints no comparator,
// where more is surely better: no rule can say what it should be, a person should look.
func shortfall(x *normalize.Indicator) bool {
	target, ok := x.Target.Number()
	actual, ok1 := x.Actual.Number()
	weight, ok2 := x.Weight.Number()
	points, ok3 := x.Score.Number()
	if !ok || !ok1 || !ok2 || !ok3 || !unitsMeet(x.Target.Unit, x.Actual.Unit) || target.Sign() <= 0 || weight.Sign() <= 0 || !points.Equal(weight) {
		return false
	}
	if x.Target.Op != "" && x.Target.Op != normalize.OpEqual || strings.ContainsAny(x.Target.Text, "=\uff1d") || x.Name.IsBlank() {
		return false
	}
	w := words()
	better := says(x.Name.Text, w.Better) || !x.Level2.IsBlank() && says(x.Level2.Text, w.Produced)
	return better && !says(x.Name.Text, w.Harms) && actual.Shift(2).Cmp(target.Mul(num.FromInt(mostShort))) < 0
}

// unitsMeet reports figures in one unit; one that prints none has the other's, but a share
// is none of what is counted.
func unitsMeet(target, actual string) bool {
	return target == actual || target == "" && actual != "%" || actual == "" && target != "%"
}

func fullForLess(p *score.Pass, i int) score.Finding {
	x := &p.Report.Indicators[i]
	target, _ := x.Target.Number()
	actual, _ := x.Actual.Number()
	share, _ := actual.Shift(2).Quo(target, 0)
	return score.Finding{
		Field: normalize.IndicatorPath(i, normalize.Score), At: cite.Row(x.Score, x), Stated: x.Score.Value,
		Operands: []normalize.Path{normalize.IndicatorPath(i, normalize.Target), normalize.IndicatorPath(i, normalize.Actual), normalize.IndicatorPath(i, normalize.Weight)},
		Message: p.Say(
			cite.Name(x)+"：指标值 "+cite.Target(x)+" 没有写比较符号，实际 "+cite.Clip(x.Actual.Text)+"（"+share.String()+"%），却得满分 "+x.Score.Value+"，请核实",
			cite.Name(x)+": the target "+cite.Target(x)+" has no comparator; "+cite.Clip(x.Actual.Text)+" is "+share.String()+"% of it and has full marks ("+x.Score.Value+"); a person should look"),
	}
}

// said quotes the answer of a row, "" where it is blank.
func said(x *normalize.Indicator, open, end string) string {
	if x.Actual.IsBlank() {
		return ""
	}
	return open + cite.Clip(x.Actual.Text) + end
}
