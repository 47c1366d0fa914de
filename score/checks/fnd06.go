package checks

import (
	"strconv"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
	"ziping/score/checks/cite"
	"ziping/score/rubric"
	"ziping/score/wording"
	"ziping/text/num"
)

// fnd06 finds rates whose last places are zeros put on after rounding.
var fnd06 = score.Check{
	Doc: score.Doc{
		ID: "FND-06", Name: "rate-padding", Level: score.Notice,
		Title: extract.Text{ZH: "比率的末位不是补零", EN: "A rate's printed places are all significant"},
		What: extract.Text{
			ZH: "支出实现率、资金结余率填报的每一位小数都由金额算得出来，末尾的 0 不是四舍五入后的补零。",
			EN: "Every printed place of an execution or balance rate follows from the money; the zeros at its end were not put on after rounding.",
		},
		Why: extract.Text{
			ZH: "补零的比率看上去精确到万分位，实际只到百分位。拿它反推金额或打分，会把并不存在的精度当真。",
			EN: "A padded rate looks exact to four places and is exact to two. Whoever works back from it to money or marks trusts digits that are not there.",
		},
		Right: extract.Text{ZH: "22519.09 ÷ 24105.22 填报为 93.4200（实为 93.41997…）", EN: "22519.09 ÷ 24105.22 printed as 93.4200 (it is 93.41997…)"},
		Wrong: extract.Text{ZH: "233667.3 ÷ 250958.8 填报为 93.1100（实为 93.10982…）", EN: "233667.3 ÷ 250958.8 printed as 93.1100 (it is 93.10982…)"},
		Fix:   extract.Text{ZH: "不改：两位小数的值是对的。", EN: "None: the value is right to two places."},
		Source: extract.Text{
			ZH: "福州市人力资源和社会保障局 2023 年度自评表", EN: "the 2023 form of the Fuzhou human resources bureau",
		},
		Since: "0.1",
	},
	Run: ratePadding,
}

func ratePadding(p *score.Pass) {
	if p.Report.Funds == nil {
		return
	}
	var all []score.Finding
	for i := range p.Report.Funds.Rows {
		row := &p.Report.Funds.Rows[i]
		all = append(all, padded(p, row, normalize.ExecutionRate, normalize.Executed)...)
		all = append(all, padded(p, row, normalize.BalanceRate, normalize.Balance)...)
	}
	if len(all) < 2 {
		for _, f := range all {
			p.Found(f)
		}
		return
	}
	// One habit of whoever filled the form in.
	f := all[0]
	f.Operands = nil
	for _, x := range all {
		f.Operands = append(f.Operands, x.Field)
	}
	n := strconv.Itoa(len(all))
	where := cite.Listed(p.Report, f.Operands)
	f.Message = p.Say(n+" 个比率的末位为补零（"+where.ZH+"），如"+f.Message, n+" rates are padded with zeros ("+where.EN+"), such as "+f.Message)
	p.FoundIn(len(all), f)
}

// padded tests one rate against part ÷ budget.
func padded(p *score.Pass, row *normalize.FundRow, column, part normalize.Column) []score.Finding {
	f := row.Column(column)
	rate, ok := f.Number()
	if !ok {
		return nil
	}
	n, ok1 := p.Report.Amount(row.Column(part))
	whole, base := row.Base()
	budget, ok2 := p.Report.Amount(base)
	if !ok1 || !ok2 || budget.IsZero() {
		p.Untestable()
		return nil
	}
	exact := rubric.Quotient(n.Shift(2), budget)
	places := rate.Places()
	if _, ok := exact.PrintsAt(rate, places); ok || rate.Significant() == places {
		p.Agree()
		return nil
	}
	for k := rate.Significant(); k < places; k++ {
		if _, ok := exact.PrintsAt(rate, k); !ok {
			continue
		}
		valid := significant(k)
		shown := exact.Truncate(places + 2).Printed()
		return []score.Finding{{
			Field: normalize.FundPath(row.Source, column), At: cite.Place(f),
			Stated: rate.Printed(), Expected: exact.Round(places).Printed(), Against: wording.Quotient,
			Operands: []normalize.Path{normalize.FundPath(row.Source, part), normalize.FundPath(row.Source, whole)},
			Message: p.Say(
				cite.Source(row)+"：填报 "+rate.Printed()+"，按金额计算为 "+shown+"…，"+valid.ZH+"有效，其后为补零",
				cite.Source(row)+": printed as "+rate.Printed()+", the money gives "+shown+"…; only "+valid.EN+" significant, the zeros behind are padding"),
		}}
	}
	p.Untestable() // another rate altogether, which FND-03 and FND-04 tell
	return nil
}

// significant says which places of a rate count.
func significant(places int32) extract.Text {
	switch places {
	case 0:
		return extract.Text{ZH: "仅整数部分", EN: "the whole number is"}
	case 1:
		return extract.Text{ZH: "仅前 1 位小数", EN: "1 place is"}
	}
	n := num.FromInt(int64(places)).String()
	return extract.Text{ZH: "仅前 " + n + " 位小数", EN: n + " places are"}
}
