package checks

import (
	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
	"ziping/score/checks/cite"
	"ziping/score/rubric"
)

// rsn02 finds actuals far beyond their targets without a reason. How far is
// the rule set's figure; a nil set tests nothing.
func rsn02(set *rubric.Set) score.Check {
	return score.Check{
		Doc: score.Doc{
			ID: "RSN-02", Name: "over-completion", Level: score.Notice,
			Title: extract.Text{ZH: "超额过多的完成值有原因说明", EN: "A far over-completed target has a reason"},
			What: extract.Text{
				ZH: "要求“不少于”的定量指标，实际完成值达到目标的 130%（以所选评分规则的数为准）以上的，写了原因。单位不同先换算；表中没有原因栏的不查。",
				EN: "An actual of 130 % of its target or more (the chosen rule set's figure), for targets that ask for more, gives a reason. Units are converted first; forms without a column for reasons are not tested.",
			},
			Why:    extract.Text{ZH: "超额太多，通常是目标定低了。", EN: "Far beyond the target mostly means that the target was set too low."},
			Right:  extract.Text{ZH: "≥8688人，24326，上级年中追加任务，今后提高目标设定的准确性", EN: "≥8688, done 24326, “tasks were added in mid-year”"},
			Wrong:  extract.Text{ZH: "≥12000人，42776（356%），原因栏空白", EN: "≥12000, done 42776 (356 %), no reason"},
			Fix:    extract.Text{ZH: "不更正：原因要由填报人写。", EN: "None: the reason is the office's to write."},
			Source: extract.Text{ZH: "预算系统的保存校验：达到目标 130% 以上必须填原因", EN: "a budget system demands a reason from 130 % on"},
			Since:  "0.1",
		},
		Run:   func(p *score.Pass) { overCompletion(p, set) },
		Habit: true,
	}
}

func overCompletion(p *score.Pass, set *rubric.Set) {
	if set == nil || set.OverCompletion.IsZero() {
		return
	}
	column := reasonColumn(p.Report)
	for i := range p.Report.Indicators {
		x := &p.Report.Indicators[i]
		done := rubric.Of(x)
		r, ok := done.Completion()
		zero := !ok && set.OverZero.Sign() > 0 && done.Numbers && done.Op == normalize.OpAtLeast && done.Target.IsZero()
		if !ok && !zero {
			continue
		}
		percent := r.Times(hundred)
		far := ok && percent.Cmp(set.OverCompletion) >= 0 || zero && done.Actual.Cmp(set.OverZero) >= 0
		switch {
		case !far || !x.Reason.IsBlank():
			p.Agree()
		case !column:
			p.Untestable()
		default:
			path := func(c normalize.Column) normalize.Path { return normalize.IndicatorPath(i, c) }
			if zero {
				from := set.OverZero.String()
				p.Found(score.Finding{
					Field: path(normalize.Actual), At: cite.Row(x.Actual, x), Stated: x.Actual.Text,
					Operands: []normalize.Path{path(normalize.Target), path(normalize.Reason)},
					Message: p.Say(
						cite.Name(x)+"：指标值为 0，实际 "+cite.Clip(x.Actual.Text)+"（达到 "+from+" 应说明原因），未说明原因",
						cite.Name(x)+": the target is 0, done "+cite.Clip(x.Actual.Text)+" (a reason is due from "+from+"), and no reason is given"),
				})
				continue
			}
			share, from := percent.Round(0).String()+"%", set.OverCompletion.String()+"%"
			p.Found(score.Finding{
				Field: path(normalize.Actual), At: cite.Row(x.Actual, x), Stated: x.Actual.Text,
				Operands: []normalize.Path{path(normalize.Target), path(normalize.Reason)},
				Message: p.Say(
					cite.Name(x)+"：指标值 "+cite.Target(x)+"，实际 "+cite.Clip(x.Actual.Text)+"，完成 "+share+"（达到 "+from+" 应说明原因），未说明原因",
					cite.Name(x)+": target "+cite.Target(x)+", done "+cite.Clip(x.Actual.Text)+", that is "+share+" (a reason is due from "+from+"), and no reason is given"),
			})
		}
	}
}
