package checks

import (
	"fmt"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
	"ziping/score/checks/cite"
	"ziping/score/wording"
	"ziping/text/units"
)

// tgt02 finds actuals without a unit or with another than their target's.
var tgt02 = score.Check{
	Doc: score.Doc{
		ID: "TGT-02", Name: "value-unit", Level: score.Notice,
		Title: extract.Text{ZH: "实际完成值有单位且与指标值相同", EN: "The actual has its target's unit"},
		What: extract.Text{
			ZH: "定量指标的实际完成值写了单位，并与指标值的单位相同。度量单位另有一栏的，不要求重写。三行以上都没写的，合并为一条。",
			EN: "The actual of a quantitative target prints a unit, the target's. Where the unit has a column of its own it need not be repeated. Three or more rows without one are reported together.",
		},
		Why:    extract.Text{ZH: "18.88 是 18.88 人次还是 18.88 万人次，只能靠猜。", EN: "Whether 18.88 is that many persons or ten thousands of them can only be guessed."},
		Right:  extract.Text{ZH: "≥28公里，29.1公里", EN: "target ≥28公里, done 29.1公里"},
		Wrong:  extract.Text{ZH: "≥5.7万人次，18.88；≥28公里，29100米", EN: "target ≥5.7万人次, done 18.88; target ≥28公里, done 29100米"},
		Fix:    extract.Text{ZH: "不更正：完成值沿用指标值的单位，并作标记。", EN: "None: the target's unit is used and marked as inherited."},
		Source: extract.Text{ZH: "福州 2023 年自评表（17 行都没有单位）", EN: "the 2023 Fuzhou form (none of its 17 rows has a unit)"},
		Since:  "0.1",
	},
	Run: valueUnit,
}

// habit is the number of rows from which a missing unit is the form's habit.
const habit = 3

func valueUnit(p *score.Pass) {
	var without []int
	for i := range p.Report.Indicators {
		x := &p.Report.Indicators[i]
		switch t, a := x.Target, x.Actual; {
		case t.IsBlank() || a.IsBlank() || t.Unit == "":
		case !quantity(t) || !quantity(a):
		case a.UnitInherited && cite.OwnColumn(t):
			p.Agree()
		case a.UnitInherited:
			without = append(without, i)
		case sameUnit(t.Unit, a.Unit):
			p.Agree()
		default:
			p.Found(score.Finding{
				Field: normalize.IndicatorPath(i, normalize.Actual), At: cite.Row(a, x), Stated: a.Unit, Expected: t.Unit, Against: wording.TargetUnit,
				Operands: []normalize.Path{normalize.IndicatorPath(i, normalize.Target)},
				Message: p.Say(
					cite.Name(x)+"：指标值 "+cite.Target(x)+"，实际 "+cite.Clip(a.Text)+"，单位不同",
					cite.Name(x)+": target "+cite.Target(x)+", done "+cite.Clip(a.Text)+": different units"),
			})
		}
	}
	if len(without) < habit {
		for _, i := range without {
			p.Found(unitMissing(p, []int{i}))
		}
		return
	}
	p.FoundIn(len(without), unitMissing(p, without))
}

// unitMissing is the finding for rows whose actuals print no unit.
func unitMissing(p *score.Pass, rows []int) score.Finding {
	x := &p.Report.Indicators[rows[0]]
	f := score.Finding{
		Field: normalize.IndicatorPath(rows[0], normalize.Actual), At: cite.Row(x.Actual, x), Stated: x.Actual.Text,
		Expected: x.Actual.Text + x.Target.Unit, Against: wording.Inherited,
		Message: p.Say(
			cite.Name(x)+"：实际完成值 "+cite.Clip(x.Actual.Text)+" 没有写单位，按指标值的“"+x.Target.Unit+"”读",
			cite.Name(x)+": the actual "+cite.Clip(x.Actual.Text)+" has no unit; the target's "+x.Target.Unit+" is taken"),
	}
	if len(rows) == 1 {
		f.Operands = []normalize.Path{normalize.IndicatorPath(rows[0], normalize.Target)}
		return f
	}
	n := fmt.Sprint(len(rows))
	for _, i := range rows {
		f.Operands = append(f.Operands, normalize.IndicatorPath(i, normalize.Actual))
	}
	f.Message = p.Say(
		n+" 项指标的实际完成值没有写单位，都按指标值的单位读（如“"+cite.Name(x)+"："+cite.Clip(x.Actual.Text)+" 读作 "+cite.Clip(x.Actual.Text)+x.Target.Unit+"”）",
		n+" actuals have no unit; the targets' units are taken (such as "+cite.Name(x)+": "+cite.Clip(x.Actual.Text)+" is read as "+cite.Clip(x.Actual.Text)+x.Target.Unit+")")
	return f
}

// quantity reports a number, alone or as a range.
func quantity(f *normalize.Field) bool {
	_, ok := f.Number()
	return ok || f.State == normalize.Parsed && f.Op == normalize.OpRange
}

// sameUnit reports the same scale of the same thing, whichever way it is spelled.
func sameUnit(a, b string) bool {
	if a == b {
		return true
	}
	p, x := units.Split(a)
	q, y := units.Split(b)
	return p == q && x == y
}
