package infer

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score/formtest"
	"ziping/score/rubric"
	"ziping/score/rubric/sets"
	"ziping/text/num"
)

// scored makes a form whose rows and budget are scored by a set: the budget of
// 1000 at a rate in percent, rows of target and actual.
func scored(t testing.TB, s *rubric.Set, rate string, rows [][2]string) *normalize.Report {
	t.Helper()
	number := func(n num.Decimal) *normalize.Field {
		f := &normalize.Field{Text: n.String()}
		f.SetNumber(n)
		return f
	}
	r := &normalize.Report{Organisation: &normalize.Field{Text: "白石县水利局", Value: "白石县水利局", State: normalize.Parsed}}
	budget := num.FromInt(1000)
	row := normalize.FundRow{Source: "total", Budget: number(budget), Executed: number(num.MustParse(rate).Mul(num.FromInt(10))), Weight: number(num.FromInt(10))}
	points, ok := s.Budget.Points(rubric.Rates(&normalize.Report{}, &row)[0], num.FromInt(10))
	if !ok {
		t.Fatalf("no points at %s %%", rate)
	}
	row.Score = number(s.Points(&rubric.Outcome{Expected: points}))
	r.Funds = &normalize.Funds{Rows: []normalize.FundRow{row}}
	for _, x := range rows {
		i := formtest.Rows(t, "示例|"+x[0]+"|"+x[1]+"|10|10").Indicators[0]
		p := rubric.Of(&i)
		if p.Met == rubric.No {
			list := s.Targets.Missed(p, &i)[0]
			points, ok := list[0].Earned(p, num.FromInt(10))
			if !ok {
				t.Fatalf("no points for %v", x)
			}
			i.Score = number(s.Points(&rubric.Outcome{Expected: points}))
		}
		r.Indicators = append(r.Indicators, i)
	}
	return r
}

var rows = [][][2]string{
	{{"≥100人", "97.3人"}, {"≥100人", "41人"}, {"≥80次", "80次"}, {"≤64万元", "70万元"}},
	{{"≥200人", "187人"}, {"≥90%", "88.7%"}, {"≥1000个", "430个"}, {"≤64万元", "71万元"}},
	{{"≥30场", "29场"}, {"≥12次", "11次"}, {"≥50个", "22个"}, {"≤10万元", "11.3万元"}},
}

// TestInferred gives forms scored by a known rule and wants that rule back.
func TestInferred(t *testing.T) {
	for _, c := range []struct{ budget, atLeast, atMost, places, want string }{
		{"{kind: linear}", "{kind: ratio}", "{kind: excess}", "2", ""},
		{"{kind: linear}", "{kind: ratio, floor: 60}", "{kind: inverse}", "2", ""},
		{"{kind: linear}", "{kind: none}", "{kind: none}", "2", ""},
		{"{kind: step, of: 10, from: 100, per: 1, deduct: 0.5, whole: floor}", "{kind: step, per: 1, deduct: 0.5, whole: none, relative: true}", "{kind: inverse}", "2", ""},
		{"{kind: step, of: 10, from: 95, per: 1, deduct: 1, whole: none}", "{kind: ratio}", "{kind: excess}", "1", ""},
	} {
		file := "id: x\nname: x\nsources: [x]\nplaces: " + c.places + "\nbudget: " + c.budget + "\ntargets:\n  at_least: [" + c.atLeast + "]\n  at_most: [" + c.atMost + "]\n"
		s, err := sets.Parse([]byte(file), "x.yaml")
		if err != nil {
			t.Fatal(err)
		}
		var forms []*normalize.Report
		for i, rate := range []string{"93.11", "88.64", "97.52"} {
			forms = append(forms, scored(t, s, rate, rows[i]))
		}
		inf := Infer(forms)
		if got := explained(inf.Forms); got != len(forms) {
			t.Errorf("%s %s: got %d of %d forms explained: %+v", c.budget, c.atLeast, got, len(forms), inf.Forms)
		}
		if got := sets.RateFlow(&inf.Set.Budget.RateRule); got != c.budget {
			t.Errorf("got budget %s, want %s", got, c.budget)
		}
		if got := sets.Flow(inf.Set.Targets.AtLeast[:1]); got != "["+c.atLeast+"]" {
			t.Errorf("got at_least %s, want %s", got, c.atLeast)
		}
		if got := sets.Flow(inf.Set.Targets.AtMost[:1]); got != "["+c.atMost+"]" {
			t.Errorf("got at_most %s, want %s", got, c.atMost)
		}
		checkFile(t, inf, forms)
	}
}

// checkFile holds that the file of an inference, read again, explains the same.
func checkFile(t testing.TB, inf *Inference, forms []*normalize.Report) {
	t.Helper()
	names := make([]string, len(forms))
	for i := range names {
		names[i] = fmt.Sprintf("%d\n.txt", i)
	}
	for _, lang := range []extract.Lang{extract.ZH, extract.EN} {
		text := inf.File(Bureau(forms), names, lang)
		s, err := sets.Parse([]byte(text), "inferred.yaml")
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		if got, want := explained(verdicts(s, forms)), explained(inf.Forms); got != want {
			t.Errorf("the file explains %d forms, want %d\n%s", got, want, text)
		}
	}
}

