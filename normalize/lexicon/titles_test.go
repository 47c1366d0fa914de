package lexicon

import "testing"

// TestTitles: what a title says of itself.
func TestTitles(t *testing.T) {
	titles := &Default().Titles
	for title, want := range map[string]bool{
		"自评结果公开表": true, "自我评价公开表": true, "自评结果公开": false, "自评结果公开汇总表": false, "绩效公开表": false,
		"自评一二三四五表": true, "自评一二三四五六表": false, "表": false, "自评表": true,
	} {
		if got := titles.SaysNearEnd(title); got != want {
			t.Errorf("%s says near its end: %v", title, got)
		}
	}
	for title, want := range map[string]bool{
		"职工年度考核自评表": true, "教师考核表": true, "干部民主评议表": true, "班子工作述职": true, "人员考核经费": true, "人员经费考核": false,
		"年度考核自评表": false, "职工食堂考核": false, "教师": false, "职工年度履职考核": true, "人员经费": false, "医师护士考核": true,
	} {
		if got := titles.SaysPersons(title); got != want {
			t.Errorf("%s says persons: %v", title, got)
		}
	}
	for label, want := range map[string]bool{"姓名": true, "姓名:王某": true, "姓 名:": true, "项目名称": false, "王某:姓名": false, "": false} {
		if got := titles.NamesPerson(label); got != want {
			t.Errorf("%s names a person: %v", label, got)
		}
	}
}

// TestSaysBudget: a heading that says only how the budget was spent.
func TestSaysBudget(t *testing.T) {
	l := Default()
	for bare, want := range map[string]bool{"预算执行": true, "预算执行率": true, "预算执行情况": true, "拨付情况": true, "年度总体目标": false, "绩效指标": false, "开放天数": false, "": false} {
		if got := l.SaysBudget(bare); got != want {
			t.Errorf("%s: %v", bare, got)
		}
	}
	for id, want := range map[string]string{"total": l.SourceNames["total"], "central": l.SourceNames["central"]} {
		if want == "" || l.Source[Bare(want)] != id {
			t.Errorf("%s is called %q", id, want)
		}
	}
}

// TestBracketsLost: marks, units and signs of formulas before a bracket that lost its partner.
func TestBracketsLost(t *testing.T) {
	for s, want := range map[string]string{
		"预算执行情况20分)": "预算执行情况", "预算金额元)": "预算金额", "执行率B/A)": "执行率", "执行数(B": "执行数", "(甲)乙)": "乙", "甲(乙(丙)丁)戊": "甲戊", "20分)": "20分", ")": "", "甲": "甲", "元)": "元",
	} {
		if got := dropBrackets(s); got != want {
			t.Errorf("%s: got %q, want %q", s, got, want)
		}
	}
	for s, want := range map[string]string{
		"效益指标30分)": "30", "预算执行情况(万元)20分)": "20", "产出(甲30分)": "", "产出(甲)30分": "", "产出指标(50分": "50", "产出指标40分": "40", "(50分)": "50", "50分)": "", "分)": "", "产出分)": "", "产出(5.5分)": "5.5", "产出(.5分)": ".5",
	} {
		if got, _ := Points(s); got != want {
			t.Errorf("points of %s: got %q, want %q", s, got, want)
		}
	}
}
