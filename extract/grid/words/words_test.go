package words

import (
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

func TestDataIsWhole(t *testing.T) {
	if _, err := load(wordsYAML); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"", "continued: ['(']", "unknown: [x]"} {
		if _, err := load([]byte(bad)); err == nil {
			t.Errorf("%q: no error", bad)
		}
	}
}

// Each word that the search asks for must be there.
func TestNothingIsEmpty(t *testing.T) {
	whole := map[string]any{}
	if err := yaml.Unmarshal(wordsYAML, &whole); err != nil {
		t.Fatal(err)
	}
	for name, was := range whole {
		for _, none := range []any{nil, ""} {
			if _, list := was.([]any); list && none != nil {
				none = []any{"x", ""}
			}
			whole[name] = none
			data, err := yaml.Marshal(whole)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := load(data); err == nil || !strings.Contains(err.Error(), name+" is empty") {
				t.Errorf("%s %v: got error %v", name, none, err)
			}
		}
		whole[name] = was
	}
	if !slices.Contains(Known().note, "注") {
		t.Error("no note begins with 注")
	}
}

func TestLines(t *testing.T) {
	w := Known()
	for _, c := range []struct {
		name string
		is   func(string) bool
		yes  []string
		no   []string
	}{
		{"continued", w.Continued, []string{"续表", "附表（续）", "（接上页）", "转下页", "未完待续", "续表一"}, []string{"绩效自评表", "续建项目支出情况说明"}},
		{"money unit", w.MoneyUnit, []string{"单位：万元", "（金额单位：元）", "单位:人民币万元"}, []string{"单位：个", "填报单位：元谋县教育局"}},
		{"page number", w.PageNumber, []string{"", "-", "第页", "（第页，共页）", "Page"}, []string{"第页项目", "甲"}},
		{"note", w.Note, []string{"注：表内数字"}, []string{"备注"}},
		{"numbered", w.Numbered, []string{"1、修路", "2.修桥", "（一）总体", "(3)x", "①修路", "目标1：修路", "十一、其他", "2.修", "①修", "⑳修路", "12345、修路"}, []string{"2.", "1", "1修路", "修②路", "123456、修路", "目标", "（一", "1.5万元", "修路", "一般公共预算", "（本级）"}},
	} {
		for _, s := range c.yes {
			if !c.is(s) {
				t.Errorf("%s: %q is none", c.name, s)
			}
		}
		for _, s := range c.no {
			if c.is(s) {
				t.Errorf("%s: %q is one", c.name, s)
			}
		}
	}
}

func TestPartsNumber(t *testing.T) {
	for _, c := range []struct {
		x, y string
		want bool
	}{
		{"50.7-90.2", "%", true},
		{"2024年4月2", "0日前", true},
		{"2024-01-", "06", true},
		{"2023-0", "9-10", true},
		{"17703127.", "36", true},
		{"15", "10", false},
		{"2023-09-10", "2024-01-06", false},
		{"2023", "2024-01-06", false},
		{"98%", "95%", false},
		{"3户", "5户", false},
		{"第3", "年内完成", false},
		{"", "36", false},
		{"17703127.", "", false},
	} {
		if got := Known().PartsNumber(c.x, c.y); got != c.want {
			t.Errorf("%s | %s: got %v, want %v", c.x, c.y, got, c.want)
		}
	}
}

func TestGoesOn(t *testing.T) {
	for _, x := range []struct {
		above, below string
		want         bool
	}{
		{"效益指标", "（30分）", true},
		{"效益指标", "(30分)", true},
		{"效益指标(30", "分)", true},
		{"效益指标（30", "分）", true},
		{"效益指标(30", "分", false},
		{"效益指标(30分)", "社会效益指标", false},
		{"效益指标(30分)", "(20分)", true},
		{"效益指标)", "(30分)", false},
		{"效益指标", "（另见说明）", false},
		{"效益指标", "（2023年度本级预算）", false},
		{"效益指标", "(30分)其他", false},
		{"效益指标", "30分", false},
		{"1,200", "(300)", false}, // less than nothing
	} {
		if got := GoesOn(x.above, x.below); got != x.want {
			t.Errorf("%s | %s: got %v", x.above, x.below, got)
		}
	}
}
