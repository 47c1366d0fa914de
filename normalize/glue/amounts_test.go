package glue

import (
	"slices"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/tabin"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/text/num"
)

func cutterOf(t *testing.T, text string) *cutter {
	t.Helper()
	doc, err := tabin.Read([]byte(text), extract.Options{Limits: extract.DefaultLimits()})
	if err != nil {
		t.Fatal(err)
	}
	lex := lexicon.Default()
	return &cutter{text: textOf(table.Lines(doc, lex)), lex: lex}
}

// A figure is what a column prints, and nothing that only a wrong cut makes of it.
func TestFigure(t *testing.T) {
	const budget, weight, rate, balance = "budget", "weight", "execution_rate", "balance_rate"
	for _, tt := range []struct {
		text, id string
		percent  bool
		want     string
	}{
		{"-", budget, false, "0"}, {"—", weight, true, "0"}, {"/", rate, true, "0"}, {"--", budget, false, ""},
		{"40", budget, false, "40"}, {"40", budget, true, "40"}, {"0", budget, false, "0"}, {"0.5", budget, false, "0.5"},
		{"040", budget, false, ""}, {"00", budget, false, ""}, {".5", budget, false, ""}, {"5.", budget, false, ""},
		{"1.2.3", budget, false, ""}, {"1.2,3", budget, false, ""}, {"8公", budget, false, ""}, {"", budget, false, ""},
		{"1,200.50", budget, false, "1200.5"}, {"1,20", budget, false, ""}, {"1234,200", budget, false, ""}, {",200", budget, false, ""},
		{"12,345,678", budget, false, "12345678"}, {"1,2345", budget, false, ""},
		{"5%", budget, true, ""}, {"5%", weight, false, ""}, {"%", rate, true, ""},
		{"50%", rate, true, "50"}, {"50", rate, true, ""}, {"50", rate, false, "50"}, {"50%", rate, false, "50"},
		{"50%", balance, true, "50"}, {"50", balance, true, ""}, {"150%", rate, true, "150"},
		{"100", weight, false, "100"}, {"101", weight, false, ""}, {"101", "score", false, ""}, {"101", "balance", false, "101"},
		{"9.25", "score", false, "9.25"}, {"9.125", "score", false, ""}, {"9.125", weight, false, ""}, {"9.125", budget, false, "9.125"},
	} {
		got := ""
		if v, ok := figure(tt.text, tt.id, tt.percent); ok {
			got = v.String()
		}
		if got != tt.want {
			t.Errorf("%s as %s (%v): got %q, want %q", tt.text, tt.id, tt.percent, got, tt.want)
		}
	}
}

// A way to cut a row of money holds where none of the row's relations is broken; a dot is a
// column without a figure.
func TestHolds(t *testing.T) {
	for _, tt := range []struct {
		heads, figures string
		holds          bool
		bound, sure    bool
		blank          int
	}{
		{"budget executed weight execution_rate score", "40 20 10 50.00% 5", true, true, true, 0},
		{"budget executed weight execution_rate score", "40 20 10 50.0% 5", true, true, false, 0},
		{"budget executed weight execution_rate score", "40 20 10 50% 5", true, true, false, 0},
		{"budget executed weight execution_rate score", "30 20 10 67% 5", true, false, false, 0},
		{"budget executed weight execution_rate score", "30 20 10 66% 5", true, false, false, 0},
		{"budget executed weight execution_rate score", "30 20 10 65% 5", false, false, false, 0},
		{"budget executed weight execution_rate score", "30 20 10 68% 5", false, false, false, 0},
		{"budget executed weight execution_rate score", "40 20 10 51% 5", true, false, false, 0},
		{"budget executed weight execution_rate score", "40 20 10 52% 5", false, false, false, 0},
		{"budget executed weight execution_rate score", "40 20 10 50% 10", true, true, false, 0},
		{"budget executed weight execution_rate score", "40 20 10 50% 11", false, false, false, 0},
		{"budget executed weight execution_rate score", "40 20 10 50% .", false, false, false, 0},
		{"budget executed weight execution_rate score", "40 20 . 50% 5", false, false, false, 0},
		{"budget executed weight execution_rate score", "40 20 . 50% .", true, true, false, 0},
		{"budget executed weight execution_rate score", "40 20 10 . 5", true, false, false, 0},
		{"budget executed weight execution_rate score", "40 0 10 0% 5", true, false, false, 0},
		{"budget executed weight execution_rate score", ". 20 10 50% 5", false, false, false, 0},
		{"budget executed weight execution_rate score", "40 . 10 50% 5", false, false, false, 0},
		{"budget executed weight execution_rate score", ". . 10 . 5", true, false, false, 2},
		{"budget executed weight", "40 20 10", true, false, false, 0},
		{"budget executed score", "40 20 10", true, false, false, 0},
		{"budget executed execution_rate", "100 100 100%", true, true, true, 0},
		{"budget executed execution_rate", "99 99 100%", true, true, false, 0},
		{"budget executed execution_rate", "200 100 50%", true, true, false, 0},
		{"executed execution_rate", "20 50%", true, false, false, 0},
		{"budget executed balance balance_rate", "40 15 25 62.5%", true, false, false, 0},
		{"budget executed balance balance_rate", "40 15 25 .", true, false, false, 0},
		{"budget executed balance", "40 15 24", false, false, false, 0},
		{"budget executed balance", "40 15 .", true, false, false, 1},
		{"budget executed balance", ". 15 24", true, false, false, 1},
		{"budget executed balance", "40 . 24", true, false, false, 1},
		{"initial adjustment budget executed", "50 10 60 45", true, false, false, 0},
		{"initial adjustment budget executed", "50 10 61 45", false, false, false, 0},
		{"initial adjustment budget executed", "50 . 61 45", true, false, false, 1},
		{"initial adjustment budget executed", ". 10 61 45", true, false, false, 1},
		{"initial adjustment budget executed", "50 10 . 45", true, false, false, 1},
		{"initial carried_in adjustment budget executed", "50 5 10 65 45", true, false, false, 0},
		{"initial carried_in adjustment budget executed", "50 5 10 60 45", false, false, false, 0},
	} {
		var cols []head
		var w way
		for _, id := range strings.Fields(tt.heads) {
			cols = append(cols, head{id: id})
		}
		for k, s := range strings.Fields(tt.figures) {
			p, v := piece{}, num.Decimal{}
			if s != "." {
				var ok bool
				if v, ok = figure(s, cols[k].id, strings.Contains(tt.figures, "%")); !ok {
					t.Fatalf("%s is no figure", s)
				}
				p.to = 1
			}
			w.cells, w.value = append(w.cells, p), append(w.value, v)
		}
		if ok := w.holds(cols); ok != tt.holds || ok && (w.bound != tt.bound || w.sure != tt.sure || w.blank != tt.blank) {
			t.Errorf("%s: %s: got %v, bound %v, sure %v, %d blank", tt.heads, tt.figures, ok, w.bound, w.sure, w.blank)
		}
	}
}

