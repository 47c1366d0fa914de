package checks

import (
	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
	"ziping/score/checks/cite"
	"ziping/score/rubric"
	"ziping/score/wording"
	"ziping/text/num"
)

// tgt05 finds targets that bound nothing.
var tgt05 = score.Check{
	Doc: score.Doc{
		ID: "TGT-05", Name: "target-bound", Level: score.Notice,
		Title: extract.Text{ZH: "目标的界限有意义", EN: "A target's bound means something"},
		What: extract.Text{
			ZH: "最高只能到 100% 的比率（及时率、合格率、满意度等）不写成 ≥100%，宜写 =100%；“不少于 0”不是目标；偏离率这样有正负的数，只写 ≤1% 时，−85.3% 也算达标。增长率等可以超过 100% 的不算。",
			EN: "A rate that cannot pass 100 % (on time, passed, satisfied) is not given as ≥100 %, which should be =100 %; “at least 0” is no target; for a signed rate of deviation ≤1 % lets −85.3 % pass. Rates that may pass 100 %, such as growth, are left alone.",
		},
		Why:    extract.Text{ZH: "界限写错的目标，要么谈不上超额，要么怎样都算完成。", EN: "A target with the wrong bound can either never be passed or never be missed."},
		Right:  extract.Text{ZH: "资金下达及时率 =100%", EN: "funds paid on time =100 %"},
		Wrong:  extract.Text{ZH: "资金下达及时率 ≥100%；“三公”经费支出偏离率 ≤1%，实际 −85.3", EN: "funds paid on time ≥100 %; deviation ≤1 %, actual −85.3"},
		Fix:    extract.Text{ZH: "不更正：目标由预算编制时定。", EN: "None: targets are set with the budget."},
		Source: extract.Text{ZH: "福州 2023 年自评表", EN: "the 2023 Fuzhou form"},
		Since:  "0.1",
	},
	Run:   targetBound,
	Habit: true,
}

var hundred = num.FromInt(100)

func targetBound(p *score.Pass) {
	for i := range p.Report.Indicators {
		x := &p.Report.Indicators[i]
		t := x.Target
		n, ok := t.Number()
		if !ok || x.Name.IsBlank() {
			continue
		}
		more := t.Op == normalize.OpAtLeast || t.Op == normalize.OpMore
		f := score.Finding{
			Field: normalize.IndicatorPath(i, normalize.Target), At: cite.Row(t, x), Stated: cite.Target(x),
			Operands: []normalize.Path{normalize.IndicatorPath(i, normalize.Actual)}, Verdict: score.Undetermined,
		}
		switch {
		case more && t.Unit == "%" && n.Cmp(hundred) >= 0 && capped(x):
			f.Expected, f.Against = "=100%", wording.Bound
			f.Message = p.Say(
				cite.Name(x)+"：比率最高为 100%，指标值“"+cite.Target(x)+"”宜写作 =100%",
				cite.Name(x)+": the rate cannot pass 100 %, so “"+cite.Target(x)+"” is better written =100 %")
		case t.Op == normalize.OpAtLeast && n.IsZero() && !says(x.Name.Text, words().Beyond100):
			f.Message = p.Say(
				cite.Name(x)+"：指标值“"+cite.Target(x)+"”怎样都能完成，不是目标",
				cite.Name(x)+": the target “"+cite.Target(x)+"” cannot be missed")
		case !more && t.Unit == "%" && farBelow(x, n):
			f.Message = p.Say(
				cite.Name(x)+"：指标值“"+cite.Target(x)+"”只限制了一边，实际 "+cite.Clip(x.Actual.Text)+" 偏离更大也算完成",
				cite.Name(x)+": “"+cite.Target(x)+"” bounds one side only; the actual "+cite.Clip(x.Actual.Text)+" deviates further and passes")
		default:
			p.Agree()
			continue
		}
		p.Found(f)
	}
}

// capped reports a rate that cannot pass 100 %: by its name, unless its own
// actual shows that it can.
func capped(x *normalize.Indicator) bool {
	name := x.Name.Text
	if says(name, words().Beyond100) || !says(name, words().Shares) {
		return false
	}
	a, ok := x.Actual.Number()
	return !ok || a.Cmp(hundred) <= 0
}

// farBelow reports a deviation whose actual is negative and larger than the bound.
func farBelow(x *normalize.Indicator, bound num.Decimal) bool {
	if x.Target.Op != normalize.OpAtMost && x.Target.Op != normalize.OpLess || !says(x.Name.Text, words().Signed) {
		return false
	}
	p := rubric.Of(x)
	return p.Numbers && p.Actual.Sign() < 0 && p.Actual.Abs().Cmp(bound) > 0
}
