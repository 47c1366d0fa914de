package read_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ziping/extract"
	"ziping/extract/tabin"
	"ziping/normalize"
	"ziping/normalize/read"
)

// words is what random forms are made of: headings of every block, figures,
// marks for nothing, levels, and things that mean nothing at all.
var words = []string{
	"", "", "", "项目支出绩效自评表", "(2022年度)", "绩效目标申报表", "项目名称", "主管部门", "项目资金(万元)", "年初预算数", "全年预算数(A)", "全年执行数(B)",
	"执行率", "分值", "得分", "年度资金总额", "其中:当年财政拨款", "其他资金", "财政资金小计", "合计", "按收入性质分:", "其中:基本支出:12.5万元", "年度总体目标", "预期目标", "实际完成情况",
	"绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "指标性质", "度量单位", "产出指标(50分)", "数量指标", "成本指标", "满意度指标", "新建泵站", "≥5座", "5座", "100%", "6", "10", "0.00",
	"1,234.50", "7,00.0,77", "-", "/", "总分", "97.5", "评价等级", "优(S≥90)", "备注", "注:无", "……", "指标2:", "=1+2", "单位名称:甲    填报日期:2023年1月1日",
	"项目资金来源", "中央(万元)", "省级", "本级", "计划安排资金", "实际支出", "结余", "资金管理情况", "情况说明", "存在问题和改进措施", "分配科学性", "附件1", "公开14表", "2.满意度指标可不填。",
	"评价内容", "项目权重", "项目决策2分", "权重设定值", "年初指标值", "调整指标值", "定量指标", "得分合计", "总分：97.31分", "优☑ 良□ 中□ 差□", "基础数据表", "2022年度项目自评报告", "51000021R000000019951-工资", strings.Repeat("长", 300), "\u202e反", "🙂",
}

// On any table: no panic, every non-empty place is shown once in the layouts of
// the forms and claimed by a field or listed as unplaced, never both.
func TestEveryCellIsAccountedFor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfN(rapid.SliceOfN(rapid.SampledFrom(words), 1, 9), 1, 25).Draw(t, "rows")
		var b strings.Builder
		for _, r := range rows {
			b.WriteString(strings.Join(r, "\t") + "\n")
		}
		doc, err := tabin.Read([]byte(b.String()), extract.Options{Limits: extract.DefaultLimits()})
		if err != nil {
			return // blank
		}
		for _, form := range read.Run(doc, read.Options{}) {
			checkLaw(t, doc, form)
		}
	})
}

func checkLaw(t interface{ Fatalf(string, ...any) }, doc *extract.Document, form normalize.Form) {
	shown := map[extract.Ref]int{}
	count := func(r extract.Ref) { shown[r.Key()]++ }
	for _, c := range form.Draw().Cells {
		if c.At != nil {
			count(*c.At)
		}
	}
	for _, l := range form.Draw().Before {
		count(l.At)
	}
	for _, l := range form.Draw().After {
		count(l.At)
	}
	for r, n := range shown {
		if n != 1 {
			t.Fatalf("%+v is shown %d times", r, n)
		}
	}
	claimed := map[extract.Ref]bool{}
	for _, f := range form.Report.Fields() {
		if f.Field.At == nil {
			continue
		}
		text, ok := doc.At(*f.Field.At)
		if !ok || !strings.Contains(text, strings.TrimSpace(f.Field.Text)) {
			t.Fatalf("%s says %q at a place that holds %q", f.Path, f.Field.Text, text)
		}
		claimed[f.Field.At.Key()] = true
	}
	for _, u := range form.Report.Unplaced {
		if claimed[u.At.Key()] {
			t.Fatalf("%q is claimed and unplaced", u.Text)
		}
		if form.Report.Refusal == "" && shown[u.At.Key()] != 1 {
			t.Fatalf("%q is unplaced and not shown", u.Text)
		}
	}
}

// Of cells in any order, one to a line, nothing is parsed that was not printed.
func TestNothingIsParsedOutOfNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cells := rapid.SliceOfN(rapid.SampledFrom(words), 1, 120).Draw(t, "cells")
		doc := extract.NewDocument("test", "text/plain")
		doc.Warnings = []extract.Warning{{Code: extract.WarnFlattened}}
		doc.Tables = []extract.Table{{Rows: len(cells), Cols: 1}}
		for row, s := range cells {
			if s != "" {
				doc.Tables[0].Cells = append(doc.Tables[0].Cells, extract.Cell{Row: row, RowSpan: 1, ColSpan: 1, Text: s})
			}
		}
		for _, f := range read.Run(doc, read.Options{}) {
			for _, x := range f.Report.Fields() {
				if x.Field.State == normalize.Parsed && x.Field.Text == "" {
					t.Fatalf("%s is parsed and was not printed", x.Path)
				}
			}
		}
	})
}
