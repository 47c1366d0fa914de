package solve_test

import (
	"slices"
	"strings"
	"testing"

	"ziping/normalize"
	"ziping/score/identity"
	"ziping/score/solve"
	"ziping/text/num"
)

// change lays other prints over the small form: a figure, "?" for one that cannot be
// read, "" for a blank.
func change(t *testing.T, cells ...string) *normalize.Report {
	t.Helper()
	r := parse(t, small)
	for i := 0; i+1 < len(cells); i += 2 {
		f, _ := r.Field(normalize.MustPath(cells[i]))
		switch cells[i+1] {
		case "?":
			*f = normalize.Field{Text: "?", State: normalize.Garbled}
		case "":
			*f = normalize.Field{State: normalize.Blank}
		default:
			set(t, r, cells[i], cells[i+1])
		}
	}
	return r
}

// TestWhatSaysNothing: a cell that cannot be read bears out nothing, and is no
// cell that could be wrong; neither is a sum that is blank.
func TestWhatSaysNothing(t *testing.T) {
	for _, tt := range []struct {
		cells []string
		want  []string
	}{
		{[]string{"funds.local.budget", "120", "funds.total.budget", "?", "funds.local.execution_rate", "?", "funds.local.balance", "?"},
			[]string{"! funds.local.budget=110"}},
		{[]string{"funds.local.budget", "120", "funds.total.budget", "", "funds.local.execution_rate", "", "funds.local.balance", ""},
			[]string{"! funds.local.budget=110", "? funds.total.budget=319 funds.total.balance=22", "? funds.total.budget=330 funds.local.balance=11", "? funds.total.budget=330 funds.other.balance=11"}},
		{[]string{"funds.local.initial", "?", "funds.total.initial", "250", "funds.total.adjustment", "?"}, nil},
		{[]string{"indicators[0].weight", "?", "total.score", "96", "grade", "?"}, nil},
	} {
		r := change(t, tt.cells...)
		if tt.want == nil {
			for _, s := range say(run(r)) {
				if strings.Contains(s, "funds.local.initial") || strings.Contains(s, "indicators[0].weight") {
					t.Errorf("%v: got %s, a cell that cannot be read", tt.cells, s)
				}
			}
			continue
		}
		if got := say(run(r)); !slices.Equal(got, tt.want) {
			t.Errorf("%v: got %q, want %q", tt.cells, got, tt.want)
		}
	}
}

// TestBlanksHoldSomething: what was left out is no negative amount.
func TestBlanksHoldSomething(t *testing.T) {
	for initial, blank := range map[string]bool{"350": true, "150": false} {
		// 其他资金 is blank; the total without it is 300.
		r := change(t, "funds.total.initial", initial, "funds.total.adjustment", "?", "funds.local.budget", "?", "funds.central.budget", "?", "funds.other.initial", "")
		got := strings.Join(say(run(r)), "\n")
		if strings.Contains(got, "funds.other.initial") != blank {
			t.Errorf("a total of %s: got %s", initial, got)
		}
	}
}

// TestUnitsOnCells: a sum in another unit than its parts has the places of its print.
func TestUnitsOnCells(t *testing.T) {
	for parts, want := range map[[2]string]string{
		{"2000000元", "1000000元"}: "? funds.total.initial=300",
		{"2000050元", "1000000元"}: "? funds.total.initial=300[299.995001..300.014999]",
	} {
		text := "项目支出绩效自评表\n项目资金\t资金来源\t年初预算数\t全年执行数\n\t年度资金总额\t320.00万元\t297.00万元\n" +
			"\t其中:中央财政资金\t" + parts[0] + "\t1980000元\n\t地方资金\t" + parts[1] + "\t990000元\n"
		if got := say(run(parse(t, text))); !slices.Contains(got, want) {
			t.Errorf("%v: got %q, want %q", parts, got, want)
		}
	}
}

