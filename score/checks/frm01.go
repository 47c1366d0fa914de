package checks

import (
	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
)

// frm01 lists the rows that were put back into their columns.
var frm01 = score.Check{
	Doc: score.Doc{
		ID: "FRM-01", Name: "row-shifted", Level: score.Notice,
		Title: extract.Text{ZH: "单元格在自己的列里", EN: "Cells stand in their columns"},
		What: extract.Text{
			ZH: "每一行的单元格都在表头所示的列里。左右错位的行按词汇、值的种类和算术关系归位，每归位一行列出一条，并写明依据。",
			EN: "The cells of every row stand under their headings. Rows shifted sideways are put back by vocabulary, kinds of values and arithmetic together; each is listed with the evidence.",
		},
		Why:    extract.Text{ZH: "从网页或合并单元格复制出来的表常常错列，读错列的数看上去仍像样。", EN: "Tables copied from pages or merged cells are often shifted, and a figure in the wrong column still looks right."},
		Right:  extract.Text{ZH: "三级指标 | ≥90% | 97.43 | 6 | 6", EN: "name | ≥90 % | 97.43 | 6 | 6 under their headings"},
		Wrong:  extract.Text{ZH: "整行向左错了三列", EN: "the whole row three columns to the left"},
		Fix:    extract.Text{ZH: "读数时已归位；输出的表按归位后的样子画。", EN: "Already done when reading; output shows the row in place."},
		Source: extract.Text{ZH: "福州 2023 年自评表(表头和九行错位)", EN: "the 2023 Fuzhou form (the heading and nine rows shifted)"},
		Since:  "0.1",
	},
	Run: func(p *score.Pass) {
		inPlace(p)
		for i := range p.Report.Moves {
			m := &p.Report.Moves[i]
			at := m.At
			p.Found(score.Finding{
				Field: m.Field, At: &at, Verdict: score.Undetermined,
				Message: p.Say("本行错位，已归位："+m.Evidence, "this row was shifted and put back: "+m.EvidenceEN),
			})
		}
	},
}

// inPlace counts the rows of money and indicators that stand where they should.
func inPlace(p *score.Pass) {
	moved := map[normalize.Path]bool{}
	for _, m := range p.Report.Moves {
		moved[m.Field] = true
	}
	count := func(row normalize.Path) {
		if !moved[row] {
			p.Agree()
		}
	}
	if p.Report.Funds != nil {
		for _, r := range p.Report.Funds.Rows {
			count(normalize.FundPath(r.Source, ""))
		}
	}
	for i := range p.Report.Indicators {
		count(normalize.IndicatorPath(i, ""))
	}
}
