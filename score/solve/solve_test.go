package solve_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ziping/extract"
	"ziping/extract/tabin"
	"ziping/normalize"
	"ziping/normalize/read"
	"ziping/score/identity"
	"ziping/score/solve"
	"ziping/text/num"
)

// load is the first form of a sample.
func load(tb testing.TB, sample string) *normalize.Report {
	tb.Helper()
	data, err := os.ReadFile(filepath.Join("../../samples", sample))
	if err != nil {
		tb.Fatal(err)
	}
	return parse(tb, string(data))
}

func parse(tb testing.TB, text string) *normalize.Report {
	tb.Helper()
	doc, err := tabin.Read([]byte(text), extract.Options{Limits: extract.DefaultLimits()})
	if err != nil {
		tb.Fatal(err)
	}
	forms := read.Run(doc, read.Options{})
	if len(forms) == 0 {
		tb.Fatal("got no form")
	}
	return &forms[0].Report
}

func run(r *normalize.Report) []solve.Solution {
	return solve.Run(solve.Input{Report: r, Tested: identity.Unconditional(r), Grade: identity.GradeOf(r)}, solve.DefaultLimits())
}

// say writes solutions down: a line for each set, "! " before those of a
// solution with one set only, "? " before ties.
func say(solutions []solve.Solution) []string {
	var out []string
	for _, s := range solutions {
		if !s.Decided {
			out = append(out, "undecided")
		}
		for _, set := range s.Sets {
			line := "? "
			if s.Unique() {
				line = "! "
			}
			var parts []string
			for _, c := range set.Changes {
				p := c.Path.String() + "=" + c.New.String()
				if c.NewGrade != "" {
					p = c.Path.String() + "=" + c.NewGrade
				}
				if c.Ranged() {
					p += "[" + c.Low.String() + ".." + c.High.String() + "]"
				}
				parts = append(parts, p)
			}
			out = append(out, line+strings.Join(parts, " "))
		}
	}
	slices.Sort(out)
	return out
}

// set prints another figure in a field.
func set(tb testing.TB, r *normalize.Report, path, value string) {
	tb.Helper()
	f, _ := r.Field(normalize.MustPath(path))
	if f == nil {
		tb.Fatalf("no field %s", path)
	}
	if normalize.MustPath(path).IsLevel() {
		f.Weight = value
		return
	}
	f.SetNumber(num.MustParse(value))
}

// sound samples with money in rows and columns, with scores, and with a grade.
var samples = []string{
	"fj-department-2018.txt", "fj-department-2022.txt", "mof-project-2021.txt", "transfer-2021.txt",
	"hb-project-2022.txt", "nx-project-2022.txt", "sc-project-2023.txt", "yn-project-2022.txt",
}

func TestSoundFormsNeedNothing(t *testing.T) {
	for _, s := range samples {
		if got := say(run(load(t, s))); len(got) > 0 {
			t.Errorf("%s: got %q, want nothing", s, got)
		}
	}
}

// TestSeed is the subtotal row left at 0.00: ten broken sums, one cause, seven
// cells with the rates.
func TestSeed(t *testing.T) {
	solutions := run(load(t, "fuzhou-hrss-2023.txt"))
	want := []string{"! funds.fiscal_subtotal.initial=222924.78 funds.fiscal_subtotal.adjustment=28034.02 funds.fiscal_subtotal.budget=250958.8" +
		" funds.fiscal_subtotal.executed=233667.3 funds.fiscal_subtotal.balance=17291.5 funds.fiscal_subtotal.execution_rate=93.11 funds.fiscal_subtotal.balance_rate=6.89"}
	if got := say(solutions); !slices.Equal(got, want) {
		t.Fatalf("got %q, want %q", got, want)
	}
	if n := len(solutions[0].Broken); n != 10 {
		t.Errorf("got %d identities explained, want 10", n)
	}
	for _, c := range solutions[0].Sets[0].Changes {
		if c.Slip != solve.SlipZero {
			t.Errorf("%s: got slip %s, want %s", c.Path, c.Slip, solve.SlipZero)
		}
	}
}

// small is a form on which the answers can be worked out by hand: two sources
// with all columns, three indicators in two groups, a grade.
const small = `部门整体绩效自评表
(2023年度)
单位:万元
项目名称	测试项目
项目资金	资金来源	年初预算数	年中调整	全年预算数	全年执行数	执行率	结余	分值	得分
	年度资金总额	300.00	30.00	330.00	297.00	90.00%	33.00	10	9
	其中:中央财政资金	200.00	20.00	220.00	198.00	90.00%	22.00		
	地方资金	100.00	10.00	110.00	99.00	90.00%	11.00		
	其他资金								
绩效指标	一级指标	二级指标	三级指标	年度指标值	实际完成值	分值	得分	偏差原因分析及改进措施
	产出指标(60分)	数量指标	培训人数	≥100人	100人	40	40	
			检查次数	≥10次	9次	20	18	人员不足
	满意度指标(30分)	服务对象满意度指标	满意度	≥90%	95%	30	30	
总分						100	97	
评价等级	优(S≥90)
`

