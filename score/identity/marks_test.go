package identity

import (
	"strings"
	"testing"

	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/value"
	"ziping/score/budgetmarks"
)

func TestMarks(t *testing.T) {
	want(t, marks(t, "100 95", "产出(60) 数量 40 38", "″ 质量 20 20", "效益(40) ″ 40 37"), `
		WGT-01 total.weight = indicators[0] + indicators[1] + indicators[2]: agree
		WGT-02 indicators[0].level1 = weight + indicators[1].weight: agree
		WGT-02 indicators[2].level1 = weight: agree
		SCR-01 indicators[0].score : weight: agree
		SCR-01 indicators[1].score : weight: agree
		SCR-01 indicators[2].score : weight: agree
		SUM-01 total.score = indicators[0] + indicators[1] + indicators[2]: agree`)
	// Each with a slip: a score may lie anywhere from 0 to its weight, a total may be rounded.
	want(t, marks(t, "100 97", "产出(50) 数量(30) 30 31", "″ 质量(30) 30 -1", "效益 ″ 30 30.5"), `
		WGT-01 total.weight = indicators[0] + indicators[1] + indicators[2]: disagree 100≠90
		WGT-02 indicators[0].level1 = weight + indicators[1].weight: disagree 50≠60
		WGT-02 indicators[0].level2 = weight: agree
		WGT-02 indicators[1].level2 = weight: agree
		SCR-01 indicators[0].score : weight: disagree 31≠30 [0 30]
		SCR-01 indicators[1].score : weight: disagree -1≠0 [0 30]
		SCR-01 indicators[2].score : weight: disagree 30.5≠30 [0 30]
		SUM-01 total.score = indicators[0] + indicators[1] + indicators[2]: disagree 97≠60.5 [60 61]`)
	for total, outcome := range map[string]string{"60.5": "agree", "61": "agree", "60": "agree", "62": "disagree 62≠60.5 [60 61]", "60.4": "disagree 60.4≠60.5"} {
		want(t, marks(t, ". "+total, "产出 数量 . 30.25", "″ 质量 . 30.25"), "SUM-01 total.score = indicators[0] + indicators[1]: "+outcome)
	}
	// A full mark that is not printed is 100; one that is printed and no number says nothing.
	want(t, marks(t, "_ _", "产出 数量 60 .", "″ 质量 30 ."), `
		WGT-01 total.weight = indicators[0] + indicators[1]: untestable
		`)
	want(t, marks(t, "? .", "产出 数量 60 ."), "WGT-01 total.weight = indicators[0]: untestable")
	want(t, marks(t, "", "产出 数量 60 ?", "产出 数量 40 _", "产出 数量 . 5"), `
		WGT-01 total.weight = indicators[0] + indicators[1]: agree
		SCR-01 indicators[0].score : weight: untestable
		SCR-01 indicators[1].score : weight: untestable`)
	want(t, marks(t, "100 90", "产出 数量 . ."), "")
}

