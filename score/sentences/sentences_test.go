package sentences

import (
	"testing"

	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/value"
	"ziping/score/identity"
	"ziping/score/sketch"
)

// TestSentences holds the words for each kind of identity, in both languages.
func TestSentences(t *testing.T) {
	for _, tt := range []struct {
		r      *normalize.Report
		zh, en string
	}{
		{sketch.Money(t, "", "initial adjustment budget\ntotal 300.00 _ 320.00"),
			"total·预算数：填报数 320.00，按表内关系计算为 300.00（年初预算 300.00 + 年中调整（空）），相差 20.00",
			"total·budget: reported 320.00, the form's own figures give 300.00 (initial budget 300.00 + adjustment (blank)), difference 20.00"},
		{sketch.Money(t, "", "initial adjustment budget\ntotal 300.00 -20.50 320.00"),
			"total·预算数：填报数 320.00，按表内关系计算为 279.50（年初预算 300.00 + 年中调整 (-20.50)），相差 40.50",
			"total·budget: reported 320.00, the form's own figures give 279.50 (initial budget 300.00 + adjustment (-20.50)), difference 40.50"},
		{sketch.Money(t, "", "budget executed balance\ntotal -300 -200.00 5"),
			"total·结余：填报数 5，按表内关系计算为 -100.00（预算数 -300 − 执行数 (-200.00)），相差 105.00",
			"total·balance: reported 5, the form's own figures give -100.00 (budget -300 − executed (-200.00)), difference 105.00"},
		{sketch.Money(t, "", "budget executed execution_rate\ntotal 200.00 100 40"),
			"total·执行率：填报数 40%，按表内关系计算为 50%（执行数 100 ÷ 预算数 200.00），相差 10 个百分点",
			"total·execution rate: reported 40%, the form's own figures give 50% (executed 100 ÷ budget 200.00), difference 10 percentage points"},
		{sketch.Money(t, "万元", "budget executed execution_rate\ntotal 200.00 1000000元 40"),
			"total·执行率：填报数 40%，按表内关系计算为 50%（执行数 1000000元 ÷ 预算数 200.00），相差 10 个百分点",
			"total·execution rate: reported 40%, the form's own figures give 50% (executed 1000000元 ÷ budget 200.00), difference 10 percentage points"},
		{sketch.Money(t, "", "carried_in\ntotal(central,local) 10.5\ncentral 5\nlocal _"),
			"total·上年结转：填报数 10.5，按表内关系计算为 5（central 5 + local（空）），相差 5.5",
			"total·carried in: reported 10.5, the form's own figures give 5 (central 5 + local (blank)), difference 5.5"},
		{sketch.Money(t, "万元", "balance\ntotal(central,local) 10元\ncentral 5\nlocal 6元"),
			"total·结余：填报数 10元，按表内关系计算为 50006元（central 5 + local 6元），相差 49996元",
			"total·balance: reported 10元, the form's own figures give 50006元 (central 5 + local 6元), difference 49996元"},
		{sketch.Marks(t, "100 .", "产出 数量 50.50 .", "″ 质量 _ .", "″ 质量 ? ."), "", ""},
		{sketch.Marks(t, "100 .", "产出 数量 50.50 .", "″ 质量 _ ."),
			"满分：填报数 100，按表内关系计算为 50.5（各项分值之和：1 项指标 50.5），相差 49.5",
			"full mark: reported 100, the form's own figures give 50.5 (the weights: 1 indicators 50.5), difference 49.5"},
		{sketch.WithBudget(t, "weight\ntotal 10", "110 ."),
			"满分：填报数 110，按表内关系计算为 90（各项分值之和：1 项指标 90），相差 20",
			"full mark: reported 110, the form's own figures give 90 (the weights: 1 indicators 90), difference 20"},
		{sketch.WithBudget(t, "weight score\ntotal 10 9.50", "100 96"),
			"总分：填报数 96，按表内关系计算为 94.5（各项得分之和：1 项指标 85 + 预算执行 9.5），相差 1.5",
			"total: reported 96, the form's own figures give 94.5 (the scores: 1 indicators 85 + budget 9.5), difference 1.5"},
		{sketch.Marks(t, "", "产出(60) 数量 50 .", "″ 质量 50 ."),
			"产出(60)：填报数 60，按表内关系计算为 100（组内 2 项指标分值之和），相差 40",
			"产出(60): reported 60, the form's own figures give 100 (the weights of its 2 indicators), difference 40"},
		{sketch.Marks(t, "", "产出 数量 100 101"),
			"指标1：得分 101 高于分值 100",
			"指标1: score 101 is above the weight 100"},
		{sketch.Marks(t, "", "产出 数量 100 -1"),
			"指标1：得分 -1 为负数，不在 0 至分值 100 之间",
			"指标1: score -1 is negative; it must lie between 0 and the weight 100"},
		{sketch.WithBudget(t, "weight score\ntotal 10 11", ". ."),
			"预算执行：得分 11 高于分值 10",
			"budget: score 11 is above the weight 10"},
	} {
		var got []extract.Text
		for _, x := range identity.Unconditional(tt.r) {
			if x.Outcome == identity.Disagree {
				got = append(got, Of(tt.r, &x))
			}
		}
		if tt.zh == "" {
			if len(got) > 0 {
				t.Errorf("got %q, want nothing", got)
			}
			continue
		}
		if len(got) != 1 || got[0].ZH != tt.zh || got[0].EN != tt.en {
			t.Errorf("got %q, want %s", got, tt.zh)
		}
	}
}

// TestNamesInSentences: rows and indicators are named as printed, without 其中 and
// line breaks; by their number where nothing is printed.
func TestNamesInSentences(t *testing.T) {
	for label, want := range map[string]string{
		"其中:中央\n资金": "中央资金", "其中：省级：": "省级", " 合 计 ": "合计", "": "合计", "其中:": "合计",
	} {
		r := sketch.Money(t, "", "budget balance executed\ntotal 3 3 3")
		r.Funds.Rows[0].Label = label
		x := identity.Unconditional(r)[0]
		if got := Of(r, &x).ZH; got != want+"·结余：填报数 3，按表内关系计算为 0（预算数 3 − 执行数 3），相差 3" {
			t.Errorf("%q: got %s, want %s", label, got, want)
		}
	}
	r := sketch.Marks(t, "", "产出 数量 50 10", "产出 数量 50 60")
	r.Indicators[1].Name = nil
	x := identity.Unconditional(r)[2]
	if got := Of(r, &x); got.ZH != "第 2 项指标：得分 60 高于分值 50" || got.EN != "indicator 2: score 60 is above the weight 50" {
		t.Errorf("got %+v", got)
	}
	r.Indicators[1].Name = value.Words("培训\n人次")
	if got := Of(r, &x).EN; got != "培训人次: score 60 is above the weight 50" {
		t.Errorf("got %s", got)
	}
}
