package xlsxout_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ziping/render"
	"ziping/score"
)

// notes are the texts of a sheet's notes by cell.
func notes(t *testing.T, f *excelize.File, sheet string) map[string]string {
	t.Helper()
	all, err := f.GetComments(sheet)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, n := range all {
		text := n.Text
		for _, p := range n.Paragraph {
			text += p.Text
		}
		out[n.Cell] = text
	}
	return out
}

func ground(t *testing.T, f *excelize.File, sheet, cell string) string {
	t.Helper()
	id, err := f.GetCellStyle(sheet, cell)
	if err != nil {
		t.Fatal(err)
	}
	st, err := f.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(st.Fill.Color, " ")
}

// Every finding with a place is marked on the form: a ground, a note with its number, the
// number beside its row, links there and back.
func TestMarks(t *testing.T) {
	data, err := os.ReadFile(seed)
	if err != nil {
		t.Fatal(err)
	}
	b := audit(t, data, seed).Bundle()
	f := open(t, workbook(t, b))
	const form, list = "自评表", "发现"
	told := notes(t, f, form)
	r, numbers := b.Forms[0].Report, b.Lists()[0]
	rows, err := f.GetRows(list)
	if err != nil {
		t.Fatal(err)
	}
	marginColumn := b.Forms[0].CorrectedLayout.Cols + 1
	for i := range r.Findings {
		n := numbers.Number(i)
		if rows[n][0] != strconv.Itoa(n) || rows[n][2] != r.Findings[i].Check {
			t.Errorf("finding %d %s is told in the row %v", n, r.Findings[i].Check, rows[n][:3])
		}
		linked, target, err := f.GetCellHyperLink(list, "F"+strconv.Itoa(n+1))
		if err != nil || !linked {
			t.Errorf("[%d] %s has no link to the form: %v", n, r.Findings[i].Check, err)
			continue
		}
		cell := strings.TrimPrefix(target, "'"+form+"'!")
		if !strings.Contains(told[cell], "["+strconv.Itoa(n)+"]") && !strings.Contains(told[cell], "另有") {
			t.Errorf("[%d] is not in the note of %s: %q", n, cell, told[cell])
		}
		if ground(t, f, form, cell) == "" {
			t.Errorf("[%d]: %s has no ground", n, cell)
		}
		_, row, err := excelize.CellNameToCoordinates(cell)
		if err != nil {
			t.Fatal(err)
		}
		beside, _ := excelize.CoordinatesToCellName(marginColumn, row)
		if s, _ := f.GetCellValue(form, beside); !holds(s, n) {
			t.Errorf("[%d] is not beside its row: %s has %q", n, beside, s)
		}
		if linked, target, _ := f.GetCellHyperLink(form, beside); !linked || !strings.HasPrefix(target, "'发现'!A") {
			t.Errorf("%s leads to %q", beside, target)
		}
	}
	if grounds := []string{ground(t, f, form, "C8"), ground(t, f, form, "C9")}; grounds[0] == grounds[1] {
		t.Errorf("a wrong and a corrected cell have the same ground %v", grounds)
	}
}

// holds reports a number in [1–5, 11].
func holds(s string, n int) bool {
	for _, part := range strings.Split(strings.Trim(s, "[]"), ", ") {
		from, to, found := strings.Cut(part, "–")
		if !found {
			to = from
		}
		a, _ := strconv.Atoi(from)
		z, _ := strconv.Atoi(to)
		if a <= n && n <= z {
			return true
		}
	}
	return false
}