// TestGroups ends a group where another level is printed.
func TestGroups(t *testing.T) {
	want(t, marks(t, "", "产出(60) 数量(20) 20 .", "″ ″ 40 .", "_ 数量 40 ."), `
		WGT-01 total.weight = indicators[0] + indicators[1] + indicators[2]: agree
		WGT-02 indicators[0].level1 = weight + indicators[1].weight: agree
		WGT-02 indicators[0].level2 = weight + indicators[1].weight: disagree 20≠60`)
	want(t, marks(t, "", "产出(60) 数量(60) 60 .", "″ . 40 ."), `
		WGT-01 total.weight = indicators[0] + indicators[1]: agree
		WGT-02 indicators[0].level1 = weight + indicators[1].weight: disagree 60≠100
		WGT-02 indicators[0].level2 = weight: agree`)
	// The same words with points again are another group; in one cell they are one.
	want(t, marks(t, "", "产出(60) 数量 60 .", "产出(40) 数量 40 ."), `
		WGT-01 total.weight = indicators[0] + indicators[1]: agree
		WGT-02 indicators[0].level1 = weight: agree
		WGT-02 indicators[1].level1 = weight: agree`)
	r := marks(t, "", "产出(60) 数量 60 .", "产出 数量 40 .")
	r.Indicators[0].Level1.At, r.Indicators[1].Level1.At = &extract.Ref{Row: 3}, &extract.Ref{Row: 4}
	want(t, r, `
		WGT-01 total.weight = indicators[0] + indicators[1]: agree
		WGT-02 indicators[0].level1 = weight: agree`)
	r.Indicators[1].Level1.At = &extract.Ref{Row: 3}
	want(t, r, `
		WGT-01 total.weight = indicators[0] + indicators[1]: agree
		WGT-02 indicators[0].level1 = weight + indicators[1].weight: disagree 60≠100`)
	// Behind one that cannot be read it is not known what is of a group.
	r = marks(t, "", "产出(60) 数量 60 .", "效益 数量 40 .")
	r.Indicators[1].Level1.State = normalize.Garbled
	want(t, r, "WGT-01 total.weight = indicators[0] + indicators[1]: agree")
	r = marks(t, "", "产出 数量(60) 60 .", "″ 质量 40 .")
	r.Indicators[1].Level2.State = normalize.Garbled
	want(t, r, "WGT-01 total.weight = indicators[0] + indicators[1]: agree")
	r = marks(t, "", "产出(60) 数量 60 .", "″ 质量 40 .")
	r.Indicators[1].Level2.State = normalize.Garbled
	want(t, r, `
		WGT-01 total.weight = indicators[0] + indicators[1]: agree
		WGT-02 indicators[0].level1 = weight + indicators[1].weight: disagree 60≠100`)
	// A level that is blank, or of which there is no place, ends one.
	for _, next := range []string{"_", "."} {
		want(t, marks(t, "", "产出(60) 数量 60 .", next+" 数量 40 ."), `
			WGT-01 total.weight = indicators[0] + indicators[1]: agree
			WGT-02 indicators[0].level1 = weight: agree`)
	}
	// Points printed again in the same words begin another, wherever they stand.
	r = marks(t, "", "产出(60) 数量 60 .", "产出(60) 数量 60 .")
	want(t, r, `
		WGT-01 total.weight = indicators[0] + indicators[1]: untestable
		WGT-02 indicators[0].level1 = weight: agree
		WGT-02 indicators[1].level1 = weight: agree`)
	r.Indicators[0].Level1.At, r.Indicators[1].Level1.At = &extract.Ref{Row: 3}, &extract.Ref{Row: 3}
	want(t, r, `
		WGT-01 total.weight = indicators[0] + indicators[1]: untestable
		WGT-02 indicators[0].level1 = weight: agree
		WGT-02 indicators[1].level1 = weight: agree`)
	// A group without weights, and points that are no number.
	want(t, marks(t, "", "产出(60) 数量 . ."), "")
	want(t, marks(t, "", "产出(六十) 数量 60 ."), `
		WGT-01 total.weight = indicators[0]: untestable
		WGT-02 indicators[0].level1 = weight: untestable`)
}

