package checks

import (
	"fmt"
	"testing"

	"ziping/extract"
	"ziping/score"
	"ziping/score/formtest"
	"ziping/score/rubric/sets"
)

const graded = `项目支出绩效自评表
一级指标	二级指标	三级指标	年度指标值	实际完成值	分值	得分
产出指标	数量指标	修缮房屋	≥10间	12间	100	%d
总分					100	%d
评价等级	%s
%s
`

// TestGradesOfOtherScales: whatever an office calls its grades, and whatever scale its
// note prints.
func TestGradesOfOtherScales(t *testing.T) {
	set, err := sets.Load("mof-2020")
	if err != nil {
		t.Fatal(err)
	}
	const high = "注:95-100分为优秀,85-94分为良好,70-84分为一般,70分以下为较差"
	for _, tt := range []struct {
		total       int
		grade, note string
		want        string
	}{
		{96, "优秀", "", ""}, {85, "良好", "", ""}, {75, "合格", "", ""}, {65, "一般", "", ""}, {95, "A", "", ""}, {85, "B级", "", ""}, {55, "不合格", "", ""},
		{95, "合格", "", ""}, // perhaps the best that there is
		{95, "B", "", "优"}, {70, "A", "", "中"}, {92, "不合格", "", "优"}, {65, "较好", "", "中"}, {55, "合格", "", "差"},
		{92, "良好", high, ""}, {75, "一般", high, ""}, {92, "优秀", high, "良好"}, {75, "良好", high, "一般"}, {96, "良好", high, "优秀"},
		{90, "良", "注:80-90分为良,90-100分为优,60-80分为中", ""}, {90, "优", "注:80-90分为良,90-100分为优,60-80分为中", ""}, // of both
		{88, "优", "说明:得分≥85分为优,75≤得分<85为良,60≤得分<75为中,得分<60为差", ""},
		{84, "优", "说明:得分≥85分为优,75≤得分<85为良,60≤得分<75为中,得分<60为差", "良"},
		{89, "良（80-89分）", "", ""}, {90, "良（80-90分）", "", ""}, // no error
	} {
		r := formtest.Read(t, fmt.Sprintf(graded, tt.total, tt.total, tt.grade, tt.note))
		check := grd01(set)
		found, _ := check.On(r, extract.ZH)
		got := ""
		for _, f := range found {
			got += f.Expected
			if f.Level == score.Error {
				t.Errorf("%d %s %q: an error", tt.total, tt.grade, tt.note)
			}
		}
		if got != tt.want {
			t.Errorf("%d %s %q: got %q, want %q", tt.total, tt.grade, tt.note, got, tt.want)
		}
	}
}
