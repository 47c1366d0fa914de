// Package sentences tells an identity that does not hold in words: of which cell it speaks, what
// is printed there, what the form's own figures make of it and how, and by how much they
// differ. Both languages say the same; the words between stand in score/wording.
package sentences

import (
	"strconv"
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score/identity"
	"ziping/score/wording"
	"ziping/text/blank"
	"ziping/text/num"
)

// rowLabel is a fund row as printed, without 其中: and line breaks.
func rowLabel(r *normalize.Report, source string) extract.Text {
	called := extract.Text{ZH: normalize.SourceName(source, extract.ZH), EN: normalize.SourceName(source, extract.EN)}
	row := r.Funds.Row(source)
	if row == nil {
		return called
	}
	label := blank.Out(row.Label)
	label = strings.TrimLeft(strings.TrimPrefix(label, "其中"), ":\uff1a")
	label = strings.TrimRight(label, ":\uff1a")
	if label == "" {
		return called
	}
	return same(label)
}

// teller tells one identity of a form.
type teller struct {
	*identity.Tested
	r *normalize.Report
}

// Of works an identity out in words, for one that disagrees: 合计·年初预算：填报数
// 222924.78，按表内关系计算为 0.00（财政资金小计 0.00 + 其他资金小计 0.00），相差 222924.78.
func Of(r *normalize.Report, tested *identity.Tested) extract.Text {
	t := teller{Tested: tested, r: r}
	switch t.Check {
	case "FND-05":
		return t.columnSum()
	case "WGT-01":
		return t.marks(extract.Text{ZH: "满分", EN: "full mark"}, extract.Text{ZH: "各项分值之和", EN: "the weights"})
	case "SUM-01":
		return t.marks(extract.Text{ZH: "总分", EN: "total"}, extract.Text{ZH: "各项得分之和", EN: "the scores"})
	case "WGT-02":
		return t.group()
	case "SCR-01":
		return t.outOfRange()
	}
	return t.row()
}

// told is the sentence of an identity: of what it speaks, both figures, and how the
// second one comes about.
func (t teller) told(of, stated, against, how, gap extract.Text) extract.Text {
	say := func(l extract.Lang) string {
		return wording.Arithmetic.In(l).Tell(stated.In(l), against.In(l), how.In(l), gap.In(l))
	}
	return extract.Text{ZH: of.ZH + "：" + say(extract.ZH), EN: of.EN + ": " + say(extract.EN)}
}

// same is a text that reads alike in both languages.
func same(s string) extract.Text { return extract.Text{ZH: s, EN: s} }

// columnSum speaks of one column and several rows.
func (t teller) columnSum() extract.Text {
	return t.sum(func(path normalize.Path) extract.Text {
		source, _ := path.Fund()
		return rowLabel(t.r, source)
	})
}

// row speaks of one row and several columns.
func (t teller) row() extract.Text {
	if t.Kind != identity.Ratio {
		return t.sum(shortName)
	}
	part, _ := identity.Number(t.r, t.Parts[0].Path)
	whole, _ := identity.Number(t.r, t.Parts[1].Path)
	partText, wholeText := t.shown(t.Parts[0].Path, part), t.shown(t.Parts[1].Path, whole)
	how := func(l extract.Lang) string {
		return shortName(t.Parts[0].Path).In(l) + " " + partText + " ÷ " + shortName(t.Parts[1].Path).In(l) + " " + wholeText
	}
	return t.told(t.cell(), same(t.Stated.Printed()+"%"), same(t.Expected.Printed()+"%"),
		extract.Text{ZH: how(extract.ZH), EN: how(extract.EN)},
		extract.Text{ZH: t.gap() + " 个百分点", EN: t.gap() + " percentage points"})
}

// sum speaks of a sum of cells, each called by name.
func (t teller) sum(name func(path normalize.Path) extract.Text) extract.Text {
	zh, en := t.worked(name)
	unit := t.unit(t.Result)
	return t.told(t.cell(), same(t.shown(t.Result, t.Stated)), same(t.Expected.Printed()+unit), extract.Text{ZH: zh, EN: en}, same(t.Stated.Sub(t.Expected).Abs().Printed()+unit))
}