// A corrected cell says in its note what was printed, what is right and why; below the
// form a print shows the old value too, struck through.
func TestCorrections(t *testing.T) {
	data, err := os.ReadFile(seed)
	if err != nil {
		t.Fatal(err)
	}
	b := audit(t, data, seed).Bundle()
	f := open(t, workbook(t, b))
	corrected := 0
	for _, text := range notes(t, f, "自评表") {
		if !strings.Contains(text, "更正为：") {
			continue
		}
		corrected++
		for _, part := range []string{"填报数：0.00", "FND-05"} {
			if !strings.Contains(text, part) {
				t.Errorf("got note %q, want %q in it", text, part)
			}
		}
	}
	if corrected != 7 {
		t.Errorf("got %d notes of corrections, want 7", corrected)
	}
	rows, err := f.GetRows("自评表")
	if err != nil {
		t.Fatal(err)
	}
	row := slices.IndexFunc(rows, func(r []string) bool { return len(r) > 0 && strings.HasPrefix(r[0], "已更正[1–10]：") })
	if row < 0 {
		t.Fatal("what was corrected is not told below the form")
	}
	runs, err := f.GetCellRichText("自评表", "A"+strconv.Itoa(row+1))
	if err != nil {
		t.Fatal(err)
	}
	struck := 0
	for _, r := range runs {
		if r.Font != nil && r.Font.Strike && r.Text == "0.00" {
			struck++
		}
	}
	if struck != 7 {
		t.Errorf("got %d old values struck through, want 7", struck)
	}
	if legend := rows[row+1][0]; !strings.Contains(legend, "■错误") || !strings.Contains(legend, "■已更正") {
		t.Errorf("got legend %q", legend)
	}
}

// Figures are shown as they are printed on every sheet: 0.00 and not 0, 93.1100 and not 93.11.
func TestAsPrinted(t *testing.T) {
	data, err := os.ReadFile(seed)
	if err != nil {
		t.Fatal(err)
	}
	f := open(t, workbook(t, audit(t, data, seed).Bundle()))
	has := func(sheet string, row, want []string) {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			if len(r) >= len(row) && slices.Equal(r[:len(row)], row) {
				for _, w := range want {
					if !slices.Contains(r, w) {
						t.Errorf("%s %v: got %v, want %s", sheet, row, r, w)
					}
				}
				return
			}
		}
		t.Errorf("%s has no row %v", sheet, row)
	}
	has("资金记录", []string{"1", "1", "合计", "填报"}, []string{"250958.8", "93.1100", "17291.50", "6.8900"})
	has("资金记录", []string{"1", "2", "财政资金小计", "填报", "0.00", "0.00", "0.00"}, nil)
	has("资金记录", []string{"1", "2", "财政资金小计", "更正后", "222924.78"}, []string{"250958.80", "93.1100"})
	text := "项目支出绩效自评表\n项目名称\t甲\n项目资金(万元)\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\n\t年度资金总额\t1,200.50\t3600000元\t360.00\t10\t100.00%\t10\n" +
		"一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n产出指标\t数量指标\t修路\t≥10.50公里\t12.0公里\t90\t90\n总分\t\t\t\t\t100\t100\n"
	own := open(t, workbook(t, audit(t, []byte(text), "own.txt").Bundle()))
	if rows, err := own.GetRows("资金记录"); err != nil || !slices.Equal(rows[1][3:], []string{"1,200.50", "3600000元", "360.00", "100.00%", "10", "10"}) {
		t.Errorf("got %v, %v", rows[1:], err)
	}
	if rows, err := own.GetRows("指标记录"); err != nil || !slices.Equal(rows[1][5:10], []string{"≥", "10.50", "公里", "12.0", "公里"}) {
		t.Errorf("got %v, %v", rows[1:], err)
	}
	has("发现", []string{"6", "错误", "FND-05"}, []string{"0.00", "222924.78", "-222924.78"})
	has("发现", []string{"5", "错误", "FND-05"}, []string{"17291.50", "0.00"})
}

// A corrected row is told once more; columns are not doubled.
func TestFundsNotDoubled(t *testing.T) {
	data, err := os.ReadFile(seed)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := open(t, workbook(t, audit(t, data, seed).Bundle())).GetRows("资金记录")
	if err != nil {
		t.Fatal(err)
	}
	if n := len(slices.Compact(slices.Sorted(slices.Values(rows[0])))); n != len(rows[0]) || len(rows) != 1+6+1 {
		t.Errorf("got %d rows, headings %v", len(rows), rows[0])
	}
}

