package checks

import (
	"slices"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
	"ziping/score/formtest"
	"ziping/score/rubric"
	"ziping/score/rubric/sets"
	"ziping/text/num"
)

// TestSeed holds the customer's form to what its auditors found.
func TestSeed(t *testing.T) {
	r := formtest.Read(t, formtest.File(t, "..", "..", "samples", "fuzhou-hrss-2023.txt"))
	set, _ := sets.Choose(r)
	all, tallies := formtest.Findings(t, r, slices.DeleteFunc(All(set), func(c score.Check) bool {
		return slices.Contains(arithmetic, c.Doc.ID)
	}))
	got := formtest.Names(all)
	want := []string{
		"FND-06 funds.total.execution_rate",
		"FND-08 money_unit",
		"SCR-03 funds.total.score",
		"RSN-01 indicators[1].score",
		"RSN-02 indicators[0].actual", "RSN-02 indicators[3].actual", "RSN-02 indicators[5].actual", "RSN-02 indicators[11].actual",
		"TGT-02 indicators[0].actual",
		"TGT-05 indicators[6].target", "TGT-05 indicators[7].target",
		"TXT-01 year",
		"TXT-02 goals[0].actual", "TXT-02 goals[0].actual", "TXT-02 goals[0].actual",
		"TXT-03 goals[0].actual", "TXT-03 goals[0].actual", "TXT-03 goals[0].actual", "TXT-03 goals[0].actual", "TXT-03 goals[0].actual", "TXT-03 goals[0].actual",
		"TXT-04 goals[0].actual",
		"TXT-05 goals[0].expected",
		"GEN-01 funds.total.score",
	}
	got = slices.DeleteFunc(got, func(s string) bool { return strings.HasPrefix(s, "FRM-01") })
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if n := tallies["FRM-01"].Disagree; n != len(r.Moves) || n < 9 {
		t.Errorf("got %d shifted rows, want %d", n, len(r.Moves))
	}
	if got := tallies["SCR-02"]; got.Agree != 17 || got.Disagree != 0 || got.Untestable != 0 {
		t.Errorf("SCR-02: got %+v, want 17 agreeing", got)
	}
	i := slices.Index(got, "SCR-03 funds.total.score")
	if i < 0 {
		return
	}
	f := all[i]
	if f.Level != "rule" || f.Verdict != "undetermined" || f.Stated != "7" || f.Expected != "9.31" {
		t.Errorf("SCR-03: got %s %s, stated %s, expected %s; want rule undetermined 7, 9.31", f.Level, f.Verdict, f.Stated, f.Expected)
	}
	gives, rest, _ := strings.Cut(f.Message, "不能得出该分的")
	for _, w := range []string{"扣 0.5 分（不足 1 个点不扣）", "结余率超过 3%", "90%≤执行率<95%"} {
		if !strings.Contains(gives, w) {
			t.Errorf("SCR-03: got %q, want %q among the rules that give 7", gives, w)
		}
	}
	for _, w := range []string{"9.31", "6.56", "6.5；"} {
		if !strings.Contains(rest, w) {
			t.Errorf("SCR-03: got %q, want %q among those that do not", rest, w)
		}
	}
}

// TestGradeBySet tests grades whose thresholds the form does not print by those
// of the rule set.
func TestGradeBySet(t *testing.T) {
	figure := func(s string) *normalize.Field {
		f := &normalize.Field{Text: s}
		f.SetNumber(num.MustParse(s))
		return f
	}
	for _, c := range []struct {
		set, total, full, grade string
		want                    string // expected grade; "" agrees
		verdict                 score.Verdict
	}{
		{"mof-2020", "90", "100", "优", "", ""},
		{"mof-2020", "45", "50", "优", "", ""},
		{"mof-2020", "85", "100", "优", "良", score.Undetermined}, // Shanxi's scale gives it
		{"shanxi", "85", "100", "优", "", ""},
		{"mof-2020", "55", "100", "优", "差", score.Inconsistent},
	} {
		set, err := sets.Load(c.set)
		if err != nil {
			t.Fatal(err)
		}
		r := &normalize.Report{
			Total: &normalize.Total{Score: figure(c.total), Weight: figure(c.full)},
			Grade: &normalize.Field{Text: c.grade, Value: c.grade, State: normalize.Parsed, At: &extract.Ref{}},
		}
		check := grd01(set)
		found, tally := check.On(r, extract.EN)
		switch {
		case c.want == "":
			if len(found) != 0 || tally.Agree != 1 {
				t.Errorf("%s, %s of %s is %s: got %+v, want agreement", c.set, c.total, c.full, c.grade, found)
			}
		case len(found) != 1 || found[0].Level != score.Rule || found[0].Expected != c.want:
			t.Errorf("%s, %s of %s is %s: got %+v, want %s at level rule", c.set, c.total, c.full, c.grade, found, c.want)
		case found[0].Verdict != c.verdict:
			t.Errorf("%s, %s is %s: got %s, want %s", c.set, c.total, c.grade, found[0].Verdict, c.verdict)
		}
	}
}

