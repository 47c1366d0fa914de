package pipeline_test

import (
	"testing"

	"ziping/internal/pipeline"
	"ziping/score"
)

// TestLevelsElsewhere: a list whose levels stand at other rows than their points tell was
// read in part, and has no error.
func TestLevelsElsewhere(t *testing.T) {
	const form = `项目支出绩效自评表
项目名称	道路修缮
一级指标	二级指标	三级指标	指标值	完成值	分值	得分
产出指标(60分)	数量指标	修缮里程	≥8公里	9公里	40	40
效益指标(40分)	质量指标	验收合格率	≥95%	96%	20	20
	社会效益指标	受益人数	≥900人	910人	40	40
总分					100	100
`
	a, err := pipeline.NewAuditor(pipeline.AuditOptions{})
	if err != nil {
		t.Fatal(err)
	}
	out := pipeline.Run([]byte(form), "form.txt", pipeline.Options{Audit: a, Named: true})
	if out.Result.Status != score.Partial || len(out.Result.Reports) != 1 {
		t.Fatalf("status %s, %d forms, want partial, 1", out.Result.Status, len(out.Result.Reports))
	}
	for _, f := range out.Result.Reports[0].Findings {
		if f.Level == score.Error {
			t.Errorf("got error %s", f.Check)
		}
	}
}
