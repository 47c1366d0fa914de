package sets

import (
	"errors"
	"regexp"
	"strconv"

	"go.yaml.in/yaml/v3"

	"ziping/extract"
	"ziping/score/rubric"
)

// maxFile bounds a rule file; the longest embedded one has 3 KB.
const maxFile = 256 << 10

// Parse reads a rule set from YAML. A fault is an *extract.Error that names
// the line and the remedy in both languages.
func Parse(data []byte, file string) (*rubric.Set, error) {
	r := &reader{file: file}
	n := r.root(data)
	if r.err != nil {
		return nil, r.err
	}
	s := r.set(n)
	if r.err != nil {
		return nil, r.err
	}
	return s, nil
}

var roundings = map[string]rubric.Rounding{"": rubric.NotRounded, "either": rubric.NotRounded, "half_up": rubric.HalfUp, "cut_off": rubric.CutOff}

func (r *reader) set(n *yaml.Node) *rubric.Set {
	m := r.mapping(n, "id", "name", "sources", "applies", "base", "weights", "split", "inapplicable", "places", "rounding", "budget", "targets",
		"over_completion", "over_zero", "reasons", "grades", "grades_by", "alarm", "notes", "examples", "no_examples")
	m.need("id", "name", "sources")
	base := r.base(m)
	if base == nil {
		m.need("budget", "targets")
	}
	s := &rubric.Set{
		ID: m.scalar("id"), Base: m.scalar("base"), Name: m.text("name"), Sources: r.sources(m), Applies: r.applies(m.at["applies"]),
		EqualSplit: m.choice("split", []string{"equal"}) != "", Rescale: m.choice("inapplicable", []string{"rescale"}) != "",
		Places: m.places("places"), Rounding: roundings[m.choice("rounding", []string{"half_up", "cut_off", "either"})],
		Targets: r.targets(m.at["targets"]), OverCompletion: m.positive("over_completion"), OverZero: m.positive("over_zero"),
		GradesByMarks: m.choice("grades_by", []string{"percent", "marks"}) == "marks", Alarm: r.alarm(m.at["alarm"]),
	}
	if m.at["budget"] != nil {
		s.Budget.RateRule = r.rateRule(m.at["budget"])
	}
	for _, n := range m.items("weights") {
		w := r.mapping(n, "part", "points")
		w.need("part", "points")
		s.Weights = append(s.Weights, rubric.Weight{Part: w.scalar("part"), Points: w.positive("points")})
	}
	x := r.mapping(m.at["reasons"], "rate_below", "adjustment", "deviation")
	s.Reasons = rubric.Reasons{RateBelow: x.positive("rate_below"), Adjustment: x.flag("adjustment"), Deviation: x.positive("deviation")}
	r.grades(m, s)
	for _, n := range m.items("notes") {
		s.Notes = append(s.Notes, r.mapping(n, "zh", "en").pair())
	}
	for _, n := range m.items("examples") {
		s.Examples = append(s.Examples, r.example(n))
	}
	s.NoExamples = m.text("no_examples")
	if base != nil {
		inherit(s, base, m)
	}
	return s
}

func (r *reader) grades(m mapping, s *rubric.Set) {
	items := m.items("grades")
	for _, n := range items {
		g := r.mapping(n, "name", "from", "above")
		g.need("name")
		if (g.at["from"] == nil) == (g.at["above"] == nil) {
			r.fail(n, extract.Text{ZH: "等级应写 from 或 above 之一", EN: "a grade needs either from or above"},
				extract.Text{ZH: "from: 90 表示 90 分即可，above: 90 表示须超过 90 分", EN: "from: 90 means 90 is enough, above: 90 that it takes more"})
		}
		s.Grades = append(s.Grades, rubric.Grade{Name: g.scalar("name"), From: g.decimal("from").Add(g.decimal("above")), Above: g.at["above"] != nil})
	}
	for i := 1; i < len(s.Grades); i++ {
		c := s.Grades[i].From.Cmp(s.Grades[i-1].From)
		if c > 0 || c == 0 && (!s.Grades[i-1].Above || s.Grades[i].Above) {
			r.fail(items[i], extract.Text{ZH: "等级应从高到低", EN: "grades must go from high to low"}, extract.Text{ZH: "把下限较高的等级写在前面", EN: "write the grade with the higher bound first"})
		}
	}
}

