package checks

import (
	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
	"ziping/score/checks/cite"
	"ziping/score/wording"
)

// fnd07 finds more money spent than was budgeted.
var fnd07 = score.Check{
	Doc: score.Doc{
		ID: "FND-07", Name: "over-execution", Level: score.Notice,
		Title: extract.Text{ZH: "执行数不超过预算数", EN: "No more is executed than was budgeted"},
		What: extract.Text{
			ZH: "每一行资金的执行数（拨付金额）不大于全年预算数。", EN: "In every fund row the executed amount is at most the full-year budget.",
		},
		Why: extract.Text{
			ZH: "执行率超过 100% 多半是预算数没有按调整后的口径填，或者挪用了别的资金。",
			EN: "An execution rate above 100 % mostly means that the budget is not the adjusted one, or that other money was used.",
		},
		Right:  extract.Text{ZH: "预算数 408.78，执行数 384.00", EN: "budget 408.78, executed 384.00"},
		Wrong:  extract.Text{ZH: "预算数 408.78，执行数 425.13（104%）", EN: "budget 408.78, executed 425.13 (104 %)"},
		Fix:    extract.Text{ZH: "不自动更正：要看预算调整文件。", EN: "None by itself: the adjustment papers decide."},
		Source: extract.Text{ZH: "湖北省项目自评表备注：预算数为调整后总额", EN: "notes of Hubei forms: the budget is the adjusted total"},
		Since:  "0.1",
	},
	Run:   overExecution,
	Habit: true,
}

func overExecution(p *score.Pass) {
	if p.Report.Funds == nil {
		return
	}
	for i := range p.Report.Funds.Rows {
		row := &p.Report.Funds.Rows[i]
		column, base := row.Base()
		executed, ok2 := row.Executed.Number()
		budget, ok1 := p.Report.AmountIn(base, row.Executed)
		switch {
		case !ok1 || !ok2:
			if ok1 || ok2 {
				p.Untestable()
			}
		case executed.Cmp(budget) <= 0:
			p.Agree()
		default:
			over := executed.Sub(budget).Printed()
			p.Found(score.Finding{
				Field: normalize.FundPath(row.Source, normalize.Executed), At: cite.Place(row.Executed),
				Stated: executed.Printed(), Interval: []string{"0", budget.String()}, Against: wording.Range,
				Operands: []normalize.Path{normalize.FundPath(row.Source, column)},
				Message: p.Say(
					cite.Source(row)+"：执行数 "+executed.Printed()+" 比预算数 "+budget.Printed()+" 多 "+over,
					cite.Source(row)+": executed "+executed.Printed()+" is "+over+" more than the budget "+budget.Printed()),
			})
		}
	}
}
