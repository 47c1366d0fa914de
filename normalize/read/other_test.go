package read_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Forms near self-evaluations are named as what they are, with a title or by
// their headings alone, and nothing of them is read.
func TestOtherForms(t *testing.T) {
	for file, want := range map[string]string{
		"declaration.txt": "项目支出绩效目标申报表", "declaration-untitled.txt": "绩效目标申报表",
		"target.txt": "2024年度部门预算项目支出绩效目标表", "target-untitled.txt": "绩效目标表", "department-target.txt": "2024年部门整体绩效目标",
		"catalogue.txt": "部门整体支出绩效评价指标体系", "monitoring.txt": "项目支出绩效运行监控表", "monitoring-untitled.txt": "绩效运行监控表",
		"prices.txt": "设备采购单价表", "basics.txt": "部门整体支出绩效自评基础数据表", "evaluation.txt": "平川县2022年农村公路养护资金绩效评价报告",
	} {
		data, err := os.ReadFile(filepath.Join("testdata", "other", file))
		if err != nil {
			t.Fatal(err)
		}
		_, forms := runText(t, string(data))
		if len(forms) != 1 {
			t.Errorf("%s: got %d forms, want 1", file, len(forms))
			continue
		}
		r := forms[0].Report
		if r.Refusal != want || r.Family != nil || r.Funds != nil || len(r.Indicators)+len(r.Unplaced)+len(r.Other) > 0 {
			t.Errorf("%s: got %q, %d indicators, %d others; want %q and nothing read", file, r.Refusal, len(r.Indicators), len(r.Other), want)
		}
		if titled := !strings.Contains(file, "untitled"); titled != (r.Title != nil) {
			t.Errorf("%s: got title %+v", file, r.Title)
		}
	}
}

// A self-evaluation without its title is still one.
func TestSelfEvaluationsAreNotRefused(t *testing.T) {
	paths, err := filepath.Glob("../../samples/*.txt")
	if err != nil || len(paths) < 20 {
		t.Fatalf("samples: %v, %d found", err, len(paths))
	}
	for _, p := range paths {
		whole := sample(t, filepath.Base(p))
		for _, title := range []string{"", "关于公开绩效评价结果的通知", "2023年部门预算绩效管理工作\n"} {
			_, body, _ := strings.Cut(whole, "\n")
			_, forms := runText(t, title+"\n"+body)
			if len(forms) != 1 || forms[0].Report.Refusal != "" || forms[0].Report.Funds == nil {
				t.Errorf("%s under %q: got %d forms, want 1 that is read", p, title, len(forms))
			}
		}
	}
}

// The page around a form may name other kinds of forms; a table of basic
// figures may stand before it.
func TestOtherFormsBeside(t *testing.T) {
	form := sample(t, "hn-department-2021.txt")
	for _, before := range []string{"绩效目标表\n绩效评价报告\n", "2021年林业局部门整体支出绩效自评表\n2022-04-07 来源:湘溪县林业局\n\n"} {
		_, forms := runText(t, before+form)
		if len(forms) != 1 || forms[0].Report.Title == nil || forms[0].Report.Title.Value != "部门整体支出绩效自评表" {
			t.Errorf("after %q: got %d forms", before, len(forms))
		}
	}
	basics, err := os.ReadFile("testdata/other/basics.txt")
	if err != nil {
		t.Fatal(err)
	}
	_, forms := runText(t, string(basics)+"\n"+form+"\n绩效目标申报表\n")
	if len(forms) != 2 || forms[0].Report.Refusal == "" || forms[1].Report.Refusal != "" || len(forms[1].Report.Indicators) != 9 {
		t.Fatalf("got %d forms, want the basic figures and the form", len(forms))
	}
}