// Amounts of a row have as many places each, where one of them ends in a nought.
func TestUneven(t *testing.T) {
	for _, tt := range []struct {
		heads, figures string
		want           bool
	}{
		{"budget executed", "20.00 356.80", false}, {"budget executed", "20.00 356.803", true}, {"budget executed", "356.8 20.00", true},
		{"budget executed", "20.5 356.80", true}, {"budget executed", "20.5 356.81", false}, {"budget executed", "20 356.80", false},
		{"budget weight", "20.00 9.5", false}, {"weight budget executed", "9.0 20.5 20.25", false},
	} {
		c := cutterOf(t, tt.figures)
		var w way
		var cols []head
		at := 0
		for k, s := range strings.Fields(tt.figures) {
			w.cells = append(w.cells, piece{from: at, to: at + len(s)})
			cols = append(cols, head{id: strings.Fields(tt.heads)[k]})
			at += len(s)
		}
		if got := (fundCutter{c}).uneven(&w, cols); got != tt.want {
			t.Errorf("%s: %s: got %v", tt.heads, tt.figures, got)
		}
	}
}

// Ways of a row are told apart by the sums of all rows, unless the search was cut short.
func TestLeft(t *testing.T) {
	loose, bound := way{}, way{bound: true}
	for _, tt := range []struct {
		name  string
		s     search
		ways  []way
		wants []bool // held together by a rate
	}{
		{"no sums, no rate", search{used: make([]map[int]int, 1)}, []way{loose, loose}, []bool{false, false}},
		{"no sums, a rate", search{used: make([]map[int]int, 1)}, []way{loose, bound}, []bool{true}},
		{"sums of one way", search{used: []map[int]int{{0: 0}}}, []way{loose, bound}, []bool{false}},
		{"sums of two ways", search{used: []map[int]int{{0: 0, 1: 1}}}, []way{loose, bound}, []bool{false, true}},
		{"fewest blanks where the total is bound", search{used: []map[int]int{{0: 1, 1: 0}}, bound: true}, []way{loose, bound}, []bool{true}},
		{"as few as can be", search{used: []map[int]int{{0: 1, 1: 2}}, bound: true, least: 1}, []way{loose, bound}, []bool{false}},
		{"tries to the last", search{used: make([]map[int]int, 1), tries: mostTries}, []way{loose}, []bool{false}},
		{"too many tries", search{used: make([]map[int]int, 1), tries: mostTries + 1}, []way{bound}, nil},
	} {
		tt.s.rows = []fundRow{{ways: tt.ways}}
		var got []bool
		for _, w := range tt.s.left(0) {
			got = append(got, w.bound)
		}
		if !slices.Equal(got, tt.wants) {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.wants)
		}
	}
}
