package lexicon

import (
	"fmt"
	"testing"
)

// A bracket with marks alone is a level whose name is lost; with anything else it is none.
func TestPointsOnly(t *testing.T) {
	for s, want := range map[string]bool{
		"(50分)": true, "（50分）": true, "( 50 分 )": true, "(2.5分)": true, "(50分": true,
		"50分": false, "(50)": false, "(分)": false, "产出指标(50分)": false, "(50分)产出": false, "": false, "(优)": false,
	} {
		if got := PointsOnly(s); got != want {
			t.Errorf("%s: got %v", s, got)
		}
	}
}

// What stands in brackets behind a heading is a remark, also where one bracket is lost.
func TestRemark(t *testing.T) {
	for s, want := range map[string]bool{
		"(B)": true, "(万元)": true, "30分)": true, "A)": true, "(A)(B)": true, "": true, "①": true,
		"得分": false, "(B)得分": false, "30分)得分": false, "(A)得分(B)": false,
	} {
		if got := Remark(s); got != want {
			t.Errorf("%s: got %v", s, got)
		}
	}
}

// Each list of headings is known, and nothing else.
func TestKnows(t *testing.T) {
	l := Default()
	for bare, want := range map[string]bool{
		"项目名称": true, "绩效指标": true, "年初预算数": true, "年度资金总额": true, "预期目标": true, "三级指标": true,
		"总分": true, "产出指标": true, "数量指标": true, "按收入性质分": true, "": false, "培训人数": false, "项目名": false,
	} {
		if got := l.Knows(bare); got != want {
			t.Errorf("%s: got %v", bare, got)
		}
	}
}

func TestRank(t *testing.T) {
	for bare, want := range map[string]int{"产出指标": 1, "效益指标": 1, "数量指标": 2, "社会效益指标": 2, "成本指标": 0, "培训人数": 0, "": 0} {
		if got := Default().Rank(bare); got != want {
			t.Errorf("%s: got %d, want %d", bare, got, want)
		}
	}
}

// A level heads nothing where the next cell begins one of its rank or above, or there is none.
func TestHeadsNothing(t *testing.T) {
	for _, tt := range []struct {
		bare, next string
		want       bool
	}{
		{"产出指标", "", true}, {"产出指标", "效益指标", true}, {"产出指标", "数量指标", false}, {"产出指标", "培训人数", false},
		{"产出指标", "成本指标", false}, // which may be its second level
		{"数量指标", "", true}, {"数量指标", "质量指标", true}, {"数量指标", "效益指标", true}, {"数量指标", "培训人数", false},
		{"数量指标", "服务对象满意度", false}, // a name, though a level's word
		{"数量", "质量指标", false}, {"成本指标", "", false}, {"培训人数", "", false}, {"", "", false},
	} {
		if got := Default().HeadsNothing(tt.bare, tt.next); got != tt.want {
			t.Errorf("%s before %q: got %v", tt.bare, tt.next, got)
		}
	}
}

// A label of a block may be numbered.
func TestBlocks(t *testing.T) {
	for bare, want := range map[string]string{
		"绩效指标": "[indicators]", "年度总体目标": "[goals]", "年度总体目标2": "[goals]", "年度总体目标12": "[goals]",
		"培训人数": "[]", "2": "[]", "": "[]",
	} {
		if got := fmt.Sprint(Default().Blocks(bare)); got != want {
			t.Errorf("%s: got %s, want %s", bare, got, want)
		}
	}
}
