package units

import "testing"

func TestDataLoads(t *testing.T) {
	if _, err := load(unitsYAML); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"a unit twice": "counted: [个, 个]", "an empty one": `counted: [""]`, "short for nothing": "money: {元: 0}\nmoney_alone: {万: 万元}",
		"no pair": "same: {名: [人]}",
	} {
		if _, err := load([]byte(text)); err == nil {
			t.Errorf("%s was accepted", name)
		}
	}
}

func TestMoney(t *testing.T) {
	for unit, want := range map[string]int32{
		"元": 0, "千元": 3, "万元": 4, "百万元": 6, "亿元": 8, "人民币万元": 4, "(人民币万元)": 4, "（百万元）": 6, "万": 4, "万 元": 4,
		"万元（人民币）": 4, "人民币：元": 0, "RMB万元": 4, "万\u200b元": 4,
	} {
		if power, ok := Money(unit); !ok || power != want {
			t.Errorf("Money(%q) = %d, %v, want %d", unit, power, ok, want)
		}
	}
	for _, unit := range []string{"", "З", "*", "元谋", "人", "万人", "元/人", "分", "%", "美元", "人民币"} {
		if power, ok := Money(unit); ok {
			t.Errorf("Money(%q) = %d, want none", unit, power)
		}
	}
}

func TestMoneyIn(t *testing.T) {
	for text, want := range map[string]string{
		"项目资金（万元）": "万元", "项目资金(单位：万元)": "万元", "单位：人民币万元": "万元", "(人民币万元)": "万元", "(百万元)": "百万元",
		"单位:万元 2023年": "万元", "单位：元 填报日期：2023年1月": "元", "金额单位:元": "元", "( 单位 ： 万 元 )": "万元", "单位：公里、万元": "万元",
		"预算执行情况(20分)(万元)": "万元", "单位:万元、%": "万元", "单位：万": "万元", "资金(万元/%)": "万元", "币种:人民币 单位:元": "元", "币种：人民币（万元）": "万元",
		"单位:万元   云溪县": "万元", "[单位：元]": "元", "（单位：万元，下同）": "万元", "单位:元2023": "元",
		"单位:元谋县教育局": "", "(单位:元谋县教育局)": "", "单位: 元 谋 县 教 育 局": "", "填报单位:万元县": "", "受益(人)": "", "标准(元/人)": "", "元": "", "补助(万人)": "", "人数(万)": "",
		"项目单位：元氏县水利局（万元）": "万元", "备注：万元": "", "单位：万元人民币": "万元", "单位:万元  云溪县": "万元", "资金(万元)(元)": "万元", "资金(元": "元", "单位：（万元）": "万元", "资金(个)、万元": "",
	} {
		if got, ok := MoneyIn(text); got != want || ok != (want != "") {
			t.Errorf("MoneyIn(%q) = %q, %v, want %q", text, got, ok, want)
		}
	}
}

func TestSplit(t *testing.T) {
	for unit, want := range map[string]struct {
		power int32
		base  string
	}{
		"万人次": {4, "人次"}, "万亿元": {12, "元"}, "百万元": {6, "元"}, "元": {0, "元"}, "百分比": {0, "%"}, "‰": {-1, "%"}, "公里": {3, "米"}, "万公里": {7, "米"}, "个百分点": {0, "%"}, "": {0, ""},
		"人": {0, "人"}, "名": {0, "人"}, "千米": {3, "米"}, "亿元": {8, "元"}, "百分点": {0, "%"}, "%": {0, "%"}, "万": {4, ""}, "十万元": {5, "元"}, "万人": {4, "人"},
	} {
		if power, base := Split(unit); power != want.power || base != want.base {
			t.Errorf("Split(%q) = %d, %q, want %v", unit, power, base, want)
		}
	}
}

func TestOpen(t *testing.T) {
	for _, s := range []string{"", "个", "km", "m²", "kW·h", "元/亩", "℃", "万人次", "人(次)", "年分批", "率", "平方米", "批量", "水利工程建设管理", "(个)"} {
		if !Open(s) {
			t.Errorf("%q can be a unit", s)
		}
	}
	for _, s := range []string{"З", "*", "个*", "入托率", "热线办结率", "个2", "岁以下的学前儿童和少年", "\u202e", "\ufffd", "%%", "′", "(次", "个(5)", "水利工程建设管理处", "处(个", "(个))"} {
		if Open(s) {
			t.Errorf("%q is no unit", s)
		}
	}
	if !InBrackets("次") || InBrackets("优秀") || InBrackets("") {
		t.Error("a bracket belongs to a unit where it holds one")
	}
}

func TestIs(t *testing.T) {
	for _, s := range []string{"个", "万人次", "元/人", "万 元", "%", "％", "分", "万平方米", "元/年", "百分比", "街道"} {
		if !Is(s) {
			t.Errorf("%q is a unit", s)
		}
	}
	for _, s := range []string{"", "100", "达标", "数量指标", "个/达标", "万"} {
		if Is(s) {
			t.Errorf("%q is no unit", s)
		}
	}
}

func TestSharesAndMarks(t *testing.T) {
	if p, ok := Share("‰"); !ok || p != -1 {
		t.Errorf("‰: %d, %v", p, ok)
	}
	if _, ok := Share("元"); ok {
		t.Error("元 is no share")
	}
	if p, ok := Share("%"); !ok || p != 0 {
		t.Errorf("%%: %d, %v", p, ok)
	}
	if Strange("") || !Strange("个*") || !Strange("*个") || Strange("个") {
		t.Error("a unit begins and ends with a letter")
	}
	if u, ok := MoneyFirst("万元、%"); !ok || u != "万元" {
		t.Errorf("the first of a list of units: %q", u)
	}
	if len(ShareSigns()) == 0 || len(Counted()) == 0 || Magnitudes()["万"] != 4 {
		t.Error("running text has no units")
	}
	if !Mark("分") || Mark("З") || Mark("") {
		t.Error("marks are counted in 分 and nothing else")
	}
}

func TestCutMoney(t *testing.T) {
	for in, want := range map[string]string{"项目资金万元": "项目资金", "预算金额元": "预算金额", "预算金额": "预算金额", "亿元": ""} {
		if got := CutMoney(in); got != want {
			t.Errorf("%s: got %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{"项目资金万元)": "万元", "项目资金(万元": "万元", "执行率B/A)": "", "产出指标30分)": ""} {
		if got, ok := MoneyIn(in); got != want || ok != (want != "") {
			t.Errorf("%s: got %q, want %q", in, got, want)
		}
	}
}
