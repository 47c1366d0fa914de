package weave

import (
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ziping/extract"
	"ziping/internal/bound"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
)

// words are cells that streams are made of, so that blocks begin and end at random.
var words = []string{
	"项目支出绩效自评表", "(2023年度)", "项目名称", "甲项目", "主管部门", "项目资金(万元)", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分",
	"年度资金总额", "其他资金", "43.2", "100%", "10", "9.5", "-", "年度总体目标", "预期目标", "实际完成情况", "完成。", "绩效指标", "一级指标", "二级指标",
	"三级指标", "年度指标值", "实际完成值", "偏差原因分析及改进措施", "产出指标", "数量指标", "成本指标", "(50分)", "培训人数", "≥100人", "120人", "总分", "100",
	"评价等级", "优(S≥90)", "按收入性质分:", "其中:基本支出:10万元", "其他需要说明事项", "无", "注:一", "指标", "效益", "预算数", "指标性质", "≥", "度量单位", "人",
	"", "", "", "……", "指标2:", "3、2.512.5", "說明", "\x1b", "年度", "预算安排", "拨付情况", "小计③=①+②",
}

// However a stream is read, nothing that is printed in it gets lost.
func TestStreamLosesNothing(t *testing.T) {
	// Headings, and no row but one that breaks off.
	losesNothing(t, []string{"一级指标", "分值", "预期目标", "绩效指标"})
	rapid.Check(t, func(t *rapid.T) {
		losesNothing(t, rapid.SliceOfN(rapid.SampledFrom(words), 1, 120).Draw(t, "cells"))
	})
}

// Nor does a text that breaks off anywhere, in a block, behind a label or at a blank.
func TestStreamsThatBreakOff(t *testing.T) {
	list := "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|产出指标|数量指标|开放天数|≥287天|253天|50|49|小计|50|49|效益指标|社会效益指标|受益人数|≥2人|5人|50|"
	for _, s := range []string{
		"项目名称||主管部门|某局|项目资金|年初预算数|全年预算数|全年执行数|分值|执行率|得分|年度资金总额|100||90|10|90%|9|按收入性质分:|按支出性质分:|基本支出|30|其他资金|-|20|" + list + "总分||100|99|优|评价等级||优√|良|其他需要说明事项|无|存在问题||",
		"年度绩效目标|年度绩效目标|修路|实际完成情况|已修好|年初预算|180|实际支出|171.5|财政拨款|100|财政拨款|91.5|当年绩效目标|年初目标|完成情况|1.修路|1.已修|2.架桥|2.已架|绩效指标||" + list + "评价等级|总分|100|优(S≥90)|未完成原因|天气||",
		"年度总体目标|财政年度|预期目标|实际完成情况|2021|修路。|已修。|2022|架桥。|已架。|年度绩效目标1|修路|" + list + "50|年度绩效目标2|架桥|" + list + "|总得分|99",
	} {
		cells := strings.Split(s, "|")
		for n := range cells {
			losesNothing(t, cells[:n+1])
		}
	}
}

func losesNothing(t interface {
	Fatalf(format string, args ...any)
}, cells []string) {
	doc := extract.NewDocument("test", "text/plain")
	doc.Tables = []extract.Table{{Rows: len(cells), Cols: 1}}
	for row, s := range cells {
		if s != "" {
			doc.Tables[0].Cells = append(doc.Tables[0].Cells, extract.Cell{Row: row, RowSpan: 1, ColSpan: 1, Text: s})
		}
	}
	w := weave(doc, table.Lines(doc, lexicon.Default()), lexicon.Default())
	if w.refuse != nil {
		if w.refuse.Text == "" || w.refuse.Reason.ZH == "" || w.refuse.Reason.EN == "" {
			t.Fatalf("refused without place or reason: %+v", w.refuse)
		}
		return
	}
	left := map[string]int{}
	for _, s := range cells {
		left[s]++
	}
	var all strings.Builder
	for _, lines := range [][]*table.Line{w.out, w.held} {
		for _, l := range lines {
			for i := range l.Items {
				all.WriteString(l.Items[i].Text + "\n")
			}
		}
	}
	for s, n := range left {
		if got := strings.Count(all.String(), s); s != "" && got < n {
			t.Fatalf("%q stands %d times in the stream and %d times in what was read:\n%s", s, n, got, all.String())
		}
	}
}

// A text without end is read or refused with work that grows as it does.
func TestStreamIsBounded(t *testing.T) {
	const n = 1_000 // and four times that; a reader lets through twenty times
	head := "一级指标\n二级指标\n三级指标\n年度指标值\n实际完成值\n分值\n得分\n"
	for _, s := range []string{"分值", "指标", "年度资金总额", "10", "培训人数", "产出指标", "年初预算数", "评价等级", "总分"} {
		bound.Growth(t, bound.PerByte(20_000), bytes.Repeat([]byte(s+"\n"), n), func(text []byte) {
			doc := extract.NewDocument("test", "text/plain")
			doc.Tables = []extract.Table{{Cols: 1}}
			for line := range strings.Lines(head + string(text)) {
				doc.Tables[0].Cells = append(doc.Tables[0].Cells, extract.Cell{Row: doc.Tables[0].Rows, RowSpan: 1, ColSpan: 1, Text: strings.TrimSpace(line)})
				doc.Tables[0].Rows++
			}
			if w := weave(doc, table.Lines(doc, lexicon.Default()), lexicon.Default()); w.refuse == nil && len(w.out)+len(w.held) == 0 {
				t.Errorf("%d bytes of %s: got neither rows nor a refusal", len(text), s)
			}
		})
	}
}

// A list of nothing but blanks is none.
func TestAListOfBlanks(t *testing.T) {
	doc := extract.NewDocument("test", "text/plain")
	doc.Tables = []extract.Table{{Rows: 5, Cols: 1}}
	for row, s := range []string{"(2022年度)", "项目权重", "分值", "预期目标"} {
		doc.Tables[0].Cells = append(doc.Tables[0].Cells, extract.Cell{Row: row, RowSpan: 1, ColSpan: 1, Text: s})
	}
	if w := weave(doc, table.Lines(doc, lexicon.Default()), lexicon.Default()); w.refuse != nil {
		t.Errorf("got refused: %+v", w.refuse)
	}
}
