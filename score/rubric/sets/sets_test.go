package sets

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score/rubric"
	"ziping/text/num"
)

func TestEmbedded(t *testing.T) {
	seen, defaults := map[string]bool{}, 0
	for _, e := range entries() {
		s, err := Parse(e.data, e.id+".yaml")
		if err != nil {
			t.Fatal(err)
		}
		if s.ID != e.id || seen[s.ID] {
			t.Errorf("got id %s in the file of %s", s.ID, e.id)
		}
		seen[s.ID] = true
		if s.Applies.Default {
			defaults++
		}
		// Choosing reads one line of the file; it must say what the file says.
		if diff := cmp.Diff(s.Applies, e.applies); diff != "" {
			t.Errorf("%s: applies must be one line of its own: %s", s.ID, diff)
		}
		if s.OverCompletion.IsZero() || len(s.Grades) < 4 || s.Alarm.Gap.IsZero() || s.Budget.Kind == "" {
			t.Errorf("%s: got an incomplete set: %+v", s.ID, s)
		}
		// A notice number stands only beside the word that it is not confirmed.
		for _, src := range s.Sources {
			if src.Confirmed && strings.Contains(src.Text.ZH, "〕") {
				t.Errorf("%s: got a notice number as confirmed: %s", s.ID, src.Text.ZH)
			}
		}
		if got, err := Load(s.ID); err != nil || got.ID != s.ID {
			t.Errorf("Load(%q): got %v, %v", s.ID, got, err)
		}
		for _, l := range s.Describe() {
			if l.Head.EN == "" || l.Text.EN == "" || l.Text.ZH == "" {
				t.Errorf("%s: got a line without words: %+v", s.ID, l)
			}
			for _, w := range s.Weights { // every part has a name of its own
				if strings.Contains(l.Text.ZH, w.Part) {
					t.Errorf("%s: got the part %q, which has no words", s.ID, w.Part)
				}
			}
		}
	}
	if defaults != 1 || Default().ID != "mof-2020" {
		t.Errorf("got %d defaults, want mof-2020 alone", defaults)
	}
}

// TestVariants holds that what no text was read for is marked so.
func TestVariants(t *testing.T) {
	seen := map[string]bool{}
	for _, v := range Variants() {
		if seen[v.ID] || v.ID == "" || v.Name.EN == "" || v.Source.Text.ZH == "" {
			t.Errorf("got %+v, want an id of its own, a name and a source", v)
		}
		seen[v.ID] = true
		if v.Source.Confirmed == (strings.Contains(v.Source.Text.ZH, "待核实") || strings.Contains(v.Source.Text.ZH, "各表不同")) {
			t.Errorf("%s: got confirmed=%v for %s", v.ID, v.Source.Confirmed, v.Source.Text.ZH)
		}
	}
	if len(Candidates().Budget) < 100 || len(Candidates().Targets.AtLeast) < 50 {
		t.Error("got few candidates for inference; is candidates.yaml read?")
	}
}

// TestExamples runs the worked examples of every embedded set. A set has one
// that its source prints, or says that the source has none.
func TestExamples(t *testing.T) {
	for _, s := range Sets() {
		read := 0
		for _, x := range s.Try() {
			if !x.Holds {
				t.Errorf("%s, %s: %s: gives %s, want not=%v", s.ID, x.Example.Place.EN, x.What.EN, x.Gives.EN, x.Example.Not)
			}
			if !x.Example.Derived {
				read++
			}
		}
		if (read == 0) != (s.NoExamples.ZH != "") {
			t.Errorf("%s: got %d examples from its source and no_examples %q; want one or the other", s.ID, read, s.NoExamples.EN)
		}
	}
}

