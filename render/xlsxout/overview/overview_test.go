package overview

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ziping/extract"
)

// book writes a summary of a few files and reads it back.
func book(t *testing.T, lang extract.Lang, fill func(*Book)) (*excelize.File, *zip.Reader) {
	t.Helper()
	scratch := t.TempDir()
	s, err := New(lang, scratch)
	if err != nil {
		t.Fatal(err)
	}
	fill(s)
	var b bytes.Buffer
	if err := s.Write(&b); err != nil {
		t.Fatal(err)
	}
	if left, _ := os.ReadDir(scratch); len(left) > 0 {
		t.Errorf("got %d files left behind, first %s", len(left), left[0].Name())
	}
	f, err := excelize.OpenReader(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	return f, z
}

func few(t *testing.T) func(*Book) {
	return func(s *Book) {
		must := func(err error) {
			t.Helper()
			if err != nil {
				t.Fatal(err)
			}
		}
		in := func(name string) Link { return Link{name, "../in/" + name} }
		out := Link{"a.xlsx", "a.xlsx"}
		must(s.AddFile(File{File: in("p.jpg"), Status: "skipped", Kind: string(extract.ErrNotAForm), Message: "不是表", Hint: "-"}))
		must(s.AddFile(File{File: in("a b.txt"), Status: "ok", Forms: 1, Errors: 1, Rules: 1, Notices: 1, Outputs: []Output{{"json", Link{"a.json", "a.json"}}, {"xlsx", out}}}))
		must(s.AddFile(File{File: in("x.pdf"), Status: "failed", Kind: "damaged", Message: "坏了", Hint: "重新导出"}))
		must(s.AddReport(Report{
			File: in("a b.txt"), Output: out, Title: "自评表", Organisation: "甲局", Project: "=1+1", Year: "2023", Status: "ok",
			Budget: "100.50万元", Executed: "50.25万元", MoneyUnit: "万元", Rate: "50.00%", BudgetYuan: "1005000", ExecutedYuan: "502500",
			Stated: "98", Computed: "97", Grade: "优", Errors: 1, Rules: 1, Notices: 1, Corrected: 1, Corrections: "总分 98→97",
		}))
		must(s.AddReport(Report{File: in("a b.txt"), Organisation: "乙局", Year: "2022", Status: "ok", Budget: "1,000", Executed: "7,00.0,77"}))
		for _, level := range []string{"rule", "notice", "error"} {
			must(s.AddFinding(Finding{File: in("a b.txt"), Output: out, Organisation: "甲局", Check: "SUM-01", Name: "总分", Level: level, Stated: "98", Against: "97", Message: "不符"}))
		}
	}
}

func TestSheets(t *testing.T) {
	f, _ := book(t, extract.ZH, few(t))
	if got, want := fmt.Sprint(f.GetSheetList()), "[总览 报告 发现 提示 跨表对照 失败 文件 按单位]"; got != want {
		t.Fatalf("got sheets %s, want %s", got, want)
	}
	rows := func(sheet string) [][]string {
		t.Helper()
		got, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	column := func(sheet, name string) (out []string) {
		t.Helper()
		all := rows(sheet)
		at := slices.Index(all[0], name)
		if at < 0 {
			t.Fatalf("%s has no column %s", sheet, name)
		}
		for _, r := range all[1:] {
			if at < len(r) {
				out = append(out, r[at])
			} else {
				out = append(out, "")
			}
		}
		return out
	}
	for _, c := range []struct{ sheet, column, want string }{
		{"报告", "预算数", "[100.50万元 1,000]"},
		{"报告", "执行数", "[50.25万元 7,00.0,77]"},
		{"报告", "执行率", "[50.00% ]"},
		{"报告", "得分", "[98 ]"},
		{"报告", "等级", "[优 ]"},
		{"报告", "更正", "[总分 98→97 ]"},
		{"报告", "项目", "[=1+1 ]"},
		{"发现", "级别", "[错误 评分存疑]"}, // whatever order they come in
		{"提示", "级别", "[提示]"},
		{"失败", "状态", "[失败 跳过]"},
		{"失败", "处理办法", "[重新导出 -]"},
		{"文件", "文件", "[p.jpg a b.txt x.pdf]"},
		{"文件", "工作簿", "[ a.xlsx ]"},
		{"文件", "数据", "[ a.json ]"},
		{"按单位", "执行数（万元）", "[50.25 ]"},
	} {
		if got := fmt.Sprint(column(c.sheet, c.column)); got != c.want {
			t.Errorf("%s, %s: got %s, want %s", c.sheet, c.column, got, c.want)
		}
	}
	if kind, err := f.GetCellType("报告", "F2"); err != nil || kind != excelize.CellTypeUnset && kind != excelize.CellTypeNumber {
		t.Errorf("got a budget of kind %v, %v, want a number", kind, err)
	}
	page := fmt.Sprint(rows("总览"))
	for _, want := range []string{"有错误的自评表 1", "预算数合计（万元） 100.50", "执行率 50.00%", "2023 1 1", "甲局 1 1", "a b.txt 甲局 · =1+1"} {
		if !strings.Contains(page, want) {
			t.Errorf("got an overview without %q: %s", want, page)
		}
	}
}

// What a person needs of a sheet: filters, links that lead there, headings on every page,
// and the true range for programs that read row by row.
func TestUse(t *testing.T) {
	f, z := book(t, extract.ZH, few(t))
	names := map[string]string{}
	for _, n := range f.GetDefinedName() {
		names[n.Scope+" "+n.Name] = n.RefersTo
	}
	for i, sheet := range f.GetSheetList() {
		part := read(t, z, fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1))
		if got := names[sheet+" _xlnm.Print_Titles"]; got != "'"+sheet+"'!$1:$1" {
			t.Errorf("%s: got print titles %q", sheet, got)
		}
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if want := fmt.Sprintf("%d\"></dimension>", len(rows)); !strings.Contains(part, want) {
			t.Errorf("%s: got no dimension with the last row %d: %.400s", sheet, len(rows), part)
		}
		if !strings.Contains(part, `fitToPage="true"`) || strings.Contains(part, "filterMode") {
			t.Errorf("%s: got %.300s, want it one page wide and nothing filtered out", sheet, part)
		}
		if i > 0 && !strings.Contains(part, "<autoFilter") {
			t.Errorf("%s: got no filter", sheet)
		}
	}
	for _, c := range []struct{ sheet, cell, want string }{
		{"报告", "A2", "../in/a%20b.txt"}, {"报告", "U2", "a.xlsx"}, {"发现", "B2", "../in/a%20b.txt"}, {"失败", "A2", "../in/x.pdf"}, {"文件", "G3", "a.xlsx"}, {"文件", "I3", "a.json"},
	} {
		if ok, to, err := f.GetCellHyperLink(c.sheet, c.cell); !ok || to != c.want || err != nil {
			t.Errorf("%s %s: got %v %s %v, want %s", c.sheet, c.cell, ok, to, err, c.want)
		}
	}
	charts := 0
	for _, p := range z.File {
		if strings.HasPrefix(p.Name, "xl/charts/chart") {
			charts++
		}
	}
	if charts != 4 {
		t.Errorf("got %d charts, want 4", charts)
	}
}

// No sheet of a Chinese summary has a word of English but names.
func TestChinese(t *testing.T) {
	f, _ := book(t, extract.ZH, few(t))
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			for _, c := range r {
				for _, word := range []string{"error", "rule", "notice", "failed", "skipped", "ok", "damaged", "unknown", "xlsx,"} {
					if strings.EqualFold(c, word) {
						t.Errorf("%s: got %q", sheet, c)
					}
				}
			}
		}
	}
}

