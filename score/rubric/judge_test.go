package rubric_test

import (
	"strings"
	"testing"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score/formtest"
	"ziping/score/rubric"
	"ziping/score/rubric/sets"
	"ziping/text/num"
)

// TestIndicatorScores scores single rows by the default set. want is the
// expected score, "" where nothing can be said, a band as low-top.
func TestIndicatorScores(t *testing.T) {
	for _, c := range []struct {
		row     string
		verdict rubric.Verdict
		want    string
	}{
		{"招生人数|≥11282人|11016|5|4.88", rubric.Explained, "4.88"},
		{"招生人数|≥11282人|11016|5|4.8", rubric.Explained, "4.8"}, // cut off
		{"招生人数|≥11282人|11016|5|4.95", rubric.Differs, "4.88"},
		{"招生人数|≥11282人|11300|5|5", rubric.Explained, "5"},
		{"招生人数|≥11282人|11300|5|4.5", rubric.Differs, "5"},
		{"培训人次|≥2.3万人次|22000人次|5|4.78", rubric.Explained, "4.78"}, // other scale
		{"培训人次|≥2.3万人次|22000元|5|4.78", rubric.Undecided, ""},      // other thing
		{"会议费|≤64万元|51.2万元|7|7", rubric.Explained, "7"},
		{"会议费|≤64万元|80万元|7|5.25", rubric.Explained, "5.25"}, // 1 − 16 ÷ 64
		{"会议费|≤64万元|80万元|7|5.6", rubric.Explained, "5.6"},   // 64 ÷ 80, the other way in use
		{"会议费|≤64万元|80万元|7|7", rubric.Differs, "5.25"},
		{"会议费|≤64万元|130万元|7|0", rubric.Explained, "0"}, // beyond twice the target
		{"偏离率|≤1%|-85.3|7|7", rubric.Explained, "7"},
		{"增长率|≥5%|-3%|7|0", rubric.Explained, "0"}, // a negative actual counts as 0
		{"采购执行率|=100%|72.74%|2|2", rubric.Differs, "1.45"},
		{"采购执行率|=100%|72.74%|2|0", rubric.Explained, "0"}, // all or nothing
		{"事故数|=0起|0起|5|5", rubric.Explained, "5"},
		{"事故数|=0起|2起|5|5", rubric.Differs, "0"},
		{"事故数|≤3起|3起|5|5", rubric.Explained, "5"},
		{"配送时间|3-5天|4天|5|5", rubric.Explained, "5"},
		{"配送时间|3-5天|6天|5|4", rubric.Explained, "4"}, // 1 − 1 ÷ 5
		{"完成时间|2023年11月底前|2023年11月|5|5", rubric.Explained, "5"},
		{"完成时间|2023年11月底前|2023年12月|5|3", rubric.Undecided, ""},
		{"完成时间|2023年11月15日前|2023年11月|5|5", rubric.Undecided, ""},
		{"健全性|逐步健全|达成预期指标|5|5", rubric.Explained, ""},
		{"健全性|逐步健全|达成预期指标|5|3", rubric.Differs, ""},
		{"健全性|逐步健全|部分达成年度指标并具有一定效果|5|3.5", rubric.Explained, ""},
		{"健全性|逐步健全|较上年明显提高|5|1", rubric.Undecided, ""},
		{"健全性|逐步健全|基本达成预期指标|5|5", rubric.Undecided, ""},
		{"满意度|≥90%|≥90%|5|5", rubric.Undecided, ""}, // copied
		{"满意度|90%|88%|5|5", rubric.Undecided, ""},   // a bare figure may mean either bound
		{"满意度|90%|93%|5|5", rubric.Explained, "5"},
		{"满意度|≥90%||5|5", rubric.Undecided, ""},
		{"满意度|≥90%|93%||5", rubric.Undecided, ""},
	} {
		r := formtest.Rows(t, c.row, "占位指标|≥1个|1个|0.5|0.5")
		o := sets.Default().Indicators(r)[0]
		got := ""
		if o.Verdict != rubric.Undecided && o.Expected.Known() {
			got = sets.Default().Points(&o).String()
		}
		if o.Verdict != c.verdict || got != c.want {
			t.Errorf("%s: got verdict %d, expected %q (%s); want %d, %q", c.row, o.Verdict, got, o.Rule().EN, c.verdict, c.want)
		}
		if o.Verdict != rubric.Undecided && (o.Rule().ZH == "" || o.Rule().EN == "") {
			t.Errorf("%s: got no words for the rule", c.row)
		}
	}
}