func TestBudgetsMarks(t *testing.T) {
	want(t, withBudget(t, "weight score\nlocal 10 8\ntotal 10 9", "100 94"), `
		WGT-01 total.weight = indicators[0] + total: agree
		SCR-01 funds.local.score : weight: agree
		SCR-01 funds.total.score : weight: agree
		SCR-01 indicators[0].score : weight: agree
		SUM-01 total.score = indicators[0] + total: agree`)
	// The budget's row is the total, else the first with a score, else the first with a place for one.
	for block, source := range map[string]string{
		"score\nlocal 8\nother 7\ntotal 9": "total", "score\nlocal _\nother 7\nunit 6\ntotal _": "other",
		"score\nlocal _\nother _": "local", "score\nlocal _\ntotal _": "total", "score\nlocal .\nother _": "other", "score\nlocal .": "", "score\ntotal _\nlocal 5": "local",
	} {
		got := ""
		if row := budgetmarks.Row(withBudget(t, block, "")); row != nil {
			got = row.Source
		}
		if got != source {
			t.Errorf("%q: got %q, want %q", block, got, source)
		}
	}
	// A budget with a score and no weight takes an unknown share of the full mark.
	want(t, withBudget(t, "score\ntotal 9", "100 94"), `
		SCR-01 indicators[0].score : weight: agree
		SUM-01 total.score = indicators[0] + total: agree`)
	// A place for a score is tested in the budget's own row only.
	want(t, withBudget(t, "weight score\ntotal 10 _\nlocal 10 _", "_ _"), `
		WGT-01 total.weight = indicators[0] + total: agree
		SCR-01 funds.total.score : weight: untestable
		SCR-01 indicators[0].score : weight: agree
		SUM-01 total.score = indicators[0] + total(blank): untestable`)
}

// TestBudgetInList: where the list leaves the budget no points beside it, those above the
// list are its own, printed twice.
func TestBudgetInList(t *testing.T) {
	form := func(block, total string, rows ...string) *normalize.Report {
		r := marks(t, total, rows...)
		r.Funds = money(t, "", block).Funds
		r.Indicators[0].Actual = value.Figure("97.00%")
		return r
	}
	for _, x := range []struct {
		block, total string
		rows         []string
		apart        bool
	}{
		{"execution_rate score\ntotal 97 9.70", "100 96.7", []string{"投入 数量 10 9.7", "产出 数量 90 87"}, true},
		{"execution_rate score\ntotal 97 9.70", "_ _", []string{"投入 数量 10 9.7", "产出 数量 90 87"}, true},                   // no room for it
		{"execution_rate weight score\ntotal 97 10 9.70", "100 96.7", []string{"投入 数量 10 9.7", "产出 数量 90 87"}, true},    // by both sums
		{"execution_rate weight score\ntotal 97 10 9.70", "100 95.7", []string{"投入 数量 10 9.7", "产出 数量 90 87"}, true},    // the total slipped
		{"execution_rate weight score\ntotal 97 10 9.70", "100 96.7", []string{"投入 数量 10 9.7", "产出 数量 85 87"}, true},    // a weight did
		{"execution_rate weight score\ntotal 97 10 9.70", "100 95.7", []string{"投入 数量 10 9", "产出 数量 90 87"}, false},     // no row of the list says what the budget's does
		{"execution_rate weight score\ntotal 97 10 9.70", "100 96.7", []string{"投入 数量 10 9.7", "产出 数量 80 77.3"}, false}, // its own, by the weights
		{"execution_rate weight score\ntotal 97 10 9.70", "110 106.4", []string{"投入 数量 10 9.7", "产出 数量 90 87"}, false},  // and by a full mark of its own
		{"execution_rate score\ntotal 97 9.70", "100 106.4", []string{"投入 数量 10 9.7", "产出 数量 90 87"}, false},            // the total has it
		{"execution_rate weight score\ntotal 97 0 0", "100 96.7", []string{"投入 数量 10 9.7", "产出 数量 90 87"}, false},       // nothing to count twice
		{"execution_rate score\ntotal 90 9.70", "_ 96.7", []string{"投入 数量 . 9.7", "产出 数量 . 87"}, false},                 // another rate
		{"execution_rate score\ntotal 97 9.70", "_ 96.7", []string{"投入 数量 . 9.7", "产出 数量 . 87"}, true},                  // the same, by the scores
		{"execution_rate weight score\ntotal 97 10 9.70", "100 90", []string{"投入 数量 20 9.7", "产出 数量 60 77.3"}, false},   // by none
	} {
		if got := budgetmarks.Apart(form(x.block, x.total, x.rows...)); got != x.apart {
			t.Errorf("%q %q %q: got %v, want %v", x.block, x.total, x.rows, got, x.apart)
		}
	}
	// Where no sum tells, none that fails is an error.
	if got := outcomes(form("execution_rate score\ntotal 97 9.70", "100 96.7", "投入 数量 10 9.7", "产出 数量 80 78")); got != "SUM-01?budget" {
		t.Errorf("a list that lacks a row: got %s", got)
	}
	want(t, form("execution_rate score\ntotal 97 9.70", "100 96.7", "投入 数量 10 9.7", "产出 数量 90 87"), `
		WGT-01 total.weight = indicators[0] + indicators[1]: agree
		SCR-01 indicators[0].score : weight: agree
		SCR-01 indicators[1].score : weight: agree
		SUM-01 total.score = indicators[0] + indicators[1]: agree`)
}

