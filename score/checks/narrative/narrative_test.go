package narrative

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"ziping/extract"
	"ziping/score"
	"ziping/score/formtest"
)

// all are the checks of this package.
var all = []score.Check{TXT01, TXT02, TXT03, TXT04, TXT05}

// invented is an invented form with the findings its narrative must give.
type invented struct {
	Name, Year, Expected, Actual, Funds, Remark string
	Rows, Want                                  []string
}

// form writes it as the tab text of a project form.
func (n *invented) form() string {
	var b strings.Builder
	fmt.Fprintf(&b, "项目支出绩效自评表\n(%s年度)\n\n", n.Year)
	b.WriteString("项目名称\t公共服务项目\t\t\t\t\t\t\t\n主管部门\t石桥县政府办公室\t\t\t\t实施单位\t石桥县服务中心\t\t\n")
	b.WriteString("项目资金(万元)\t\t\t年初预算数\t全年预算数(A)\t全年执行数(B)\t分值\t执行率(B/A)\t得分\n")
	funds := []string{"100.00", "100.00", "100.00", "100.00%"}
	if n.Funds != "" {
		funds = split(n.Funds)
	}
	fmt.Fprintf(&b, "\t年度资金总额\t\t%s\t%s\t%s\t10\t%s\t10\n", funds[0], funds[1], funds[2], funds[3])
	b.WriteString("年度总体目标\t预期目标\t\t\t\t实际完成情况\t\t\t\n")
	fmt.Fprintf(&b, "\t%s\t\t\t\t%s\t\t\t\n", orNone(n.Expected), orNone(n.Actual))
	b.WriteString("绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施\n")
	first := []string{"产出指标", "数量指标"}
	for _, row := range n.Rows {
		c := append(split(row), "")
		fmt.Fprintf(&b, "\t%s\t%s\t%s\t%s\t%s\t1\t1\t%s\n", first[0], first[1], c[0], c[1], c[2], c[3])
		first = []string{"", ""}
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

// measure counts findings that were wanted and came, and those that came unwanted.
type measure struct{ wanted, found, false int }

func (m measure) String() string {
	return fmt.Sprintf("recall %d of %d, precision %d of %d", m.found, m.wanted, m.found, m.found+m.false)
}

// narrated runs the narrative's checks over a file of told forms.
func narrated(t *testing.T, name string, fail func(format string, args ...any)) (m measure, count int) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	var forms []invented
	if err := yaml.Unmarshal(data, &forms); err != nil {
		t.Fatal(err)
	}
	for i := range forms {
		n := &forms[i]
		r := formtest.Read(t, n.form())
		if len(r.Indicators) != len(n.Rows) || len(r.Goals) != 1 {
			t.Fatalf("%s: got %d rows and %d goals read, want %d and 1", n.Name, len(r.Indicators), len(r.Goals), len(n.Rows))
		}
		var found []score.Finding
		for _, c := range all {
			f, _ := c.On(r, extract.ZH)
			found = append(found, f...)
		}
		for _, w := range n.Want {
			id, words, _ := strings.Cut(w, " ")
			m.wanted++
			k := slices.IndexFunc(found, func(f score.Finding) bool { return f.Check == id && strings.Contains(f.Message, words) })
			if k < 0 {
				fail("%s: got no %s", n.Name, w)
				continue
			}
			m.found++
			found = slices.Delete(found, k, k+1)
		}
		for _, f := range found {
			m.false++
			fail("%s: got unwanted %s %s", n.Name, f.Check, f.Message)
		}
	}
	return m, len(forms)
}

// TestNarratives holds the reading to every finding of the invented forms and
// to no other. narratives.yaml is the half it was tuned on. The others were
// first run when the tuning was done. They gave 15 of 17 findings (held), 16 of
// 17 (fresh) and 4 of 4 (long), none of them false; what was missed has been mended since.
func TestNarratives(t *testing.T) {
	for _, name := range []string{"narratives.yaml", "narratives_held.yaml", "narratives_fresh.yaml", "narratives_long.yaml"} {
		m, forms := narrated(t, name, t.Errorf)
		t.Logf("%s: %d forms: %s", name, forms, m)
	}
}

// BenchmarkNarrative is what the narrative adds to an audit of the customer's form.
func BenchmarkNarrative(b *testing.B) {
	r := formtest.Read(b, formtest.File(b, "..", "..", "..", "samples", "fuzhou-hrss-2023.txt"))
	b.ReportAllocs()
	for b.Loop() {
		p := &score.Pass{Report: r, Lang: extract.ZH}
		for _, c := range []score.Check{TXT02, TXT03, TXT04} {
			c.Run(p)
		}
	}
}
