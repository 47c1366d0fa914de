package identity

import (
	"strconv"
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/text/num"
)

// columns names the columns of the money block in messages.
var columns = map[normalize.Column]extract.Text{
	normalize.Initial:       {ZH: "年初预算", EN: "initial budget"},
	normalize.CarriedIn:     {ZH: "上年结转", EN: "carried in"},
	normalize.Adjustment:    {ZH: "年中调整", EN: "adjustment"},
	normalize.Budget:        {ZH: "预算数", EN: "budget"},
	normalize.Executed:      {ZH: "执行数", EN: "executed"},
	normalize.ExecutionRate: {ZH: "执行率", EN: "execution rate"},
	normalize.Balance:       {ZH: "结余", EN: "balance"},
	normalize.BalanceRate:   {ZH: "结余率", EN: "balance rate"},
	normalize.FundWeight:    {ZH: "分值", EN: "weight"},
	normalize.FundScore:     {ZH: "得分", EN: "score"},
}

// fundPlace takes a path of the money block apart.
func fundPlace(path string) (source string, c normalize.Column) {
	rest := strings.TrimPrefix(path, "funds.")
	dot := strings.LastIndexByte(rest, '.')
	if dot < 0 {
		return rest, ""
	}
	return rest[:dot], normalize.Column(rest[dot+1:])
}

// rowLabel is a fund row as printed, without 其中: and line breaks.
func rowLabel(r *normalize.Report, source string) string {
	row := r.Funds.Row(source)
	if row == nil {
		return source
	}
	label := strings.Join(strings.Fields(row.Label), "")
	label = strings.TrimLeft(strings.TrimPrefix(label, "其中"), ":\uff1a")
	label = strings.TrimRight(label, ":\uff1a")
	if label == "" {
		return source
	}
	return label
}

// Sentence works an identity out in words, for one that disagrees: 年初预算:合计
// 222924.78 ≠ 财政资金小计 0.00 + 其他资金小计 0.00,相差 222924.78.
func Sentence(r *normalize.Report, t *Tested) extract.Text {
	switch t.Check {
	case "FND-05":
		return t.columnSum(r)
	case "WGT-01":
		return t.marks(r, extract.Text{ZH: "满分", EN: "the full mark"}, extract.Text{ZH: "各项分值之和", EN: "the weights add up to"})
	case "SUM-01":
		return t.marks(r, extract.Text{ZH: "总分", EN: "the total"}, extract.Text{ZH: "各项得分之和", EN: "the scores add up to"})
	case "WGT-02":
		return t.group(r)
	case "SCR-01":
		return t.outOfRange(r)
	}
	return t.row(r)
}

// columnSum speaks of one column and several rows.
func (t *Tested) columnSum(r *normalize.Report) extract.Text {
	source, c := fundPlace(t.Result)
	sum := rowLabel(r, source) + " " + t.Stated.Printed() + " ≠ "
	zh, en := t.worked(r, func(path string) extract.Text {
		source, _ := fundPlace(path)
		return extract.Text{ZH: rowLabel(r, source), EN: rowLabel(r, source)}
	})
	return extract.Text{
		ZH: columns[c].ZH + "：" + sum + zh + "，相差 " + t.gap(),
		EN: columns[c].EN + ": " + sum + en + ", off by " + t.gap(),
	}
}

// row speaks of one row and several columns.
func (t *Tested) row(r *normalize.Report) extract.Text {
	source, c := fundPlace(t.Result)
	label := rowLabel(r, source)
	name := func(path string) extract.Text { _, c := fundPlace(path); return columns[c] }
	if t.Kind == Ratio {
		part, _ := Number(r, t.Parts[0].Path)
		whole, _ := Number(r, t.Parts[1].Path)
		say := func(l extract.Lang) string {
			return columns[c].In(l) + " " + t.Stated.Printed() + "% ≠ " + name(t.Parts[0].Path).In(l) + " " + part.Printed() +
				" ÷ " + name(t.Parts[1].Path).In(l) + " " + whole.Printed() + " = " + t.Expected.Printed() + "%"
		}
		return extract.Text{ZH: label + "：" + say(extract.ZH), EN: label + ": " + say(extract.EN)}
	}
	zh, en := t.worked(r, name)
	return extract.Text{
		ZH: label + "：" + columns[c].ZH + " " + t.Stated.Printed() + " ≠ " + zh + "，相差 " + t.gap(),
		EN: label + ": " + columns[c].EN + " " + t.Stated.Printed() + " ≠ " + en + ", off by " + t.gap(),
	}
}

