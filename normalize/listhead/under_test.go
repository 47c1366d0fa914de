package listhead

import (
	"testing"

	"ziping/extract"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
)

// TestUnderOne shows which heading a row of words stands under that say what was expected or done.
func TestUnderOne(t *testing.T) {
	lex := lexicon.Default()
	for _, tt := range []struct {
		about, list string
		words       []string // from the third column on; "" for none
		loose       bool
		want        int
	}{
		{"the one behind the names", "二级指标=level2 | 三级指标=name | 指标值=target | < | 分值=weight", []string{"年初设定", "实际完成"}, false, 2},
		{"the last one", "二级指标=level2 | 三级指标=name | 指标值=target", []string{"年初设定", "实际完成"}, false, 2},
		{"none on a line of its own", "二级指标=level2 | 三级指标=name | 指标值=target | < | 分值=weight", []string{"年初设定", "实际完成"}, true, -1},
		{"one word is no row of them", "二级指标=level2 | 三级指标=name | 指标值=target | < | 分值=weight", []string{"实际完成"}, false, -1},
		{"nor is one with a figure", "二级指标=level2 | 三级指标=name | 指标值=target | < | 分值=weight", []string{"5", "实际完成"}, false, -1},
		{"or without what was done", "二级指标=level2 | 三级指标=name | 指标值=target | < | 分值=weight", []string{"年初设定", "年初目标"}, false, -1},
		{"no list without names", "二级指标=level2 | 三级指标=other | 指标值=target | < | 分值=weight", []string{"年初设定", "实际完成"}, false, -1},
		{"or with those beside it alone", "二级指标=level2 | 三级指标=label/name | 指标值=target | < | 分值=weight", []string{"年初设定", "实际完成"}, false, -1},
		{"the names themselves", "一级指标=level1 | 二级指标=level2 | 三级指标=name | < | 分值=weight", []string{"年初设定", "实际完成"}, false, -1},
		{"the names stand first", "三级指标=name | < | 指标值=target | < | 分值=weight", []string{"年初设定", "实际完成"}, false, 1},
		{"levels before the names", "一级指标=level1 | < | 二级指标=level2 | < | 三级指标=name", []string{"年初设定", "实际完成"}, false, -1},
		{"a row under two headings", "二级指标=level2 | 三级指标=name | 指标值=target | 分值=weight", []string{"年初设定", "实际完成"}, false, -1},
		{"under none", "二级指标=level2 | 三级指标=name | | 指标值=target | 分值=weight", []string{"年初设定", "实际完成"}, false, -1},
		{"under one of a second row", "二级指标=level2 | 三级指标=name\n| | 指标值=target | <", []string{"年初设定", "实际完成"}, false, -1},
		{"only words that were done tell, wherever they stand", "二级指标=level2 | 三级指标=name | 指标值=target | <", []string{"实际完成", "年初设定"}, false, 2},
	} {
		_, headings, _ := drawn(tt.list + "\n-")
		l := &table.Line{Loose: tt.loose}
		for k, w := range tt.words {
			l.Items = append(l.Items, table.NewItem(lex, w, k+2, 1, 1, extract.Ref{}))
		}
		if got := UnderOne(l, headings, lex); got != tt.want {
			t.Errorf("%s: got %d, want %d", tt.about, got, tt.want)
		}
	}
}

// TestAsideColumn shows where the label beside the columns is a column nobody knows.
func TestAsideColumn(t *testing.T) {
	for _, tt := range []struct {
		about, list string
		want        bool
	}{
		{"a row has words of its own under it", `
			绩效目标=label | 一级指标=level1 | 指标名称=name | 目标值=target
			-
			目标一 | 产出指标 | 开放天数 | 287天`, true},
		{"in the last row alone", `
			绩效目标=label | 一级指标=level1 | 指标名称=name | 目标值=target
			-
			       | 产出指标 | 开放天数 | 287天
			目标一 | 产出指标 | 开放天数 | 287天`, true},
		{"no row has", `
			绩效目标=label | 一级指标=level1 | 指标名称=name | 目标值=target
			-
			       | 产出指标 | 开放天数 | 287天`, false},
		{"a row that lost a cell in front", `
			绩效目标=label | 一级指标=level1 | 指标名称=name | 目标值=target
			-
			产出指标 | 开放天数 | 287天`, false},
		{"a line of half of the columns", `
			绩效目标=label | 一级指标=level1 | 指标名称=name | 目标值=target | 完成值=actual
			-
			目标一 | 产出指标 | 开放天数`, false},
		{"two of three", `
			绩效目标=label | 一级指标=level1 | 指标名称=name | 目标值=target
			-
			目标一 | 产出指标 | 开放天数`, true},
		{"a line of one text", `
			绩效目标=label | 指标名称=name
			-
			目标一`, false},
		{"one column behind it", `
			绩效目标=label | 指标名称=name
			-
			目标一 | 开放天数`, true},
		{"the label of a block", `
			绩效目标=label | 一级指标=level1 | 指标名称=name | 目标值=target
			-
			绩效指标 | 产出指标 | 开放天数 | 287天`, false},
		{"a total", `
			绩效目标=label | 一级指标=level1 | 指标名称=name | 目标值=target
			-
			总分 | 产出指标 | 开放天数 | 287天`, false},
		{"rows of the next block", `
			绩效目标=label | 一级指标=level1 | 指标名称=name | 目标值=target
			-
			# 年度目标
			目标一 | 产出指标 | 开放天数 | 287天`, false},
		{"a column that is known", `
			一级指标=level1 | 指标名称=name | 目标值=target
			-
			目标一 | 开放天数 | 287天`, false},
		{"a level, before columns nobody knows", `
			指标=label | 甲=other | 指标名称=name | 目标值=target
			-
			产出指标 | 12 | 开放天数 | 287天`, true},
		{"but not under the label of a block", `
			绩效目标=label | 甲=other | 乙=other | 指标名称=name | 目标值=target
			-
			产出指标 | 12 | 13 | 开放天数 | 287天`, false},
	} {
		d, headings, body := drawn(tt.list)
		var slots []table.Slot
		for k := range headings {
			if h := &headings[k]; h.May[0] != table.Aside {
				slots = append(slots, table.Slot{Col: h.Item.Col, Span: h.Item.Span, ID: h.May[0]})
			}
		}
		got := AsideColumn(d, headings, slots, body)
		if got != tt.want || len(headings) > 0 && got != (headings[0].May[0] == lexicon.Further) {
			t.Errorf("%s: got %v, %s", tt.about, got, headings[0].May[0])
		}
	}
	if AsideColumn(nil, nil, nil, 0) {
		t.Error("no headings have a label beside them")
	}
}
