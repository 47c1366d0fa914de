package glue_test

import (
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/tabin"
	"ziping/normalize/glue"
	"ziping/normalize/lexicon"
)

const (
	head  = "项目支出绩效自评表(2023年度)项目名称河道清淤主管部门乙县水利局实施单位乙县河务所资金情况(万元)全年预算数(A)全年执行数(B)分值执行率(B/A)得分"
	goals = "年度总体目标年初设定目标全年完成情况清理河道。已经清理。"
	list  = "绩效指标一级指标二级指标三级指标分值年度指标值全年实际值得分产出指标数量指标"
)

func cut(t *testing.T, text string) string {
	t.Helper()
	doc, err := tabin.Read([]byte(text), extract.Options{Limits: extract.DefaultLimits()})
	if err != nil {
		t.Fatal(err)
	}
	out, ok := glue.Cut(doc, lexicon.Default(), extract.ZH)
	if !ok {
		return "not cut"
	}
	var cells []string
	for i := range out.Tables {
		for k := range out.Tables[i].Cells {
			cells = append(cells, out.Tables[i].Cells[k].Text)
		}
	}
	for i := range out.Lines {
		cells = append(cells, out.Lines[i].Text)
	}
	return strings.Join(cells, "|")
}

// TestCut: figures that run together are parted where the rate, the sums and the full
// mark leave one way, and stay one piece where they leave two.
func TestCut(t *testing.T) {
	for _, tt := range []struct{ name, text, has, hasNot string }{
		{"money by the rate", head + "年度资金总额:404010100.00%10" + goals + list + "清淤长度60≥8公里8公里60质量指标合格率30100%100%30总分100100", "|40|40|10|100.00%|10|", ""},
		{"marks by the total", head + "年度资金总额:404010100.00%10" + goals + list + "清淤长度60≥8公里8公里60质量指标合格率30100%100%30总分100100", "|60|≥8公里|8公里|60|", ""},
		{"a rate of one place", head + "年度资金总额:40201050.0%5" + goals + list + "清淤长度60≥8公里8公里60质量指标合格率30100%100%30总分10095", "|40|20|10|50.0%|5|", ""},
		{"money that nothing parts", strings.Replace(head, "分值执行率(B/A)得分", "", 1) + "年度资金总额:1010" + goals + list + "清淤长度70≥8公里8公里70质量指标合格率30100%100%30总分100100", "|1010", "|10|10|"},
		{"no form", "今天是个好日子，大家都来参加会议。", "not cut", ""},
	} {
		got := cut(t, tt.text)
		if !strings.Contains(got, tt.has) || tt.hasNot != "" && strings.Contains(got, tt.hasNot) {
			t.Errorf("%s: got %s", tt.name, got)
		}
	}
}
