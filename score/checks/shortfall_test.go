package checks

import (
	"strings"
	"testing"

	"ziping/extract"
	"ziping/score"
	"ziping/score/formtest"
	"ziping/score/rubric/sets"
)

// TestFullMarksForLess: full marks for far less than a target without comparator is told
// where more is surely better, and only there.
func TestFullMarksForLess(t *testing.T) {
	const form = "2022年度项目支出绩效自评表\n项目名称\t甲\n一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n产出指标\tROW\n满意度指标\t满意度指标\t满意度\t≥90%\t95%\t90\t90\n总分\t\t\t\t\t100\t100\n"
	for _, tt := range []struct {
		row  string
		told bool
	}{
		{"数量指标\t走访企业\t120家\t69家\t10\t10", true},
		{"数量指标\t培训人数\t500人\t310人\t10\t10", true},
		{"质量指标\t合格率\t98%\t70%\t10\t10", true},
		{"数量指标\t走访企业\t120\t69\t10\t10", true},
		{"数量指标\t走访企业\t769家\t691家\t10\t10", true}, // nine tenths
		{"数量指标\t走访企业\t120家\t118家\t10\t10", false},
		{"数量指标\t走访企业\t120家\t130家\t10\t10", false},
		{"数量指标\t走访企业\t120家\t69家\t10\t6", false},
		{"社会效益指标\t带动就业\t120人\t69人\t10\t10", true},
		{"社会效益指标\t贫困人口\t120人\t69人\t10\t10", false},
		{"时效指标\t按时完成率\t100%\t70%\t10\t10", true},
		{"\t资金到位率\t100%\t70%\t10\t10", true},
		{"数量指标\t走访企业\t120\t69家\t10\t10", true},
		{"质量指标\t合格数\t120\t69%\t10\t10", false},
		{"成本指标\t单位成本\t120元\t69元\t10\t10", false},
		{"时效指标\t办理天数\t20天\t10天\t10\t10", false},
		{"数量指标\t投诉件数\t20件\t3件\t10\t10", false},
		{"质量指标\t事故率\t2%\t1%\t10\t10", false},
		{"数量指标\t压减会议数\t20次\t10次\t10\t10", false},
		{"数量指标\t走访企业\t≤120家\t69家\t10\t10", false},
		{"数量指标\t走访企业\t120家\t69次\t10\t10", false},
	} {
		r := formtest.Read(t, strings.Replace(form, "ROW", tt.row, 1))
		check := scr02(sets.Default())
		found, _ := check.On(r, extract.ZH)
		told := false
		for _, f := range found {
			told = told || f.Level == score.Notice || strings.Contains(f.Message, "69") || strings.Contains(f.Message, "310") || strings.Contains(f.Message, "70")
		}
		if told != tt.told {
			t.Errorf("%s: got %+v, want a notice %v", tt.row, found, tt.told)
		}
	}
}
