package read_test

import (
	"testing"

	"ziping/extract"
	"ziping/normalize/read"
)

// TestPrintedBeside holds that a label over the table, whose rulings do not reach so
// far, has what is printed beside it, and nothing that is printed elsewhere.
func TestPrintedBeside(t *testing.T) {
	line := func(text string, x, y float64) extract.Line {
		return extract.Line{Text: text, Page: 1, Box: &extract.Box{x, y, x + 60, y + 10}}
	}
	list := [][]string{
		{"一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"},
		{"产出指标", "数量指标", "开放天数", "≥287天", "290天", "100", "100"},
	}
	for _, c := range []struct {
		name                  string
		lines                 []extract.Line
		project, organisation string
		left                  int
	}{
		{"in a row, the values out of order", []extract.Line{
			line("项目支出绩效自评表", 200, 20), line("甲局", 320, 48), line("项目名称", 10, 50), line("湿地保护", 100, 51), line("主管部门", 250, 50),
		}, "湿地保护", "甲局", 0},
		{"one under the other", []extract.Line{
			line("项目支出绩效自评表", 200, 20), line("项目名称", 10, 50), line("湿地保护", 10, 70),
		}, "", "", 2},
		{"two labels", []extract.Line{
			line("项目支出绩效自评表", 200, 20), line("项目名称", 10, 50), line("主管部门", 100, 50), line("甲局", 200, 50),
		}, "", "甲局", 0},
		{"a label nobody knows beside one that is known", []extract.Line{
			line("项目支出绩效自评表", 200, 20), line("项目名称", 10, 50), line("湿地保护", 80, 50), line("经办人及电话", 150, 50), line("张三 0591", 220, 50), line("第2联", 290, 50),
		}, "湿地保护", "", 1},
		{"no label among them", []extract.Line{
			line("项目支出绩效自评表", 200, 20), line("湿地", 10, 50), line("甲局", 100, 50),
		}, "", "", 2},
	} {
		doc := extract.NewDocument("test", "application/pdf")
		doc.Pages = []extract.Page{{Number: 1}}
		doc.Lines = c.lines
		table := extract.Table{Rows: len(list), Cols: len(list[0])}
		for row, cells := range list {
			for col, text := range cells {
				table.Cells = append(table.Cells, extract.Cell{Row: row, Col: col, RowSpan: 1, ColSpan: 1, Text: text, Page: 1})
			}
		}
		doc.Tables = []extract.Table{table}
		forms := read.Run(doc, read.Options{})
		if len(forms) != 1 {
			t.Fatalf("%s: %d forms, want 1", c.name, len(forms))
		}
		r := forms[0].Report
		project, organisation := "", ""
		if r.Project != nil {
			project = r.Project.Value
		}
		if r.Organisation != nil {
			organisation = r.Organisation.Value
		}
		if project != c.project || organisation != c.organisation || len(r.Unplaced) != c.left {
			t.Errorf("%s: project %q, organisation %q, %d left (%v); want %q, %q, %d", c.name, project, organisation, len(r.Unplaced), r.Unplaced, c.project, c.organisation, c.left)
		}
	}
}

// TestLabelOnTwoLines: a line end inside a label does not hide it.
func TestLabelOnTwoLines(t *testing.T) {
	for text, want := range map[string]string{
		"填报\n单位：甲局":       "甲局",
		"填报单位\n(盖章)：甲局":   "甲局",
		"填报单位：甲局\n填报人：张三": "甲局",
		"填报单位：\n甲局":       "甲局",
	} {
		doc := extract.NewDocument("test", "text/plain")
		doc.Pages = []extract.Page{{Number: 1}}
		cells := func(row int, texts ...string) (out []extract.Cell) {
			for col, s := range texts {
				out = append(out, extract.Cell{Row: row, Col: col, RowSpan: 1, ColSpan: 1, Text: s, Page: 1})
			}
			return out
		}
		table := extract.Table{Rows: 4, Cols: 7, Cells: cells(0, "项目支出绩效自评表")}
		table.Cells = append(table.Cells, cells(1, text)...)
		table.Cells = append(table.Cells, cells(2, "一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分")...)
		table.Cells = append(table.Cells, cells(3, "产出指标", "数量指标", "开放天数", "≥287天", "290天", "100", "100")...)
		doc.Tables = []extract.Table{table}
		forms := read.Run(doc, read.Options{})
		if len(forms) != 1 || forms[0].Report.Organisation == nil || forms[0].Report.Organisation.Value != want {
			t.Errorf("%q: got %+v, want %q", text, forms[0].Report.Organisation, want)
		}
	}
}

// TestLoneLevel: where no ruling tells the rows, a first level in a row of its own, beside
// others that stand with their indicators, leaves open what it heads, and no sum of it is an
// error. Where all stand so, that is how the list is laid out; where the file says what the
// rows are, it is what it says.
func TestLoneLevel(t *testing.T) {
	const first, second = "产出指标(50分)", "效益指标(30分)"
	row := func(level, name, mark string) []string {
		return []string{level, "数量指标", name, "100%", "100%", mark, mark}
	}
	alone := func(level string) []string { return []string{level, "", "", "", "", "", ""} }
	for _, tt := range []struct {
		name    string
		unruled bool
		rows    [][]string
		want    bool
	}{
		{"one alone", true, [][]string{row(first, "甲", "50"), row("", "乙", "15"), alone(second), row("", "丙", "15")}, true},
		{"one alone, ruled", false, [][]string{row(first, "甲", "50"), row("", "乙", "15"), alone(second), row("", "丙", "15")}, false},
		{"all alone", true, [][]string{alone(first), row("", "甲", "50"), alone(second), row("", "乙", "30")}, false},
		{"none alone", true, [][]string{row(first, "甲", "50"), row(second, "乙", "30")}, false},
	} {
		doc := extract.NewDocument("test", "application/pdf")
		doc.Pages = []extract.Page{{Number: 1}}
		if tt.unruled {
			doc.Warnings = []extract.Warning{{Code: extract.WarnNoRulings}}
		}
		list := append([][]string{{"项目支出绩效自评表"}, {"一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"}}, tt.rows...)
		table := extract.Table{Rows: len(list), Cols: 7}
		for r, cells := range list {
			for c, text := range cells {
				table.Cells = append(table.Cells, extract.Cell{Row: r, Col: c, RowSpan: 1, ColSpan: 1, Text: text, Page: 1})
			}
		}
		doc.Tables = []extract.Table{table}
		forms := read.Run(doc, read.Options{})
		if len(forms) != 1 || forms[0].Report.RowsInferred != tt.want {
			t.Errorf("%s: got %d forms, rows inferred %v, want %v", tt.name, len(forms), len(forms) == 1 && forms[0].Report.RowsInferred, tt.want)
		}
	}
}
