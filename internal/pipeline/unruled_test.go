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
