package checks

import (
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
	"ziping/score/checks/cite"
	"ziping/score/checks/witness"
	"ziping/score/wording"
	"ziping/text/num"
)

// fnd08 finds a missing, mixed or implausible money unit.
var fnd08 = score.Check{
	Doc: score.Doc{
		ID: "FND-08", Name: "money-unit", Level: score.Notice,
		Title: extract.Text{ZH: "金额单位写明、统一、合乎大小", EN: "One money unit, stated, and values of its size"},
		What: extract.Text{
			ZH: "表中写明金额单位，单元格里另写的单位与它相同，金额的大小像是这个单位的（以万元计的全年预算不到一百亿元，以元计的不少于一千元）。",
			EN: "The form states its money unit, units printed with single amounts are the same, and the amounts are of its size (a yearly budget in 万元 below 10 billion yuan, one in 元 not below a thousand).",
		},
		Why: extract.Text{
			ZH: "元与万元混淆是自评表最常见的错，汇总时一张表会错一万倍。",
			EN: "元 taken for 万元 is the commonest slip on these forms; in a summary one form is then wrong ten-thousandfold.",
		},
		Right: extract.Text{ZH: "项目资金（万元）：年度资金总额 1073.07", EN: "heading 万元, total 1073.07"},
		Wrong: extract.Text{ZH: "表头写万元，合计 2537695（实为元）；或全表没有写单位", EN: "heading 万元, total 2537695 (meant as 元); or no unit anywhere"},
		Fix:   extract.Text{ZH: "不自动更正。", EN: "None by itself."},
		Source: extract.Text{
			ZH: "宁德 2018 年部门自评表（表头万元、数值为元）；福州 2023 年自评表（全表未写单位）",
			EN: "a 2018 form of Ningde (heading 万元, values in 元); the 2023 Fuzhou form (no unit at all)",
		},
		Since: "0.1",
	},
	Run: moneyUnit,
}

// sizes are the totals beyond which a unit is not believed: too small for 元,
// too large for the others. Amounts printed without decimals are believed less.
var sizes = map[string]struct{ least, most, mostWhole num.Decimal }{
	"元":  {least: num.FromInt(1_000), most: num.FromInt(100_000_000_000), mostWhole: num.FromInt(100_000_000_000)},
	"千元": {most: num.FromInt(100_000_000), mostWhole: num.FromInt(10_000_000)},
	"万元": {most: num.FromInt(10_000_000), mostWhole: num.FromInt(1_000_000)},
	"亿元": {most: num.FromInt(10_000), mostWhole: num.FromInt(1_000)},
}

func moneyUnit(p *score.Pass) {
	funds := p.Report.Funds
	if funds == nil || len(funds.Rows) == 0 {
		return
	}
	unit := ""
	if f := p.Report.MoneyUnit; !f.IsBlank() {
		unit = f.Value
	}
	var largest *normalize.Field
	var largestPath normalize.Path
	var top num.Decimal
	fraction, own, bare := false, false, false
	for i := range funds.Rows {
		row := &funds.Rows[i]
		for _, c := range normalize.MoneyColumns {
			f := row.Column(c)
			n, ok := f.Number()
			if !ok {
				continue
			}
			fraction = fraction || n.Significant() > 0
			if amount, ok := p.Report.Amount(f); largest == nil || ok && amount.Cmp(top) > 0 {
				largest, largestPath, top = f, normalize.FundPath(row.Source, c), amount
			}
			if strings.HasSuffix(f.Unit, "元") {
				own = true
				if unit != "" && f.Unit != unit {
					mixedUnit(p, row, c, f, unit)
				}
			} else if !n.IsZero() {
				bare = true
			}
		}
	}
	switch {
	case largest == nil:
		p.Untestable()
	case unit == "" && own && !bare:
		p.Agree()
	case unit == "" && own:
		p.Found(score.Finding{
			Field: normalize.MoneyUnitPath, At: cite.Place(funds.Rows[0].Initial, funds.Rows[0].Budget, largest), Verdict: score.Undetermined,
			Message: p.Say("只有部分金额写了单位，其余的没有写明是元还是万元", "only some amounts state their unit; of the others the form does not say whether they are 元 or 万元"),
		})
	case unit == "":
		p.Found(score.Finding{
			Field: normalize.MoneyUnitPath, At: cite.Place(funds.Rows[0].Initial, funds.Rows[0].Budget, largest), Verdict: score.Undetermined,
			Message: p.Say("全表没有写明金额单位（元还是万元）", "the form nowhere states its money unit (元 or 万元)"),
		})
	default:
		sizeOfUnit(p, unit, largest, largestPath, top, fraction)
	}
}

func mixedUnit(p *score.Pass, row *normalize.FundRow, c normalize.Column, f *normalize.Field, unit string) {
	p.Found(score.Finding{
		Field: normalize.FundPath(row.Source, c), At: cite.Place(f), Stated: f.Unit, Expected: unit, Against: wording.Unit, Operands: []normalize.Path{normalize.MoneyUnitPath},
		Message: p.Say(
			cite.Source(row)+"：“"+cite.Clip(f.Text)+"”的单位与表头的“"+unit+"”不同",
			cite.Source(row)+": the unit of “"+cite.Clip(f.Text)+"” is not the form's "+unit),
	})
}

// sizeOfUnit tests the largest amount against the unit.
func sizeOfUnit(p *score.Pass, unit string, f *normalize.Field, path normalize.Path, n num.Decimal, fraction bool) {
	s, known := sizes[unit]
	most := s.most
	if !fraction {
		most = s.mostWhole
	}
	switch {
	case !known || n.Sign() <= 0:
		p.Untestable()
	case witness.Smaller(p, unit, &words().Words):
	case n.Cmp(most) >= 0:
		p.Found(score.Finding{
			Field: path, At: cite.Place(f), Stated: n.Printed() + unit, Operands: []normalize.Path{normalize.MoneyUnitPath}, Verdict: score.Undetermined,
			Message: p.Say("单位写作"+unit+"，而金额达 "+n.Printed()+"，可能是按更小的单位填的", "the unit is "+unit+" but an amount is "+n.Printed()+"; it may have been filled in a smaller unit"),
		})
	case n.Cmp(s.least) < 0:
		p.Found(score.Finding{
			Field: path, At: cite.Place(f), Stated: n.Printed() + unit, Operands: []normalize.Path{normalize.MoneyUnitPath}, Verdict: score.Undetermined,
			Message: p.Say("单位写作"+unit+"，而最大的金额只有 "+n.Printed()+"，可能是按万元填的", "the unit is "+unit+" but the largest amount is "+n.Printed()+"; it may have been filled in 万元"),
		})
	default:
		p.Agree()
	}
}
