package read_test

import (
	"encoding/json"
	"os"
	"reflect"
	"testing"

	"ziping/extract"
	"ziping/extract/tabin"
	"ziping/normalize"
	"ziping/normalize/read"
)

func seed(t testing.TB) (*extract.Document, normalize.Form) {
	t.Helper()
	data, err := os.ReadFile("../../samples/fuzhou-hrss-2023.txt")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := tabin.Read(data, extract.Options{Limits: extract.DefaultLimits()})
	if err != nil {
		t.Fatal(err)
	}
	forms := read.Run(doc, read.Options{})
	if len(forms) != 1 {
		t.Fatalf("got %d forms, want 1", len(forms))
	}
	return doc, forms[0]
}

// The customer's form: nine rows and the headings stand off their columns.
func TestSeed(t *testing.T) {
	_, form := seed(t)
	r := form.Report
	if len(r.Unplaced) != 0 {
		t.Errorf("unplaced: %+v, want none", r.Unplaced)
	}
	if len(r.Moves) != 10 {
		t.Errorf("got %d moves, want the headings and nine rows", len(r.Moves))
	}
	for path, want := range map[string]string{
		"title": "部门整体绩效自评表", "year": "2023", "organisation": "福州市人力资源和社会保障局", "code": "500", "project": "500部门整体",
		"funds.total.initial": "222924.78", "funds.total.balance": "17291.5", "funds.total.execution_rate": "93.11", "funds.total.weight": "10", "funds.total.score": "7",
		"funds.local.initial": "222924.78", "funds.local.balance_rate": "6.89", "funds.fiscal_subtotal.budget": "0", "funds.other_subtotal.executed": "0",
		"indicators[0].target": "5.7", "indicators[7].level1": "成本指标", "indicators[7].actual": "-85.3", "indicators[15].actual": "144547",
		"indicators[6].level2": "时效指标", "indicators[16].level2": "服务对象满意度指标", "total.score": "96.88", "grade": "优",
	} {
		if f, _ := r.Field(normalize.MustPath(path)); f == nil || f.Value != want {
			t.Errorf("%s: got %+v, want %s", path, f, want)
		}
	}
	if f := r.Indicators[7].Level2; f != nil && f.State == normalize.Parsed {
		t.Errorf("成本指标 has no second level on this form; got %q", f.Text)
	}
	if x := r.Indicators[0]; x.Target.Op != normalize.OpAtLeast || x.Actual.Unit != "万人次" || !x.Actual.UnitInherited {
		t.Errorf("first indicator: %+v %+v", x.Target, x.Actual)
	}
	if len(r.Funds.Rows) != 6 || len(r.Indicators) != 17 || len(r.Goals) != 1 {
		t.Errorf("got %d fund rows, %d indicators, %d goals; want 6, 17, 1", len(r.Funds.Rows), len(r.Indicators), len(r.Goals))
	}
}

func TestReportSurvivesJSON(t *testing.T) {
	_, form := seed(t)
	b, err := json.Marshal(form.Report)
	if err != nil {
		t.Fatal(err)
	}
	var again normalize.Report
	if err := json.Unmarshal(b, &again); err != nil {
		t.Fatal(err)
	}
	c, err := json.Marshal(again)
	if err != nil {
		t.Fatal(err)
	}
	if string(b) != string(c) {
		t.Error("the JSON of the report read again differs")
	}
	for i, f := range form.Report.Fields() {
		g := again.Fields()[i]
		n1, ok1 := f.Field.Number()
		n2, ok2 := g.Field.Number()
		if ok1 != ok2 || ok1 && (!n1.Equal(n2) || n1.Places() != n2.Places()) {
			t.Errorf("%s: number %s (%d places) came back as %s (%d places)", f.Path, n1, n1.Places(), n2, n2.Places())
		}
	}
}

// Every non-empty place is claimed once, and the layout shows every one of them.
func TestNothingIsLost(t *testing.T) {
	doc, form := seed(t)
	shown := map[extract.Ref]int{}
	for _, c := range form.Draw().Cells {
		if c.At != nil {
			shown[c.At.Key()]++
		}
	}
	for _, l := range append(form.Draw().Before, form.Draw().After...) {
		shown[l.At.Key()]++
	}
	for ti := range doc.Tables {
		for ci := range doc.Tables[ti].Cells {
			c := &doc.Tables[ti].Cells[ci]
			if n := shown[extract.CellRef(ti, c).Key()]; n != 1 {
				t.Errorf("cell %d,%d %q is shown %d times, want once", c.Row, c.Col, c.Text, n)
			}
		}
	}
	for i := range doc.Lines {
		if n := shown[extract.LineRef(i, &doc.Lines[i]).Key()]; n != 1 {
			t.Errorf("line %q is shown %d times, want once", doc.Lines[i].Text, n)
		}
	}
}

func TestLayoutIsAGrid(t *testing.T) {
	_, form := seed(t)
	l := form.Draw()
	if l.Cols != 11 || l.Rows != 32 || len(l.Widths) != 11 {
		t.Fatalf("got %d×%d with %d widths, want 32×11 as on paper", l.Rows, l.Cols, len(l.Widths))
	}
	covered := make([]int, l.Rows*l.Cols)
	for _, c := range l.Cells {
		for r := c.Row; r < c.Row+c.RowSpan; r++ {
			for k := c.Col; k < c.Col+c.ColSpan; k++ {
				covered[r*l.Cols+k]++
			}
		}
	}
	for i, n := range covered {
		if n != 1 {
			t.Errorf("place %d,%d is covered %d times, want once", i/l.Cols, i%l.Cols, n)
		}
	}
}

// Normalizing does not change the document and gives the same again.
func TestPure(t *testing.T) {
	doc, form := seed(t)
	before, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	again := read.Run(doc, read.Options{})
	after, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	if string(before) != string(after) {
		t.Error("the document was changed")
	}
	if !reflect.DeepEqual(form.Report, again[0].Report) || !reflect.DeepEqual(form.Draw(), again[0].Draw()) || !reflect.DeepEqual(form.Draw(), form.Draw()) {
		t.Error("a second run gives another form")
	}
}

func BenchmarkSeed(b *testing.B) {
	doc, _ := seed(b)
	b.ReportAllocs()
	for b.Loop() {
		if len(read.Run(doc, read.Options{})) != 1 {
			b.Fatal("no form")
		}
	}
}
