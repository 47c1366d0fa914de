package read_test

import (
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/tabin"
	"ziping/normalize"
	"ziping/normalize/read"
)

// readForm normalizes a form of tabbed text that must hold one form.
func readForm(t *testing.T, text string) normalize.Report {
	t.Helper()
	doc, err := tabin.Read([]byte(text), extract.Options{Limits: extract.DefaultLimits()})
	if err != nil {
		t.Fatal(err)
	}
	forms := read.Run(doc, read.Options{SkipLayout: true})
	if len(forms) != 1 {
		t.Fatalf("got %d forms, want one", len(forms))
	}
	return forms[0].Report
}

const turnedHead = "项目支出绩效自评表\n(2024年度)\n\n项目名称\t图书馆免费开放\n"
const turnedList = "一级指标\t二级指标\t三级指标\t指标值\t完成值\t分值\t得分\n产出指标\t数量指标\t开放天数\t≥287天\t253天\t100\t97.5\n总分\t\t\t\t\t100\t97.5\n"

func TestSourcesSideBySide(t *testing.T) {
	r := readForm(t, turnedHead+"项目资金(万元)\t资金来源\t合计\t中央\t省\t其他\n\t预算数\t100.00\t60.00\t\t40.00\n\t执行数\t95.00\t58.00\t\t37.00\n"+turnedList)
	if r.Funds == nil || len(r.Funds.Rows) != 4 || len(r.Unplaced) != 0 {
		t.Fatalf("got %+v, unplaced %v", r.Funds, r.Unplaced)
	}
	var got []string
	for _, row := range r.Funds.Rows {
		got = append(got, row.Source+" "+row.Budget.Value+"/"+row.Executed.Value)
	}
	if want := "total 100/95, central 60/58, provincial /, other 40/37"; strings.Join(got, ", ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, ", "), want)
	}
	if r.MoneyUnit == nil || r.MoneyUnit.Value != "万元" {
		t.Errorf("got money unit %+v", r.MoneyUnit)
	}
}

// TestColumnsThatDependOnOthers: one heading, two meanings.
func TestColumnsThatDependOnOthers(t *testing.T) {
	for _, tt := range []struct{ name, heading, row, want string }{
		{"调整预算 beside a budget", "年初预算数\t调整预算数\t全年预算数\t全年执行数", "90\t10\t100\t95", "90 10 100 95"},
		{"调整预算 alone", "年初预算数\t\t调整预算\t全年执行数", "90\t\t100\t95", "90  100 95"},
		{"预算安排 without columns under it", "预算安排\t\t\t实际支出", "100\t\t\t95", "  100 95"},
	} {
		r := readForm(t, turnedHead+"项目资金(万元)\t\t"+tt.heading+"\n\t合计\t"+tt.row+"\n\t中央资金\t"+tt.row+"\n"+turnedList)
		if r.Funds == nil || len(r.Funds.Rows) != 2 {
			t.Errorf("%s: got %+v", tt.name, r.Funds)
			continue
		}
		row := r.Funds.Rows[0]
		value := func(f *normalize.Field) string {
			if f == nil {
				return ""
			}
			return f.Value
		}
		if got := strings.Join([]string{value(row.Initial), value(row.Adjustment), value(row.Budget), value(row.Executed)}, " "); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestNearestHeadings: whichever way a block of money is turned, a figure is told by
// the nearest heading that names a source and the nearest that names a column.
func TestNearestHeadings(t *testing.T) {
	for _, tt := range []struct{ name, block, want, unplaced string }{
		{"a row for each source", "项目资金(万元)\t\t预算数\t执行数\n\t合计\t100\t95\n\t中央资金\t60\t58\n", "total 100/95, central 60/58", ""},
		{"a row for each column", "资金来源\t合计\t中央\t其他\n预算数\t100\t60\t40\n执行数\t95\t58\t37\n", "total 100/95, central 60/58, other 40/37", ""},
		{"the corner has a name of its own", "类别\t合计\t中央\t其他\n预算数\t100\t60\t40\n执行数\t95\t58\t37\n", "total 100/95, central 60/58, other 40/37", ""},
		{"a row of the whole", "资金来源\t中央\t省级\t本级\t合计\t执行数\n金额\t60\t30\t10\t100\t95\n", "central 60/-, provincial 30/-, local 10/-, total 100/95", "金额"},
		{"a full row that moved", "\t中央\t省级\t本级\t合计\t执行数\n60\t30\t10\t100\t95\n", "central 60/-, provincial 30/-, local 10/-, total 100/95", ""},
		{"two rows, one of the whole", "资金来源\t中央\t省级\t合计\t执行数\n甲镇\t60\t30\t90\t85\n合计\t60\t40\t100\t95\n", "central 60/-, provincial 40/-, total 100/95", "甲镇,60,30,90,85"},
		{"two rows, none of the whole", "资金来源\t中央\t省级\t本级\t执行数\n甲镇\t60\t30\t10\t95\n乙镇\t60\t40\t10\t99\n", "", "甲镇,60,30,10,95,乙镇,60,40,10,99"},
		{"columns over sources", "预算数\t\t\t执行数\t\t\n合计\t中央\t省级\t合计\t中央\t省级\n100\t60\t40\t95\t58\t37\n", "total 100/95, central 60/58, provincial 40/37", ""},
		{"columns over sources, and their sums", "预算数\t\t\t执行数\t\t\n小计\t中央\t省级\t小计\t中央\t省级\n100\t60\t40\t95\t58\t37\n", "total 100/95, central 60/58, provincial 40/37", ""},
		{"pairs", "项目资金(万元)\t预算数\t100\t执行数\t95\n", "total 100/95", ""},
		{"pairs with a source, printed twice", "中央资金\t预算数\t60\t执行数\t58\t执行数\t57\n", "central 60/58", "执行数,57"},
	} {
		r := readForm(t, turnedHead+tt.block+turnedList)
		number := func(f *normalize.Field) string {
			if f == nil {
				return "-"
			}
			return f.Value
		}
		var got, left []string
		if r.Funds != nil {
			for _, row := range r.Funds.Rows {
				got = append(got, row.Source+" "+number(row.Budget)+"/"+number(row.Executed))
			}
		}
		for _, u := range r.Unplaced {
			left = append(left, u.Text)
		}
		if strings.Join(got, ", ") != tt.want || strings.Join(left, ",") != tt.unplaced {
			t.Errorf("%s: got %q, unplaced %q; want %q, unplaced %q", tt.name, strings.Join(got, ", "), strings.Join(left, ","), tt.want, tt.unplaced)
		}
	}
}
