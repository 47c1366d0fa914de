package checks

import (
	"fmt"
	"slices"
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
	"ziping/score/checks/cite"
	"ziping/score/rubric"
	"ziping/text/num"
)

// rsn01 finds points lost without a reason.
var rsn01 = score.Check{
	Doc: score.Doc{
		ID: "RSN-01", Name: "reason-missing", Level: score.Notice,
		Title: extract.Text{ZH: "扣分有原因说明", EN: "Points lost have a reason"},
		What: extract.Text{
			ZH: "自评得分低于分值的指标写了偏差原因；不计分的表，没有完成目标的指标写了原因。表中没有原因栏的不查；只有一格总的原因说明的，查那一格。",
			EN: "An indicator scored below its weight gives a reason; on forms without scores, one that missed its target does. Forms with no place for reasons are not tested; where one cell serves all rows, that cell is.",
		},
		Why:    extract.Text{ZH: "扣分而不说原因，就看不出是目标定高了还是工作没做。", EN: "Without a reason nobody can tell a target set too high from work not done."},
		Right:  extract.Text{ZH: "≥2689个，2608，分值 4，得分 3.88，任务测算偏高，后续科学设定目标值", EN: "≥2689, done 2608, 3.88 of 4, “the estimate was too high”"},
		Wrong:  extract.Text{ZH: "≥11282人，11016，分值 5，得分 4.88，原因栏空白", EN: "≥11282, done 11016, 4.88 of 5, no reason"},
		Fix:    extract.Text{ZH: "不更正：原因要由填报人写。", EN: "None: the reason is the office's to write."},
		Source: extract.Text{ZH: "预算系统的保存校验（得分低于分值必须填原因）；自评表的“偏差原因分析及改进措施”栏", EN: "a budget system refuses to save such rows; the forms have a column for it"},
		Since:  "0.1",
	},
	Run:   reasonMissing,
	Habit: true,
}

func reasonMissing(p *score.Pass) {
	fundReason(p)
	if !reasonColumn(p.Report) {
		formReasonMissing(p)
		return
	}
	for i := range p.Report.Indicators {
		x := &p.Report.Indicators[i]
		lost, known := pointsLost(x)
		switch {
		case x.BesideFull:
		case !known:
			if !x.Actual.IsBlank() {
				p.Untestable()
			}
		case !lost || !x.Reason.IsBlank():
			p.Agree()
		case wordsBehind(p.Report, i):
			p.Untestable()
		default:
			p.Found(lostWithout(p, i, x))
		}
	}
}

// wordsBehind reports words that no field claims between a row and the next one or the
// total: its reason may be among them.
func wordsBehind(r *normalize.Report, i int) bool {
	var next *normalize.Field
	if i+1 < len(r.Indicators) {
		if next = r.Indicators[i+1].Name; next != nil && next.State == normalize.Garbled { // the reason may run into it
			return true
		}
	} else if r.Total != nil {
		next = r.Total.Score
	}
	from := r.Indicators[i].Score
	if from == nil || from.At == nil || next == nil || next.At == nil {
		return false
	}
	return slices.ContainsFunc(r.Unplaced, func(u normalize.Unplaced) bool {
		_, err := num.Parse(u.Text)
		return err != nil && stands(from.At, &u.At) && stands(&u.At, next.At)
	})
}

// stands reports a place that is read before another of the same table, or of the lines.
func stands(a, b *extract.Ref) bool {
	if a.IsLine() || b.IsLine() {
		return a.IsLine() && b.IsLine() && a.Line < b.Line
	}
	return a.Table == b.Table && (a.Row < b.Row || a.Row == b.Row && a.Col < b.Col)
}

// pointsLost says whether an indicator was scored below its weight or, where
// it has no score, missed its target.
func pointsLost(x *normalize.Indicator) (lost, known bool) {
	s, ok1 := x.Score.Number()
	w, ok2 := x.Weight.Number()
	if ok1 && ok2 {
		return s.Cmp(w) < 0, true
	}
	if x.Score != nil && x.Weight != nil {
		return false, false // columns are there, this row fills one of them at most
	}
	met := rubric.Of(x).Met
	return met == rubric.No, met != rubric.Unsure
}

func lostWithout(p *score.Pass, i int, x *normalize.Indicator) score.Finding {
	path := func(c normalize.Column) normalize.Path { return normalize.IndicatorPath(i, c) }
	if _, scored := x.Score.Number(); scored && x.Weight != nil {
		return score.Finding{
			Field: path(normalize.Score), At: cite.Row(x.Score, x), Stated: x.Score.Value,
			Operands: []normalize.Path{path(normalize.Weight), path(normalize.Target), path(normalize.Actual), path(normalize.Reason)},
			Message: p.Say(
				cite.Name(x)+"：得分 "+x.Score.Value+"，分值 "+x.Weight.Value+"，有扣分而未说明原因",
				cite.Name(x)+": scored "+x.Score.Value+" of "+x.Weight.Value+" and no reason is given"),
		}
	}
	return score.Finding{
		Field: path(normalize.Actual), At: cite.Row(x.Actual, x), Stated: x.Actual.Text,
		Operands: []normalize.Path{path(normalize.Target), path(normalize.Reason)},
		Message: p.Say(
			cite.Name(x)+"：指标值 "+cite.Target(x)+"，实际 "+cite.Clip(x.Actual.Text)+"，未完成，也未说明原因",
			cite.Name(x)+": target "+cite.Target(x)+", done "+cite.Clip(x.Actual.Text)+"; missed, and no reason is given"),
	}
}

// formReasonMissing tests the one cell for reasons of forms that have no column for them.
func formReasonMissing(p *score.Pass) {
	k := formReason(p.Report)
	if k < 0 {
		return
	}
	var missed []normalize.Path
	for i := range p.Report.Indicators {
		if lost, known := pointsLost(&p.Report.Indicators[i]); known && lost {
			missed = append(missed, normalize.IndicatorPath(i, normalize.Score))
		}
	}
	cell := p.Report.Other[k]
	switch {
	case len(missed) == 0:
	case !cell.IsBlank():
		p.Agree()
	default:
		n := fmt.Sprint(len(missed))
		p.Found(score.Finding{
			Field: normalize.OtherPath(k), At: cite.Place(cell.Field, p.Report.Title), Operands: missed,
			Message: p.Say(n+" 项指标没有完成，“"+cite.Clip(cell.Label)+"”空白", n+" indicators missed their targets and “"+cite.Clip(cell.Label)+"” is empty"),
		})
	}
}

// fundReason tests the budget's row where the form has a cell for its reason (原因).
func fundReason(p *score.Pass) {
	row := rubric.BudgetRow(p.Report)
	if row == nil {
		return
	}
	s, _ := row.Score.Number()
	w, ok := row.Weight.Number()
	if !ok || s.Cmp(w) >= 0 {
		return
	}
	for k, l := range row.Other {
		if l.Field == nil || !strings.Contains(l.Label, "原因") {
			continue
		}
		if !l.IsBlank() {
			p.Agree()
			return
		}
		path := normalize.FundPath(row.Source, normalize.Score)
		p.Found(score.Finding{
			Field: path, At: cite.Place(row.Score), Stated: row.Score.Value,
			Operands: []normalize.Path{normalize.FundPath(row.Source, normalize.Weight), normalize.FundPath(row.Source, "").Other(k)},
			Message:  p.Say("预算执行得分 "+row.Score.Value+"，分值 "+row.Weight.Value+"，有扣分而未说明原因", "the budget is scored "+row.Score.Value+" of "+row.Weight.Value+" and no reason is given"),
		})
		return
	}
}
