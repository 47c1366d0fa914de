package checks

import (
	"fmt"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
	"ziping/score/identity"
	"ziping/score/sentences"
	"ziping/score/wording"
)

// fnd01 tests budget = initial (+ carried in) + adjustment in every fund row.
var fnd01 = score.Check{
	Doc: score.Doc{
		ID: "FND-01", Name: "fund-row-sum", Level: score.Error,
		Title: extract.Text{
			ZH: "预算数等于年初预算、结转与调整之和",
			EN: "A row's budget is its initial amount plus what was added",
		},
		What: extract.Text{
			ZH: "每一行资金：小计（调整后预算数）= 年初预算（+ 上年结转）+ 年中调整。表中没有调整和结转栏的，不作此项检查。",
			EN: "In every fund row the budget equals the initial amount plus, where the form has such columns, what was carried in and the adjustment. Forms without both columns are not tested.",
		},
		Why: extract.Text{
			ZH: "调整后预算数是执行率和结余的分母，错了后面全错。",
			EN: "The adjusted budget is the divisor of the execution rate and the start of the balance; if it is wrong all that follows is.",
		},
		Right: extract.Text{
			ZH: "年初 222924.78，调整 28034.02，小计 250958.8",
			EN: "initial 222924.78, adjustment 28034.02, budget 250958.8",
		},
		Wrong: extract.Text{
			ZH: "年初 222924.78，调整 28034.02，小计 250985.8",
			EN: "initial 222924.78, adjustment 28034.02, budget 250985.8",
		},
		Fix: extract.Text{
			ZH: "只有改动最少的方案唯一时才更正，并在更正后重新核对全表。",
			EN: "A repair is applied only where it is the only smallest one, and the whole form is tested again after it.",
		},
		Source: extract.Text{
			ZH: "福州市、宁德市部门整体绩效自评表表头：③=①+②，④=①+②+③",
			EN: "column headings of the Fuzhou and Ningde forms: ③=①+②, ④=①+②+③",
		},
		Since: "0.1",
	},
	Run: runFND01,
}

func runFND01(p *score.Pass) { testIdentities(p, "FND-01") }

// testIdentities counts the identities of one check and reports those that
// disagree, with the sum worked out.
func testIdentities(p *score.Pass, check string) {
	for i := range p.Identities {
		t := &p.Identities[i]
		if t.Check != check {
			continue
		}
		switch {
		case t.Outcome == identity.Agree:
			p.Agree()
		case t.Premise != "":
			p.Doubted(doubt(p, t))
		case t.Outcome == identity.Untestable:
			p.Untestable()
		default:
			p.Found(disagreement(p, t))
		}
	}
}

// doubt is the notice for an identity that fails as it is printed, and whose premise
// is not shown. It says what does not agree, and not what should be printed.
func doubt(p *score.Pass, t *identity.Tested) score.Finding {
	f := disagreement(p, t)
	why := t.Premise.Say().In(p.Lang)
	f.Expected, f.Interval, f.Against = "", nil, wording.None
	if t.Premise == identity.FullMarkPrinted { // 100 is not printed either
		f.Stated, f.Operands = "", f.Operands[:len(t.Parts)]
		f.Message = fmt.Sprintf(p.Say("各项分值之和为 %s；未能判定：%s", "the weights add up to %s; not decided: %s"), t.Expected, why)
		return f
	}
	f.Message += p.Say("；未能判定："+why, "; not decided: "+why)
	return f
}

// disagreement is the finding for an identity that does not hold. Its operands
// are the parts and the result.
func disagreement(p *score.Pass, t *identity.Tested) score.Finding {
	f := score.Finding{
		Field:    t.Result,
		Stated:   t.Stated.String(),
		Operands: make([]normalize.Path, 0, len(t.Parts)+1),
		Message:  sentences.Of(p.Report, t).In(p.Lang),
		Against:  wording.Arithmetic,
	}
	for _, part := range t.Parts {
		f.Operands = append(f.Operands, part.Path)
	}
	f.Operands = append(f.Operands, t.Result)
	if t.Kind == identity.Range {
		f.Against = wording.Range
	} else {
		f.Expected = t.Expected.String()
	}
	if low, high, ok := identity.Interval(p.Report, t); ok {
		f.Interval = []string{low.String(), high.String()}
	}
	return f
}