// Columns are as wide as what is in them: figures have their room, numbers take no more
// than theirs, and sentences wrap where they are planned to.
func TestWidths(t *testing.T) {
	data, err := os.ReadFile(seed)
	if err != nil {
		t.Fatal(err)
	}
	f := open(t, workbook(t, audit(t, data, seed).Bundle()))
	for cell, want := range map[string][2]float64{
		"发现!A": {4, 8}, "发现!F": {6, 10}, "发现!H": {10, 16}, "发现!M": {56, 56}, "资金记录!E": {12, 17}, "指标记录!A": {4, 8},
	} {
		sheet, column, _ := strings.Cut(cell, "!")
		got, err := f.GetColWidth(sheet, column)
		if err != nil || got < want[0] || got > want[1] {
			t.Errorf("%s is %g wide, want %g to %g: %v", cell, got, want[0], want[1], err)
		}
	}
	if got := ground(t, f, "资金记录", "E4"); got != "FFF2A8" {
		t.Errorf("a corrected figure of the records has the ground %q", got)
	}
}

// A form in which nothing was found has no marks and no legend.
func TestNoMarks(t *testing.T) {
	data, err := os.ReadFile("../../samples/mof-project-2021.txt")
	if err != nil {
		t.Fatal(err)
	}
	b := audit(t, data, "form.txt").Bundle()
	f := open(t, workbook(t, b))
	if n := len(notes(t, f, "自评表")); n > 0 {
		t.Errorf("got %d notes", n)
	}
	rows, err := f.GetRows("自评表")
	if err != nil {
		t.Fatal(err)
	}
	last := rows[len(rows)-1]
	if len(last) > b.Forms[0].CorrectedLayout.Cols || last[0] != "总分" {
		t.Errorf("the sheet ends with %q", last)
	}
}

// What was checked ends with where everything comes from.
func TestSource(t *testing.T) {
	data, err := os.ReadFile(seed)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := open(t, workbook(t, audit(t, data, seed).Bundle())).GetRows("核对统计")
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]string{}
	for _, r := range rows {
		if len(r) > 1 {
			said[r[0]] = r[1]
		}
	}
	for label, want := range map[string]string{"来源": "fuzhou-hrss-2023.txt", "SHA-256": "a1ccb0af", "文件类型": "文本", "程序版本": "ziping test", "评分规则": "规则", "已识别": "184/184 格"} {
		if !strings.Contains(said[label], want) {
			t.Errorf("%s: got %q, want %q in it", label, said[label], want)
		}
	}
}

// A total's formula takes in the parts that are left blank, and follows when one of them
// is filled in; what is blank is empty and holds no text.
func TestBlankParts(t *testing.T) {
	form := "项目支出绩效自评表\n项目名称\t甲\n" +
		"项目资金(万元)\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\n" +
		"\t年度资金总额\t100.00\t120.00\t60.00\t10\t50.00%\t5\n" +
		"\t其中:当年财政拨款\t100.00\t120.00\t60.00\t\t\t\n" +
		"\t上年结转资金\t\t\t\t\t\t\n" +
		"\t其他资金\t\t\t\t\t\t\n" +
		"一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n" +
		"产出指标\t数量指标\t修路\t≥10公里\t12公里\t50\t50\n" +
		"\t质量指标\t验收\t≥90%\t95%\t40\t\n" +
		"总分\t\t\t\t\t100\t55\n"
	f := open(t, workbook(t, audit(t, []byte(form), "form.txt").Bundle()))
	const sheet = "自评表"
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	follows := 0
	for r := range rows {
		for c := range 12 {
			cell, _ := excelize.CoordinatesToCellName(c+1, r+1)
			kind, err := f.GetCellType(sheet, cell)
			if err != nil {
				t.Fatal(err)
			}
			if s, _ := f.GetCellValue(sheet, cell); s == "" && kind == excelize.CellTypeSharedString {
				t.Errorf("%s holds a text of nothing", cell)
			}
		}
	}
	for cell, blank := range map[string]string{"C4": "C6", "D4": "D7", "E4": "E6"} {
		formula, err := f.GetCellFormula(sheet, cell)
		if err != nil || !strings.Contains(formula, "SUM(") {
			t.Errorf("%s: got formula %q, want a sum with its blank parts", cell, formula)
			continue
		}
		before, err := f.CalcCellValue(sheet, cell)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellValue(sheet, blank, 7); err != nil {
			t.Fatal(err)
		}
		after, err := f.CalcCellValue(sheet, cell)
		if err != nil {
			t.Fatal(err)
		}
		a, _ := strconv.ParseFloat(before, 64)
		z, _ := strconv.ParseFloat(after, 64)
		if z-a != 7 {
			t.Errorf("%s =%s: with 7 in %s it went from %s to %s", cell, formula, blank, before, after)
		}
		follows++
	}
	if follows != 3 {
		t.Errorf("%d totals follow what is filled in, want 3", follows)
	}
}

