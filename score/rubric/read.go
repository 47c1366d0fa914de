package rubric

import (
	"errors"
	"regexp"
	"strconv"

	"go.yaml.in/yaml/v3"

	"ziping/extract"
)

// maxFile bounds a rule file; the longest embedded one has 3 KB.
const maxFile = 256 << 10

// Parse reads a rule set from YAML. A fault is an *extract.Error that names
// the line and the remedy in both languages.
func Parse(data []byte, file string) (*Set, error) {
	r := &reader{file: file}
	n := r.root(data)
	if r.err != nil {
		return nil, r.err
	}
	m := r.mapping(n, "id", "name", "sources", "applies", "weights", "budget", "targets", "over_completion", "grades", "alarm")
	m.need("id", "name", "sources", "budget", "targets")
	s := &Set{
		ID: m.scalar("id"), Name: m.text("name"), Sources: r.sources(m), Applies: r.applies(m.at["applies"]),
		Targets: r.targets(m.at["targets"]), OverCompletion: m.positive("over_completion"), Alarm: r.alarm(m.at["alarm"]),
	}
	s.Budget.RateRule = r.rateRule(m.at["budget"])
	for _, n := range m.items("weights") {
		w := r.mapping(n, "part", "points")
		w.need("part", "points")
		s.Weights = append(s.Weights, Weight{w.scalar("part"), w.positive("points")})
	}
	for _, n := range m.items("grades") {
		g := r.mapping(n, "name", "from")
		g.need("name", "from")
		s.Grades = append(s.Grades, Grade{g.scalar("name"), g.decimal("from")})
	}
	r.descending(m.at["grades"], s.Grades)
	if r.err != nil {
		return nil, r.err
	}
	return s, nil
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
		r.fail(nil, extract.Text{ZH: "规则文件为空", EN: "the rule file is empty"}, extract.Text{ZH: "参照 docs 中的示例填写", EN: "start from one of the embedded sets"})
		return nil
	}
	return doc.Content[0]
}

func (r *reader) sources(m mapping) []Source {
	var out []Source
	for _, n := range m.items("sources") {
		s := r.mapping(n, "zh", "en", "unconfirmed")
		out = append(out, Source{Text: s.pair(), Confirmed: !s.flag("unconfirmed")})
	}
	if len(out) == 0 {
		r.fail(m.node, extract.Text{ZH: "没有写出处", EN: "no source is given"}, extract.Text{ZH: "在 sources 中写明规则读自何处;不确定的加 unconfirmed: true", EN: "say under sources where the rule was read; add unconfirmed: true where unsure"})
	}
	return out
}

func (r *reader) applies(n *yaml.Node) Applies {
	m := r.mapping(n, "families", "regions", "from", "to", "default")
	return Applies{Families: m.words("families"), Regions: m.words("regions"), From: m.integer("from"), To: m.integer("to"), Default: m.flag("default")}
}

func (r *reader) targets(n *yaml.Node) Targets {
	m := r.mapping(n, "at_least", "at_most", "equal", "range", "on_time", "negative_is_zero", "bands", "coefficient")
	t := Targets{
		AtLeast: r.formulas(m, "at_least"), AtMost: r.formulas(m, "at_most"), Equal: r.formulas(m, "equal"), Range: r.formulas(m, "range"),
		OnTime: m.flag("on_time"), NegativeIsZero: m.flag("negative_is_zero"), Coefficient: m.scalar("coefficient"),
	}
	for _, n := range m.items("bands") {
		b := r.mapping(n, "words", "has", "low", "top")
		b.need("low", "top")
		t.Bands = append(t.Bands, Band{Words: b.words("words"), Has: b.words("has"), Low: b.decimal("low"), Top: b.positive("top")})
	}
	return t
}

func (r *reader) formulas(m mapping, key string) []Formula {
	var out []Formula
	for _, n := range m.items(key) {
		f := r.mapping(n, "kind", "floor", "deduct", "per")
		f.need("kind")
		x := Formula{Kind: Kind(f.choice("kind", kinds)), Floor: f.decimal("floor"), Deduct: f.positive("deduct"), Per: f.positive("per")}
		if x.Kind == KindStep {
			f.need("deduct", "per")
		}
		out = append(out, x)
	}
	return out
}

func (r *reader) rateRule(n *yaml.Node) RateRule {
	m := r.mapping(n, "id", "name", "kind", "of", "bands", "from", "per", "deduct", "whole")
	m.need("kind")
	b := RateRule{
		ID: m.scalar("id"), Name: m.text("name"), Kind: RateKind(m.choice("kind", rateKinds)), Of: m.positive("of"),
		From: m.decimal("from"), Per: m.positive("per"), Deduct: m.positive("deduct"), Whole: Whole(m.choice("whole", wholes)),
	}
	for _, n := range m.items("bands") {
		x := r.mapping(n, "from", "below", "points")
		x.need("from", "points")
		b.Bands = append(b.Bands, RateBand{From: x.decimal("from"), Below: x.decimal("below"), Points: x.decimal("points")})
	}
	switch b.Kind {
	case RateBands:
		m.need("of", "bands")
	case RateStep:
		m.need("of", "from", "per", "deduct", "whole")
	}
	return b
}

func (r *reader) alarm(n *yaml.Node) Alarm {
	m := r.mapping(n, "gap", "unspent")
	return Alarm{Gap: m.positive("gap"), Unspent: m.positive("unspent")}
}

func (r *reader) descending(n *yaml.Node, grades []Grade) {
	for i := 1; i < len(grades); i++ {
		if grades[i].From.Cmp(grades[i-1].From) >= 0 {
			r.fail(n.Content[i], extract.Text{ZH: "等级应从高到低", EN: "grades must go from high to low"}, extract.Text{ZH: "把下限较高的等级写在前面", EN: "write the grade with the higher bound first"})
		}
	}
}

// rateRules reads the catalogue of common budget rules.
func rateRules(data []byte, file string) ([]RateRule, error) {
	r := &reader{file: file}
	root := r.root(data)
	if r.err != nil {
		return nil, r.err
	}
	m := r.mapping(root, "rules")
	m.need("rules")
	var out []RateRule
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
