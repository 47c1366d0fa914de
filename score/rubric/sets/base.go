package sets

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"ziping/extract"
	"ziping/score/rubric"
)

// base is the embedded set that a file builds on, nil if it names none.
func (r *reader) base(m mapping) *rubric.Set {
	n := m.at["base"]
	if n == nil {
		return nil
	}
	all := entries()
	at := slices.IndexFunc(all, func(e *entry) bool { return e.id == r.scalar(n) })
	if at < 0 || all[at].id == m.scalar("id") {
		r.fail(n, extract.Text{ZH: "base 的值无效：" + n.Value, EN: "base cannot be " + n.Value},
			extract.Text{ZH: "可写另一个内置评分规则：" + strings.Join(IDs(), "、"), EN: "another embedded set: " + strings.Join(IDs(), ", ")})
		return nil
	}
	return all[at].set()
}

// inherit takes from the base what the file does not say: whole parts, and of
// targets each key by itself. An empty list says that there is none.
func inherit(s, base *rubric.Set, m mapping) {
	says := func(key string) bool { return m.at[key] != nil }
	if !says("weights") {
		s.Weights = base.Weights
	}
	if !says("budget") {
		s.Budget = base.Budget
	}
	if !says("over_completion") {
		s.OverCompletion = base.OverCompletion
	}
	if !says("over_zero") {
		s.OverZero = base.OverZero
	}
	if !says("reasons") {
		s.Reasons = base.Reasons
	}
	if !says("grades") {
		s.Grades, s.GradesByMarks = base.Grades, base.GradesByMarks
	}
	if !says("alarm") {
		s.Alarm = base.Alarm
	}
	inheritTargets(&s.Targets, &base.Targets, m.at["targets"])
}

func inheritTargets(t, base *rubric.Targets, n *yaml.Node) {
	said := map[string]bool{}
	if n != nil {
		for i := 0; i+1 < len(n.Content); i += 2 {
			said[n.Content[i].Value] = true
		}
	}
	for _, x := range []struct {
		key  string
		take func()
	}{
		{"at_least", func() { t.AtLeast = base.AtLeast }}, {"at_most", func() { t.AtMost = base.AtMost }},
		{"equal", func() { t.Equal = base.Equal }}, {"range", func() { t.Range = base.Range }},
		{"on_time", func() { t.OnTime = base.OnTime }}, {"late_is_zero", func() { t.LateIsZero = base.LateIsZero }},
		{"negative_is_zero", func() { t.NegativeIsZero = base.NegativeIsZero }}, {"zero_is_limit", func() { t.ZeroIsLimit = base.ZeroIsLimit }},
		{"bands", func() { t.Bands = base.Bands }}, {"coefficient", func() { t.Coefficient = base.Coefficient }},
		{"deduction", func() { t.Deduction = base.Deduction }}, {"named", func() { t.Named = base.Named }},
		{"over", func() { t.Over = base.Over }}, {"unfilled", func() { t.Unfilled = base.Unfilled }},
	} {
		if !said[x.key] {
			x.take()
		}
	}
}
