package pipeline

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/render"
)

// Whatever is said to be what should stand somewhere stands for an applied, unique
// correction of that very field, in what all writers print.
func TestShouldBeIsAnAppliedCorrection(t *testing.T) {
	paths, _ := filepath.Glob("../../samples/*.txt")
	said := 0
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		a, err := NewAuditor(AuditOptions{Lang: extract.ZH})
		if err != nil {
			t.Fatal(err)
		}
		out := Run(data, path, Options{Lang: extract.ZH, Named: true, Audit: a})
		for i := range out.Result.Reports {
			r := &out.Result.Reports[i]
			for n := range r.Findings {
				f := &r.Findings[n]
				c := render.Compare(r, f, extract.ZH)
				if !strings.Contains(f.Message+c.Sentence()+c.Column, "应为") {
					continue
				}
				said++
				corrected := false
				for _, rep := range r.Repairs {
					for _, e := range rep.Edits {
						corrected = corrected || rep.Applied && rep.Unique && e.Field == f.Field && e.New == f.Expected
					}
				}
				if !corrected {
					t.Errorf("%s: %s: %s", path, f.Field, f.Message)
				}
			}
		}
	}
	if said < 5 {
		t.Errorf("said %d times only; the seed alone has five", said)
	}
}
