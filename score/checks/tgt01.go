package checks

import (
	"strings"
	"unicode/utf8"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
	"ziping/score/checks/cite"
	"ziping/text/blank"
)

// tgt01 finds actuals that are the target copied.
var tgt01 = score.Check{
	Doc: score.Doc{
		ID: "TGT-01", Name: "target-copied", Level: score.Notice,
		Title: extract.Text{ZH: "实际完成值不是照抄指标值", EN: "The actual is not the target copied"},
		What: extract.Text{
			ZH: "实际完成值不是连同 ≥、≤ 或“前”字一起照抄的指标值；成句的定性指标和年度总体目标没有原样抄到完成情况里。简短的“有效”“良好”不算。",
			EN: "The actual is not the target with its comparator or deadline; sentences of qualitative targets and of the yearly goals are not repeated as what was done. Short answers such as 有效 or 良好 are left alone.",
		},
		Why:    extract.Text{ZH: "照抄的完成值说明没有统计实际数，得分没有依据。", EN: "A copied actual means that nothing was counted; the score has no ground."},
		Right:  extract.Text{ZH: "≥94%，97.8", EN: "≥94 %, 97.8"},
		Wrong:  extract.Text{ZH: "≥94%，≥94%", EN: "≥94 %, ≥94 %"},
		Fix:    extract.Text{ZH: "不更正：实际数要由填报人补。", EN: "None: only the office knows the actual."},
		Source: extract.Text{ZH: "中江 2022 年、黄石 2023 年自评表", EN: "forms of Zhongjiang 2022 and Huangshi 2023"},
		Since:  "0.1",
	},
	Run:   targetCopied,
	Habit: true,
}

// sentence is the length in characters from which equal words are a copy and
// not the same short answer.
const sentence = 8

func targetCopied(p *score.Pass) {
	for i := range p.Report.Indicators {
		x := &p.Report.Indicators[i]
		if x.Target.IsBlank() || x.Actual.IsBlank() {
			continue
		}
		if !copied(x.Target, x.Actual) {
			p.Agree()
			continue
		}
		p.Found(score.Finding{
			Field: normalize.IndicatorPath(i, normalize.Actual), At: cite.Row(x.Actual, x), Stated: x.Actual.Text,
			Operands: []normalize.Path{normalize.IndicatorPath(i, normalize.Target)},
			Message: p.Say(
				cite.Name(x)+"：实际完成值“"+cite.Clip(x.Actual.Text)+"”照抄了指标值",
				cite.Name(x)+": the actual “"+cite.Clip(x.Actual.Text)+"” is the target copied"),
		})
	}
	for i, g := range p.Report.Goals {
		if g.Expected.IsBlank() || g.Actual.IsBlank() {
			continue
		}
		if !sameWords(g.Expected.Text, g.Actual.Text) || utf8.RuneCountInString(g.Actual.Text) < sentence {
			p.Agree()
			continue
		}
		p.Found(score.Finding{
			Field: normalize.GoalPath(i, normalize.Actual), At: cite.Place(g.Actual),
			Operands: []normalize.Path{normalize.GoalPath(i, normalize.Expected)},
			Message:  p.Say("年度总体目标的完成情况照抄了预期目标", "what was achieved of the yearly goals repeats the goals word for word"),
		})
	}
}

// copied reports an actual that repeats its target and could not be an answer.
func copied(t, a *normalize.Field) bool {
	if t.State != normalize.Parsed || a.State != normalize.Parsed {
		return false
	}
	switch t.Op {
	case normalize.OpByDate:
		return sameWords(t.Text, a.Text) && (strings.Contains(a.Text, "前") || strings.Contains(a.Text, "内"))
	case normalize.OpQualitative, "":
		return sameWords(t.Text, a.Text) && utf8.RuneCountInString(a.Text) >= sentence
	case normalize.OpRange:
		return sameWords(t.Text, a.Text)
	}
	if a.Op == "" || a.Op == normalize.OpEqual || a.Op != t.Op {
		return false
	}
	n, ok1 := t.Number()
	m, ok2 := a.Number()
	return ok1 && ok2 && n.Equal(m)
}

// sameWords compares texts without what stands between their characters.
func sameWords(a, b string) bool {
	i, j := 0, 0
	for {
		r, n := skipSpace(a, &i)
		q, m := skipSpace(b, &j)
		if r != q || (n == 0) != (m == 0) {
			return false
		}
		if n == 0 {
			return true
		}
		i, j = i+n, j+m
	}
}

// skipSpace moves i to the next character that is seen and returns
// it with its size, 0 at the end.
func skipSpace(s string, i *int) (r rune, size int) {
	for *i < len(s) {
		if r, size = utf8.DecodeRuneInString(s[*i:]); !blank.Gap(r) {
			return r, size
		}
		*i += size
	}
	return 0, 0
}
