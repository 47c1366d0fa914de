package formtest

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
)

// Update asks for golden files to be written anew.
var Update = flag.Bool("update", false, "write golden files anew")

// Case is a form with the findings that must come of it.
type Case struct {
	Name string
	// Form is a file of testdata or samples, Edit what is changed in it, as old
	// and new words in turn.
	Form string
	Edit []string
	// Without a file it is a project form: Rows are name | target | actual and,
	// where they matter, weight | score | reason; Funds four figures: initial,
	// budget, executed and rate.
	Year, Expected, Actual, Funds string
	Rows                          []string
	// Rules is the rule set, the chosen one if empty.
	Rules string
	// Want are the findings: the check, and the field or words of the message.
	Want []string
}

// Run runs cases over the checks that a form is given, and holds each to the
// findings it wants and to no others. What the findings say to the last word,
// and what was counted, stands in a golden file beside the cases.
func Run(t *testing.T, path string, checks func(c *Case, r *normalize.Report) []score.Check) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var cases []Case
	d := yaml.NewDecoder(bytes.NewReader(data))
	d.KnownFields(true)
	if err := d.Decode(&cases); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	var told strings.Builder
	plain := map[string]map[string]score.Tally{} // of forms without an edit, from which edits differ
	for i := range cases {
		c := &cases[i]
		r := c.Read(t, filepath.Dir(path))
		list := checks(c, r)
		found, tallies := Findings(t, r, list)
		c.compare(t, found)
		fmt.Fprintf(&told, "== %s\n", c.Name)
		tell(&told, r, list, tallies, plain[c.Form])
		if c.Form != "" && len(c.Edit) == 0 {
			plain[c.Form] = tallies
		}
	}
	golden(t, strings.TrimSuffix(path, filepath.Ext(path))+".golden", told.String())
}

// compare holds findings to those wanted.
func (c *Case) compare(t *testing.T, found []score.Finding) {
	t.Helper()
	left := slices.Clone(found)
	for _, w := range c.Want {
		id, words, _ := strings.Cut(w, " ")
		k := slices.IndexFunc(left, func(f score.Finding) bool {
			return f.Check == id && (f.Field.String() == words || strings.Contains(f.Message, words))
		})
		if k < 0 {
			t.Errorf("%s: got no %s", c.Name, w)
			continue
		}
		left = slices.Delete(left, k, k+1)
	}
	for i := range left {
		t.Errorf("%s: got unwanted %s %s: %s", c.Name, left[i].Check, left[i].Field, left[i].Message)
	}
}

// tell writes what checks found, and what they counted otherwise than before.
func tell(b *strings.Builder, r *normalize.Report, checks []score.Check, tallies, before map[string]score.Tally) {
	counted := ""
	for i := range checks {
		id := checks[i].Doc.ID
		if n := tallies[id]; n != before[id] {
			counted += fmt.Sprintf(" %s %d/%d/%d", id, n.Agree, n.Disagree, n.Untestable)
		}
	}
	if counted != "" {
		fmt.Fprintf(b, "agree/disagree/untestable:%s\n", counted)
	}
	for i := range checks {
		zh, _ := checks[i].On(r, extract.ZH)
		en, _ := checks[i].On(r, extract.EN)
		for k := range zh {
			f := &zh[k]
			fmt.Fprintf(b, "%s %s %s %s at %s: %s, not %s %s by %s\n    %s\n    %s\n", f.Check, f.Level, f.Verdict, f.Field, spot(f.At), f.Stated, f.Expected, f.Interval,
				f.Operands, f.Message, en[k].Message)
		}
	}
}

func spot(at *extract.Ref) string {
	if at == nil {
		return "nowhere"
	}
	return fmt.Sprintf("%d/%d", at.Row, at.Col)
}

// golden holds a text to a golden file, or writes it with -update.
func golden(t *testing.T, path, got string) {
	t.Helper()
	if *Update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	a, b := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range max(len(a), len(b)) {
		if i >= len(a) || i >= len(b) || a[i] != b[i] {
			t.Errorf("%s, line %d: got\n%s\nwant\n%s", path, i+1, strings.Join(a[min(i, len(a)):min(i+3, len(a))], "\n"), strings.Join(b[min(i, len(b)):min(i+3, len(b))], "\n"))
			return
		}
	}
}

// Read is the case's form.
func (c *Case) Read(t *testing.T, dir string) *normalize.Report {
	t.Helper()
	if c.Form == "" {
		r := Read(t, Edit(t, c.text(), c.Edit...))
		if len(r.Indicators) != len(c.Rows) || len(r.Goals) != 1 {
			t.Fatalf("%s: got %d rows and %d goals read, want %d and 1", c.Name, len(r.Indicators), len(r.Goals), len(c.Rows))
		}
		return r
	}
	path := filepath.Join(dir, c.Form)
	for range 6 {
		if _, err := os.Stat(path); err == nil {
			break
		}
		path = filepath.Join(dir, "samples", c.Form)
		if _, err := os.Stat(path); err != nil {
			dir = filepath.Join(dir, "..")
			path = filepath.Join(dir, "testdata", c.Form)
		}
	}
	return Read(t, Edit(t, File(t, path), c.Edit...))
}

// text is the tab text of a project form.
func (c *Case) text() string {
	var b strings.Builder
	year := c.Year
	if year == "" {
		year = "2023"
	}
	fmt.Fprintf(&b, "项目支出绩效自评表\n(%s年度)\n\n", year)
	b.WriteString("项目名称\t公共服务项目\t\t\t\t\t\t\t\n主管部门\t石桥县政府办公室\t\t\t\t实施单位\t石桥县服务中心\t\t\n")
	b.WriteString("项目资金(万元)\t\t\t年初预算数\t全年预算数(A)\t全年执行数(B)\t分值\t执行率(B/A)\t得分\n")
	funds := []string{"100.00", "100.00", "100.00", "100.00%"}
	if c.Funds != "" {
		funds = split(c.Funds)
	}
	fmt.Fprintf(&b, "\t年度资金总额\t\t%s\t%s\t%s\t10\t%s\t10\n", funds[0], funds[1], funds[2], funds[3])
	b.WriteString("年度总体目标\t预期目标\t\t\t\t实际完成情况\t\t\t\n")
	fmt.Fprintf(&b, "\t%s\t\t\t\t%s\t\t\t\n", orNone(c.Expected), orNone(c.Actual))
	b.WriteString("绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施\n")
	levels := "\t产出指标\t数量指标"
	for _, row := range c.Rows {
		x := split(row)
		if len(x) == 4 { // the marks do not matter, the reason does
			x = []string{x[0], x[1], x[2], "1", "1", x[3]}
		}
		for k := len(x); k < 6; k++ {
			x = append(x, []string{"", "", "", "1", "1", ""}[k])
		}
		fmt.Fprintf(&b, "%s\t%s\n", levels, strings.Join(x, "\t"))
		levels = "\t\t"
	}
	fmt.Fprintf(&b, "总分\t\t\t\t\t\t100\t99\t\n")
	return b.String()
}

func orNone(s string) string {
	if s == "" {
		return "完善服务。"
	}
	return s
}

func split(s string) []string {
	parts := strings.Split(s, "|")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}