var yamlLine = regexp.MustCompile(`line (\d+): (.*)`)

// root parses the bytes and returns the one document in them.
func (r *reader) root(data []byte) *yaml.Node {
	if len(data) > maxFile {
		r.fail(nil, extract.Text{ZH: "规则文件过大", EN: "the rule file is too large"}, extract.Text{ZH: "规则文件不应超过 256 KB", EN: "a rule file has at most 256 KB"})
		return nil
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		at, why := &yaml.Node{Line: 1}, err.Error()
		if g := yamlLine.FindStringSubmatch(why); g != nil {
			at.Line, _ = strconv.Atoi(g[1])
			why = g[2]
		}
		r.fail(at, extract.Text{ZH: "不是有效的 YAML:" + why, EN: "not valid YAML: " + why},
			extract.Text{ZH: "检查缩进、冒号后的空格和引号", EN: "check indentation, the space after colons, and quotes"})
		r.err.Err = errors.Unwrap(err)
		return nil
	}
	if len(doc.Content) == 0 {
		r.fail(nil, extract.Text{ZH: "规则文件为空", EN: "the rule file is empty"}, extract.Text{ZH: "可用 ziping rules show 内置规则的内容为样本", EN: "start from what ziping rules show prints of an embedded set"})
		return nil
	}
	return doc.Content[0]
}

func (r *reader) sources(m mapping) []rubric.Source {
	var out []rubric.Source
	for _, n := range m.items("sources") {
		if n.Kind == yaml.ScalarNode { // a user's own, in one language
			out = append(out, rubric.Source{Text: extract.Text{ZH: n.Value, EN: n.Value}, Confirmed: true})
			continue
		}
		s := r.mapping(n, "zh", "en", "unconfirmed")
		out = append(out, rubric.Source{Text: s.pair(), Confirmed: !s.flag("unconfirmed")})
	}
	if len(out) == 0 {
		r.fail(m.node, extract.Text{ZH: "没有写出处", EN: "no source is given"}, extract.Text{ZH: "在 sources 中写明规则读自何处；不确定的加 unconfirmed: true", EN: "say under sources where the rule was read; add unconfirmed: true where unsure"})
	}
	return out
}

func (r *reader) applies(n *yaml.Node) rubric.Applies {
	m := r.mapping(n, "families", "regions", "from", "to", "default")
	return rubric.Applies{Families: m.words("families"), Regions: m.words("regions"), From: m.integer("from"), To: m.integer("to"), Default: m.flag("default")}
}

func (r *reader) targets(n *yaml.Node) rubric.Targets {
	m := r.mapping(n, "at_least", "at_most", "equal", "range", "on_time", "late_is_zero", "negative_is_zero", "zero_is_limit",
		"bands", "coefficient", "deduction", "named", "over", "unfilled")
	t := rubric.Targets{
		AtLeast: r.formulas(m, "at_least"), AtMost: r.formulas(m, "at_most"), Equal: r.formulas(m, "equal"), Range: r.formulas(m, "range"),
		OnTime: m.flag("on_time"), LateIsZero: m.flag("late_is_zero"), NegativeIsZero: m.flag("negative_is_zero"), ZeroIsLimit: m.flag("zero_is_limit"),
		Coefficient: m.scalar("coefficient"), Deduction: m.scalar("deduction"),
	}
	for _, n := range m.items("bands") {
		b := r.mapping(n, "words", "has", "low", "top")
		b.need("low", "top")
		t.Bands = append(t.Bands, rubric.Band{Words: b.words("words"), Has: b.words("has"), Low: b.decimal("low"), Top: b.positive("top")})
	}
	for _, n := range m.items("named") {
		x := r.mapping(n, "names", "formulas")
		x.need("names", "formulas")
		t.Named = append(t.Named, rubric.Named{Names: x.words("names"), Formulas: r.formulas(x, "formulas")})
	}
	t.Over = r.over(m)
	for _, n := range m.items("unfilled") {
		x := r.mapping(n, "level", "top")
		x.need("level", "top")
		t.Unfilled = append(t.Unfilled, rubric.Unfilled{Level: x.scalar("level"), Top: x.positive("top")})
	}
	return t
}