func TestChoose(t *testing.T) {
	family := func(s string) *string { return &s }
	text := func(s string) *normalize.Field { return &normalize.Field{Text: s, Value: s, State: normalize.Parsed} }
	for _, c := range []struct {
		name string
		r    normalize.Report
		want string
		why  string
	}{
		{"seed", normalize.Report{Family: family("T1"), Year: text("2023"), Organisation: text("福州市人力资源和社会保障局")}, "mof-2020", "not known"},
		{"family", normalize.Report{Family: family("T7"), Year: text("2022")}, "hubei", "family T7"},
		{"county in its province", normalize.Report{Organisation: text("湖北省广水市城投公司")}, "guangshui", "广水"},
		{"before its years", normalize.Report{Family: family("T5"), Year: text("2022"), Organisation: text("四川省中江县水利局")}, "mof-2020", "not known"},
		{"in its years", normalize.Report{Family: family("T6"), Year: text("2023")}, "sichuan-2023", "family T6"},
		{"region", normalize.Report{Family: family("T2"), Organisation: text("重庆市水利局")}, "chongqing", "重庆"},
		{"years", normalize.Report{Year: text("2023"), Organisation: text("北京市海淀区")}, "mof-2020", "not known"},
		{"no year", normalize.Report{Family: family("T12")}, "beijing-2016", "family T12"},
		{"nothing", normalize.Report{}, "mof-2020", "not known"},
	} {
		s, why := Choose(&c.r)
		if s.ID != c.want || !strings.Contains(why.EN, c.why) || why.ZH == "" {
			t.Errorf("%s: got %s (%s), want %s (…%s…)", c.name, s.ID, why.EN, c.want, c.why)
		}
	}
}

const good = `id: mine
name: {zh: 我局, en: ours}
sources: [{zh: 内部办法, en: our own, unconfirmed: true}]
budget: {kind: linear}
targets:
  at_least: [{kind: ratio, floor: 60}]
grades: [{name: 优, from: 90}, {name: 差, from: 0}]
`

func TestParse(t *testing.T) {
	s, err := Parse([]byte(good), "mine.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if s.ID != "mine" || s.Sources[0].Confirmed || s.Targets.AtLeast[0].Floor.String() != "60" {
		t.Errorf("got %+v", s)
	}
	for _, c := range []struct {
		name, change, to string
		line             string
		reason, hint     string
	}{
		{"unknown key", "at_least:", "at-least:", "line 6", `"at-least"`, "at_least"},
		{"repeated key", "id: mine", "id: mine\nid: yours", "line 2", "repeated", "keep one"},
		{"no number", "floor: 60", "floor: 60%", "line 6", `"60%"`, "without unit"},
		{"missing", "budget: {kind: linear}\n", "", "line 1", "budget is missing", "add a line"},
		{"unknown kind", "kind: linear", "kind: lineal", "line 4", `"lineal"`, "linear"},
		{"order", "from: 90", "from: -1", "line 7", "high to low", "higher bound"},
		{"bands without of", "{kind: linear}", "{kind: bands, bands: [{from: 0, points: 1}]}", "line 4", "of is missing", "of:"},
		{"syntax", "name: {zh", "name: [zh", "line", "not valid YAML", "indentation"},
		{"formula", "{kind: ratio, floor: 60}", "{kind: formula, points: \"分值 * 完成数\"}", "line 6 column 44", "完成数", "完成值"},
		{"formula missing", "{kind: ratio, floor: 60}", "{kind: formula}", "line 6 column 14", "points is missing", "add a line"},
		{"too long a list", "{kind: ratio, floor: 60}", strings.Repeat("{kind: none},", 101), "line 6 column 13", "too many", "at most 100"},
		{"over without a cut", "floor: 60}]", "floor: 60}]\n  over: [{from: 150}]", "line 7 column 10", "how much", "cut: 10"},
		{"places", "id: mine", "places: 9\nid: mine", "line 1 column 9", "between 0 and 6", "whole points"},
		{"grade twice bounded", "{name: 优, from: 90}", "{name: 优, from: 90, above: 90}", "line 7", "either from or above", "more"},
		{"example without score", "budget: {kind: linear}", "budget: {kind: linear}\nexamples: [{rate: 90, weight: 10}]", "line 5 column 12", "score is missing", "add a line"},
		{"unknown base", "id: mine", "base: yours\nid: mine", "line 1 column 7", "yours", "mof-2020"},
		{"tree for value", "id: mine", "id: [mine]", "line 1", "single value", "not a list"},
	} {
		data := strings.Replace(good, c.change, c.to, 1)
		_, err := Parse([]byte(data), "mine.yaml")
		var e *extract.Error
		if !errors.As(err, &e) {
			t.Errorf("%s: got %v, want an *extract.Error", c.name, err)
			continue
		}
		if !strings.Contains(e.Place.EN, c.line) || !strings.Contains(e.Reason.EN, c.reason) || !strings.Contains(e.Hint.EN, c.hint) || e.Reason.ZH == "" || e.Hint.ZH == "" {
			t.Errorf("%s: got %q, hint %q; want %s, %s, hint …%s…", c.name, e.In(extract.EN), e.Hint.EN, c.line, c.reason, c.hint)
		}
	}
}

