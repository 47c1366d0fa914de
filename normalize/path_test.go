package normalize_test

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/tabin"
	"ziping/normalize"
	"ziping/normalize/read"
)

// TestPathsOfSamples holds every path of every sample to what a Path promises: it
// comes back from its text, and names the very field it was listed with.
func TestPathsOfSamples(t *testing.T) {
	files, err := filepath.Glob("../samples/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no samples")
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := tabin.Read(data, extract.Options{Limits: extract.DefaultLimits()})
		if err != nil {
			t.Fatal(err)
		}
		for _, form := range read.Run(doc, read.Options{}) {
			r := &form.Report
			seen := map[normalize.Path]bool{}
			for _, f := range r.Fields() {
				if back, err := normalize.ParsePath(f.Path.String()); err != nil || back != f.Path {
					t.Errorf("%s: %s came back as %s, %v", file, f.Path, back, err)
				}
				if got, err := r.Field(f.Path); err != nil || got != f.Field {
					t.Errorf("%s: %s names another field, %v", file, f.Path, err)
				}
				if seen[f.Path] {
					t.Errorf("%s: two fields are %s", file, f.Path)
				}
				seen[f.Path] = true
				if label := r.Label(f.Path, extract.ZH); label == "" || label == f.Path.String() {
					t.Errorf("%s: %s has no label", file, f.Path)
				}
			}
			for _, c := range form.Draw().Cells {
				if f, err := r.Field(c.Path); !c.Path.IsZero() && (f == nil || err != nil) {
					t.Errorf("%s: cell %q says it is %s, which is no field: %v", file, c.Text, c.Path, err)
				}
			}
			for _, m := range r.Moves {
				if m.Field.Record() != m.Field || m.Field.IsZero() {
					t.Errorf("%s: a row that moved is %s", file, m.Field)
				}
			}
		}
	}
}

// TestPathText reads paths, and refuses what is none.
func TestPathText(t *testing.T) {
	for _, s := range []string{
		"title", "year", "organisation", "code", "project", "money_unit", "grade", "total.weight", "total.score", "total",
		"funds", "funds.local", "funds.other_2.initial", "funds.total.other[0]", "funds.other", "funds.other.other[3]",
		"goals[0]", "goals[0].expected", "goals[12].actual", "indicators[4]", "indicators[0].level1", "indicators[10].reason",
		"indicators[1].other[2]", "other[0]", "unplaced[3]",
	} {
		p, err := normalize.ParsePath(s)
		if err != nil || p.String() != s {
			t.Errorf("%q: got %q, %v", s, p, err)
		}
	}
	for _, s := range []string{
		"", "titel", "title.text", "title[0]", "total.sum", "total[0]", "grade.weight", "funds.", "funds..initial", "funds.total.", "funds.total.sum",
		"funds.total.initial.x", "funds[0]", "funds.a[1]", "funds.total.other", "funds.total.level1", "goals", "goals[0].score", "goals[0].other[1]", "goals.expected",
		"indicators", "indicators[]", "indicators[-1]", "indicators[01]", "indicators[+1]", "indicators[1", "indicators[1]x", "indicators[x].score",
		"indicators[1].initial", "indicators[1].other", "indicators[99999999999].score", "indicators[2147483647].score", "other", "other.x", "other[0].x", "unplaced", "unplaced[0].x", ".", " title",
	} {
		if p, err := normalize.ParsePath(s); err == nil {
			t.Errorf("%q: got %q, want an error", s, p)
		}
	}
}

