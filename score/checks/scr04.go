package checks

import (
	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
	"ziping/score/checks/cite"
)

// scr04 finds part rows that print the total row's points once more.
var scr04 = score.Check{
	Doc: score.Doc{
		ID: "SCR-04", Name: "score-repeated", Level: score.Notice,
		Title: extract.Text{ZH: "分值、得分不在“其中”行重复", EN: "Points are not printed again on a part row"},
		What: extract.Text{
			ZH: "预算执行的分值和得分只填在年度资金总额行，“其中”各行不再填同样的数。",
			EN: "Weight and score of the budget stand on the total row only; its parts do not print the same figures again.",
		},
		Why:    extract.Text{ZH: "重复的分数会在求和时算两次。", EN: "Repeated points are counted twice when summed."},
		Right:  extract.Text{ZH: "年度资金总额 10 / 9.42；其中：当年财政拨款 — / —", EN: "total 10 / 9.42; of it current year — / —"},
		Wrong:  extract.Text{ZH: "年度资金总额 9 / 8；其中：当年财政拨款 9 / 8", EN: "total 9 / 8; of it current year 9 / 8"},
		Fix:    extract.Text{ZH: "不自动更正；求和只取总额行。", EN: "None by itself; sums take the total row alone."},
		Source: extract.Text{ZH: "安徽某区 2022 年度项目自评表", EN: "a 2022 project form of Anhui"},
		Since:  "0.1",
	},
	Run: scoreRepeated,
}

func scoreRepeated(p *score.Pass) {
	if p.Report.Funds == nil {
		return
	}
	total := p.Report.Funds.Row("total")
	if total == nil || total.Weight.IsBlank() && total.Score.IsBlank() {
		return
	}
	for i := range p.Report.Funds.Rows {
		row := &p.Report.Funds.Rows[i]
		if row == total {
			continue
		}
		column := normalize.Score
		same := samePoints(row.Score, total.Score)
		if !same {
			column = normalize.Weight
			same = samePoints(row.Weight, total.Weight)
		}
		if !same {
			p.Agree()
			continue
		}
		f := row.Column(column)
		p.Found(score.Finding{
			Field: normalize.FundPath(row.Source, column), At: cite.Place(f), Stated: f.Value,
			Operands: []normalize.Path{normalize.FundPath("total", column)},
			Message: p.Say(
				cite.Source(row)+"：重复填报了总额行的 "+f.Value+" 分，求和时会算两次",
				cite.Source(row)+": prints the total row's "+f.Value+" points again; a sum would count them twice"),
		})
	}
}

// samePoints reports equal points that are printed in both places and not 0.
func samePoints(part, total *normalize.Field) bool {
	a, ok1 := part.Number()
	b, ok2 := total.Number()
	return ok1 && ok2 && !a.IsZero() && a.Equal(b)
}