// TestDocumented holds the example of docs/rules.md, in each language, to what it
// promises; the two are one but for their comments.
func TestDocumented(t *testing.T) {
	var bare []string
	for _, name := range []string{"docs/rules.md", "docs/rules.zh.md"} {
		page, err := os.ReadFile("../../../" + name)
		if err != nil {
			t.Fatal(err)
		}
		_, rest, _ := strings.Cut(string(page), "```yaml\n")
		text, _, ok := strings.Cut(rest, "```")
		if !ok {
			t.Fatalf("got no example in %s", name)
		}
		s, err := Parse([]byte(text), name)
		if err != nil {
			t.Fatal(err)
		}
		tried := s.Try()
		if len(tried) < 5 || strings.Count(text, "\n") > 60 {
			t.Errorf("%s: got %d worked examples on %d lines, want at least 5 on a page", name, len(tried), strings.Count(text, "\n"))
		}
		for _, x := range tried {
			if !x.Holds {
				t.Errorf("%s: %s: gives %s", name, x.Example.Place.EN, x.Gives.EN)
			}
		}
		var lines []string
		for line := range strings.Lines(text) {
			line, _, _ = strings.Cut(line, "#")
			if line = strings.TrimSpace(line); line != "" {
				lines = append(lines, line)
			}
		}
		bare = append(bare, strings.Join(lines, "\n"))
	}
	if d := cmp.Diff(bare[0], bare[1]); d != "" {
		t.Errorf("docs/rules.md and docs/rules.zh.md give different examples:\n%s", d)
	}
}

// TestBase takes from another set what a file does not say.
func TestBase(t *testing.T) {
	s, err := Parse([]byte("id: mine\nname: x\nsources: [x]\nbase: shanxi\ntargets:\n  at_least: [{kind: none}]\n  bands: []\ngrades: [{name: 合格, from: 60}, {name: 不合格, from: 0}]\n"), "mine.yaml")
	if err != nil {
		t.Fatal(err)
	}
	base, _ := Load("shanxi")
	if s.Budget.Kind != rubric.RateLinear || s.Alarm.Gap.String() != "5" || len(s.Targets.AtMost) != len(base.Targets.AtMost) || len(s.Targets.Unfilled) != 1 {
		t.Errorf("got %+v, want the budget, the alarm and the rest of the targets of shanxi", s)
	}
	if s.Targets.AtLeast[0].Kind != rubric.KindNone || len(s.Targets.Bands) != 0 || s.Grade(num.FromInt(85), num.FromInt(100)) != "合格" {
		t.Errorf("got %+v, want at_least, bands and grades as the file says", s)
	}
	if len(s.Sources) != 1 || len(s.Examples) != 0 || s.Applies.Regions != nil {
		t.Errorf("got %+v, want no sources, examples or regions of the base", s)
	}
}

func TestLoadFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "mine.yaml")
	if err := os.WriteFile(file, []byte(good), 0o600); err != nil {
		t.Fatal(err)
	}
	if s, err := Load(file); err != nil || s.ID != "mine" {
		t.Errorf("got %v, %v, want the file's set", s, err)
	}
	_, err := Load("no-such-set")
	var e *extract.Error
	if !errors.As(err, &e) || !strings.Contains(e.Hint.EN, "mof-2020") {
		t.Errorf("got %v, want an error that lists the embedded sets", err)
	}
}

func TestGrade(t *testing.T) {
	s := Default()
	for total, want := range map[string]string{"96.88": "优", "90": "优", "89.99": "良", "80": "良", "60": "中", "59.9": "差", "0": "差"} {
		if got := s.Grade(num.MustParse(total), num.FromInt(100)); got != want {
			t.Errorf("Grade(%s of 100): got %s, want %s", total, got, want)
		}
	}
	if got := s.Grade(num.FromInt(45), num.FromInt(50)); got != "优" {
		t.Errorf("Grade(45 of 50): got %s, want 优", got)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(good))
	f.Add(budgetYAML)
	f.Add([]byte("a: &a [*a]"))
	f.Add([]byte("id: {"))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := Parse(data, "f")
		if (s == nil) == (err == nil) {
			t.Errorf("got set %v and error %v, want exactly one", s, err)
		}
	})
}

// BenchmarkParse reads one set, as a run that checks one form does.
func BenchmarkParse(b *testing.B) {
	data, _ := YAML("mof-2020")
	for b.Loop() {
		if _, err := Parse(data, "mof-2020.yaml"); err != nil {
			b.Fatal(err)
		}
	}
}