// TestUnknownPaths: a place that the form does not have is an error; a column
// that its record does not have is nil.
func TestUnknownPaths(t *testing.T) {
	r := &normalize.Report{Funds: &normalize.Funds{Rows: []normalize.FundRow{{Source: "total"}}}, Goals: make([]normalize.Goal, 1), Indicators: make([]normalize.Indicator, 2)}
	for _, s := range []string{"title", "total.score", "funds.total.initial", "goals[0].actual", "indicators[1].score"} {
		if f, err := r.Field(normalize.MustPath(s)); f != nil || err != nil {
			t.Errorf("%s: got %v, %v, want neither", s, f, err)
		}
	}
	for _, s := range []string{"funds", "funds.total", "funds.local.initial", "funds.total.other[0]", "goals[1].actual", "indicators[2].score", "indicators[0]", "indicators[0].other[0]", "other[0]", "unplaced[0]", "total"} {
		if f, err := r.Field(normalize.MustPath(s)); err == nil {
			t.Errorf("%s: got %v, want an error", s, f)
		}
	}
	if _, err := r.Field(normalize.Path{}); err == nil {
		t.Error("the path of nothing names a field")
	}
	if _, err := r.Slot(normalize.TotalScorePath); err == nil {
		t.Error("a form without a foot has a place for its total")
	}
	at, err := r.Slot(normalize.MustPath("indicators[1].score"))
	if err != nil {
		t.Fatal(err)
	}
	*at = &normalize.Field{Text: "5"}
	if r.Indicators[1].Score == nil {
		t.Error("what was set is not there")
	}
}

// TestRecordsOfPaths takes paths apart.
func TestRecordsOfPaths(t *testing.T) {
	for path, want := range map[string]struct{ record, weight string }{
		"funds.local.initial":  {"funds.local", "funds.local.weight"},
		"funds.local.other[1]": {"funds.local", "funds.local.weight"},
		"indicators[3].level1": {"indicators[3]", "indicators[3].weight"},
		"total.score":          {"total", "total.weight"},
	} {
		p := normalize.MustPath(path)
		if got := p.Record().String(); got != want.record {
			t.Errorf("%s: got record %s, want %s", path, got, want.record)
		}
		if got := p.In(normalize.Weight).String(); got != want.weight {
			t.Errorf("%s: got %s, want %s", path, got, want.weight)
		}
	}
	for _, s := range []string{"title", "grade", "other[2]"} {
		if p := normalize.MustPath(s).Record(); !p.IsZero() {
			t.Errorf("%s: got record %s, want none", s, p)
		}
	}
}

// TestColumnsAreThoseOfTheRecords: the lists of columns and the fields of the
// records are the same, by the names of JSON and in its order.
func TestColumnsAreThoseOfTheRecords(t *testing.T) {
	for _, tt := range []struct {
		record any
		list   []normalize.Column
	}{{normalize.FundRow{}, normalize.FundColumns}, {normalize.Indicator{}, normalize.IndicatorColumns}} {
		var names []normalize.Column
		typ := reflect.TypeOf(tt.record)
		for i := range typ.NumField() {
			if f := typ.Field(i); f.Type == reflect.TypeFor[*normalize.Field]() {
				name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
				names = append(names, normalize.Column(name))
			}
		}
		if !reflect.DeepEqual(names, tt.list) {
			t.Errorf("%T: got columns %v, want %v", tt.record, names, tt.list)
		}
		for _, c := range tt.list {
			if c.Kind() == "" || c.Label(extract.ZH) == "" || c.Label(extract.EN) == "" || c.Short(extract.ZH) == "" || c.Short(extract.EN) == "" {
				t.Errorf("%s has no kind or no name", c)
			}
		}
	}
	if got := normalize.MoneyColumns; len(got) != 6 || got[5] != normalize.Balance {
		t.Errorf("got columns of money %v", got)
	}
}

// TestWhatAPathIs asks paths for what they name.
func TestWhatAPathIs(t *testing.T) {
	for _, tt := range []struct {
		path         string
		indicator    int
		level, table bool
	}{
		{"indicators[2].level1", 2, true, true}, {"indicators[0].level2", 0, true, true}, {"indicators[1].score", 1, false, true},
		{"goals[1].actual", -1, false, false}, {"funds.total.score", -1, false, true}, {"title", -1, false, false},
	} {
		p := normalize.MustPath(tt.path)
		i, ok := p.Indicator()
		if ok != (tt.indicator >= 0) || ok && i != tt.indicator || p.IsLevel() != tt.level || p.InTable() != tt.table {
			t.Errorf("%s: indicator %d, %v, level %v, in a table %v", tt.path, i, ok, p.IsLevel(), p.InTable())
		}
	}
	if b, err := normalize.OtherPath(3).AppendText([]byte("at ")); string(b) != "at other[3]" || err != nil {
		t.Errorf("got %q, %v", b, err)
	}
}
