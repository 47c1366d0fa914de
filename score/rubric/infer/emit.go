package infer

import (
	"fmt"
	"strings"
	"unicode"

	"ziping/extract"
	"ziping/score/rubric"
	"ziping/score/rubric/sets"
)

// File writes the inferred set as a rule file, ready for --rules, with what
// each part rests on in comments. names are the forms' names, in the order in
// which they were given to Infer.
func (inf *Inference) File(bureau string, names []string, lang extract.Lang) string {
	say := func(zh, en string) string { return extract.Text{ZH: zh, EN: en}.In(lang) }
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	s, whole := inf.Set, explained(inf.Forms)
	tested, agreed := 0, 0
	for i := range inf.Forms {
		tested, agreed = tested+inf.Forms[i].Scores, agreed+inf.Forms[i].Explained
	}
	line(say("# 由 %d 份自评表归纳：%d 份全部得分符合；%d 项得分中符合 %d 项。", "# Inferred from %d forms: all scores of %d follow it; of %d scores, %d do."), len(inf.Forms), whole, tested, agreed)
	line(say("# 只说明这些得分像是怎样算出来的，不是依据；请与本单位的办法核对后使用：", "# It tells how these scores seem to have come about and is no authority; compare it with the office's own rule, then:"))
	line("#   ziping check --rules %s …", say("本文件", "THIS-FILE"))
	if len(inf.Known) > 0 {
		line(say("# 内置规则同样能解释：%s", "# Embedded sets that explain as many forms: %s"), strings.Join(inf.Known, say("、", ", ")))
	}
	zh, en := bureau, bureau
	if bureau == "" {
		zh, en = "若干单位", "several offices"
	}
	line("id: inferred")
	line("name: {zh: %s, en: %s}", quote(zh+"（归纳）"), quote(en+" (inferred)"))
	line("sources:")
	line("  - {zh: %s, en: %s, unconfirmed: true}", quote(fmt.Sprintf("由 %d 份自评表的得分归纳", len(inf.Forms))), quote(fmt.Sprintf("inferred from the scores of %d forms", len(inf.Forms))))
	if s.Places >= 0 {
		line("places: %d", s.Places)
	}
	switch s.Rounding {
	case rubric.HalfUp:
		line("rounding: half_up")
	case rubric.CutOff:
		line("rounding: cut_off")
	}
	line("budget: %s%s", sets.RateFlow(&s.Budget.RateRule), inf.comment("budget", lang))
	line("targets:")
	for _, k := range []struct {
		key string
		fs  []rubric.Formula
	}{{"at_least", s.Targets.AtLeast}, {"at_most", s.Targets.AtMost}, {"equal", s.Targets.Equal}, {"range", s.Targets.Range}} {
		line("  %s: %s%s", k.key, sets.Flow(k.fs), inf.comment(k.key, lang))
	}
	line("  on_time: true")
	line("  negative_is_zero: true")
	if s.Targets.Coefficient != "" {
		line("  coefficient: %s", s.Targets.Coefficient)
	}
	for _, v := range s.Targets.Over {
		if v.Judged {
			line("  over: [{from: %s, judged: true}]", v.From)
		} else {
			line("  over: [{from: %s, cut: %s}]%s", v.From, v.Cut, inf.comment("over", lang))
		}
	}
	line("  bands:%s", inf.comment("bands", lang))
	for i := range s.Targets.Bands {
		x := &s.Targets.Bands[i]
		line("    - {words: [%s], has: [%s], low: %s, top: %s}", strings.Join(x.Words, ", "), strings.Join(x.Has, ", "), x.Low, x.Top)
	}
	line("over_completion: %s", s.OverCompletion)
	line("grades:%s", inf.comment("grades", lang))
	for _, g := range s.Grades {
		key := "from"
		if g.Above {
			key = "above"
		}
		line("  - {name: %s, %s: %s}", quote(g.Name), key, g.From)
	}
	if s.GradesByMarks {
		line("grades_by: marks")
	}
	line("alarm: {gap: %s, unspent: %s}", s.Alarm.Gap, s.Alarm.Unspent)
	if whole < len(inf.Forms) {
		line(say("# 不能解释的表：", "# Forms it does not explain:"))
		for i := range inf.Forms {
			if v := &inf.Forms[i]; !v.Whole() {
				line("#   %s: %s", oneLine(names[v.Index]), strings.Join(v.Differ, ", "))
			}
		}
	}
	return b.String()
}

// comment is what a part rests on.
func (inf *Inference) comment(key string, lang extract.Lang) string {
	e := inf.Evidence[key]
	if e.Of <= 0 {
		return extract.Text{ZH: " # 没有一份表能看出，按通用规则", EN: " # no form shows it: the common rule"}.In(lang)
	}
	t := extract.Text{ZH: fmt.Sprintf(" # 解释 %d 项中的 %d 项", e.Of, e.Explained), EN: fmt.Sprintf(" # explains %d of %d", e.Explained, e.Of)}
	if e.Ties > 0 {
		t.ZH += fmt.Sprintf("；另有 %d 种写法解释得一样多，取最简单的", e.Ties)
		t.EN += fmt.Sprintf("; %d other ways explain as many, the simplest is taken", e.Ties)
	}
	return t.In(lang)
}

// quote is a text as YAML takes it anywhere.
func quote(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(oneLine(s)) + `"`
}

// oneLine drops what would end a line or a comment.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return ' '
		}
		return r
	}, s)
}