func TestWholePoints(t *testing.T) {
	// On a form of whole points 9 stands for 9.7 cut off and 10 for 9.7 rounded.
	for score, want := range map[string]rubric.Verdict{"9": rubric.Explained, "10": rubric.Explained, "8": rubric.Differs} {
		r := formtest.Rows(t, "岗位数|≥2689个|2608个|10|"+score)
		if o := sets.Default().Indicators(r)[0]; o.Verdict != want {
			t.Errorf("9.7 printed as %s on a form of whole points: got %d, want %d", score, o.Verdict, want)
		}
	}
}

func TestFloorAndSteps(t *testing.T) {
	s, err := sets.Parse([]byte("id: mine\nname: x\nsources: [x]\nbudget: {kind: linear}\ntargets: {at_least: [{kind: ratio, floor: 60}]}\n"), "mine.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for row, want := range map[string]string{
		"次数|≥100次|59次|10.5|0": "0",
		"次数|≥100次|60次|10|6":   "6",
	} {
		if o := s.Indicators(formtest.Rows(t, row))[0]; o.Verdict != rubric.Explained || s.Points(&o).String() != want {
			t.Errorf("%s: got %d %s, want explained %s", row, o.Verdict, s.Points(&o), want)
		}
	}
	step := rubric.Formula{Whole: rubric.WholeNone, Kind: rubric.KindStep, Deduct: num.MustParse("0.1"), Per: num.FromInt(1)}
	p := rubric.Progress{Op: normalize.OpAtMost, Actual: num.MustParse("103"), Target: num.FromInt(100), Numbers: true, Met: rubric.No}
	if got, ok := step.Earned(p, num.FromInt(4)); !ok || got.Cmp(num.MustParse("3.7")) != 0 {
		t.Errorf("0.1 off for each of 3 points: got %s, want 3.7", got.Round(4))
	}
}

func TestCoefficient(t *testing.T) {
	s, err := sets.Load("chongqing")
	if err != nil {
		t.Fatal(err)
	}
	r := formtest.Rows(t, "采购执行率|=100%|72.74%|2|1.9", "占位|≥1个|1个|0.5|0.5")
	r.Indicators[0].Other = []normalize.Labelled{{Label: "得分系数(%)", Field: &normalize.Field{Text: "95%", State: normalize.Parsed}}}
	if o := s.Indicators(r)[0]; o.Verdict != rubric.Explained || !strings.Contains(o.Rule().EN, "95% × 2") {
		t.Errorf("got %d by %q, want 1.9 explained by 95%% × 2", o.Verdict, o.Rule().EN)
	}
}

// TestBudgetRules tries the common rules on the seed's 93.11 % and on the
// worked examples of the sources: 79.27 % → 7.93 and 76 % → 7.6 (Chongqing).
func TestBudgetRules(t *testing.T) {
	want := map[string]map[string]string{
		"93.11": {"linear": "9.31", "linear-rounded-rate": "9.3", "step-half-whole": "7", "step-half-begun": "6.5", "step-half-exact": "6.56", "surplus-over-3": "7", "step-one-whole": "4", "band-90-95": "7"},
		"79.27": {"linear": "7.93", "band-90-95": ""},
		"76":    {"linear": "7.6", "step-half-whole": "0"},
		"100":   {"linear": "10", "step-half-whole": "10", "surplus-over-3": "10"},
		"104":   {"linear": "10", "step-half-exact": "10"},
		"0":     {"linear": "0", "step-one-whole": "0"},
	}
	for _, rule := range sets.BudgetRules() {
		for rate, points := range want {
			w, stated := points[rule.ID]
			if !stated {
				continue
			}
			got := ""
			if p, ok := rule.Points(rubric.Quotient(num.MustParse(rate), num.FromInt(1)), num.FromInt(10)); ok {
				got = p.Round(2).String()
			}
			if got != w {
				t.Errorf("%s at %s%%: got %q, want %q", rule.ID, rate, got, w)
			}
		}
	}
	rule := sets.BudgetRules()[2]
	if p, ok := rule.Points(rubric.Quotient(num.MustParse("93.11"), num.FromInt(1)), num.FromInt(20)); !ok || p.Cmp(num.FromInt(14)) != 0 {
		t.Errorf("a rule for 10 points on 20: got %s, want 14", p.Round(2))
	}
}

