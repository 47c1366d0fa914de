package table

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/normalize/lexicon"
)

// headings makes headings of texts, a row after a semicolon; the columns are counted
// in each row, and a text followed by dots reaches over as many more.
func headings(text string, lex *lexicon.Lexicon, money bool) []Heading {
	var out []Heading
	for level, row := range strings.Split(text, ";") {
		col := 0
		for _, s := range strings.Fields(row) {
			word := strings.TrimRight(s, ".")
			span := 1 + len(s) - len(word)
			if word == "-" {
				col++
				continue
			}
			it := NewItem(lex, word, col, span, 1, extract.Ref{Row: level, Col: col})
			h := Heading{Item: &it, Level: level, May: []string{"other"}}
			id, m := lex.IndicatorColumn[it.Bare], lexicon.Meanings{}
			if money {
				id, m = lex.FundColumn[it.Bare], lex.FundMeaning[it.Bare]
			} else {
				m = lex.ListMeaning[id]
			}
			switch {
			case m.May != nil:
				h.May, h.Parts, h.Sure = m.May, m.Parts, m.Sure
			case !money && slices.Contains(lex.Block[it.Bare], "indicators"):
				h.May = []string{Aside, "name"}
			case id != "":
				h.May = []string{id}
			}
			out = append(out, h)
			col += span
		}
	}
	return out
}

func TestColumns(t *testing.T) {
	lex := lexicon.Default()
	for _, tt := range []struct {
		money         bool
		heads, expect string
	}{
		{true, "年初预算数 全年预算数 全年执行数 执行率 得分", "initial budget executed execution_rate score"},
		{true, "调整预算 执行数", "budget executed"},
		{true, "全年预算数 调整预算 执行数", "budget adjustment executed"},
		{true, "调整预算 年初预算数 全年预算数", "adjustment initial budget"},
		{true, "年中调整 调整预算 小计 执行数", "adjustment other budget executed"},
		{true, "预算数 调整后预算数 执行数 执行率", "initial budget executed execution_rate"},
		{true, "预算数 到位资金 执行数 执行率", "budget other executed execution_rate"},
		{true, "到位资金 执行数 执行率", "budget executed execution_rate"},
		{true, "全年预算数 统筹整合资金数 扣除统筹整合资金后预算金额 全年执行资金 预算执行", "other other budget executed execution_rate"},
		{true, "预算安排 执行数", "budget executed"},
		{true, "预算安排.. 拨付情况.;年初预算数 年中调整 小计 实际支出 执行率", "over over initial adjustment budget executed execution_rate"},
		{true, "预算安排 执行数;年初预算数 年中调整 小计", "over executed initial adjustment budget"}, // its width was lost
		{true, "得分 执行数 得分", "score executed other"},
		{true, "预算数 执行数 说明 预算数 执行数", "budget executed other other other"}, // of another table beside it
		{true, "预算数 执行数 说明 预算数", "initial executed other budget"},
		{false, "一级指标 三级指标 年度指标值 实际完成值 分值 得分", "level1 name target actual weight score"},
		{false, "项目权重 评价内容 分值 得分", "level1 name weight score"},
		{false, "三级指标 评价内容 分值 得分 扣分原因", "name other weight score reason"},
		{false, "指标名称 得分 扣分原因 偏差原因分析", "name score other reason"},
		{false, "指标名称 权重设定值 分值 得分", "name other weight score"},
		{false, "指标名称 权重设定值 得分", "name weight score"},
		{false, "指标名称 目标值 调整指标值", "name target adjusted_target"},
		{false, "指标名称 调整指标值 完成值", "name target actual"},
		{false, "三级指标 年度指标值.. 完成值;- 指标性质 指标值 度量单位", "name over actual op target unit"},
		{false, "三级指标 年度指标值 完成值;- 指标性质 指标值 度量单位", "name over actual op target unit"}, // its width was lost
		{false, "序号 绩效指标 目标值 完成值 得分", "other name target actual score"},
		{false, "绩效指标 三级指标 目标值 完成值", "label name target actual"},
	} {
		got := strings.Join(Columns(headings(tt.heads, lex, tt.money), map[string]int{"name": 2}), " ")
		if tt.money {
			got = strings.Join(Columns(headings(tt.heads, lex, true), nil), " ")
		}
		if got != tt.expect {
			t.Errorf("%s: got %s, want %s", tt.heads, got, tt.expect)
		}
	}
}

// Who comes first takes what it likes best, but for what may stand several times.
func TestFirstCome(t *testing.T) {
	a, b, other := choice{"a", 0}, choice{"b", 1}, choice{lexicon.Further, 4}
	got := strings.Join(firstCome([][]choice{{a, b}, {a, other}, {other, a}, {a, b, other}, {a, b, other}}), " ")
	if got != "a other other b other" {
		t.Errorf("got %s", got)
	}
}

// More headings than any form has are dealt with in the order they stand in.
func TestColumnsOfManyHeadings(t *testing.T) {
	lex := lexicon.Default()
	got := Columns(headings(strings.Repeat("得分 ", mostWeighed)+"调整预算 分值", lex, true), nil)
	if n := len(got); got[0] != "score" || got[1] != "other" || got[n-2] != "budget" || got[n-1] != "weight" {
		t.Errorf("got %v", got)
	}
}

func BenchmarkColumns(b *testing.B) {
	lex := lexicon.Default()
	for _, n := range []int{1, 2, 4} {
		list := headings(strings.Repeat("得分 调整预算 预算数 调整预算数 到位资金 ", 2*n), lex, true)
		b.Run(fmt.Sprint(len(list)), func(b *testing.B) {
			for b.Loop() {
				Columns(list, nil)
			}
		})
	}
}
