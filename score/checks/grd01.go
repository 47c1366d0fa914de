package checks

import (
	"ziping/extract"
	"ziping/score"
	"ziping/score/identity"
)

// GRD01 tests that the grade follows from the total.
var GRD01 = score.Check{
	Doc: score.Doc{
		ID: "GRD-01", Name: "grade", Level: score.Error,
		Title: extract.Text{
			ZH: "等级与总分相符",
			EN: "The grade follows from the total",
		},
		What: extract.Text{
			ZH: "表中印有等级标准的(如“优(S≥90)”),总分须在该等级的范围内;没有印出标准的,按通行的 90、80、60 分界,不符只按规则类提示。",
			EN: "Where the form prints the threshold with the grade (优(S≥90)), the total must lie within it; where it prints none, the customary 90, 80 and 60 apply and a mismatch is of level rule.",
		},
		Why: extract.Text{
			ZH: "等级直接用于预算安排和结果公开。",
			EN: "The grade is what budgets and publications go by.",
		},
		Right: extract.Text{
			ZH: "总分 96.88,优(S≥90)",
			EN: "total 96.88, 优 (S≥90)",
		},
		Wrong: extract.Text{
			ZH: "总分 98.83,良(80≤S<90)",
			EN: "total 98.83, 良 (80≤S<90)",
		},
		Fix: extract.Text{
			ZH: "总分与各项得分相符而等级不符时更正等级;总分本身也不符时先更正总分。",
			EN: "The grade is repaired where the total agrees with the scores; where it does not, the total comes first.",
		},
		Source: extract.Text{
			ZH: "福州市部门整体绩效自评表评价等级栏;各省系统的通行分级",
			EN: "the foot of the Fuzhou form; the customary scale of provincial systems",
		},
		Since: "0.1",
	},
	Run: runGRD01,
}

func runGRD01(p *score.Pass) {
	g := p.Grade
	if g == nil {
		return
	}
	switch g.Outcome {
	case identity.Agree:
		p.Agree()
		return
	case identity.Untestable:
		p.Untestable()
		return
	}
	f := score.Finding{Field: "grade", Stated: g.Stated, Expected: g.Expected, Operands: []string{"total.score", "grade"}, Level: score.Error}
	total := g.Total.String()
	zh, en := "等级“"+g.Stated+"”与总分 "+total+" 不符", "grade "+g.Stated+" does not follow from the total "+total
	if g.Printed {
		zh, en = zh+":表中所印标准为 "+p.Report.Grade.Threshold, en+": the form's own threshold is "+p.Report.Grade.Threshold
	} else {
		f.Level = score.Rule
		zh, en = zh+"(按通行分级)", en+" on the customary scale"
	}
	if g.Expected != "" {
		zh, en = zh+",应为“"+g.Expected+"”", en+"; it should be "+g.Expected
	}
	f.Message = p.Say(zh, en)
	p.Found(f)
}
