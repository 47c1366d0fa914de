package pipeline_test

import (
	"strings"
	"testing"

	"ziping/extract"
	"ziping/internal/pipeline"
	"ziping/score"
)

// TestMarksUnread: a form with a total above a list whose marks stand under headings that
// nobody knows was not read whole.
func TestMarksUnread(t *testing.T) {
	const form = `部门整体绩效自评表
部门名称	红石区教育委员会	自评总分	98.35
指标名称	指标性质	指标值	全年完成值	标权数	标得数
新增学位	≥	900	930	50	50
教师培训	≥	2400	2244	50	48.35
`
	a, err := pipeline.NewAuditor(pipeline.AuditOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name, form string
		want       bool
	}{
		{"under headings nobody knows", form, true},
		{"under their headings", strings.NewReplacer("标权数", "权重", "标得数", "得分").Replace(form), false},
		{"words there", strings.NewReplacer("50\t50", "市级\t市级", "50\t48.35", "区级\t区级").Replace(form), false},
	} {
		out := pipeline.Run([]byte(tt.form), "form.txt", pipeline.Options{Audit: a, Named: true})
		told := false
		for _, w := range out.Result.Warnings {
			told = told || w.Code == extract.WarnNotUnderstood && strings.Contains(w.Message, "分值和得分")
		}
		if told != tt.want || tt.want && out.Result.Status != score.Partial {
			t.Errorf("%s: told %v, status %s, want %v", tt.name, told, out.Result.Status, tt.want)
		}
	}
}