func (r *reader) over(m mapping) (out []rubric.Over) {
	for _, n := range m.items("over") {
		x := r.mapping(n, "from", "cut", "by_excess", "judged")
		x.need("from")
		v := rubric.Over{From: x.positive("from"), Cut: x.positive("cut"), ByExcess: x.flag("by_excess"), Judged: x.flag("judged")}
		if v.Cut.IsZero() && !v.ByExcess && !v.Judged {
			r.fail(n, extract.Text{ZH: "没有写怎样扣分", EN: "how much is cut is missing"},
				extract.Text{ZH: "写 cut: 10（扣分值的 10%）、by_excess: true 或 judged: true", EN: "write cut: 10 (percent of the weight), by_excess: true or judged: true"})
		}
		if len(out) > 0 && v.From.Cmp(out[len(out)-1].From) <= 0 {
			r.fail(n, extract.Text{ZH: "from 应从低到高", EN: "from must go from low to high"}, extract.Text{ZH: "把较低的比例写在前面", EN: "write the lower percentage first"})
		}
		out = append(out, v)
	}
	return out
}

func (r *reader) formulas(m mapping, key string) []rubric.Formula {
	var out []rubric.Formula
	for _, n := range m.items(key) {
		f := r.mapping(n, "kind", "floor", "deduct", "per", "relative", "whole", "points")
		f.need("kind")
		x := rubric.Formula{
			Kind: rubric.Kind(f.choice("kind", rubric.Kinds)), Floor: f.decimal("floor"), Deduct: f.positive("deduct"), Per: f.positive("per"),
			Relative: f.flag("relative"), Whole: rubric.Whole(f.choice("whole", rubric.Wholes)), Points: f.formula("points", rubric.TargetNames),
		}
		switch x.Kind {
		case rubric.KindStep:
			f.need("deduct", "per")
		case rubric.KindFormula:
			f.need("points")
		}
		out = append(out, x)
	}
	return out
}

func (r *reader) rateRule(n *yaml.Node) rubric.RateRule {
	m := r.mapping(n, "id", "name", "kind", "of", "bands", "from", "per", "deduct", "whole", "rate_places", "points")
	m.need("kind")
	b := rubric.RateRule{
		ID: m.scalar("id"), Name: m.text("name"), Kind: rubric.RateKind(m.choice("kind", rubric.RateKinds)), Of: m.positive("of"),
		From: m.decimal("from"), Per: m.positive("per"), Deduct: m.positive("deduct"), Whole: rubric.Whole(m.choice("whole", rubric.Wholes)),
		RatePlaces: m.places("rate_places"), Formula: m.formula("points", rubric.RateNames),
	}
	for _, n := range m.items("bands") {
		x := r.mapping(n, "from", "below", "points")
		x.need("from", "points")
		b.Bands = append(b.Bands, rubric.RateBand{From: x.decimal("from"), Below: x.decimal("below"), Points: x.decimal("points")})
	}
	switch b.Kind {
	case rubric.RateBands:
		m.need("of", "bands")
	case rubric.RateStep:
		m.need("of", "from", "per", "deduct", "whole")
	case rubric.RateFormula:
		m.need("points")
	}
	return b
}

func (r *reader) alarm(n *yaml.Node) rubric.Alarm {
	m := r.mapping(n, "gap", "unspent", "no_budget")
	return rubric.Alarm{Gap: m.positive("gap"), Unspent: m.positive("unspent"), NoBudget: m.flag("no_budget")}
}

// rateRules reads the catalogue of common budget rules.
func rateRules(data []byte, file string) ([]rubric.RateRule, error) {
	r := &reader{file: file}
	root := r.root(data)
	if r.err != nil {
		return nil, r.err
	}
	m := r.mapping(root, "rules")
	m.need("rules")
	var out []rubric.RateRule
	for _, n := range m.items("rules") {
		b := r.rateRule(n)
		if b.ID == "" || b.Name.ZH == "" {
			r.fail(n, extract.Text{ZH: "缺少 id 或 name", EN: "id or name is missing"}, extract.Text{ZH: "补写 id 与 name", EN: "add id and name"})
		}
		out = append(out, b)
	}
	if r.err != nil {
		return nil, r.err
	}
	return out, nil
}
