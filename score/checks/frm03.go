package checks

import (
	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
	"ziping/score/checks/cite"
)

// frm03 names forms that are no self-evaluation.
var frm03 = score.Check{
	Doc: score.Doc{
		ID: "FRM-03", Name: "not-a-self-evaluation", Level: score.Notice,
		Title: extract.Text{ZH: "是自评表", EN: "The form is a self-evaluation"},
		What: extract.Text{
			ZH: "表是绩效自评表。绩效目标申报表、评价指标体系表等相近的表按名称认出，不作其他检查。",
			EN: "The form is a self-evaluation. Target declarations, indicator catalogues and the like are named as such, and nothing else is checked on them.",
		},
		Why:    extract.Text{ZH: "申报表没有完成值，拿来当自评表核对，处处都“错”。", EN: "A declaration has no actuals; audited as a self-evaluation it would be wrong everywhere."},
		Right:  extract.Text{ZH: "项目支出绩效自评表", EN: "项目支出绩效自评表 (a self-evaluation)"},
		Wrong:  extract.Text{ZH: "项目支出绩效目标申报表", EN: "项目支出绩效目标申报表 (a declaration of targets)"},
		Fix:    extract.Text{ZH: "不更正。", EN: "None."},
		Source: extract.Text{ZH: "各地公开的申报表与指标体系表", EN: "published declarations and catalogues"},
		Since:  "0.1",
	},
	Run: func(p *score.Pass) {
		if p.Report.Refusal == "" {
			p.Agree()
			return
		}
		what := cite.Clip(p.Report.Refusal)
		p.Found(score.Finding{
			Field: normalize.TitlePath, At: cite.Place(p.Report.Title), Stated: what,
			Message: p.Say("这是“"+what+"”，不是自评表，未作其他检查", "this is a “"+what+"”, no self-evaluation; nothing else was checked"),
		})
	},
}
