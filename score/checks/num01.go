package checks

import (
	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
	"ziping/score/checks/cite"
	"ziping/text/numerals"
)

// num01 finds figures that are not well formed.
var num01 = score.Check{
	Doc: score.Doc{
		ID: "NUM-01", Name: "number-form", Level: score.Notice,
		Title: extract.Text{ZH: "数字书写规范", EN: "A number is well formed"},
		What: extract.Text{
			ZH: "应是数的单元格里是一个数：千分位逗号三位一组，小数点至多一个，位数不超过一个金额能有的（40 位），没有混入别的字。",
			EN: "A cell for a figure holds one: commas part groups of three, there is one point at most, no more digits than an amount can have (40), and no other characters.",
		},
		Why:    extract.Text{ZH: "7,00.0,77 是 700.077 还是 70007.7，谁也说不准；这样的数不参加核算。", EN: "Nobody can say what 7,00.0,77 is; such a figure takes no part in any sum."},
		Right:  extract.Text{ZH: "2,283.14", EN: "2,283.14"},
		Wrong:  extract.Text{ZH: "2,283.1,4;3M.8万元", EN: "2,283.1,4; 3M.8万元"},
		Fix:    extract.Text{ZH: "核算能唯一推出该数时作为建议列出。", EN: "Where the arithmetic leaves one value it is proposed."},
		Source: extract.Text{ZH: "岳阳县 2020 年度自评报告（7,00.0,77）", EN: "a 2020 report of Yueyang county (7,00.0,77)"},
		Since:  "0.1",
	},
	Run: numberForm,
}

func numberForm(p *score.Pass) {
	test := func(f *normalize.Field, path func() normalize.Path) {
		switch {
		case f == nil || f.IsBlank():
		case f.State == normalize.Garbled && f.Reading == normalize.Doubtful: // well formed, and of an uncertain column
			p.Untestable()
		case f.State != normalize.Garbled:
			if _, ok := f.Number(); ok {
				p.Agree()
			}
		default:
			shown := cite.Clip(f.Text)
			zh, en := "“"+shown+"”不是规范的数字", "“"+shown+"” is no well-formed number"
			if !numerals.HasDigit(f.Text) {
				zh, en = "“"+shown+"”在应填数字的格里", "“"+shown+"” stands where a number should"
			}
			p.Found(score.Finding{Field: path(), At: cite.Place(f), Stated: shown, Verdict: score.Undetermined, Message: p.Say(zh, en)})
		}
	}
	numbers(p.Report, test)
}

// numbers calls test with every field that should hold a number. Paths are made
// only when asked for: a form has hundreds of them and hardly one is needed.
func numbers(r *normalize.Report, test func(f *normalize.Field, path func() normalize.Path)) {
	if r.Funds != nil {
		for i := range r.Funds.Rows {
			row := &r.Funds.Rows[i]
			for _, c := range normalize.FundColumns {
				test(row.Column(c), func() normalize.Path { return normalize.FundPath(row.Source, c) })
			}
			for k, l := range row.Other {
				test(l.Field, func() normalize.Path { return normalize.FundPath(row.Source, "").Other(k) })
			}
		}
	}
	for i := range r.Indicators {
		x := &r.Indicators[i]
		for _, c := range []struct {
			name normalize.Column
			f    *normalize.Field
		}{{normalize.Target, x.Target}, {normalize.Actual, x.Actual}, {normalize.Weight, x.Weight}, {normalize.Score, x.Score}} {
			test(c.f, func() normalize.Path { return normalize.IndicatorPath(i, c.name) })
		}
		for k, l := range x.Other {
			test(l.Field, func() normalize.Path { return normalize.IndicatorPath(i, "").Other(k) })
		}
	}
	if r.Total != nil {
		test(r.Total.Weight, func() normalize.Path { return normalize.TotalWeightPath })
		test(r.Total.Score, func() normalize.Path { return normalize.TotalScorePath })
	}
}
