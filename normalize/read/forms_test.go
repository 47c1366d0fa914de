package read_test

import (
	"os"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/tabin"
	"ziping/normalize"
	"ziping/normalize/read"
)

func runText(t *testing.T, text string) (*extract.Document, []normalize.Form) {
	t.Helper()
	doc, err := tabin.Read([]byte(text), extract.Options{Limits: extract.DefaultLimits()})
	if err != nil {
		t.Fatal(err)
	}
	return doc, read.Run(doc, read.Options{})
}

func sample(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile("../../samples/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// A row that says 其中 again may be part of the row above it; which one it is the
// sums decide, also where one of them has a slip.
func TestPartsOfParts(t *testing.T) {
	const rows = "\t年度资金总额\t\t300.00\t320.00\t310.00\t10\t96.88%\t9.69\n" +
		"\t其中:财政拨款\t\t280.00\t300.00\t290.00\t\t\t\n\t其中:中央补助\t\t100.00\t120.00\t115.00\t\t\t\n\t省级资金\t\t180.00\t180.00\t175.00\t\t\t\n\t其他资金\t\t20.00\t20.00\t20.00\t\t\t\n"
	base := sample(t, "mof-project-2021.txt")
	from, to := strings.Index(base, "\t年度资金总额"), strings.Index(base, "年度总体目标")
	for change, want := range map[string]string{
		"": "current_year other / central provincial", "280.00>290.00": "current_year other / central provincial", "115.00>125.00": "current_year other / central provincial",
		// Side by side, with and without a slip.
		"\t300.00\t320.00\t310.00>\t580.00\t620.00\t600.00": "current_year central provincial other /", "\t300.00\t320.00\t310.00>\t580.00\t620.00\t610.00": "current_year central provincial other /",
	} {
		text := rows
		if old, new, ok := strings.Cut(change, ">"); ok {
			text = strings.Replace(rows, old, new, 1)
		}
		_, forms := runText(t, base[:from]+text+base[to:])
		f := forms[0].Report.Funds
		got := strings.TrimSpace(strings.Join(f.Row("total").Parts, " ") + " / " + strings.Join(f.Row("current_year").Parts, " "))
		if got != want {
			t.Errorf("%q: got %q want %q", change, got, want)
		}
	}
}

// A row that equals the one above it is that row copied by mistake, and no part of it.
func TestRowCopiedIsNoPart(t *testing.T) {
	text := strings.Replace(sample(t, "transfer-management-2022.txt"), "其他资金\t\t0\t0\t0", "其他资金\t\t300.00\t264.00\t88.00%", 1)
	_, forms := runText(t, text)
	f := forms[0].Report.Funds
	if got := strings.Join(f.Row("total").Parts, " "); got != "central local other" {
		t.Errorf("got total of %q, want central local other", got)
	}
}

// The corner over the labels of a money block may name a source.
func TestSourceInTheCorner(t *testing.T) {
	text := strings.Replace(sample(t, "transfer-2021.txt"), "项目资金(万元)\t\t\t", "资金情况（万元）\t年度总金额：\t\t", 1)
	_, forms := runText(t, text)
	if r := forms[0].Report; len(r.Unplaced) > 0 || r.Funds.Row("total").Budget.Value != "1560.5" || r.MoneyUnit == nil {
		t.Errorf("got %+v, unplaced %v", r.Funds, r.Unplaced)
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
		if _, refused := read.Refused(doc); len(forms) != 0 || refused {
			t.Errorf("%q: got %d forms", text, len(forms))
		}
	}
}

func TestFlattened(t *testing.T) {
	for _, other := range []string{
		"项目支出绩效目标表 一级指标 二级指标 三级指标 年度指标值 产出指标 数量指标 新建泵站 5座 满意度指标",
		"关于开展绩效自评的通知。自评表应填写一级指标。" + strings.Repeat("各单位要高度重视,加强组织领导。", 60) + "二级指标和三级指标应与年初一致。" + strings.Repeat("按时报送。", 160) + "填写指标值和执行率。",
	} {
		doc, forms := runText(t, other)
		if _, refused := read.Refused(doc); len(forms) != 0 || refused {
			t.Errorf("%.30s: got %d forms, or refused; want neither", other, len(forms))
		}
	}
	text := "项目支出绩效自评表 一级指标 二级指标 三级指标 年度指标值 实际完成值 产出指标 数量指标 新建泵站 5座 5座 10 10"
	doc, forms := runText(t, text)
	if d, refused := read.Refused(doc); len(forms) != 0 || !refused || d.Reason.ZH == "" {
		t.Errorf("flattened text: got %d forms, refused %v: %+v; want none, and a reason", len(forms), refused, d)
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
