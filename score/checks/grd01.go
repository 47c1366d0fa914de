package checks

import (
	"slices"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
	"ziping/score/checks/scale"
	"ziping/score/identity"
	"ziping/score/rubric"
	"ziping/score/rubric/sets"
	"ziping/score/wording"
)

// grd01 tests that the grade follows from the total: by the thresholds that the
// form prints, else by those of the rule set. A nil set tests printed ones alone.
func grd01(set *rubric.Set) score.Check {
	return score.Check{
		Doc: score.Doc{
			ID: "GRD-01", Name: "grade", Level: score.Error,
			Title: extract.Text{
				ZH: "等级与总分相符",
				EN: "The grade follows from the total",
			},
			What: extract.Text{
				ZH: "表中写有等级标准的（如“优（S≥90）”），总分须在该等级的范围内；表下注明了各等级分界的（如“90分以上为优秀，80-90分为良好……”），按注明的分界；都没有的，按所选评分规则的分界（通行的是 90、80、60）。后两种不符的列为评分存疑。等级的叫法不限于优、良、中、差。",
				EN: "Where the form prints the threshold with the grade (优(S≥90)), the total must lie within it; where a note prints the scale (90 and more is 优秀, 80 to 90 良好 …), that one applies; where none is printed, the chosen rule set's (mostly 90, 80 and 60). A mismatch with either of these is of level rule. Grades may be called otherwise than 优, 良, 中, 差.",
			},
			Why: extract.Text{
				ZH: "等级直接用于预算安排和结果公开。",
				EN: "The grade is what budgets and publications go by.",
			},
			Right: extract.Text{
				ZH: "总分 96.88，优（S≥90）",
				EN: "total 96.88, 优 (S≥90)",
			},
			Wrong: extract.Text{
				ZH: "总分 98.83，良（80≤S<90）",
				EN: "total 98.83, 良 (80≤S<90)",
			},
			Fix: extract.Text{
				ZH: "总分与各项得分相符而等级不符时更正等级；总分本身也不符时先更正总分。",
				EN: "The grade is repaired where the total agrees with the scores; where it does not, the total comes first.",
			},
			Source: extract.Text{
				ZH: "福州市部门整体绩效自评表评价等级栏；各省系统的通行分级",
				EN: "the foot of the Fuzhou form; the customary scale of provincial systems",
			},
			Since: "0.1",
		},
		Run: func(p *score.Pass) { grade(p, set) },
	}
}

func grade(p *score.Pass, set *rubric.Set) {
	g := p.Grade
	switch {
	case g == nil:
		return
	case !g.Printed && gradeByNote(p, g):
		return
	case !g.Printed && scale.Rank(g.Stated) >= 0:
		gradeBySet(p, g, set)
		return
	case g.Outcome == identity.Untestable:
		p.Untestable()
		return
	case !g.Printed:
		gradeBySet(p, g, set)
		return
	case g.Outcome == identity.Agree:
		p.Agree()
		return
	}
	f := score.Finding{Field: normalize.GradePath, Stated: g.Stated, Expected: g.Expected, Against: wording.Scale, Operands: []normalize.Path{normalize.TotalScorePath, normalize.GradePath}, Level: score.Error}
	total := g.Total.String()
	zh := "等级“" + g.Stated + "”与总分 " + total + " 不符：表中标准为 " + p.Report.Grade.Threshold
	en := "grade " + g.Stated + " does not follow from the total " + total + ": the form's own threshold is " + p.Report.Grade.Threshold
	if g.Expected != "" {
		zh, en = zh+"，按表中标准为“"+g.Expected+"”", en+", which gives "+g.Expected
	}
	f.Message = p.Say(zh, en)
	p.Found(f)
}

// gradeByNote tests a grade by the scale that a note of the form prints; false where it
// prints none, or not this grade. The note may tell the general rule, hence the level.
func gradeByNote(p *score.Pass, g *identity.Grade) bool {
	total, ok := identity.Number(p.Report, normalize.TotalScorePath)
	steps, rank := scale.Printed(p.Report), scale.Rank(g.Stated)
	if !ok || !slices.ContainsFunc(steps, func(s scale.Step) bool { return s.Rank == rank }) {
		return false
	}
	want := scale.Earned(steps, total)
	given := slices.IndexFunc(steps, func(s scale.Step) bool { return s.Rank == rank && s.Band.Holds(total) })
	switch {
	case given >= 0: // 90 is of 80-90 too
		p.Agree()
	case want == nil:
		p.Untestable()
	case want.Rank == rank:
		p.Agree()
	default:
		p.Found(score.Finding{
			Field: normalize.GradePath, Stated: g.Stated, Expected: want.Name, Against: wording.RuleGrade, Level: score.Rule,
			Operands: []normalize.Path{normalize.TotalScorePath, normalize.GradePath},
			Message: p.Say(
				"等级“"+g.Stated+"”与总分 "+total.String()+" 不符：按表中注明的标准为“"+want.Name+"”",
				"grade "+g.Stated+" does not follow from the total "+total.String()+": by the scale that the form's note prints it is "+want.Name),
		})
	}
	return true
}

// gradeBySet tests a grade whose thresholds are not printed. The office may go
// by another scale, so where a known one gives the grade nothing is decided.
func gradeBySet(p *score.Pass, g *identity.Grade, set *rubric.Set) {
	total, ok := identity.Number(p.Report, normalize.TotalScorePath)
	if set == nil || !ok || len(set.Grades) == 0 {
		p.Untestable()
		return
	}
	full := hundred
	if n, ok := identity.Number(p.Report, normalize.TotalWeightPath); ok && n.Sign() > 0 {
		full = n
	}
	want := set.Grade(total, full)
	if want == g.Stated || want != "" && scale.Rank(want) == scale.Rank(g.Stated) {
		p.Agree()
		return
	}
	if scale.Passing(g.Stated) && want != "" && scale.Rank(want) < scale.Rank(g.Stated) {
		p.Untestable() // of an office that knows no better grade, it may be
		return
	}
	f := score.Finding{Field: normalize.GradePath, Stated: g.Stated, Expected: want, Against: wording.RuleGrade, Operands: []normalize.Path{normalize.TotalScorePath, normalize.GradePath}, Level: score.Rule}
	zh := "等级“" + g.Stated + "”与总分 " + total.String() + " 不符"
	en := "grade " + g.Stated + " does not follow from the total " + total.String() + ""
	if want != "" {
		zh, en = zh+"：按"+set.Name.ZH+"为“"+want+"”", en+": "+set.Name.EN+" give "+want
	} else {
		zh, en = zh+"：按"+set.Name.ZH+"没有等级", en+": "+set.Name.EN+" give none"
	}
	if other := sets.OtherScale(set, g.Stated, total, full); other != nil {
		f.Verdict = score.Undetermined
		zh, en = zh+"。按"+other.Name.ZH+"则相符", en+". By "+other.Name.EN+" it does"
	}
	f.Message = p.Say(zh, en)
	p.Found(f)
}
