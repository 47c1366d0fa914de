package pipeline_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/internal/pipeline"
	"ziping/score"
)

// audited runs one text through every stage and returns its only report.
func audited(t *testing.T, text string) score.Report {
	t.Helper()
	a, err := pipeline.NewAuditor(pipeline.AuditOptions{})
	if err != nil {
		t.Fatal(err)
	}
	out := pipeline.Run([]byte(text), "form.txt", pipeline.Options{Audit: a, Named: true})
	if len(out.Result.Reports) != 1 {
		t.Fatalf("got %d reports, want 1 (%+v)", len(out.Result.Reports), out.Result.Error)
	}
	return out.Result.Reports[0]
}

func sampleText(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "samples", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// errorsOf are the findings of level error, as CHECK field.
func errorsOf(r score.Report) []string {
	var out []string
	for _, f := range r.Findings {
		if f.Level == score.Error {
			out = append(out, f.Check+" "+f.Field.String())
		}
	}
	slices.Sort(out)
	return out
}

// The invented samples are sound: no error, nothing unplaced, no row moved.
func TestSamplesAreSound(t *testing.T) {
	paths, err := filepath.Glob("../../samples/*.txt")
	if err != nil || len(paths) < 20 {
		t.Fatalf("samples: %v, %d found", err, len(paths))
	}
	for _, p := range paths {
		name := filepath.Base(p)
		if strings.HasPrefix(name, "fuzhou") {
			continue // a real form, with its slips
		}
		r := audited(t, sampleText(t, name))
		if got := errorsOf(r); len(got) > 0 {
			t.Errorf("%s: got errors %q, want none", name, got)
		}
		if len(r.Moves) > 0 || len(r.Unplaced) > 0 && !strings.Contains(name, "report") {
			t.Errorf("%s: got %d rows moved, %d cells unplaced; want none", name, len(r.Moves), len(r.Unplaced))
		}
	}
}

// One slip in a sound form of each family gives the errors it makes and no others.
func TestOneSlipEach(t *testing.T) {
	for _, c := range []struct {
		file, old, new string
		want           []string
	}{
		{"fj-county-2021.txt", "\t360.00\t40.00\t400.00", "\t360.00\t40.00\t440.00", []string{
			"FND-01 funds.municipal.budget", "FND-02 funds.municipal.balance", "FND-03 funds.municipal.execution_rate", "FND-05 funds.fiscal_subtotal.budget"}},
		{"fj-county-2021.txt", "①社会资金\t80.00", "①社会资金\t90.00", []string{"FND-01 funds.other.budget", "FND-05 funds.other_subtotal.initial"}},
		{"fj-county-2021.txt", "\t98.39", "\t93.89", []string{"SUM-01 total.score"}},
		{"fj-county-2021.txt", "产出指标(50分)", "产出指标(55分)", []string{"WGT-02 indicators[0].level1"}},
		{"fj-county-2021.txt", "\t优(S≥90)", "\t优(S≥99)", []string{"GRD-01 grade"}},
		{"fj-department-2018.txt", "\t254.10\t151.80\t5531.90", "\t254.10\t151.80\t5513.90", []string{
			"FND-01 funds.fiscal_subtotal.budget", "FND-02 funds.fiscal_subtotal.balance", "FND-05 funds.fiscal_subtotal.budget", "FND-05 funds.total.budget"}},
		{"mof-project-2018.txt", "\t95%\t9.5", "\t85%\t9.5", []string{"FND-03 funds.total.execution_rate"}},
		{"mof-project-2021.txt", "\t84.30\t84.30\t84.30", "\t84.30\t83.40\t84.30", []string{"FND-05 funds.total.budget"}},
		{"mof-project-2021.txt", "≥42公里\t43.5公里\t10\t10", "≥42公里\t43.5公里\t10\t11", []string{"SCR-01 indicators[1].score", "SUM-01 total.score"}},
		{"transfer-2021.txt", "\t1250.00\t1198.40\t95.87%", "\t1250.00\t1189.40\t95.87%", []string{"FND-03 funds.central.execution_rate", "FND-05 funds.total.executed"}},
		{"transfer-management-2022.txt", "\t300.00\t264.00\t88.00%", "\t300.00\t264.00\t80.00%", []string{"FND-03 funds.local.execution_rate"}},
		{"nx-project-2022.txt", "项目总得分\t\t97.6", "项目总得分\t\t96.7", []string{"SUM-01 total.score"}},
		{"sc-linkage-2022.txt", "\t15\t≥3200人\t3050人\t14.3", "\t16\t≥3200人\t3050人\t14.3", []string{"WGT-01 total.weight", "WGT-02 indicators[4].level1"}},
		{"sc-project-2023.txt", "\t86.00\t92.40\t90.55\t98.00%\t/", "\t86.00\t94.20\t90.55\t98.00%\t/", []string{"FND-03 funds.fiscal_subtotal.execution_rate", "FND-05 funds.total.budget"}},
		{"hb-project-2022.txt", "产出指标(40分)", "产出指标(45分)", nil}, // no weights to compare with
		{"hb-goals-2022.txt", "\t2850人\t19", "\t2850人\t20", []string{"SUM-01 total.score"}},
		{"hb-goals-2022.txt", "\t2850人\t19", "\t2850人\t18", nil}, // no weights: a row may be missing
		{"hb-county-2020.txt", "时效指标6分", "时效指标7分", []string{"WGT-02 indicators[5].level2"}},
		{"hb-county-2021.txt", "\t5.50\t5.28\t96%", "\t5.80\t5.28\t96%", []string{"FND-03 funds.total.execution_rate", "FND-05 funds.total.budget"}},
		{"hb-county-2021.txt", "项目管理13分", "项目管理15分", []string{"WGT-02 indicators[1].level1"}},
		{"yn-project-2022.txt", "\t387500.00\t387500.00\t372000.00\t10", "\t387500.00\t378500.00\t372000.00\t10", []string{"FND-03 funds.total.execution_rate", "FND-05 funds.total.budget"}},
		{"hn-department-2021.txt", "其他资金:200万元", "其他资金:220万元", []string{"FND-05 funds.total.budget"}},
		{"hn-department-2021.txt", "项目支出:1060.25万元", "项目支出:1600.25万元", []string{"FND-05 funds.total.budget"}},
		{"cq-department-2021.txt", "自评总分(分)\t95.60", "自评总分(分)\t96.50", []string{"SUM-01 total.score"}},
		{"cq-department-2021.txt", "\t180.00\t250.00\t200.00\t80.00", "\t180.00\t250.00\t200.00\t82.00", []string{"FND-03 funds.other.execution_rate"}},
		{"bj-project-2016.txt", "\t286.00\t271.70\t10\t95%", "\t286.00\t271.70\t10\t91%", nil}, // no budget of the year: what the rate is of is not known
		{"nx-city-2021.txt", "\t118.00\t115.64\t98%", "\t118.00\t105.64\t98%", []string{"FND-03 funds.total.execution_rate"}},
		{"hn-report-2022.txt", "\t95\t50\t20\t28\t0\t5\t", "\t95\t50\t20\t28\t0\t6\t", []string{"FND-02 funds.central.balance"}},
		{"tj-department-goals-2022.txt", "\t2120.00\t2288.00", "\t2120.00\t2828.00", []string{"FND-03 funds.project.execution_rate", "FND-05 funds.total.budget"}},
		{"tj-department-goals-2022.txt", "\t100\t99.49", "\t100\t99.94", []string{"SUM-01 total.score"}},
	} {
		text := sampleText(t, c.file)
		if n := strings.Count(text, c.old); n != 1 {
			t.Errorf("%s: got %d places that read %q, want 1", c.file, n, c.old)
			continue
		}
		r := audited(t, strings.Replace(text, c.old, c.new, 1))
		got, want := errorsOf(r), slices.Sorted(slices.Values(c.want))
		if !slices.Equal(got, want) {
			t.Errorf("%s %q for %q: got %q, want %q", c.file, c.new, c.old, got, want)
		}
	}
}

// Text whose cells ran together fails with that reason; it is not passed over as no form.
func TestFlattenedText(t *testing.T) {
	text := "项目支出绩效自评表 一级指标 二级指标 三级指标 年度指标值 实际完成值 产出指标 数量指标 新建泵站 5座 5座 10 10"
	out := pipeline.Run([]byte(text), "form.txt", pipeline.Options{})
	if r := out.Result; r.Status != score.Failed || r.Error == nil || r.Error.Kind != extract.ErrAmbiguous || r.Error.Hint == "" {
		t.Errorf("got %s, %+v; want failed and ambiguous with a hint", r.Status, r.Error)
	}
}
