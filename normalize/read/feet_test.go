package read_test

import (
	"strings"
	"testing"

	"ziping/normalize"
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
