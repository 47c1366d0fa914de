package checks

import (
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
	"ziping/score/checks/cite"
	"ziping/score/rubric"
	"ziping/score/rubric/infer"
	"ziping/score/wording"
)

// scr03 finds a budget score that does not follow from the execution rate by
// the given rule set, and says which common rules would give it. A nil set
// tests nothing.
func scr03(set *rubric.Set) score.Check {
	return score.Check{
		Doc: score.Doc{
			ID: "SCR-03", Name: "budget-score", Level: score.Rule,
			Title: extract.Text{ZH: "预算执行得分符合评分规则", EN: "The budget's score follows the scoring rule"},
			What: extract.Text{
				ZH: "按所选评分规则，由预算执行率和分值算出预算执行应得分（默认：分值×执行率，不超过分值），与填报的得分比较；按金额算的比率和填报的比率都可以，四舍五入或截尾都算相符。不符时逐一试算常见的评分规则，说明哪些能得出该分、哪些不能。",
				EN: "The chosen rule set works out the budget's score from the execution rate (by default weight × rate, capped) and the printed one is compared; the exact and the printed rate, rounding and cutting off all count. Where they differ, the common rules are tried and the message says which of them give the score and which do not.",
			},
			Why: extract.Text{
				ZH: "各地的预算执行评分规则不同。说清楚“哪条规则能解释这个分”，比简单判错有用。",
				EN: "Offices score execution in different ways. Which rule explains a score is worth more than calling it wrong.",
			},
			Right:  extract.Text{ZH: "执行率 92.78%，分值 10，得分 9.28", EN: "rate 92.78 %, 10 points, score 9.28"},
			Wrong:  extract.Text{ZH: "执行率 93.11%，分值 10，得分 7：默认规则是 9.31", EN: "rate 93.11 %, 10 points, score 7: the default rule gives 9.31"},
			Fix:    extract.Text{ZH: "从不更正：本单位的规则未知时，分数不能算错。", EN: "Never corrected: where the office's rule is not known the score cannot be called wrong."},
			Source: extract.Text{ZH: "北京海淀 2016、湖北、重庆自评表；福州 2023 年自评表（7 分）", EN: "forms of Haidian 2016, Hubei and Chongqing; the 2023 Fuzhou form (7 points)"},
			Since:  "0.1",
		},
		Run: func(p *score.Pass) { budgetScore(p, set) },
	}
}

func budgetScore(p *score.Pass, set *rubric.Set) {
	row := rubric.BudgetRow(p.Report)
	if row == nil || set == nil {
		return
	}
	o := set.BudgetScore(p.Report)
	switch o.Verdict {
	case rubric.Explained:
		p.Agree()
		return
	case rubric.Undecided:
		p.Untestable()
		return
	}
	rule := o.Rule()
	stated, expected := o.Stated.Printed(), set.Points(&o)
	diff := o.Stated.Sub(expected).Abs().String()
	f := score.Finding{
		Field: normalize.FundPath(row.Source, normalize.Score), At: cite.Place(row.Score), Stated: stated, Expected: expected.String(), Against: wording.Rule,
		Operands: []normalize.Path{
			normalize.FundPath(row.Source, normalize.ExecutionRate), normalize.FundPath(row.Source, normalize.Executed),
			normalize.FundPath(row.Source, normalize.Budget), normalize.FundPath(row.Source, normalize.Weight),
		},
		Message: p.Say(
			"预算执行：自评得分 "+stated+"，按"+set.Name.ZH+"计算为 "+expected.String()+"（"+rule.ZH+"），相差 "+diff,
			"the budget's score is "+stated+", "+set.Name.EN+" give "+expected.String()+" ("+rule.EN+"), difference "+diff),
	}
	if set.Applies.Default {
		f.Verdict = score.Undetermined
		f.Message += p.Say("。本单位的评分规则未知", "; the office's own rule is not known")
	}
	f.Message += attempts(p, infer.ExplainBudget(p.Report))
	p.Found(f)
}

// attempts says which common rules give the printed score and which do not.
func attempts(p *score.Pass, tried []infer.Attempt) string {
	var yes, no []string
	for _, a := range tried {
		name := a.Rule.Name.In(p.Lang)
		if a.Gives {
			yes = append(yes, name)
		} else {
			no = append(no, name+p.Say("得 ", " gives ")+a.Points.String())
		}
	}
	sep := p.Say("；", "; ")
	var out string
	if len(yes) > 0 {
		out += p.Say("。可得出该分的常见规则：", ". Common rules that give this score: ") + strings.Join(yes, sep)
	} else if len(no) > 0 {
		out += p.Say("。常见规则均不能得出该分", ". No common rule gives this score")
	}
	if len(no) > 0 {
		out += p.Say("。不能得出该分的：", ". Those that do not: ") + strings.Join(no, sep)
	}
	return out
}