// TestOtherAlarms shows what other rule sets ask for: a reason where a target of
// 0 is passed by far (Guangxi), and a look at marks for a budget of 0.
func TestOtherAlarms(t *testing.T) {
	text := formtest.File(t, "testdata", "dept.txt")
	set, err := sets.Load("guangxi")
	if err != nil {
		t.Fatal(err)
	}
	edit := []string{"≥1000人\t1500人\t5\t5\t年中追加任务", "≥0人\t30人\t5\t5\t"}
	check := rsn02(set)
	found, _ := check.On(formtest.Read(t, formtest.Edit(t, text, edit...)), extract.ZH)
	if len(found) != 1 || found[0].Field.String() != "indicators[2].actual" {
		t.Errorf("30 for a target of 0: got %+v, want one notice", found)
	}
	edit[1] = "≥0人\t29人\t5\t5\t"
	if found, _ := check.On(formtest.Read(t, formtest.Edit(t, text, edit...)), extract.ZH); len(found) != 0 {
		t.Errorf("29 for a target of 0: got %+v, want none", found)
	}
	r := formtest.Read(t, text)
	budget := rubric.BudgetRow(r)
	budget.Budget.SetNumber(num.FromInt(0))
	gen := gen01(set)
	if found, _ := gen.On(r, extract.EN); len(found) != 1 || !strings.Contains(found[0].Message, "budget is 0") {
		t.Errorf("marks for a budget of 0: got %+v, want one notice", found)
	}
}

// TestEnglish holds every message of the seed to the language asked for.
func TestEnglish(t *testing.T) {
	r := formtest.Read(t, formtest.File(t, "..", "..", "samples", "fuzhou-hrss-2023.txt"))
	set, _ := sets.Choose(r)
	for _, c := range mine(set) {
		zh, _ := c.On(r, extract.ZH)
		en, _ := c.On(r, extract.EN)
		if len(zh) != len(en) {
			t.Fatalf("%s: got %d findings in Chinese and %d in English", c.Doc.ID, len(zh), len(en))
		}
		for i := range zh {
			if zh[i].Message == en[i].Message || zh[i].Field != en[i].Field {
				t.Errorf("%s %s: got the same message in both languages: %s", c.Doc.ID, zh[i].Field, en[i].Message)
			}
		}
	}
}

// TestHostile runs every check over reports with holes everywhere.
func TestHostile(t *testing.T) {
	garbled := &normalize.Field{Text: strings.Repeat("9", 5000), State: normalize.Garbled}
	blank := &normalize.Field{State: normalize.Blank}
	absent := &normalize.Field{State: normalize.Absent}
	words := &normalize.Field{Text: "…", Value: "…", State: normalize.Parsed}
	zero := &normalize.Field{Text: "0"}
	zero.SetNumber(sets.Default().Grades[3].From)
	fields := []*normalize.Field{nil, garbled, blank, absent, words, zero}
	r := &normalize.Report{Funds: &normalize.Funds{}, Total: &normalize.Total{}}
	for _, a := range fields {
		for _, b := range fields {
			row := normalize.FundRow{Source: "total", Budget: a, Executed: b, ExecutionRate: b, Weight: a, Score: b, Balance: a, BalanceRate: a}
			r.Funds.Rows = append(r.Funds.Rows, row)
			r.Goals = append(r.Goals, normalize.Goal{Expected: a, Actual: b})
			r.Indicators = append(r.Indicators,
				normalize.Indicator{Target: a, Actual: b, Weight: a, Score: b, Reason: b, Name: a},
				normalize.Indicator{Target: b, Actual: a, Weight: b, Score: a})
			r.Unplaced = append(r.Unplaced, make([]normalize.Unplaced, 10)...)
			r.Other = append(r.Other, normalize.Labelled{Label: "填报日期", Field: a})
		}
	}
	r.Year = words
	for _, set := range []*rubric.Set{sets.Default(), nil} {
		for _, c := range mine(set) {
			found, _ := c.On(r, extract.EN)
			for _, f := range found {
				if len(f.Message) > 2000 || len(f.Stated) > 200 {
					t.Errorf("%s: got a message of %d bytes, stated %d; want short ones", f.Check, len(f.Message), len(f.Stated))
				}
			}
			if c.Doc.ID == "FRM-02" && (len(found) != 1 || len(found[0].Operands) != mostOperands) {
				t.Errorf("FRM-02: got %+v, want one finding that points at %d cells", found, mostOperands)
			}
		}
	}
	for _, c := range mine(sets.Default()) {
		c.On(&normalize.Report{}, extract.ZH)
	}
}

func BenchmarkChecks(b *testing.B) {
	r := formtest.Read(b, formtest.File(b, "..", "..", "samples", "fuzhou-hrss-2023.txt"))
	set, _ := sets.Choose(r)
	list := mine(set)
	b.ReportAllocs()
	for b.Loop() {
		p := &score.Pass{Report: r, Lang: extract.ZH}
		for _, c := range list {
			c.Run(p)
		}
	}
}
