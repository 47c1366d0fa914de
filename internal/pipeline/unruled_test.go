package pipeline

import (
	"strings"
	"testing"

	"ziping/extract"
	"ziping/score"
)

// Where rows were told by how texts stand, the points of a wrapped label that were taken for
// the label of the next row are no error, and the form is read in part. As tab text, whose
// rows are what they are, they are what they say.
func TestTornLabelOfAnUnruledList(t *testing.T) {
	const sample = "../../samples/nx-project-2022.txt"
	text := strings.Replace(string(load(t, sample)), "满意度指标(20分)", "(2分)", 1)
	for _, unruled := range []bool{false, true} {
		o := options(t, AuditOptions{Lang: extract.ZH})
		steps := o.do()
		tab := steps.read
		steps.read = func(data []byte, name string, x extract.Options) (*extract.Document, error) {
			doc, err := tab(data, name, x)
			if unruled && err == nil {
				doc.Warnings = append(doc.Warnings, extract.Warning{Code: extract.WarnNoRulings})
			}
			return doc, err
		}
		o.steps = steps
		out := Run([]byte(text), sample, o)
		wrong := 0
		for _, r := range out.Result.Reports {
			for _, f := range r.Findings {
				if f.Level == score.Error {
					wrong++
				}
			}
		}
		if torn := out.Result.Status == score.Partial; torn != unruled || (wrong == 0) != unruled {
			t.Errorf("unruled %v: got %s with %d errors", unruled, out.Result.Status, wrong)
		}
	}
}

// What stands loose where a page ends within the form is half of a row; what stands there
// and elsewhere is a watermark.
func TestLooseAtThePageBreak(t *testing.T) {
	const text = `项目支出绩效自评表
项目名称	修路	主管部门	交通局
一级指标	二级指标	三级指标	年度指标值	实际完成值	分值	得分
产出指标	数量指标	修复路段	≥26段	27段	60	60
满意度指标	服务对象	满意度	≥95%	96%	40	40
总分					100	100
`
	for _, tt := range []struct {
		name  string
		lines []extract.Line
		want  score.Status
	}{
		{"nothing", nil, score.OK},
		{"half of a row", []extract.Line{{Text: "指标对象", Before: 1, Page: 1}}, score.Partial},
		{"twice, as a watermark", []extract.Line{{Text: "内部资料", Before: 1, Page: 1}, {Text: "内部资料", Before: 2, Page: 2}}, score.OK},
		{"above the table of the next page", []extract.Line{{Text: "续表", Before: 1, Page: 2}}, score.OK},
		{"below all", []extract.Line{{Text: "盖章处", Before: 2, Page: 2}}, score.OK},
	} {
		o := options(t, AuditOptions{Lang: extract.ZH})
		steps := o.do()
		tab := steps.read
		steps.read = func(data []byte, name string, x extract.Options) (*extract.Document, error) {
			doc, err := tab(data, name, x)
			if err != nil {
				return nil, err
			}
			whole := &doc.Tables[len(doc.Tables)-1]
			rest := extract.Table{Rows: 1, Cols: whole.Cols}
			whole.Rows--
			for k := range whole.Cells {
				if c := &whole.Cells[k]; c.Row == whole.Rows {
					c.Row, c.Page = 0, 2
					rest.Cells = append(rest.Cells, *c)
				} else {
					c.Page = 1
				}
			}
			whole.Cells = whole.Cells[:len(whole.Cells)-len(rest.Cells)]
			doc.Tables = append(doc.Tables, rest)
			doc.Lines = append(doc.Lines, tt.lines...)
			return doc, nil
		}
		o.steps = steps
		if out := Run([]byte(text), "form.txt", o); out.Result.Status != tt.want {
			t.Errorf("%s: got %s, want %s: %v", tt.name, out.Result.Status, tt.want, out.Result.Warnings)
		}
	}
}
