package lexicon

import (
	"slices"
	"strings"
	"testing"
)

// TestComposed: a pattern stands for each way to put it together, what a list says itself
// goes before it, and a heading of two meanings is refused.
func TestComposed(t *testing.T) {
	c := composed{Parts: lists{"when": {"年度", "全年"}, "set": {"预期"}}}
	to, err := c.add("indicator_column", lists{"target": {"<when?><set?>目标值"}}, map[string]string{"全年目标值": "other"})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for h, id := range to {
		got = append(got, h+" "+id)
	}
	slices.Sort(got)
	if want := "全年目标值 other,全年预期目标值 target,年度目标值 target,年度预期目标值 target,目标值 target,预期目标值 target"; strings.Join(got, ",") != want {
		t.Errorf("got %s, want %s", strings.Join(got, ","), want)
	}
	many := make([]string, 200)
	for i := range many {
		many[i] = strings.Repeat("预", i+1)
	}
	for _, tt := range []struct {
		name     string
		patterns lists
		names    string
	}{
		{"two meanings", lists{"a": {"<when>值"}, "b": {"年度值"}}, "年度值"},
		{"a part that is not there", lists{"a": {"<where>值"}}, "where"},
		{"a bracket that does not close", lists{"a": {"<when值"}}, "when值"},
		{"too many headings", lists{"a": {"<many><many>值"}}, "more than"},
	} {
		c := composed{Parts: lists{"when": {"年度"}, "many": many}}
		if _, err := c.add("indicator_column", tt.patterns, map[string]string{}); err == nil || !strings.Contains(err.Error(), tt.names) {
			t.Errorf("%s: got %v, want an error that names %s", tt.name, err, tt.names)
		}
	}
	if _, err := load(headingsYAML, []byte("["), levelsYAML, wordsYAML); err == nil {
		t.Error("composed headings that are no YAML were accepted")
	}
}

// TestComposedHeadings: wordings that no list holds, as offices put them together.
func TestComposedHeadings(t *testing.T) {
	l := Default()
	for heading, want := range map[string]string{
		"本年目标值": "target", "年初设定绩效目标值": "target", "本年度实际完成值": "actual", "自评完成情况": "actual",
		"未达标原因分析及下一步整改措施": "reason", "单位自评打分": "score", "标准分值": "weight", "复核得分": "other", "上年实际值": "other",
	} {
		if got := l.IndicatorColumn[Bare(heading)]; got != want {
			t.Errorf("list: %s: got %q, want %q", heading, got, want)
		}
	}
	for heading, want := range map[string]string{
		"计划数": "initial", "年初预算批复金额": "initial", "本年度预算安排数": "budget", "调整后的预算金额": "budget",
		"资金支出数": "executed", "累计支付金额": "executed", "资金支出率": "execution_rate", "上年支出数": "other", "预算完成率": "", "决算数": "executed", "年度决算数": "executed", "上年决算数": "other",
	} {
		if got := l.FundColumn[Bare(heading)]; got != want {
			t.Errorf("money: %s: got %q, want %q", heading, got, want)
		}
	}
	for label, want := range map[string]string{"地县资金": "county", "市级衔接资金": "municipal", "中央预算内投入": "central", "年度金额:": "total", "金额": ""} {
		if got := l.Source[Bare(label)]; got != want {
			t.Errorf("source: %s: got %q, want %q", label, got, want)
		}
	}
}
