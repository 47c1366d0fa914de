package pipeline_test

import (
	"strings"
	"testing"

	"ziping/extract"
	"ziping/internal/pipeline"
	"ziping/normalize/formtest"
	"ziping/score"
)

// TestCopied holds texts as people copy them from workbooks, pages and documents, and what
// is no self-evaluation, to what is made of them from end to end.
func TestCopied(t *testing.T) {
	a, err := pipeline.NewAuditor(pipeline.AuditOptions{})
	if err != nil {
		t.Fatal(err)
	}
	formtest.Check(t, "testdata/copied.txt", func(_ *testing.T, text string) (said []string) {
		r := pipeline.Run([]byte(text), "copied.txt", pipeline.Options{Audit: a, Named: true, Lang: extract.ZH}).Result
		said = append(said, "status "+string(r.Status))
		if r.Error != nil {
			return append(said, "error "+string(r.Error.Kind))
		}
		for _, w := range r.Warnings {
			said = append(said, "warning "+w.Code)
		}
		for i := range r.Reports {
			said = append(said, formtest.Said(&r.Reports[i].Report)...)
			for _, f := range r.Reports[i].Findings {
				if f.Level == score.Error {
					said = append(said, "error "+f.Check+" "+f.Field.String())
				}
			}
			for _, repair := range r.Reports[i].Repairs {
				for _, e := range repair.Edits {
					if repair.Applied {
						said = append(said, "corrected "+e.Field.String()+" "+e.Old+" "+e.New)
					}
				}
			}
		}
		for i, s := range said {
			said[i] = strings.ReplaceAll(s, "\n", "⏎")
		}
		return said
	})
}
