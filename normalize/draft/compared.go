package draft

import (
	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/normalize/value"
)

// Compared joins a target with its comparator and unit where these have
// columns of their own (指标性质 | 指标值 | 度量单位).
func Compared(x *normalize.Indicator, op *table.Item, opLabel string, unit *table.Item, n int, lex *lexicon.Lexicon) {
	if op != nil {
		op.Path = normalize.IndicatorPath(n, normalize.Target)
		o, ok := value.Comparator(op.Text)
		if ok && o == "" { // 定量指标: says only that the target is a figure
			f := op.Words()
			x.Other = append(x.Other, normalize.Labelled{Label: opLabel, Field: f})
			op.Path = normalize.IndicatorPath(n, "").Other(len(x.Other) - 1)
		} else if ok && x.Target != nil && x.Target.State == normalize.Parsed && (x.Target.IsFigure() || o == normalize.OpQualitative && x.Target.Date == "") {
			x.Target.Op = o
		} else if !ok || x.Target == nil {
			f := op.Words()
			x.Other = append(x.Other, normalize.Labelled{Label: opLabel, Field: f})
		}
	}
	if unit != nil {
		unit.Path = normalize.IndicatorPath(n, normalize.Target)
		if u := unit.Folded; x.Target != nil && x.Target.IsFigure() && x.Target.Unit == "" && !value.IsNothing(unit.Text) {
			x.Target.Unit = value.UnitName(u)
		} else if !value.IsNothing(unit.Text) && (x.Target == nil || value.UnitName(u) != x.Target.Unit) {
			f := unit.Words()
			x.Other = append(x.Other, normalize.Labelled{Label: lex.Words.Labels.Unit, Field: f})
		}
	}
}

// InheritUnit gives what was done the unit of its target, where it prints none.
func InheritUnit(target, actual *normalize.Field) {
	if target == nil || actual == nil || !actual.IsFigure() || actual.Unit != "" || target.Unit == "" || !target.IsFigure() && target.Op != normalize.OpRange {
		return
	}
	actual.Unit, actual.UnitInherited = target.Unit, true
}