func TestSlips(t *testing.T) {
	for _, c := range []struct {
		name string
		set  []string // path, value, …
		want []string
	}{
		{"a cell in two sums", []string{"funds.local.initial", "160"}, []string{"! funds.local.initial=100"}},
		{"a balance", []string{"funds.central.balance", "2.2"}, []string{"! funds.central.balance=22"}},
		{"a rate", []string{"funds.local.execution_rate", "80"}, []string{"! funds.local.execution_rate=90"}},
		{"two in a row", []string{"funds.local.initial", "10", "funds.local.adjustment", "1"}, []string{"! funds.local.initial=100 funds.local.adjustment=10"}},
		{"two far apart are two", []string{"funds.local.initial", "10", "funds.central.executed", "189"}, []string{"! funds.central.executed=198", "! funds.local.initial=100"}},
		{"a score that only the total knows", []string{"indicators[1].score", "17"}, []string{"? funds.total.score=10", "? indicators[1].score=18", "? total.score=96"}},
		{"a score above its weight", []string{"indicators[2].score", "33"}, []string{"! indicators[2].score=30"}},
		{"points of a group", []string{"indicators[0].level1", "50"}, []string{"! indicators[0].level1=60"}},
		{"a weight", []string{"indicators[1].weight", "25"}, []string{"! indicators[1].weight=20"}},
		{"a weight below the score", []string{"indicators[2].weight", "3"}, []string{"! indicators[2].weight=30"}},
		{"the total, by its grade", []string{"total.score", "79"}, []string{"! total.score=97"}},
		{"money and marks apart", []string{"total.score", "79", "funds.local.initial", "10"}, []string{"! funds.local.initial=100", "! total.score=97"}},
		{"rates bound money that nothing else does", []string{"funds.total.balance", "0", "funds.central.balance", "0", "funds.local.balance", "0"},
			[]string{"! funds.total.balance=33 funds.central.balance=22 funds.local.balance=11"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := parse(t, small)
			for i := 0; i+1 < len(c.set); i += 2 {
				set(t, r, c.set[i], c.set[i+1])
			}
			if got := say(run(r)); !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// TestGrade covers a grade that alone is wrong.
func TestGrade(t *testing.T) {
	r := parse(t, strings.Replace(small, "优(S≥90)", "良(80≤S<90)", 1))
	if got, want := say(run(r)), []string{"! grade=优"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestRange is a form where a rate and two amounts stand alone: any may be
// wrong, the amounts only up to an interval.
func TestRange(t *testing.T) {
	r := load(t, "hb-project-2022.txt")
	budget, _ := r.Funds.Rows[0].Budget.Number()
	set(t, r, "funds.total.budget", budget.Shift(2).String())
	solutions := run(r)
	if len(solutions) != 1 || len(solutions[0].Sets) != 3 {
		t.Fatalf("got %q, want three ties", say(solutions))
	}
	for _, s := range solutions[0].Sets {
		c := s.Changes[0]
		if c.Path.String() != "funds.total.budget" {
			continue
		}
		if !c.Ranged() || !c.New.Equal(budget) || c.Slip != solve.SlipPoint {
			t.Errorf("got %s in %s..%s by %s, want %s by a point slip within an interval", c.New, c.Low, c.High, c.Slip, budget)
		}
	}
}

// TestUndecided: a search that meets its limit says so.
func TestUndecided(t *testing.T) {
	r := load(t, "fuzhou-hrss-2023.txt")
	in := solve.Input{Report: r, Tested: identity.Unconditional(r)}
	for _, lim := range []solve.Limits{{Size: 3, Steps: 1e6, Sets: 10}, {Size: 9, Steps: 500, Sets: 10}} {
		got := solve.Run(in, lim)
		if len(got) != 1 || got[0].Decided || len(got[0].Sets) > 0 || len(got[0].Broken) != 10 {
			t.Errorf("%+v: got %+v, want one undecided solution for ten identities", lim, got)
		}
	}
}

// TestHugeFigures: figures beyond what exact integers hold are not decided, and
// do not panic.
func TestHugeFigures(t *testing.T) {
	r := parse(t, small)
	set(t, r, "funds.local.initial", strings.Repeat("9", 30))
	if got := say(run(r)); !slices.Equal(got, []string{"undecided"}) {
		t.Errorf("got %q, want undecided", got)
	}
}

// figures lists the paths of printed figures that identities of a report use.
func figures(r *normalize.Report) []string {
	seen := map[string]bool{"total.weight": true} // a full mark of 100 is never in doubt
	var out []string
	for _, t := range identity.Unconditional(r) {
		paths := []string{t.Result.String()}
		for _, p := range t.Parts {
			paths = append(paths, p.Path.String())
		}
		for _, p := range paths {
			if _, ok := identity.Number(r, normalize.MustPath(p)); ok && !seen[p] {
				seen[p] = true
				out = append(out, p)
			}
		}
	}
	return out
}

// TestPlantedSlips plants one to four slips in sound forms. The solver must
// decide; sets are never larger than what was planted; each set, put in, leaves
// no contradiction; and if none is smaller, the planted one is among them.
func TestPlantedSlips(t *testing.T) {
	texts := map[string]string{"small": small}
	for _, s := range samples {
		data, err := os.ReadFile(filepath.Join("../../samples", s))
		if err != nil {
			t.Fatal(err)
		}
		texts[s] = string(data)
	}
	names := append([]string{"small"}, samples...)
	rapid.Check(t, func(rt *rapid.T) {
		text := texts[rapid.SampledFrom(names).Draw(rt, "form")]
		r, right := parse(t, text), parse(t, text)
		paths := rapid.Permutation(figures(r)).Draw(rt, "cells")
		n := min(rapid.IntRange(1, 4).Draw(rt, "slips"), len(paths))
		var planted []string
		for _, p := range paths[:n] {
			old, _ := identity.Number(r, normalize.MustPath(p))
			wrong := slip(rt, old)
			if wrong.Equal(old) {
				continue
			}
			set(t, r, p, wrong.Printed())
			planted = append(planted, p)
			rt.Logf("%s: %s for %s", p, wrong.Printed(), old.Printed())
		}
		solutions := run(r)
		if len(solutions) == 0 {
			return // it does not show
		}
		size := 0
		for _, s := range solutions {
			if !s.Decided {
				rt.Fatalf("undecided with %d slips: %v", len(planted), planted)
			}
			size += len(s.Sets[0].Changes)
			for _, one := range s.Sets {
				if len(one.Changes) != len(s.Sets[0].Changes) {
					rt.Fatalf("got sets of different sizes: %q", say(solutions))
				}
			}
		}
		if size > len(planted) {
			rt.Fatalf("got %d cells, planted %d: %q", size, len(planted), say(solutions))
		}
		checkSets(rt, t, r, solutions)
		if size == len(planted) && !covers(solutions, planted, right) {
			rt.Fatalf("planted %v is not among %q", planted, say(solutions))
		}
	})
}

// slip writes a figure wrong.
func slip(rt *rapid.T, n num.Decimal) num.Decimal {
	places := n.Places()
	digits := strings.ReplaceAll(n.Abs().Fixed(places), ".", "")
	at := rapid.IntRange(0, len(digits)-1).Draw(rt, "at")
	switch rapid.SampledFrom([]string{"digit", "swap", "point", "sign", "zero"}).Draw(rt, "slip") {
	case "digit":
		digits = digits[:at] + rapid.SampledFrom([]string{"0", "1", "4", "7", "9"}).Draw(rt, "digit") + digits[at+1:]
	case "swap":
		if at+1 < len(digits) {
			digits = digits[:at] + digits[at+1:at+2] + digits[at:at+1] + digits[at+2:]
		}
	case "point":
		return n.Shift(1)
	case "sign":
		return n.Neg()
	case "zero":
		return num.New(0, places)
	}
	return num.MustParse(digits).Shift(-places).WithPlaces(places)
}

// checkSets puts each set in alone, with the first set of the other solutions,
// and tests the form again.
func checkSets(rt *rapid.T, t *testing.T, r *normalize.Report, solutions []solve.Solution) {
	for i := range solutions {
		for k := range solutions[i].Sets {
			undo := map[string]string{}
			put := func(s *solve.Set) {
				for _, c := range s.Changes {
					if c.NewGrade != "" {
						continue
					}
					undo[c.Path.String()] = c.Old.Printed()
					set(t, r, c.Path.String(), c.New.Printed())
				}
			}
			put(&solutions[i].Sets[k])
			for j := range solutions {
				if j != i {
					put(&solutions[j].Sets[0])
				}
			}
			blank := map[string]bool{}
			for j := range solutions {
				for _, s := range solutions[j].Sets {
					for _, c := range s.Changes {
						blank[c.Path.String()] = c.Blank
					}
				}
			}
			for _, x := range identity.Unconditional(r) {
				if x.Outcome == identity.Disagree {
					rt.Fatalf("set %d of %q leaves %s %s: %s, want %s", k, say(solutions), x.Check, x.Result, x.Stated, x.Expected)
				}
			}
			for path, old := range undo {
				set(t, r, path, old)
				if blank[path] {
					f, _ := r.Field(normalize.MustPath(path))
					*f = normalize.Field{State: normalize.Blank}
				}
			}
		}
	}
}

// covers reports whether the planted cells make up one set of each solution,
// with the right values where these are determined.
func covers(solutions []solve.Solution, planted []string, right *normalize.Report) bool {
	found := 0
	for _, s := range solutions {
		for _, set := range s.Sets {
			if slices.ContainsFunc(set.Changes, func(c solve.Change) bool { return !slices.Contains(planted, c.Path.String()) }) {
				continue
			}
			for _, c := range set.Changes {
				n, _ := identity.Number(right, c.Path)
				if n.Cmp(c.Low) < 0 || n.Cmp(c.High) > 0 {
					if rate := c.Path.Column().Kind() == normalize.Rate; !rate || n.Sub(c.New).Abs().Cmp(num.FromInt(1)) > 0 {
						return false
					}
				}
			}
			found += len(set.Changes)
			break
		}
	}
	return found == len(planted)
}
