package budgetmarks

import (
	"strings"
	"testing"

	"ziping/normalize"
	"ziping/text/num"
)

// field is a figure, "_" one that is blank, "-" none at all.
func field(s string) *normalize.Field {
	switch s {
	case "-":
		return nil
	case "_":
		return &normalize.Field{State: normalize.Blank}
	}
	f := &normalize.Field{}
	f.SetNumber(num.MustParse(s))
	return f
}

// form is a form of rows of money "source weight score rate", rows of the list "weight score
// actual" and a total "weight score".
func form(money, list, total string) *normalize.Report {
	r := &normalize.Report{}
	cells := func(s string, n int) [][]string {
		var out [][]string
		for row := range strings.SplitSeq(s, ";") {
			if f := strings.Fields(row); len(f) > 0 {
				for len(f) < n {
					f = append(f, "-")
				}
				out = append(out, f)
			}
		}
		return out
	}
	for _, c := range cells(money, 4) {
		if r.Funds == nil {
			r.Funds = &normalize.Funds{}
		}
		r.Funds.Rows = append(r.Funds.Rows, normalize.FundRow{Source: c[0], Weight: field(c[1]), Score: field(c[2]), ExecutionRate: field(c[3])})
	}
	for _, c := range cells(list, 3) {
		r.Indicators = append(r.Indicators, normalize.Indicator{Weight: field(c[0]), Score: field(c[1]), Actual: field(c[2])})
	}
	for _, c := range cells(total, 2) {
		r.Total = &normalize.Total{Weight: field(c[0]), Score: field(c[1])}
	}
	return r
}

// TestRow: the score of the whole, else the first one printed, else the first place for one.
func TestRow(t *testing.T) {
	for money, want := range map[string]string{
		"": "", "total - -": "", "total 10 -": "",
		"central 10 9; total 10 8": "total", "central 10 9; total 10 _": "central", "central - 8; local - 7": "central",
		"central _ _; local _ _": "central", "central _ _; total _ _": "total", "total _ _; central _ _": "total",
		"central _ _; local _ 7": "local", "total - -; central _ _": "central", "total _ _; central - 7; local - 8": "central",
	} {
		got := ""
		if row := Row(form(money, "", "")); row != nil {
			got = row.Source
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", money, got, want)
		}
	}
}

// TestCount: rows of the whole with marks of their own.
func TestCount(t *testing.T) {
	for money, want := range map[string]int{"": 0, "total 10 9": 1, "total 10 9; total_2 10 8; central 10 9": 2, "total 10 _": 0, "total _ 9": 0} {
		if got := Count(form(money, "", "")); got != want {
			t.Errorf("%q: got %d, want %d", money, got, want)
		}
	}
}

// TestApart: whether the budget's points are a part of the sums, and where nothing tells.
func TestApart(t *testing.T) {
	const (
		budget = "total 10 9 90"
		list   = "40 40; 50 49"          // 90 and 89, without the budget
		with   = "40 40; 50 49; 10 9 90" // with a row that says what the budget's does
		less   = "40 40; 40 40; 10 9 90"
	)
	for _, tt := range []struct {
		name, money, list, total string
		apart, twice             bool
	}{
		{"no money", "", list, "90 89", false, false},
		{"no total", budget, list, "", false, false},
		{"no total, and a row of the list", budget, with, "", true, false},
		{"a total of the list", budget, list, "90 89", true, false},
		{"a total of the list, of which the scores say otherwise", budget, list, "90 98", false, false},
		{"a total of the list whose score is wrong", budget, list, "90 88", true, false},
		{"a total of the list without a score", budget, list, "90 _", true, false},
		{"a total of the list, rows gone", budget, "40 40", "90 89", true, false},
		{"a total of neither", budget, list, "80 89", false, false},
		{"a total of all", budget, list, "100 98", false, false},
		{"a total of all, the scores of the list", budget, list, "100 89", false, false},
		{"a total without a full mark", budget, list, "_ 89", false, false},
		{"a total without a full mark, and a budget of it all", "total 100 9 90", "40 40", "_ 40", false, false},
		{"a budget without a score", "total 10 _ 90", list, "90 89", true, false},
		{"a budget with none", "total 10 0 90", list, "90 89", true, false},
		{"a budget of no weight", "total 0 9 90", list, "100 89", false, false},
		{"a weight that is not told, the list full", "total _ 9 90", list, "90 89", true, false},
		{"a weight that is not told, the list not full", "total _ 9 90", list, "95 89", false, false},
		{"a weight that is not told, the scores of all", "total _ 9 90", list, "90 98", false, false},
		{"a row of the list", budget, with, "100 98", true, false},
		{"a row of the list with another answer", budget, "40 40; 50 49; 10 9 91", "100 98", false, false},
		{"a row of the list with another score", budget, "40 40; 50 49; 10 8 90", "100 97", false, false},
		{"a row of the list, and no rate", "total 10 9 -", with, "100 98", false, false},
		{"a row of the list without an answer", "total 10 9 0", "40 40; 50 49; 10 9 _", "100 98", false, false},
		{"a row of the list by its weights", budget, with, "100 50", true, false},
		{"a row of the list by its scores", budget, less, "100 89", false, false},
		{"a row of the list by its scores, no weights", budget, "_ 40; _ 49; _ 9 90", "100 98", true, false},
		{"a row of the list beside the budget, by weights", budget, less, "100 98", false, false},
		{"a row of the list beside the budget, by scores", budget, with, "100 107", false, false},
		{"a row of the list, and no sum that tells", "total 20 9 90", less, "100 50", false, true},
		{"another row, and no sum that tells", "total 20 9 91", less, "100 50", false, false},
		{"a row of the list, no score of the budget", "total 20 _ 90", "40 40; 40 40; 10 0 90", "100 50", false, false},
		{"a row of the list, nothing scored", "total 20 0 90", "40 40; 40 40; 10 0 90", "100 50", false, false},
		{"a row of the list, a budget of no weight", "total 0 9 90", less, "100 50", false, false},
		{"a row of the list, a full mark of the list", "total 20 9 90", less, "90 50", true, false},
	} {
		r := form(tt.money, tt.list, tt.total)
		if got := Apart(r); got != tt.apart {
			t.Errorf("%s: apart %v", tt.name, got)
		}
		if got := Twice(r); got != tt.twice {
			t.Errorf("%s: twice %v", tt.name, got)
		}
	}
}