func TestRescore(t *testing.T) {
	r := formtest.Rows(t, "河道长度|≥28公里|29.1公里|12|12", "资金|≥113万元|93.8万元|5|5", "机制|有效提升|较好|5|4.5")
	s := sets.Default().Rescore(r, extract.EN)
	if s.Stated != "97.04" || s.Computed != "30.92" || s.Rescored != "30.07" || s.Rules != "mof-2020" {
		t.Errorf("got stated %s, computed %s, rescored %s by %s; want 97.04, 30.92, 30.07 by mof-2020", s.Stated, s.Computed, s.Rescored, s.Rules)
	}
	if b := s.Budget; b == nil || b.Field.String() != "funds.total.score" || b.Expected != "9.42" || !strings.Contains(b.Rule, "94.2473%, rounded") {
		t.Errorf("got budget %+v, want 9.42 from the exact rate, rounded", s.Budget)
	}
	if len(s.Indicators) != 3 || s.Indicators[1].Expected != "4.15" || s.Indicators[2].Expected != "" || s.Indicators[2].Rule != "" {
		t.Errorf("got %+v, want 4.15 for the second and nothing for the third", s.Indicators)
	}
	if got := (*rubric.Set)(nil).Rescore(r, extract.ZH); got != nil {
		t.Errorf("a nil set: got %+v, want nil", got)
	}
	if got := sets.Default().Rescore(&normalize.Report{}, extract.ZH); got != nil {
		t.Errorf("a form without scores: got %+v, want nil", got)
	}
}

func TestGenerous(t *testing.T) {
	r := formtest.Rows(t, "河道长度|≥28公里|29.1公里|12|12")
	g, ok := sets.Default().Generous(r)
	// (1 − 0.942) ÷ 1 = 5.8 %
	if !ok || !g.TooWide || g.Unspent || g.Gap.String() != "5.8" {
		t.Errorf("got %+v %v, want a gap of 5.8 beyond the alarm", g, ok)
	}
	r = formtest.Rows(t, "河道长度|≥28公里|29.1公里|12|11.5")
	if g, ok := sets.Default().Generous(r); !ok || g.TooWide {
		t.Errorf("got %+v, want no alarm", g)
	}
	if _, ok := sets.Default().Generous(formtest.Rows(t, "河道长度|≥28公里|29.1公里||11.5")); ok {
		t.Error("a score without weight: got a comparison, want none")
	}
}

// TestOtherRules scores single rows by sets that say more than the default.
func TestOtherRules(t *testing.T) {
	const head = "id: x\nname: x\nsources: [x]\nbudget: {kind: linear}\ntargets:\n  at_least: [{kind: ratio}]\n  on_time: true\n  "
	for _, c := range []struct {
		rule, row string
		verdict   rubric.Verdict
		want      string
	}{
		{"over: [{from: 150, cut: 10}, {from: 300, cut: 50}]", "甲|≥100次|149次|10|10", rubric.Explained, "10"},
		{"over: [{from: 150, cut: 10}, {from: 300, cut: 50}]", "甲|≥100次|150次|10|9", rubric.Explained, "9"},
		{"over: [{from: 150, cut: 10}, {from: 300, cut: 50}]", "甲|≥100次|150次|10|10", rubric.Differs, "9"},
		{"over: [{from: 150, cut: 10}, {from: 300, cut: 50}]", "甲|≥100次|320次|10|5", rubric.Explained, "5"},
		{"over: [{from: 130, by_excess: true}]", "甲|≥100次|150次|10|8", rubric.Explained, "8"}, // 10 × (1 − (150 − 130) %)
		{"over: [{from: 130, by_excess: true}]", "甲|≥100次|400次|10|0", rubric.Explained, "0"},
		{"over: [{from: 130, judged: true}]", "甲|≥100次|150次|10|4", rubric.Undecided, ""},
		{"over: [{from: 130, judged: true}]", "甲|≥100次|120次|10|4", rubric.Differs, "10"},
		{"late_is_zero: true", "甲|2023年11月底前|2023年12月|10|0", rubric.Explained, "0"},
		{"late_is_zero: true", "甲|2023年11月底前|2023年12月|10|5", rubric.Differs, "0"},
		{"named: [{names: [控制率], formulas: [{kind: step, deduct: 0.1, per: 1, whole: none}]}]", "人员控制率|≥100%|97%|10|9.7", rubric.Explained, "9.7"},
		{"named: [{names: [控制率], formulas: [{kind: step, deduct: 0.2, per: 1, whole: none}]}]", "人员控制率|≥100%|97%|10|9.4", rubric.Explained, "9.4"},
		{"named: [{names: [控制率], formulas: [{kind: step, deduct: 0.2, per: 1, whole: none}]}]", "人员覆盖率|≥100%|97%|10|9.4", rubric.Differs, "9.7"},
		{"equal: [{kind: formula, points: '分值 * 最大(0, 1 - 偏离率 / 50)'}]", "甲|=100次|80次|10|6", rubric.Explained, "6"},
		{"equal: [{kind: step, relative: true, deduct: 1, per: 5, whole: ceil}]", "甲|=200次|187次|10|8", rubric.Explained, "8"}, // 6.5 % off: two steps begun
	} {
		s, err := sets.Parse([]byte(head+c.rule+"\n"), "x.yaml")
		if err != nil {
			t.Fatal(err)
		}
		o := s.Indicators(formtest.Rows(t, c.row, "占位指标|≥3个|1个|0.5|0.17"))[0]
		got := ""
		if o.Verdict != rubric.Undecided {
			got = s.Points(&o).String()
		}
		if o.Verdict != c.verdict || got != c.want {
			t.Errorf("%s, %s: got verdict %d, %q (%s); want %d, %q", c.rule, c.row, o.Verdict, got, o.Rule().EN, c.verdict, c.want)
		}
		if o.Verdict != rubric.Undecided && (o.Rule().ZH == "" || o.Rule().EN == "") {
			t.Errorf("%s: got no words for the rule", c.rule)
		}
	}
}

