package xlsxout_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ziping/normalize"
	"ziping/render"
	"ziping/score"
)

// ladder is a form of groups of rows, each with a merged label; all of them
// stand in one further merged label, whose first row is the heading.
func ladder(groups, each, columns int) *normalize.Layout {
	rows := 1 + groups*each
	l := &normalize.Layout{Rows: rows, Cols: columns, HeaderRows: []normalize.HeaderRows{{First: 0, Last: 0, To: rows}}}
	add := func(r, c, rs int, text string, role normalize.Role) {
		l.Cells = append(l.Cells, normalize.LayoutCell{Row: r, Col: c, RowSpan: rs, ColSpan: 1, Text: text, Role: role})
	}
	add(0, 0, rows, "绩效指标", normalize.RoleLabel)
	for c := 1; c < columns; c++ {
		add(0, c, 1, "指标", normalize.RoleHeading)
	}
	for g := range groups {
		add(1+g*each, 1, each, fmt.Sprintf("第%d组", g+1), normalize.RoleLabel)
		for r := range each {
			for c := 2; c < columns; c++ {
				add(1+g*each+r, c, 1, "值", normalize.RoleValue)
			}
		}
	}
	for range columns {
		l.Widths = append(l.Widths, 12)
	}
	l.Before = append(l.Before, normalize.LayoutLine{Text: "项目支出绩效自评表", Role: normalize.RoleTitle})
	l.After = append(l.After, normalize.LayoutLine{Text: "填报人：林晓", Role: normalize.RoleNote})
	return l
}

// printed writes a layout and opens its sheet again.
func printed(t *testing.T, l *normalize.Layout) (*excelize.File, string) {
	t.Helper()
	b := &render.Bundle{Result: &score.Result{Schema: score.ResultSchema, Status: score.OK}, Version: "test"}
	b.Result.Reports = make([]score.Report, 1)
	b.Forms = []render.Form{{Report: &b.Result.Reports[0], Layout: *l, CorrectedLayout: *l}}
	f := open(t, workbook(t, b))
	return f, f.GetSheetList()[0]
}

func TestPaper(t *testing.T) {
	for _, c := range []struct {
		name                  string
		groups, each, columns int
		way                   string
		onePage               bool
		breaks                []int
	}{
		{name: "one page", groups: 4, each: 6, columns: 6, way: "portrait", onePage: true},
		{name: "a little more than a page is shrunk", groups: 9, each: 6, columns: 6, way: "portrait", onePage: true},
		{name: "wide", groups: 3, each: 5, columns: 16, way: "landscape", onePage: true},
		// 37 rows of 20 points fit on a page under title and heading.
		{name: "pages end between groups", groups: 20, each: 8, columns: 6, way: "portrait", breaks: []int{35, 67, 99, 131}},
		{name: "more pages than a sheet can be told to break at", groups: 5100, each: 8, columns: 3, way: "portrait"},
	} {
		f, sheet := printed(t, ladder(c.groups, c.each, c.columns))
		page, err := f.GetPageLayout(sheet)
		if err != nil {
			t.Fatal(err)
		}
		props, err := f.GetSheetProps(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if *page.Orientation != c.way || *props.FitToPage != c.onePage {
			t.Errorf("%s: got %s, fitted to a page %v, want %s, %v", c.name, *page.Orientation, *props.FitToPage, c.way, c.onePage)
		}
		if got := breaks(t, f, sheet); fmt.Sprint(got) != fmt.Sprint(c.breaks) {
			t.Errorf("%s: pages begin with rows %v, want %v", c.name, got, c.breaks)
		}
	}
}

// The words of a cell that a page break has to cut stand at its upper end.
func TestCutCellsKeepTheirWords(t *testing.T) {
	f, sheet := printed(t, ladder(20, 8, 6))
	for cell, want := range map[string]string{"A2": "top", "B3": "center", "C3": "center"} {
		if got := vertical(t, f, sheet, cell); got != want {
			t.Errorf("%s: got %s, want %s", cell, got, want)
		}
	}
	f, sheet = printed(t, ladder(2, 6, 6))
	if got := vertical(t, f, sheet, "A2"); got != "center" {
		t.Errorf("on one page: got %s, want center", got)
	}
}

// Headings are repeated as long as only rows of theirs follow.
func TestRepeatedHeadings(t *testing.T) {
	for to, want := range map[int]bool{161: true, 30: false} {
		l := ladder(20, 8, 6)
		l.HeaderRows[0].To = to
		f, _ := printed(t, l)
		got := false
		for _, n := range f.GetDefinedName() {
			got = got || n.Name == "_xlnm.Print_Titles" && strings.HasSuffix(n.RefersTo, "!$2:$2")
		}
		if got != want {
			t.Errorf("headings of rows to %d: repeated %v, want %v", to, got, want)
		}
	}
}

func vertical(t *testing.T, f *excelize.File, sheet, cell string) string {
	t.Helper()
	id, err := f.GetCellStyle(sheet, cell)
	if err != nil {
		t.Fatal(err)
	}
	st, err := f.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	return st.Alignment.Vertical
}

// breaks lists the rows that begin a page.
func breaks(t *testing.T, f *excelize.File, sheet string) []int {
	t.Helper()
	data, ok := f.Pkg.Load("xl/worksheets/sheet1.xml")
	if !ok {
		t.Fatalf("%s: no such part", sheet)
	}
	var out []int
	for _, p := range strings.Split(string(data.([]byte)), "<brk id=\"")[1:] {
		row := 0
		if _, err := fmt.Sscanf(p, "%d", &row); err != nil {
			t.Fatal(err)
		}
		out = append(out, row+1)
	}
	return out
}