// TestNothingOfNothing: a rate of nothing stands where nothing was spent of nothing, whatever
// was printed of both.
func TestNothingOfNothing(t *testing.T) {
	r := change(t, "funds.local.initial", "0.00", "funds.local.adjustment", "0.00", "funds.local.execution_rate", "0.00", "funds.local.balance", "0.00",
		"funds.total.initial", "200.00", "funds.total.adjustment", "20.00", "funds.total.executed", "198.00", "funds.total.budget", "220.00", "funds.total.balance", "22.00")
	if got, want := say(run(r)), []string{"! funds.local.budget=0 funds.local.executed=0"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestFullMark: the weights make 100, which is no figure to be changed.
func TestFullMark(t *testing.T) {
	for _, weight := range []string{"35", "45"} {
		got := say(run(change(t, "indicators[0].weight", weight)))
		if len(got) == 0 {
			t.Errorf("a weight of %s: got nothing", weight)
		}
		for _, s := range got {
			if strings.Contains(s, "total.weight") {
				t.Errorf("a weight of %s: got %s, want 100 as it is", weight, s)
			}
		}
	}
}

// TestRateStyle: a rate is put right as the form makes the others, which those that are
// wrong themselves do not tell.
func TestRateStyle(t *testing.T) {
	for others, want := range map[string]string{"66.63": "66.63", "66.64": "66.64"} {
		got := say(run(change(t, "funds.central.executed", "146.60", "funds.local.executed", "73.30", "funds.total.executed", "219.90",
			"funds.central.balance", "73.40", "funds.local.balance", "36.70", "funds.total.balance", "110.10",
			"funds.central.execution_rate", others, "funds.total.execution_rate", others, "funds.local.execution_rate", "80.00")))
		if want := []string{"! funds.local.execution_rate=" + want}; !slices.Equal(got, want) {
			t.Errorf("others of %s: got %q, want %q", others, got, want)
		}
	}
}

// TestGradeIsExplained: a repair of the total says that it explains the grade.
func TestGradeIsExplained(t *testing.T) {
	for cells, want := range map[[2]string]bool{{"total.score", "79"}: true, {"funds.local.initial", "160"}: false} {
		for _, s := range run(change(t, cells[0], cells[1])) {
			if s.Grade != want {
				t.Errorf("%v: got grade explained %v", cells, s.Grade)
			}
		}
	}
	if got := say(run(change(t, "grade", "?"))); len(got) > 0 {
		t.Errorf("a grade that cannot be read: got %q", got)
	}
}

// TestCopiedFromEitherSide: the figure of the row above or below, and no other.
func TestCopiedFromEitherSide(t *testing.T) {
	for _, tt := range []struct {
		path, value string
		want        solve.Slip
	}{
		{"funds.central.executed", "297", solve.SlipCopied}, {"funds.central.executed", "99", solve.SlipCopied},
		{"funds.total.executed", "198", solve.SlipCopied}, {"funds.total.executed", "99", solve.SlipOther},
		{"funds.local.executed", "198", solve.SlipCopied}, {"funds.local.executed", "297", solve.SlipOther},
	} {
		found := false
		for _, s := range run(change(t, tt.path, tt.value)) {
			for _, c := range s.Sets[0].Changes {
				if c.Path.String() == tt.path {
					found = true
					if c.Slip != tt.want {
						t.Errorf("%s of %s: got %s, want %s", tt.value, tt.path, c.Slip, tt.want)
					}
				}
			}
		}
		if !found {
			t.Errorf("%s of %s: nothing found", tt.value, tt.path)
		}
	}
}

// TestLimits: a search that meets a limit decides nothing.
func TestLimits(t *testing.T) {
	r := change(t, "funds.local.initial", "10", "funds.local.adjustment", "1")
	in := solve.Input{Report: r, Tested: identity.Unconditional(r)}
	for _, lim := range []solve.Limits{{Size: 1, Steps: 400_000, Sets: 600}, {Size: 12, Steps: 10, Sets: 600}, {Size: 12, Steps: 400_000, Sets: 0}} {
		if got := solve.Run(in, lim); len(got) != 1 || got[0].Decided || len(got[0].Sets) > 0 || len(got[0].Broken) == 0 {
			t.Errorf("%+v: got %+v, want one that is not decided", lim, got)
		}
	}
	// Of three sets that are found, two are none.
	r = change(t, "indicators[1].score", "17")
	in = solve.Input{Report: r, Tested: identity.Unconditional(r)}
	for sets, want := range map[int]bool{2: false, 3: true} {
		if got := solve.Run(in, solve.Limits{Size: 12, Steps: 400_000, Sets: sets}); len(got) != 1 || got[0].Decided != want {
			t.Errorf("%d sets: got %+v", sets, got)
		}
	}
	r = change(t, "funds.local.initial", "10", "funds.local.adjustment", "1")
	in = solve.Input{Report: r, Tested: identity.Unconditional(r)}
	if got := solve.Run(in, solve.Limits{Size: 2, Steps: 400_000, Sets: 1}); len(got) != 1 || !got[0].Unique() {
		t.Errorf("got %+v, want the two cells", got)
	}
}

// TestSteps: effort is counted, the same on any machine, and a search that ends before its
// time tells nothing. Without one of its bounds it takes more steps, or finds other sets.
func TestSteps(t *testing.T) {
	for _, tt := range []struct {
		sample string
		set    []string
		steps  int
	}{
		{"fuzhou-hrss-2023.txt", nil, 6953},
		{"fj-county-2021.txt", []string{"funds.municipal.initial", "630", "funds.county.executed", "525", "funds.other.adjustment", "2", "funds.fiscal_subtotal.balance", "10"}, 327},
		{"fj-county-2021.txt", []string{"indicators[0].weight", "51", "indicators[3].score", "1", "total.score", "89.39", "indicators[5].weight", "100"}, 462},
		{"fj-department-2022.txt", []string{"indicators[0].score", "99", "indicators[2].score", "88", "indicators[4].score", "77", "total.score", "12"}, 2139},
	} {
		r := load(t, tt.sample)
		for i := 0; i+1 < len(tt.set); i += 2 {
			set(t, r, tt.set[i], tt.set[i+1])
		}
		in := solve.Input{Report: r, Tested: identity.Unconditional(r), Grade: identity.GradeOf(r)}
		want := say(solve.Run(in, solve.DefaultLimits()))
		for _, share := range []int{1, 25, 50, 75, 90, 95, 105} { // in hundred of the steps
			lim := solve.DefaultLimits()
			lim.Steps = tt.steps * share / 100
			got := say(solve.Run(in, lim))
			if slices.Contains(got, "undecided") != (share < 100) || share > 100 && !slices.Equal(got, want) {
				t.Errorf("%s %v, %d steps: got %q", tt.sample, tt.set, lim.Steps, got)
			}
		}
	}
}

// TestManyCells: a form of more cells than a set can hold is not decided.
func TestManyCells(t *testing.T) {
	for weights, want := range map[int]string{511: "! indicators[0].level1=100", 512: "undecided"} {
		r := &normalize.Report{Total: &normalize.Total{Weight: &normalize.Field{}}, Indicators: make([]normalize.Indicator, weights)}
		group, below := normalize.Field{Value: "产出指标", State: normalize.Parsed, Weight: "90"}, normalize.Field{Value: "产出指标", State: normalize.Parsed}
		for i := range r.Indicators {
			r.Indicators[i].Level1, r.Indicators[i].Weight = &below, &normalize.Field{}
			r.Indicators[i].Weight.SetNumber(num.FromInt(0))
		}
		r.Indicators[3].Weight.SetNumber(num.FromInt(100))
		r.Total.Weight.SetNumber(num.FromInt(100))
		r.Indicators[0].Level1 = &group
		if got := say(run(r)); !slices.Equal(got, []string{want}) {
			t.Errorf("%d weights: got %q, want %s", weights, got, want)
		}
	}
}