// TestPlacesAndRounding holds scores to the places and the rounding of a set.
func TestPlacesAndRounding(t *testing.T) {
	for _, c := range []struct {
		rule, score string
		want        rubric.Verdict
	}{
		{"places: 2", "4.88", rubric.Explained}, {"places: 2", "4.9", rubric.Differs}, {"places: 1", "4.9", rubric.Explained}, {"places: 1", "4.8", rubric.Explained},
		{"places: 0", "5", rubric.Explained}, {"places: 0", "4", rubric.Explained},
		{"places: 1\nrounding: half_up", "4.8", rubric.Differs}, {"places: 1\nrounding: cut_off", "4.8", rubric.Explained}, {"places: 1\nrounding: cut_off", "4.9", rubric.Differs},
		{"places: 2\nrounding: cut_off", "4.88", rubric.Explained}, // 4.882…: both ways
	} {
		s, err := sets.Parse([]byte("id: x\nname: x\nsources: [x]\nbudget: {kind: linear}\ntargets: {at_least: [{kind: ratio}]}\n"+c.rule+"\n"), "x.yaml")
		if err != nil {
			t.Fatal(err)
		}
		if o := s.Indicators(formtest.Rows(t, "招生人数|≥11282人|11016|5|"+c.score))[0]; o.Verdict != c.want {
			t.Errorf("%q: %s got verdict %d, want %d", c.rule, c.score, o.Verdict, c.want)
		}
	}
}

// TestEqualSplit gives rows without weights an equal part of their level's points.
func TestEqualSplit(t *testing.T) {
	s, err := sets.Load("guangshui")
	if err != nil {
		t.Fatal(err)
	}
	r := formtest.Rows(t, "甲|≥3次|2次||5", "乙|≥3次|3次||7", "丙|≥9次|9次||6")
	level := &normalize.Field{Text: "数量指标(16分)", Weight: "16", State: normalize.Parsed}
	rest := &normalize.Field{Text: "数量指标(16分)", State: normalize.Parsed}
	r.Indicators[0].Level2, r.Indicators[1].Level2 = level, rest
	r.Indicators[2].Level2 = &normalize.Field{Text: "质量指标", Weight: "7", State: normalize.Parsed}
	o := s.Indicators(r)
	if o[0].Verdict != rubric.Explained || !o[0].Weight.Equal(num.FromInt(8)) {
		t.Errorf("2 of 3 in a level of 16 over two rows: got %d of weight %s, want 5 explained of 8", o[0].Verdict, o[0].Weight)
	}
	if o[1].Verdict != rubric.Differs || s.Points(&o[1]).String() != "8" {
		t.Errorf("met: got %d, want 8 expected", o[1].Verdict)
	}
	if o[2].Verdict != rubric.Differs || s.Points(&o[2]).String() != "7" {
		t.Errorf("the only row of its level: got %d, want 7 expected", o[2].Verdict)
	}
	rest.Weight, level.Weight = "", "15" // 7.5 each: the form alone knows who has the odd point
	if o := s.Indicators(r); o[0].Verdict != rubric.Undecided {
		t.Errorf("15 over two rows: got %d, want undecided", o[0].Verdict)
	}
}

// TestRescale brings the rest back to the full mark where a row does not apply.
func TestRescale(t *testing.T) {
	s, err := sets.Load("template-ratio")
	if err != nil {
		t.Fatal(err)
	}
	r := formtest.Rows(t, "甲|≥10次|10次|70|70", "乙|≥10次|不适用|20|")
	if got := s.Rescore(r, extract.EN); got.Rescored != "99.28" { // (70 + 9.42) × 100 ÷ 80, to two places
		t.Errorf("got %s, want 99.28", got.Rescored)
	}
}