func TestGrades(t *testing.T) {
	grade := func(text, total, full string) *Grade {
		r := marks(t, full+" "+total, "产出 数量 90 85")
		if text != "" {
			r.Grade = value.Grade(text)
		}
		return GradeOf(r)
	}
	for _, tt := range []struct {
		text, total, full string
		outcome           Outcome
		printed           bool
		expected          string
	}{
		{"优", "90", "100", Agree, false, "优"}, {"优", "89.99", "100", Disagree, false, "良"}, {"优", "100", "100", Agree, false, "优"},
		{"良", "90", "100", Disagree, false, "优"}, {"良", "80", "100", Agree, false, "良"}, {"良", "79", "100", Disagree, false, "中"},
		{"中", "60", "100", Agree, false, "中"}, {"差", "60", "100", Disagree, false, "中"}, {"差", "59.9", "_", Agree, false, "差"}, {"差", "0", "100", Agree, false, "差"},
		{"优", "108", "120", Agree, false, "优"}, {"优", "107", "120", Disagree, false, "良"}, {"优", "90", "0", Agree, false, "优"}, // in percent of the full mark
		{"优(S≥90)", "89", "100", Disagree, true, "良"}, {"优(90-100)", "89", "100", Disagree, true, "良"}, {"优(90-100)", "100", "100", Agree, true, "优"}, {"差(0-60)", "61", "100", Disagree, true, "中"}, {"良(80≤S<90)", "90", "100", Disagree, true, "优"}, {"良(80≤S<90)", "80", "100", Agree, true, "良"},
		{"良(70≤S<80)", "85", "100", Disagree, true, "优"}, {"良(70≤S<80)", "65", "100", Disagree, true, "中"}, {"中(60≤S<70)", "75", "100", Disagree, true, "良"}, // the other scale
		{"良(75≤S<90)", "95", "100", Disagree, true, ""}, // of no known scale
		{"优(S≥90)", "108", "120", Agree, true, "优"},
		{"优", "_", "100", Untestable, false, ""},
	} {
		g := grade(tt.text, tt.total, tt.full)
		if g == nil || g.Outcome != tt.outcome || g.Printed != tt.printed || g.Expected != tt.expected {
			t.Errorf("%s of %s of %s: got %+v", tt.text, tt.total, tt.full, g)
		}
		if g.Outcome == Disagree && g.Expected != "" && !g.ExpectedBand.Holds(g.Total) {
			t.Errorf("%s of %s: %s is not earned by %s", tt.text, tt.total, g.Expected, g.Total)
		}
	}
	if g := grade("", "90", "100"); g != nil {
		t.Errorf("got %+v of a form without a grade", g)
	}
	for text, want := range map[string]string{"优": "中", "良(70≤S<80)": "中", "良(75≤S<90)": ""} {
		if letter, band := grade(text, "95", "100").GradeFor(dec("65")); letter != want || letter != "" && !band.Holds(dec("65")) {
			t.Errorf("%s: got %s for 65, want %s", text, letter, want)
		}
	}
}