// cell names the result: 合计·年初预算.
func (t teller) cell() extract.Text {
	source, _ := t.Result.Fund()
	label, column := rowLabel(t.r, source), shortName(t.Result)
	return extract.Text{ZH: label.ZH + "·" + column.ZH, EN: label.EN + "·" + column.EN}
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
func (t teller) worked(name func(path normalize.Path) extract.Text) (zh, en string) {
	var inZH, inEN strings.Builder
	for i, p := range t.Parts {
		sign := ""
		switch {
		case p.Coef < 0:
			sign = " − "
		case i > 0:
			sign = " + "
		}
		value := extract.Text{ZH: "（空）", EN: " (blank)"}
		if n, ok := identity.Number(t.r, p.Path); ok {
			s := t.shown(p.Path, n)
			if n.Sign() < 0 && sign != "" {
				s = "(" + s + ")"
			}
			value = same(" " + s)
		}
		called := name(p.Path)
		inZH.WriteString(sign + called.ZH + value.ZH)
		inEN.WriteString(sign + called.EN + value.EN)
	}
	return inZH.String(), inEN.String()
}

// shown is a cell's figure, with the cell's unit where the identity mixes units.
func (t teller) shown(path normalize.Path, n num.Decimal) string {
	return n.Printed() + t.unit(path)
}

// unit is a cell's own unit where the identity mixes units.
func (t teller) unit(path normalize.Path) string {
	if f, _ := t.r.Field(path); f != nil && t.Mixed() {
		return f.Unit
	}
	return ""
}

// gap is how far the print is from what it should be.
func (t teller) gap() string { return t.Stated.Sub(t.Expected).Abs().String() }

// marks speaks of all weights or scores of a form, too many to be listed.
func (t teller) marks(whole, sum extract.Text) extract.Text {
	var indicators, budget num.Decimal
	count, hasBudget := 0, false
	for _, p := range t.Parts {
		n, ok := identity.Number(t.r, p.Path)
		switch {
		case !ok:
		case isFund(p.Path):
			budget, hasBudget = n, true
		default:
			indicators, count = indicators.Add(n), count+1
		}
	}
	zh := sum.ZH + "：" + strconv.Itoa(count) + " 项指标 " + indicators.String()
	en := sum.EN + ": " + strconv.Itoa(count) + " indicators " + indicators.String()
	if hasBudget {
		zh += " + 预算执行 " + budget.String()
		en += " + budget " + budget.String()
	}
	return t.told(whole, same(t.Stated.String()), same(t.Expected.String()), extract.Text{ZH: zh, EN: en}, same(t.gap()))
}

// group speaks of points printed with a level.
func (t teller) group() extract.Text {
	label := ""
	if f, _ := t.r.Field(t.Result); f != nil {
		label = blank.Out(f.Text)
	}
	n := strconv.Itoa(len(t.Parts))
	return t.told(same(label), same(t.Stated.String()), same(t.Expected.String()),
		extract.Text{ZH: "组内 " + n + " 项指标分值之和", EN: "the weights of its " + n + " indicators"}, same(t.gap()))
}

// outOfRange speaks of a score that is negative or above its weight.
func (t teller) outOfRange() extract.Text {
	zh, en := "预算执行", "budget"
	if i, ok := t.Result.Indicator(); ok {
		if f := t.r.Indicators[i].Name; !f.IsBlank() {
			zh = blank.Out(f.Text)
			en = zh
		} else {
			zh, en = "第 "+strconv.Itoa(i+1)+" 项指标", "indicator "+strconv.Itoa(i+1)
		}
	}
	weight, _ := identity.Number(t.r, t.Parts[0].Path)
	if t.Stated.Sign() < 0 {
		return extract.Text{
			ZH: zh + "：得分 " + t.Stated.String() + " 为负数，不在 0 至分值 " + weight.String() + " 之间",
			EN: en + ": score " + t.Stated.String() + " is negative; it must lie between 0 and the weight " + weight.String(),
		}
	}
	return extract.Text{
		ZH: zh + "：得分 " + t.Stated.String() + " 高于分值 " + weight.String(),
		EN: en + ": score " + t.Stated.String() + " is above the weight " + weight.String(),
	}
}
