package rubric

import (
	"strings"

	"ziping/extract"
	"ziping/text/num"
)

// Line is one thing a rule set says, under a heading.
type Line struct{ Head, Text extract.Text }

// Describe says in words what the set does, heading by heading.
func (s *Set) Describe() []Line {
	var out []Line
	add := func(zh, en string, t extract.Text) {
		if t.ZH != "" {
			out = append(out, Line{extract.Text{ZH: zh, EN: en}, t})
		}
	}
	add("适用", "For", s.Applies.words())
	if s.Base != "" {
		add("底本", "Base", extract.Text{ZH: "出处没有说到的，按 " + s.Base, EN: "what its sources do not say follows " + s.Base})
	}
	add("分值", "Points", weightWords(s.Weights))
	if s.EqualSplit {
		add("分值", "Points", extract.Text{ZH: "二级指标的分平均分给其下的三级指标，取整", EN: "a second level's points are split equally over its indicators, in whole points"})
	}
	if s.Rescale {
		add("不适用", "Not applicable", extract.Text{ZH: "不适用的指标剔除，其余折算到满分", EN: "indicators that do not apply are dropped and the rest brought to the full mark"})
	}
	add("预算执行", "Budget", s.Budget.words())
	for _, l := range []struct {
		zh, en string
		list   []Formula
	}{
		{"≥ 未达标", "≥ missed", s.Targets.AtLeast}, {"≤ 未达标", "≤ missed", s.Targets.AtMost},
		{"= 未达标", "= missed", s.Targets.Equal}, {"区间之外", "outside a range", s.Targets.Range},
	} {
		add(l.zh, l.en, formulaWords(l.list))
	}
	for _, l := range s.Targets.words() {
		add(l.Head.ZH, l.Head.EN, l.Text)
	}
	add("取位", "Rounding", s.roundingWords())
	add("写原因", "Reasons", s.reasonWords())
	add("等级", "Grades", s.gradeWords())
	add("预警", "Alarm", s.Alarm.words())
	for _, n := range s.Notes {
		add("另", "Note", n)
	}
	return out
}

// list joins parts in both languages.
type list struct{ zh, en []string }

func (l *list) add(zh, en string) {
	l.zh, l.en = append(l.zh, zh), append(l.en, en)
}

func (l *list) text() extract.Text {
	return extract.Text{ZH: strings.Join(l.zh, "；"), EN: strings.Join(l.en, "; ")}
}

func (a Applies) words() extract.Text {
	var l list
	if a.Default {
		l.add("没有更合适的规则时", "forms that no other set is for")
	}
	if len(a.Families) > 0 {
		l.add("表式 "+strings.Join(a.Families, "、"), "families "+strings.Join(a.Families, ", "))
	}
	if len(a.Regions) > 0 {
		l.add("表头写有 "+strings.Join(a.Regions, "、"), "forms whose head names "+strings.Join(a.Regions, ", "))
	}
	if y := a.Years(); y != "" {
		l.add(y+" 年度", "years "+y)
	}
	if len(l.zh) == 0 {
		l.add("只按名称选用（--rules）", "by name only (--rules)")
	}
	return l.text()
}

// Years is the span of years, "" where any will do.
func (a Applies) Years() string {
	switch {
	case a.From == 0 && a.To == 0:
		return ""
	case a.To == 0:
		return itoa(a.From) + "–"
	case a.From == 0:
		return "–" + itoa(a.To)
	}
	return itoa(a.From) + "–" + itoa(a.To)
}

func itoa(n int) string { return num.FromInt(int64(n)).String() }

// parts are the parts of a form that rules give points to.
var parts = map[string]extract.Text{
	"budget": {ZH: "预算执行", EN: "budget execution"}, "output": {ZH: "产出", EN: "output"}, "benefit": {ZH: "效益", EN: "benefit"},
	"satisfaction": {ZH: "满意度", EN: "satisfaction"}, "indicators": {ZH: "全部指标", EN: "all indicators"},
	"benefit_and_satisfaction": {ZH: "效益和满意度", EN: "benefit and satisfaction"},
	"decision":                 {ZH: "项目决策", EN: "decision"}, "management": {ZH: "项目管理", EN: "management"}, "performance": {ZH: "项目绩效", EN: "performance"},
	"output_quantity": {ZH: "数量", EN: "quantity"}, "output_quality": {ZH: "质量", EN: "quality"},
	"output_time": {ZH: "时效", EN: "time"}, "output_cost": {ZH: "成本", EN: "cost"},
}

func weightWords(ws []Weight) extract.Text {
	var zh, en []string
	for _, w := range ws {
		name, ok := parts[w.Part]
		if !ok {
			name = extract.Text{ZH: w.Part, EN: w.Part}
		}
		zh, en = append(zh, name.ZH+" "+w.Points.String()), append(en, name.EN+" "+w.Points.String())
	}
	return extract.Text{ZH: strings.Join(zh, "、"), EN: strings.Join(en, ", ")}
}