// The dimension of every sheet is that of its cells, and no file claims a time.
func TestParts(t *testing.T) {
	data, err := os.ReadFile(seed)
	if err != nil {
		t.Fatal(err)
	}
	book := workbook(t, audit(t, data, seed).Bundle())
	f := open(t, book)
	for i, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		part := string(zipped(t, book, "xl/worksheets/sheet"+strconv.Itoa(i+1)+".xml"))
		_, ref, _ := strings.Cut(part, `<dimension ref="A1:`)
		ref, _, _ = strings.Cut(ref, `"`)
		col, row, err := excelize.CellNameToCoordinates(ref)
		if err != nil || row < len(rows) || col < len(rows[0]) {
			t.Errorf("%s: got dimension %q of %d rows", sheet, ref, len(rows))
		}
	}
	if core := string(zipped(t, book, "docProps/core.xml")); strings.Contains(core, "dcterms:") || !strings.Contains(core, "福州市人力资源和社会保障局 2023年度 部门整体绩效自评表") {
		t.Errorf("got properties %s", core)
	}
}

// Checks without a case say so.
func TestNoCase(t *testing.T) {
	data, err := os.ReadFile("../../samples/fj-department-2022.txt")
	if err != nil {
		t.Fatal(err)
	}
	b := audit(t, data, "form.txt").Bundle()
	rows, err := open(t, workbook(t, b)).GetRows("核对统计")
	if err != nil {
		t.Fatal(err)
	}
	told := 0
	for _, r := range rows {
		if len(r) > 2 && b.Forms[0].Report.Tallies[r[0]] == (score.Tally{}) && render.CheckTitle(b.Catalog, r[0], "zh") != "" {
			if told++; r[2] != "不适用" {
				t.Errorf("%v: want 不适用", r)
			}
		}
	}
	if told == 0 {
		t.Error("the form has no check without a case")
	}
}

// No sheet of a Chinese workbook has the codes of the JSON.
func TestNoCodes(t *testing.T) {
	files, err := filepath.Glob("../../samples/*.txt")
	if err != nil || len(files) < 10 {
		t.Fatalf("got %d samples, %v", len(files), err)
	}
	code := regexp.MustCompile(`\w+\[\d+\]|(funds|indicators|goals|total|grade)\.[a-z]|\b(error|rule|notice|inconsistent|undetermined|applied|parsed|garbled|absent)\b`)
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		f := open(t, workbook(t, audit(t, data, file).Bundle()))
		for _, sheet := range f.GetSheetList() {
			rows, err := f.GetRows(sheet)
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range rows {
				for _, s := range r {
					if m := code.FindString(s); m != "" {
						t.Errorf("%s: %s says %q in %q", file, sheet, m, s)
					}
				}
			}
		}
	}
}