// TestInferBands reads a table of bands off forms that no formula explains.
func TestInferBands(t *testing.T) {
	s, err := sets.Parse([]byte("id: x\nname: x\nsources: [x]\nbudget: {kind: bands, of: 10, bands: [{from: 95, points: 10}, {from: 90, below: 95, points: 7}, {from: 0, below: 90, points: 3}]}\ntargets: {at_least: [{kind: ratio}]}\n"), "x.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var forms []*normalize.Report
	for _, rate := range []string{"99.2", "96.3", "93.8", "91.4", "88.1", "71.7"} {
		forms = append(forms, scored(t, s, rate, rows[0][:3]))
	}
	inf := Infer(forms)
	if got, want := sets.RateFlow(&inf.Set.Budget.RateRule), "{kind: bands, of: 10, bands: [{from: 95, points: 10}, {from: 90, below: 95, points: 7}, {from: 0, below: 90, points: 3}]}"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	checkFile(t, inf, forms)
}

// TestInferListsTheRest wants the odd form named, and the rule of the others.
func TestInferListsTheRest(t *testing.T) {
	s := sets.Default()
	var forms []*normalize.Report
	for i, rate := range []string{"93.11", "88.64", "97.52"} {
		forms = append(forms, scored(t, s, rate, rows[i]))
	}
	forms[1].Indicators[0].Score.SetNumber(num.MustParse("9.99"))
	inf := Infer(forms)
	if explained(inf.Forms) != 2 || inf.Forms[1].Whole() || len(inf.Forms[1].Differ) != 1 || inf.Forms[1].Differ[0] != "indicators[0].score" {
		t.Errorf("got %+v, want the second form's first score alone unexplained", inf.Forms)
	}
	text := inf.File("", []string{"a", "b\nid: evil", "c"}, extract.ZH)
	if !strings.Contains(text, "#   b id: evil: indicators[0].score") {
		t.Errorf("got no line for the odd form:\n%s", text)
	}
	if len(inf.Known) == 0 {
		t.Error("got no embedded set that explains as much, want mof-2020")
	}
}

// TestInferAnything holds that whatever the scores, the file can be read.
func TestInferAnything(t *testing.T) {
	base := make([]*normalize.Report, len(rows))
	for i := range rows {
		base[i] = scored(t, sets.Default(), "93.11", rows[i])
	}
	rapid.Check(t, func(t *rapid.T) {
		for _, r := range base {
			for i := range r.Indicators {
				r.Indicators[i].Score.SetNumber(num.New(rapid.Int64Range(0, 1000).Draw(t, "score"), 2))
			}
			r.Funds.Rows[0].Score.SetNumber(num.New(rapid.Int64Range(0, 100).Draw(t, "budget"), 1))
		}
		inf := Infer(base)
		text := inf.File(rapid.String().Draw(t, "bureau"), []string{"a", "b", "c"}, extract.EN)
		if _, err := sets.Parse([]byte(text), "x"); err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
	})
}

// TestRecognised wants a form that consistently goes by another known way to be
// tested by that, and one odd score not to be enough.
func TestRecognised(t *testing.T) {
	floor := formtest.Rows(t, "甲|≥100人|97|10|9.7", "乙|≥100人|41|10|0", "丙|≥100人|30|10|0")
	s, why := sets.Choose(floor)
	if s.ID != "mof-2020+floor-60" || !strings.Contains(why.EN, "2 scores") {
		t.Errorf("got %s (%s), want mof-2020+floor-60 by 2 scores", s.ID, why.EN)
	}
	if got, err := sets.Load(s.ID); err != nil || got.ID != s.ID {
		t.Errorf("Load(%q): got %v, %v", s.ID, got, err)
	}
	one := formtest.Rows(t, "甲|≥100人|97|10|9.7", "乙|≥100人|41|10|0")
	if s, _ := sets.Choose(one); s.ID != "mof-2020" {
		t.Errorf("one odd score: got %s, want mof-2020", s.ID)
	}
	if v := sets.Otherwise(sets.Default(), one)[1]; v == nil || v.ID != "floor-60" {
		t.Errorf("one odd score: got %v, want floor-60 named", v)
	}
	against := formtest.Rows(t, "甲|≥100人|41|10|4.1", "乙|≥100人|41|10|0", "丙|≥100人|30|10|0")
	if s, _ := sets.Choose(against); s.ID != "mof-2020" {
		t.Errorf("a score that speaks against it: got %s, want mof-2020", s.ID)
	}
}

// TestSilent holds sound forms of every usual rounding to no finding.
func TestSilent(t *testing.T) {
	for name, rows := range map[string][]string{
		"tenths":                             {"甲|≥2689个|2608个|10|9.7", "乙|≥11282人|11016|5|4.9"},
		"cut":                                {"甲|≥2689个|2608个|10|9.69", "乙|≥11282人|11016|5|4.88"},
		"integers":                           {"甲|≥2689个|2608个|10|10", "乙|≥11282人|10016|5|4"},
		"integers beside a weight of halves": {"甲|≥2689个|2608个|10|10", "乙|≥10个|10个|2.5|2.5"},
		"inverse":                            {"甲|≤64万元|80万元|7|5.6", "乙|≤10万元|11万元|5|4.55"},
		"passed by far and cut":              {"甲|≥100人|250人|10|8", "乙|≥100人|100人|10|10"},
	} {
		r := formtest.Rows(t, rows...)
		s, _ := sets.Choose(r)
		for i, o := range s.Indicators(r) {
			if o.Verdict == rubric.Differs {
				t.Errorf("%s: row %d of %s: got %s expected, want silence", name, i, s.ID, s.Points(&o))
			}
		}
	}
}

func BenchmarkInfer(b *testing.B) {
	var forms []*normalize.Report
	for i := range 100 {
		forms = append(forms, scored(b, sets.Default(), fmt.Sprintf("9%d.%d1", i%10, i/10), rows[i%3]))
	}
	for b.Loop() {
		Infer(forms)
	}
}