// A run without anything has a summary too.
func TestEmpty(t *testing.T) {
	for _, lang := range []extract.Lang{extract.ZH, extract.EN} {
		if f, _ := book(t, lang, func(*Book) {}); len(f.GetSheetList()) != 8 {
			t.Errorf("got sheets %v", f.GetSheetList())
		}
	}
}

// A table longer than a sheet goes on in the next, with heading, filter and titles.
func TestLong(t *testing.T) {
	f, _ := book(t, extract.ZH, func(s *Book) {
		s.files.Holding(3)
		for i := range 5 {
			if err := s.AddFile(File{File: Link{Text: fmt.Sprint(i)}, Status: "ok"}); err != nil {
				t.Fatal(err)
			}
		}
	})
	for sheet, want := range map[string]string{"文件": "文件 0 1", "文件 2": "文件 2 3", "文件 3": "文件 4"} {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, r := range rows {
			got = append(got, r[0])
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: got %v, want %s", sheet, got, want)
		}
	}
}

// The worst come first, and no more than a few.
func TestWorst(t *testing.T) {
	s := newSums()
	for i := range 200 {
		s.report(&Report{File: Link{Text: fmt.Sprintf("%03d", i)}, Errors: i * 7 % 200})
	}
	if len(s.worst) != mostWorst || s.worst[0].Errors != 199 || s.worst[mostWorst-1].Errors != 150 {
		t.Errorf("got %d, from %d to %d errors", len(s.worst), s.worst[0].Errors, s.worst[len(s.worst)-1].Errors)
	}
}

// The same rows give the same bytes.
func TestSameBytes(t *testing.T) {
	var first []byte
	for range 3 {
		s, err := New(extract.ZH, t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		few(t)(s)
		var b bytes.Buffer
		if err := s.Write(&b); err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = b.Bytes()
		}
		if !bytes.Equal(first, b.Bytes()) {
			t.Fatal("got other bytes")
		}
	}
}

func read(t *testing.T, z *zip.Reader, name string) string {
	t.Helper()
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// The summary itself is told from a form by what it says of itself.
func TestIdentifier(t *testing.T) {
	_, z := book(t, extract.ZH, few(t))
	if part := read(t, z, "docProps/core.xml"); !strings.Contains(part, ">"+identifier+"<") {
		t.Errorf("got %s, want %s in it", part, identifier)
	}
}
