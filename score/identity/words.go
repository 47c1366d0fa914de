package identity

import (
	"strconv"
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/text/blank"
	"ziping/text/num"
)

// rowLabel is a fund row as printed, without 其中: and line breaks.
func rowLabel(r *normalize.Report, source string) string {
	row := r.Funds.Row(source)
	if row == nil {
		return source
	}
	label := blank.Out(row.Label)
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
	source, _ := t.Result.Fund()
	column := shortName(t.Result)
	gap := t.gap() + t.unit(r, t.Result)
	sum := rowLabel(r, source) + " " + t.shown(r, t.Result, t.Stated) + " ≠ "
	zh, en := t.worked(r, func(path normalize.Path) extract.Text {
		source, _ := path.Fund()
		return extract.Text{ZH: rowLabel(r, source), EN: rowLabel(r, source)}
	})
	return extract.Text{
		ZH: column.ZH + "：" + sum + zh + "，相差 " + gap,
		EN: column.EN + ": " + sum + en + ", off by " + gap,
	}
}

// row speaks of one row and several columns.
func (t *Tested) row(r *normalize.Report) extract.Text {
	source, _ := t.Result.Fund()
	column := shortName(t.Result)
	label := rowLabel(r, source)
	name := shortName
	if t.Kind == Ratio {
		part, _ := Number(r, t.Parts[0].Path)
		whole, _ := Number(r, t.Parts[1].Path)
		partText, wholeText := t.shown(r, t.Parts[0].Path, part), t.shown(r, t.Parts[1].Path, whole)
		say := func(l extract.Lang) string {
			return column.In(l) + " " + t.Stated.Printed() + "% ≠ " + name(t.Parts[0].Path).In(l) + " " + partText +
				" ÷ " + name(t.Parts[1].Path).In(l) + " " + wholeText + " = " + t.Expected.Printed() + "%"
		}
		return extract.Text{ZH: label + "：" + say(extract.ZH), EN: label + ": " + say(extract.EN)}
	}
	zh, en := t.worked(r, name)
	gap := t.gap() + t.unit(r, t.Result)
	return extract.Text{
		ZH: label + "：" + column.ZH + " " + t.shown(r, t.Result, t.Stated) + " ≠ " + zh + "，相差 " + gap,
		EN: label + ": " + column.EN + " " + t.shown(r, t.Result, t.Stated) + " ≠ " + en + ", off by " + gap,
	}
}

// shortName is a path's column as a sentence says it.
func shortName(path normalize.Path) extract.Text {
	return extract.Text{ZH: path.Column().Short(extract.ZH), EN: path.Column().Short(extract.EN)}
}

func isFund(path normalize.Path) bool {
	_, ok := path.Fund()
	return ok
}

// worked writes the parts of a sum out.
func (t *Tested) worked(r *normalize.Report, name func(path normalize.Path) extract.Text) (zh, en string) {
	var inZH, inEN strings.Builder
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
			s := t.shown(r, p.Path, n)
			if n.Sign() < 0 && sign != "" {
				s = "(" + s + ")"
			}
			value = extract.Text{ZH: s, EN: s}
		}
		called := name(p.Path)
		inZH.WriteString(sign + called.ZH + " " + value.ZH)
		inEN.WriteString(sign + called.EN + " " + value.EN)
	}
	return inZH.String(), inEN.String()
}

// shown is a cell's figure, with the cell's unit where the identity mixes units.
func (t *Tested) shown(r *normalize.Report, path normalize.Path, n num.Decimal) string {
	return n.Printed() + t.unit(r, path)
}

// unit is a cell's own unit where the identity mixes units.
func (t *Tested) unit(r *normalize.Report, path normalize.Path) string {
	if f, _ := r.Field(path); f != nil && t.Mixed() {
		return f.Unit
	}
	return ""
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
		case isFund(p.Path):
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
	if f, _ := r.Field(t.Result); f != nil {
		label = blank.Out(f.Text)
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
	if i, ok := t.Result.Indicator(); ok {
		if f := r.Indicators[i].Name; !f.IsBlank() {
			zh = blank.Out(f.Text)
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
