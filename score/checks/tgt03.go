package checks

import (
	"slices"
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
	"ziping/score/checks/cite"
	"ziping/text/numerals"
)

// tgt03 finds answers of another kind than the target.
var tgt03 = score.Check{
	Doc: score.Doc{
		ID: "TGT-03", Name: "value-kind", Level: score.Notice,
		Title: extract.Text{ZH: "定量目标用数回答，定性目标用文字回答", EN: "A quantitative target has a quantitative answer"},
		What: extract.Text{
			ZH: "指标值是数的，实际完成值也是数；指标值是文字的，不用百分比作答；指标值是日期的，用日期或“已完成”一类的话作答。",
			EN: "Where the target is a figure so is the actual; where it is in words the actual is no figure; where it is a date the actual is a date or words such as 已完成.",
		},
		Why:    extract.Text{ZH: "用“达成预期指标”回答 1000 件，完成多少就无从核对。", EN: "“Reached” as an answer to 1000 pieces leaves nothing to verify."},
		Right:  extract.Text{ZH: "≥315场，331场；逐步健全，较上年明显提高", EN: "≥315, 331; “gradually improved”, “clearly better than last year”"},
		Wrong:  extract.Text{ZH: "1000件，达成预期指标；持续增强，100%", EN: "1000 pieces, “reached”; “ever stronger”, 100 %"},
		Fix:    extract.Text{ZH: "不更正。", EN: "None."},
		Source: extract.Text{ZH: "武汉蔡甸 2021 年度森林防火项目自评表", EN: "a 2021 form of Caidian, Wuhan"},
		Since:  "0.1",
	},
	Run:   valueKind,
	Habit: true,
}

func valueKind(p *score.Pass) {
	for i := range p.Report.Indicators {
		x := &p.Report.Indicators[i]
		t, a := x.Target, x.Actual
		if t.IsBlank() || a.IsBlank() || t.State != normalize.Parsed || a.State != normalize.Parsed {
			continue
		}
		if t.Op == normalize.OpQualitative && numerals.HasDigit(t.Text) || !quantity(a) && a.Date == "" && numerals.HasDigit(a.Text) {
			p.Untestable() // words with figures in them
			continue
		}
		zh, en := mismatch(t, a)
		if zh == "" {
			p.Agree()
			continue
		}
		p.Found(score.Finding{
			Field: normalize.IndicatorPath(i, normalize.Actual), At: cite.Row(a, x), Stated: a.Text,
			Operands: []normalize.Path{normalize.IndicatorPath(i, normalize.Target)},
			Message: p.Say(
				cite.Name(x)+"：指标值“"+cite.Target(x)+"”"+zh+"，实际完成值却是“"+cite.Clip(a.Text)+"”",
				cite.Name(x)+": the target “"+cite.Target(x)+"” is "+en+", the actual is “"+cite.Clip(a.Text)+"”"),
		})
	}
}

// mismatch says what the target is where the actual is of another kind.
func mismatch(t, a *normalize.Field) (zh, en string) {
	number, date := quantity(a), a.Date != ""
	switch {
	case t.Op == normalize.OpByDate:
		if number && !date {
			return "是日期", "a date"
		}
	case quantity(t):
		if !number && !date && !means0(a.Text) {
			return "是数", "a figure"
		}
	case t.Op == normalize.OpQualitative:
		if number {
			return "是文字", "in words"
		}
	}
	return "", ""
}

// means0 reports words that answer a count with none.
func means0(s string) bool {
	return slices.ContainsFunc(words().None, func(w string) bool { return strings.HasPrefix(s, w) })
}
