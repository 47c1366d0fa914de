package normalize_test

import (
	"os"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/tabin"
	"ziping/normalize"
)

func runText(t *testing.T, text string) (*extract.Document, []normalize.Form) {
	t.Helper()
	doc, err := tabin.Read([]byte(text), extract.Options{Limits: extract.DefaultLimits()})
	if err != nil {
		t.Fatal(err)
	}
	return doc, normalize.Run(doc, normalize.Options{})
}

func sample(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile("../samples/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// Every sample is classified as its family and read without a remainder.
func TestFamilies(t *testing.T) {
	for name, want := range map[string]struct {
		family                  string
		funds, indicators, sums int
	}{
		"fuzhou-hrss-2023.txt": {"T1", 6, 17, 2}, "fj-department-2022.txt": {"T1", 6, 15, 2}, "fj-department-2018.txt": {"T1b", 6, 9, 2},
		"mof-project-2021.txt": {"T2", 4, 10, 1}, "transfer-2021.txt": {"T3", 4, 8, 1}, "nx-project-2022.txt": {"T4", 4, 9, 1},
		"sc-linkage-2022.txt": {"T5", 3, 7, 1}, "sc-project-2023.txt": {"T6", 5, 6, 1}, "hb-project-2022.txt": {"T7", 1, 8, 0},
		"hb-county-2020.txt": {"T8", 3, 9, 1}, "yn-project-2022.txt": {"T9", 4, 6, 1}, "cq-department-2022.txt": {"T11", 1, 6, 0},
		"bj-project-2016.txt": {"T12", 3, 5, 1}, "nx-city-2021.txt": {"T13", 1, 8, 0}, "tj-department-2022.txt": {"T15", 1, 3, 0},
	} {
		_, forms := runText(t, sample(t, name))
		if len(forms) != 1 {
			t.Errorf("%s: got %d forms, want 1", name, len(forms))
			continue
		}
		r := forms[0].Report
		family, sums := "", 0
		if r.Family != nil {
			family = *r.Family
		}
		for _, row := range r.Funds.Rows {
			if len(row.Parts) > 0 {
				sums++
			}
		}
		if family != want.family || len(r.Funds.Rows) != want.funds || len(r.Indicators) != want.indicators || sums != want.sums || len(r.Unplaced) != 0 {
			t.Errorf("%s: got family %s, %d fund rows, %d indicators, %d sums, unplaced %v; want %+v", name, family, len(r.Funds.Rows), len(r.Indicators), sums, r.Unplaced, want)
		}
	}
}

func TestTwoFormsInOneText(t *testing.T) {
	_, forms := runText(t, sample(t, "mof-project-2021.txt")+"\n"+sample(t, "transfer-2021.txt"))
	if len(forms) != 2 {
		t.Fatalf("got %d forms, want 2", len(forms))
	}
	if a, b := forms[0].Report.Project.Value, forms[1].Report.Project.Value; a != "农村饮水安全巩固提升项目" || b != "农村义务教育薄弱环节改善补助资金" {
		t.Errorf("got projects %q and %q", a, b)
	}
}

func TestOtherFormsAreRefused(t *testing.T) {
	text := strings.Replace(sample(t, "mof-project-2021.txt"), "绩效自评表", "绩效目标申报表", 1)
	_, forms := runText(t, text)
	if len(forms) != 1 || forms[0].Report.Refusal != "项目支出绩效目标申报表" || len(forms[0].Report.Indicators) != 0 {
		t.Errorf("a declaration was read as %+v", forms)
	}
}

func TestNoForm(t *testing.T) {
	for _, text := range []string{"关于召开会议的通知\n\n各单位:\n请准时参加。\n", "姓名\t年龄\n张三\t30\n李四\t41\n"} {
		doc, forms := runText(t, text)
		if len(forms) != 0 || normalize.Flattened(doc) {
			t.Errorf("%q: got %d forms", text, len(forms))
		}
	}
}

func TestFlattened(t *testing.T) {
	text := "项目支出绩效自评表 一级指标 二级指标 三级指标 年度指标值 实际完成值 产出指标 数量指标 新建泵站 5座 5座 10 10"
	doc, forms := runText(t, text)
	if len(forms) != 0 || !normalize.Flattened(doc) {
		t.Errorf("flattened text: got %d forms, Flattened %v; want none and true", len(forms), normalize.Flattened(doc))
	}
}

// A row of the money block that nobody knows is kept under its own label.
func TestUnknownSource(t *testing.T) {
	text := strings.Replace(sample(t, "mof-project-2021.txt"), "其他资金", "乡贤捐款", 1)
	_, forms := runText(t, text)
	rows := forms[0].Report.Funds.Rows
	if last := rows[len(rows)-1]; last.Source != "source" || last.Label != "乡贤捐款" || last.Initial.Value != "40" {
		t.Errorf("got %+v", last)
	}
	if parts := rows[0].Parts; len(parts) != 3 || parts[2] != "source" {
		t.Errorf("got parts %v, want the unknown source among them", parts)
	}
}

// Blank, absent and garbled are told apart and none is a zero.
func TestStates(t *testing.T) {
	text := strings.Replace(sample(t, "mof-project-2021.txt"), "≥6处\t6处\t10\t10", "≥6处\t/\t10\t1,0,0.0", 1)
	_, forms := runText(t, text)
	x := forms[0].Report.Indicators[0]
	if x.Actual.State != normalize.Blank || x.Actual.Text != "/" || x.Score.State != normalize.Garbled || x.Score.Value != "" {
		t.Errorf("got actual %+v, score %+v", x.Actual, x.Score)
	}
}
