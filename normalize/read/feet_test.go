package read_test

import (
	"strings"
	"testing"

	"ziping/normalize"
	"ziping/normalize/read"
)

// The foot of a form comes in many prints; none of them is an indicator.
func TestFeet(t *testing.T) {
	base := sample(t, "mof-project-2021.txt")
	const foot = "总分\t\t\t\t\t\t100\t97.31\t\n"
	if strings.Count(base, foot) != 1 {
		t.Fatal("the sample has another foot")
	}
	for print, want := range map[string]struct{ weight, score, grade string }{
		foot: {"100", "97.31", ""},
		"总 分\t\t\t\t\t\t100\t97.31\t自评等级为优\n":                {"100", "97.31", "优"},
		"合  计\t\t\t\t\t\t100分\t97.31分\t\n":                   {"100", "97.31", ""},
		"得分合计\t\t\t\t\t\t100\t97.31\t\n":                     {"100", "97.31", ""},
		"本项目自评总分\t\t\t\t\t\t100\t97.31\t\n":                  {"100", "97.31", ""},
		"总分：97.31分\t\t\t\t\t\t\t\t\n":                        {"", "97.31", ""},
		"总分\t\t\t\t\t\t\t97.31\t\n":                          {"", "97.31", ""},
		foot + "评价等级\t优☑ 良□ 中□ 差□\t\t\t\t\t\t\t\n":           {"100", "97.31", "优"},
		foot + "自评结论\t\t\t\t\t\t\t优\t\n":                     {"100", "97.31", "优"},
		"\n自评得分：97.31    自评等级：优\n填表人：张三    联系电话：0100-1\n":    {"", "97.31", "优"},
		foot + "填表人：张三\t\t\t联系电话：0100-1\t\t填报日期：2022年3月1日\n": {"100", "97.31", ""},
	} {
		_, forms := runText(t, strings.Replace(base, foot, print, 1))
		if len(forms) != 1 {
			t.Errorf("%q: got %d forms, want 1", print, len(forms))
			continue
		}
		r := forms[0].Report
		value := func(path string) string {
			if f, _ := r.Field(normalize.MustPath(path)); f != nil {
				return f.Value
			}
			return ""
		}
		if len(r.Indicators) != 10 || len(r.Unplaced) > 0 || value("total.weight") != want.weight || value("total.score") != want.score || value("grade") != want.grade {
			t.Errorf("%q: got %d indicators, total %s of %s, grade %s, unplaced %v; want 10, %+v", print, len(r.Indicators), value("total.score"), value("total.weight"), value("grade"), r.Unplaced, want)
		}
	}
}

// The score of the total may stand in a cell that is merged with the empty ones beside it, as
// pages without rulings have it.
func TestTotalInMergedCell(t *testing.T) {
	for total, want := range map[string]string{
		"总分|<|<|100|||||||96|":   "100 96",
		"总分|<|<|100||||||96|<|<": "100 96",
	} {
		r := read.Run(spanned("项目支出绩效自评表", "项目名称|<|图书馆免费开放",
			"一级指标|二级指标|三级指标|分值|评分标准|指标性质|指标值|度量单位|完成值|完成率|得分|备注",
			"产出指标|数量指标|开放天数|60|按天计分|≥|300|天|301天|100%|60|",
			"产出指标|质量指标|合格率|40|按率计分|≥|95|%|90%|95%|36|", total), read.Options{})[0].Report
		if got := r.Total.Weight.Value + " " + r.Total.Score.Value; got != want {
			t.Errorf("%s: got %q, want %q", total, got, want)
		}
	}
}
