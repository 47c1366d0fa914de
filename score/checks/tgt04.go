package checks

import (
	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
	"ziping/score/checks/cite"
)

// tgt04 finds marks given for nothing.
var tgt04 = score.Check{
	Doc: score.Doc{
		ID: "TGT-04", Name: "blank-scored", Level: score.Notice,
		Title: extract.Text{ZH: "指标值或完成值空白的不得分", EN: "No marks for a blank target or actual"},
		What: extract.Text{
			ZH: "得分大于 0 的指标，指标值和实际完成值都不是空白。", EN: "An indicator with marks prints both its target and its actual.",
		},
		Why:    extract.Text{ZH: "没有目标或没有结果，得分无从核对。", EN: "Marks without a target or a result cannot be verified."},
		Right:  extract.Text{ZH: "≥90%，100%，分值 10，得分 10", EN: "≥90 %, 100 %, 10 of 10"},
		Wrong:  extract.Text{ZH: "工程质量合格，指标值和完成值空白，分值 10，得分 10", EN: "“works of good quality”, target and actual blank, 10 of 10"},
		Fix:    extract.Text{ZH: "不更正。", EN: "None."},
		Source: extract.Text{ZH: "天长市水利局 2022 年度项目自评表（8 行）", EN: "a 2022 form of Tianchang (8 rows)"},
		Since:  "0.1",
	},
	Run:   blankScored,
	Habit: true,
}

func blankScored(p *score.Pass) {
	for i := range p.Report.Indicators {
		x := &p.Report.Indicators[i]
		s, ok := x.Score.Number()
		if !ok || x.Target == nil || x.Actual == nil || x.BesideFull {
			continue
		}
		noTarget, noActual := x.Target.IsBlank(), x.Actual.IsBlank()
		if s.Sign() <= 0 || !noTarget && !noActual {
			p.Agree()
			continue
		}
		field, other := normalize.Actual, normalize.Target
		zh, en := "实际完成值空白", "the actual is blank"
		switch {
		case noTarget && noActual:
			zh, en = "指标值和实际完成值都空白", "target and actual are blank"
		case noTarget:
			field, other = normalize.Target, normalize.Actual
			zh, en = "指标值空白", "the target is blank"
		}
		p.Found(score.Finding{
			Field: normalize.IndicatorPath(i, field), At: cite.Row(x.Score, x),
			Operands: []normalize.Path{normalize.IndicatorPath(i, normalize.Score), normalize.IndicatorPath(i, other)},
			Message:  p.Say(cite.Name(x)+"："+zh+"，却得 "+x.Score.Value+" 分", cite.Name(x)+": "+en+", yet it is scored "+x.Score.Value),
		})
	}
}
