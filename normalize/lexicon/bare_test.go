package lexicon

import (
	"strings"
	"testing"
)

// TestBareRules shows each thing that is taken off a heading, and where it is not.
func TestBareRules(t *testing.T) {
	for text, want := range map[string]string{
		"年中 调整\n金额②":    "年中调整金额",
		"①中央财政资金":       "中央财政资金",
		"⑳其他":           "其他",
		"⑴其他":           "其他",
		"⒇其他":           "其他",
		"小计③=①+②":       "小计",
		"③":             "",
		"其中:财政拨款":       "财政拨款",
		"其中财政拨款":        "财政拨款",
		"其中-财政拨款:":      "财政拨款",
		"其中——财政拨款":      "财政拨款",
		"其中：①中央":        "中央",
		"执行数(B)":        "执行数",
		"执行数(B":         "执行数",
		"执行数B)":         "执行数",
		"执行率B/A)":       "执行率",
		"资金情况20分)":      "资金情况",
		"小计③=①+②)":      "小计",
		"项目资金¹（万元）²":    "项目资金",
		"1)":            "1",
		"执行(全年(B))数":    "执行数",
		"))数":           "数",
		"(单位)(万元)":      "",
		"执行率(%)":        "执行率",
		"执行率%":          "执行率",
		"分值:":           "分值",
		"分值;*=":         "分值",
		"产出指标40分":       "产出指标",
		"产出指标40.5分":     "产出指标",
		"40分":           "40分",
		"产出指标分":         "产出指标分",
		"产出指标40":        "产出指标40",
		"1.项目名称":        "项目名称",
		"2、项目名称":        "项目名称",
		"12.项目名称":       "项目名称",
		"123.项目名称":      "123.项目名称",
		"1项目名称":         "1项目名称",
		"1.5倍":          "1.5倍",
		"1.0倍":          "1.0倍",
		"1.9倍":          "1.9倍",
		"1./倍":          "/倍",
		"1.":            "1.",
		"1,项目名称":        "1,项目名称",
		"":              "",
		"项目名称(可与评价合并)甲": "项目名称甲",
	} {
		if got := Bare(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	for _, c := range []struct {
		text string
		kept bool
	}{
		{strings.Repeat("a", 150), true},
		{strings.Repeat("a", 151), false},
		{strings.Repeat(" ", 1050) + strings.Repeat("a", 150), true},
		{strings.Repeat(" ", 1051) + strings.Repeat("a", 150), false},
	} {
		if got := Bare(c.text) != ""; got != c.kept {
			t.Errorf("%d bytes: got kept %v, want %v", len(c.text), got, c.kept)
		}
	}
}

func TestPointsRules(t *testing.T) {
	for text, want := range map[string]string{
		"产出指标(50分)":    "50",
		"产出指标（50 分）":   "50",
		"产出指标50分":      "50",
		"产出指标(50.5分)":  "50.5",
		"产出指标(50分":     "50",
		"产出指标50分)":     "50",
		"产出指标(09分)":    "09",
		"产出指标(甲50分)":   "",
		"产出指标(分)":      "",
		"产出指标(甲)50分":   "",
		"50分":          "",
		"50分)":         "",
		"(50分)":        "50",
		"产出指标":         "",
		"产出指标分":        "",
		"产出指标(50":      "",
		"甲(10分)乙(20分)": "20",
		"产出指标(1/2分)":   "",
		"产出指标(1:2分)":   "",
	} {
		got, ok := Points(text)
		if got != want || ok != (want != "") {
			t.Errorf("%q: got %q %v, want %q", text, got, ok, want)
		}
	}
}

func TestTitleRules(t *testing.T) {
	for text, want := range map[string]string{
		"# 项目支出 绩效自评表":      "项目支出绩效自评表",
		"**项目支出绩效自评表**":     "项目支出绩效自评表",
		"项目支出绩效自评表(2022年度)": "项目支出绩效自评表",
		"项目支出绩效自评表2022年度":   "项目支出绩效自评表",
		"项目支出绩效自评表-2022年度":  "项目支出绩效自评表",
		"项目支出绩效自评表——2022年":  "项目支出绩效自评表",
		"项目支出绩效自评表2022":     "项目支出绩效自评表",
		"项目支出绩效自评表2年度":      "项目支出绩效自评表",
		"项目支出绩效自评表22":       "项目支出绩效自评表22",
		"项目支出绩效自评表年度":       "项目支出绩效自评表",
		"项目支出绩效自评表:":        "项目支出绩效自评表",
		"項目支出績效自評表":         "项目支出绩效自评表",
		"2022年度项目支出绩效自评表":   "2022年度项目支出绩效自评表",
	} {
		if got := Title(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// TestMendRules shows how much of a heading must be left, with � for what is lost.
func TestMendRules(t *testing.T) {
	l := Default()
	for text, want := range map[string]string{
		"年初预�数":   "年初预算数",
		"年�预�数":   "年�预�数", // two of five
		"�级指标":    "�级指标",  // 一级, 二级, 三级
		"实际完�值":   "实际完成值",
		"项目�称":    "项目名称",
		"�目�称":    "�目�称",
		"小计�=�+�": "小计",
		"计�=�+�":  "计�=�+�",
		"小计�甲":    "小计�甲",
		"小计":      "小计",
		"甲乙丙�":    "甲乙丙",
		"�":       "�",
	} {
		if got := l.Mend(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