// TestProve: figures that an identity holds confirm each other, if there are two
// that are not 0.
func TestProve(t *testing.T) {
	reading := func(r *normalize.Report, path string) normalize.Reading {
		f, _ := r.Field(normalize.MustPath(path))
		return f.Reading
	}
	r := money(t, "", `
		initial adjustment budget
		total   300 20 320
		central 300 0  310
		local   0   0  0
		other   0   5  5`)
	r.Funds.Rows[0].Initial.Reading = normalize.Doubtful
	Prove(r, Unconditional(r))
	for path, want := range map[string]normalize.Reading{
		"funds.total.initial": normalize.Doubtful, "funds.total.adjustment": normalize.Proved, "funds.total.budget": normalize.Proved,
		"funds.central.initial": normalize.Read, "funds.central.budget": normalize.Read, "funds.local.budget": normalize.Read,
		"funds.other.initial": normalize.Read, "funds.other.adjustment": normalize.Proved, "funds.other.budget": normalize.Proved,
	} {
		if got := reading(r, path); got != want {
			t.Errorf("%s: got %s, want %s", path, got, want)
		}
	}
	lone := money(t, "", "budget executed execution_rate\ntotal 100 0 0")
	Prove(lone, Of(lone))
	if got := reading(lone, "funds.total.budget"); got != normalize.Read {
		t.Errorf("one figure alone: got %s, want it not proved", got)
	}
	m := marks(t, "100 80", "产出 数量 100 80")
	Prove(m, Of(m))
	if got := reading(m, "indicators[0].weight"); got != normalize.Read {
		t.Errorf("marks: got %s, want them left alone", got)
	}
}

// TestTotalOfList leaves the budget out of a total that is the list's.
func TestTotalOfList(t *testing.T) {
	lacking := marks(t, "90 80", "产出 数量 60 50")
	lacking.Funds = &normalize.Funds{Rows: []normalize.FundRow{{Source: "total", Weight: cell("10"), Score: cell("9.8")}}}
	if got := said(lacking); !strings.Contains(got, "WGT-01 total.weight = indicators[0]: disagree 90≠60\n") {
		t.Errorf("a row is missing: got\n%s", got)
	}
	with := func(total, score string) *normalize.Report {
		r := marks(t, total, "产出 数量 60 50", "效益 数量 30 30")
		r.Funds = &normalize.Funds{Rows: []normalize.FundRow{{Source: "total", Weight: cell("10"), Score: cell(score)}}}
		return r
	}
	for _, c := range []struct{ total, score, weights, scores string }{
		{"90 80", "9.8", "total.weight = indicators[0] + indicators[1]: agree", "total.score = indicators[0] + indicators[1]: agree"},
		{"90 81", "9.8", "total.weight = indicators[0] + indicators[1]: agree", "total.score = indicators[0] + indicators[1]: disagree 81≠80"},
		{"100 89.8", "9.8", "total.weight = indicators[0] + indicators[1] + total: agree", "total.score = indicators[0] + indicators[1] + total: agree"},
		{"90 89.8", "9.8", "total.weight = indicators[0] + indicators[1] + total: disagree 90≠100", "total.score = indicators[0] + indicators[1] + total: agree"},
		{"90 100", "9.8", "total.weight = indicators[0] + indicators[1]: agree", "total.score = indicators[0] + indicators[1]: disagree 100≠80"},
		{"80 80", "9.8", "total.weight = indicators[0] + indicators[1] + total: disagree 80≠100", "total.score = indicators[0] + indicators[1] + total: disagree 80≠89.8 [89 90]"},
	} {
		got := said(with(c.total, c.score))
		for _, l := range []string{"WGT-01 " + c.weights, "SUM-01 " + c.scores} {
			if !strings.Contains(got, l+"\n") && !strings.HasSuffix(got, l) {
				t.Errorf("total %s: got\n%s\nwant %s", c.total, got, l)
			}
		}
	}
}

// A place that a form does not have holds neither a number nor a blank.
func TestPrintOfNoPlace(t *testing.T) {
	if got := PrintAt(&normalize.Report{}, normalize.IndicatorPath(3, normalize.Weight)); got != (Print{}) {
		t.Errorf("got %+v", got)
	}
}
