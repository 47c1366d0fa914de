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
	forms := read.Run(doc, read.Options{})
	if len(forms) != 1 {
		t.Fatalf("got %d forms, want one", len(forms))
	}
	return forms[0].Report
}

const turnedHead = "项目支出绩效自评表\n(2024年度)\n\n项目名称\t图书馆免费开放\n"
const turnedList = "一级指标\t二级指标\t三级指标\t指标值\t完成值\t分值\t得分\n产出指标\t数量指标\t开放天数\t≥287天\t253天\t100\t97.5\n总分\t\t\t\t\t100\t97.5\n"

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

// TestHeadingsOverOthers: words that nobody knows are no column where headings stand side by
// side under all of them (< goes on from the left).
func TestHeadingsOverOthers(t *testing.T) {
	for name, row := range map[string]string{"with marks": "60|<|70|<|70|<|66|<|94.29%|9.43", "without": "60|<|70|<|70|<|66|<|94.29%"} {
		doc := spanned("项目支出绩效自评表", "项目名称|<|图书馆免费开放", "资金来源|<|预算安排|<|<|<|拨用情况|<|<|<|执行率|得分", "||年初预算数|<|全年预算数|<|实际到位数|<|全年执行数|<", "资金总额|<|"+row, "中央资金|<|"+row)
		r := read.Run(doc, read.Options{})[0].Report
		got := ""
		for _, row := range r.Funds.Rows {
			got += strings.Join([]string{row.Initial.Value, row.Budget.Value, row.Executed.Value}, " ") + "\n"
		}
		if want := "60 70 66\n60 70 66\n"; got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

// spanned is a document of one table, of twelve columns, whose cells may go on from the left (<).
func spanned(lines ...string) *extract.Document {
	doc := extract.NewDocument("test", "application/pdf")
	doc.Pages = []extract.Page{{Number: 1}}
	table := extract.Table{Cols: 12, Rows: len(lines)}
	for row, line := range lines {
		for col, text := range strings.Split(line, "|") {
			if text == "<" {
				table.Cells[len(table.Cells)-1].ColSpan++
			} else if text != "" {
				table.Cells = append(table.Cells, extract.Cell{Row: row, Col: col, RowSpan: 1, ColSpan: 1, Text: text, Page: 1})
			}
		}
	}
	doc.Tables = []extract.Table{table}
	return doc
}