// wholeWords says which steps of a deduction count.
var wholeWords = map[Whole]extract.Text{
	WholeFloor: {ZH: "（不足一步不计）", EN: " (whole steps only)"},
	WholeCeil:  {ZH: "（不足一步按一步）", EN: " (a begun step counts)"},
}

func (b *RateRule) words() extract.Text {
	if b.Name.ZH != "" {
		return b.Name
	}
	of := b.Of.String()
	switch b.Kind {
	case RateLinear:
		if b.RatePlaces >= 0 {
			p := itoa(int(b.RatePlaces))
			return extract.Text{ZH: "分值 × 执行率（执行率先保留 " + p + " 位小数），不超过分值", EN: "weight × execution rate (rounded to " + p + " places first), at most the weight"}
		}
		return extract.Text{ZH: "分值 × 执行率，不超过分值", EN: "weight × execution rate, at most the weight"}
	case RateStep:
		return extract.Text{
			ZH: "满分 " + of + "，执行率低于 " + b.From.String() + "% 后每低 " + b.Per.String() + " 个百分点扣 " + b.Deduct.String() + wholeWords[b.Whole].ZH,
			EN: "of " + of + ": " + b.Deduct.String() + " off for each " + b.Per.String() + " points of the rate below " + b.From.String() + " %" + wholeWords[b.Whole].EN,
		}
	case RateFormula:
		return extract.Text{ZH: b.Formula.String(), EN: b.Formula.String()}
	}
	var l list
	for i := range b.Bands {
		t := b.Bands[i].words()
		l.add(t.ZH, t.EN)
	}
	t := l.text()
	return extract.Text{ZH: "满分 " + of + "：" + t.ZH, EN: "of " + of + ": " + t.EN}
}

func (x *RateBand) words() extract.Text {
	zh, en := x.From.String()+"% 起", "from "+x.From.String()+" %"
	if !x.Below.IsZero() {
		zh, en = x.From.String()+"%–"+x.Below.String()+"%", x.From.String()+" to below "+x.Below.String()+" %"
	}
	return extract.Text{ZH: zh + " 得 " + x.Points.String(), EN: en + ": " + x.Points.String()}
}

func (s *Set) roundingWords() extract.Text {
	how := map[Rounding]extract.Text{
		NotRounded: {ZH: "四舍五入或截尾都可以", EN: "half up or cut off, either will do"}, HalfUp: {ZH: "四舍五入", EN: "half up"}, CutOff: {ZH: "截尾", EN: "cut off"},
	}[s.Rounding]
	if s.Places < 0 {
		return extract.Text{ZH: "以表中的小数位数为准，" + how.ZH, EN: "to the places the form prints, " + how.EN}
	}
	p := itoa(int(s.Places))
	return extract.Text{ZH: "得分保留 " + p + " 位小数，" + how.ZH, EN: "scores to " + p + " places, " + how.EN}
}

func (s *Set) reasonWords() extract.Text {
	var l list
	if !s.OverCompletion.IsZero() {
		l.add("完成达到指标值的 "+s.OverCompletion.String()+"%", "from "+s.OverCompletion.String()+" % of the target on")
	}
	if !s.OverZero.IsZero() {
		l.add("指标值为 0 而完成值达到 "+s.OverZero.String(), "where the target is 0, from an actual of "+s.OverZero.String()+" on")
	}
	if !s.Reasons.RateBelow.IsZero() {
		l.add("执行率低于 "+s.Reasons.RateBelow.String()+"%", "an execution rate below "+s.Reasons.RateBelow.String()+" %")
	}
	if s.Reasons.Adjustment {
		l.add("年中调整预算", "a change of the budget in mid-year")
	}
	if !s.Reasons.Deviation.IsZero() {
		l.add("偏离指标值超过 "+s.Reasons.Deviation.String()+"%", "more than "+s.Reasons.Deviation.String()+" % off the target")
	}
	return l.text()
}

func (s *Set) gradeWords() extract.Text {
	var l list
	for _, g := range s.Grades {
		sign := "≥"
		if g.Above {
			sign = ">"
		}
		name := g.Name
		if name == "" {
			name = "—"
		}
		l.add(name+" "+sign+g.From.String(), name+" "+sign+g.From.String())
	}
	if len(s.Grades) == 0 {
		return l.text()
	}
	if s.GradesByMarks {
		l.add("按分数", "in marks")
	} else {
		l.add("按满分的百分比", "in percent of the full mark")
	}
	t := l.text()
	return extract.Text{ZH: strings.ReplaceAll(t.ZH, "；", "，"), EN: strings.ReplaceAll(t.EN, "; ", ", ")}
}

func (a Alarm) words() extract.Text {
	var l list
	if !a.Gap.IsZero() {
		l.add("预算执行得分率低于指标得分率，差距超过后者的 "+a.Gap.String()+"%", "the budget's share of its points lacks more than "+a.Gap.String()+" % of the indicators' share")
	}
	if !a.Unspent.IsZero() {
		l.add("结余超过 "+a.Unspent.String()+"%", "more than "+a.Unspent.String()+" % left over")
	}
	if a.NoBudget {
		l.add("预算为 0 而有得分", "marks for a budget of 0")
	}
	return l.text()
}