// worked writes the parts of a sum out.
func (t *Tested) worked(r *normalize.Report, name func(path string) extract.Text) (zh, en string) {
	for i, p := range t.Parts {
		sign := ""
		switch {
		case p.Coef < 0:
			sign = " − "
		case i > 0:
			sign = " + "
		}
		value := extract.Text{ZH: "(空)", EN: "(blank)"}
		if n, ok := Number(r, p.Path); ok {
			value = extract.Text{ZH: n.Printed(), EN: n.Printed()}
			if n.Sign() < 0 && sign != "" {
				value = extract.Text{ZH: "(" + n.Printed() + ")", EN: "(" + n.Printed() + ")"}
			}
		}
		zh += sign + name(p.Path).ZH + " " + value.ZH
		en += sign + name(p.Path).EN + " " + value.EN
	}
	return zh, en
}

// gap is how far the print is from what it should be.
func (t *Tested) gap() string { return t.Stated.Sub(t.Expected).Abs().String() }

// marks speaks of all weights or scores of a form, too many to be listed.
func (t *Tested) marks(r *normalize.Report, whole, sum extract.Text) extract.Text {
	var indicators, budget num.Decimal
	count, hasBudget := 0, false
	for _, p := range t.Parts {
		n, ok := Number(r, p.Path)
		switch {
		case !ok:
		case strings.HasPrefix(p.Path, "funds."):
			budget, hasBudget = n, true
		default:
			indicators, count = indicators.Add(n), count+1
		}
	}
	zh := strconv.Itoa(count) + " 项指标 " + indicators.String()
	en := strconv.Itoa(count) + " indicators " + indicators.String()
	if hasBudget {
		zh += " + 预算执行 " + budget.String()
		en += " + budget " + budget.String()
	}
	return extract.Text{
		ZH: whole.ZH + " " + t.Stated.String() + " ≠ " + sum.ZH + " " + t.Expected.String() + "(" + zh + ")，相差 " + t.gap(),
		EN: whole.EN + " is " + t.Stated.String() + ", but " + sum.EN + " " + t.Expected.String() + " (" + en + "), off by " + t.gap(),
	}
}

// group speaks of points printed with a level.
func (t *Tested) group(r *normalize.Report) extract.Text {
	label := ""
	if f := Field(r, t.Result); f != nil {
		label = strings.Join(strings.Fields(f.Text), "")
	}
	n, stated, sum := strconv.Itoa(len(t.Parts)), t.Stated.String(), t.Expected.String()
	return extract.Text{
		ZH: label + "：标注 " + stated + " 分 ≠ 组内 " + n + " 项指标分值之和 " + sum + "，相差 " + t.gap(),
		EN: label + ": " + stated + " points printed, but the weights of its " + n + " indicators add up to " + sum + ", off by " + t.gap(),
	}
}

// outOfRange speaks of a score that is negative or above its weight.
func (t *Tested) outOfRange(r *normalize.Report) extract.Text {
	zh, en := "预算执行", "budget"
	if rest, ok := strings.CutPrefix(t.Result, "indicators["); ok {
		i, _ := strconv.Atoi(rest[:max(strings.IndexByte(rest, ']'), 0)])
		if f := r.Indicators[i].Name; !f.IsBlank() {
			zh = strings.Join(strings.Fields(f.Text), "")
			en = zh
		} else {
			zh, en = "第 "+strconv.Itoa(i+1)+" 项指标", "indicator "+strconv.Itoa(i+1)
		}
	}
	weight, _ := Number(r, t.Parts[0].Path)
	if t.Stated.Sign() < 0 {
		return extract.Text{
			ZH: zh + "：得分 " + t.Stated.String() + " 为负数，应在 0 至分值 " + weight.String() + " 之间",
			EN: en + ": score " + t.Stated.String() + " is negative; it must lie between 0 and the weight " + weight.String(),
		}
	}
	return extract.Text{
		ZH: zh + "：得分 " + t.Stated.String() + " 高于分值 " + weight.String(),
		EN: en + ": score " + t.Stated.String() + " is above the weight " + weight.String(),
	}
}
