package checks

import (
	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
	"ziping/score/checks/cite"
	"ziping/score/rubric"
)

// gen01 finds indicator scores that are generous beside the execution of the
// budget. The alarm's figures are the rule set's; a nil set tests nothing.
func gen01(set *rubric.Set) score.Check {
	return score.Check{
		Doc: score.Doc{
			ID: "GEN-01", Name: "generosity", Level: score.Notice,
			Title: extract.Text{ZH: "指标得分与预算执行相称", EN: "Indicator scores and budget execution are of a kind"},
			What: extract.Text{
				ZH: "预算执行得分率低于指标得分率的，差距不超过后者的 5%；全年预算结余不超过 20%（以所选评分规则的数为准）。",
				EN: "The budget's share of its points lacks at most 5 % of the indicators' share of theirs, and at most 20 % of the budget is left over (the chosen rule set's figures).",
			},
			Why:    extract.Text{ZH: "钱没有花完、事情却样样满分，说明打分偏宽，或者预算编得偏大。", EN: "Money unspent and full marks everywhere mean generous marks or a padded budget."},
			Right:  extract.Text{ZH: "指标 88/90，预算执行 9.6/10", EN: "indicators 88 of 90, budget 9.6 of 10"},
			Wrong:  extract.Text{ZH: "指标 89.88/90，预算执行 7/10", EN: "indicators 89.88 of 90, budget 7 of 10"},
			Fix:    extract.Text{ZH: "不更正：供人工抽查。", EN: "None: a hint where to look closer."},
			Source: extract.Text{ZH: "预算系统的预警规则（红色、黄色）", EN: "a budget system's red and yellow alarms"},
			Since:  "0.1",
		},
		Run: func(p *score.Pass) { generosity(p, set) },
	}
}

func generosity(p *score.Pass, set *rubric.Set) {
	g, ok := set.Generous(p.Report)
	row := rubric.BudgetRow(p.Report)
	if !ok {
		if row != nil {
			p.Untestable()
		}
		return
	}
	f := score.Finding{
		Field: g.BudgetPath, At: cite.Place(row.Score), Stated: g.Budget.Printed(), Verdict: score.Undetermined,
		Operands: []normalize.Path{
			normalize.FundPath(row.Source, normalize.Weight), normalize.FundPath(row.Source, normalize.ExecutionRate), normalize.TotalScorePath,
		},
	}
	switch {
	case g.TooWide:
		f.Message = p.Say(
			"指标得 "+g.Indicators.String()+"/"+g.IndicatorWeight.String()+"，预算执行只得 "+g.Budget.String()+"/"+g.BudgetWeight.String()+"，得分率落后 "+g.Points.String()+" 个百分点（差距为指标得分率的 "+g.Gap.String()+"%，超过 "+set.Alarm.Gap.String()+"% 即预警）",
			"indicators score "+g.Indicators.String()+" of "+g.IndicatorWeight.String()+", the budget only "+g.Budget.String()+" of "+g.BudgetWeight.String()+": its share is "+g.Points.String()+" percentage points behind ("+g.Gap.String()+" % of the indicators' share; alarm beyond "+set.Alarm.Gap.String()+" %)")
	case g.NoBudget:
		f.Message = p.Say("全年预算为 0，预算执行却得 "+g.Budget.String()+" 分", "the year's budget is 0, and its execution scores "+g.Budget.String())
	case g.Unspent:
		f.Message = p.Say("全年预算结余超过 "+set.Alarm.Unspent.String()+"%", "more than "+set.Alarm.Unspent.String()+" % of the budget is left over")
	default:
		p.Agree()
		return
	}
	p.Found(f)
}
