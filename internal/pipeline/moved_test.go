package pipeline_test

import (
	"testing"

	"ziping/internal/pipeline"
	"ziping/score"
)

// TestShareForWeight: a row that was put back with a share where its weight should be was
// read in part, and the weights have no error.
func TestShareForWeight(t *testing.T) {
	const form = `部门整体绩效自评表
部门名称	林业局
一级指标	二级指标	三级指标	年度指标值		实际完成值	分值	得分	偏差原因
产出指标	数量指标	造林面积	≥8公里		9公里	60	60	
	质量指标	验收合格率	≥95%		96%	20	20	
效益指标	社会效益指标	受益人数	预算执行率	≥90%	92%	10	10	
总分						100	93	
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
		if f.Level == score.Error && f.Check != "SUM-01" {
			t.Errorf("got error %s", f.Check)
		}
	}
}
