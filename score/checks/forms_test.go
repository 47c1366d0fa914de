package checks

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ziping/normalize"
	"ziping/score"
	"ziping/score/formtest"
	"ziping/score/rubric"
	"ziping/score/rubric/sets"
)

// arithmetic are the checks that are tested with the identities they come from.
var arithmetic = []string{"FND-01", "FND-02", "FND-03", "FND-04", "FND-05", "WGT-01", "WGT-02", "SCR-01", "SUM-01", "GRD-01"}

// mine are the checks that stand on their own; those of texts are tested in their package.
func mine(set *rubric.Set) []score.Check {
	return slices.DeleteFunc(All(set), func(c score.Check) bool {
		return slices.Contains(arithmetic[:len(arithmetic)-1], c.Doc.ID) || strings.HasPrefix(c.Doc.ID, "TXT-")
	})
}

// TestArithmetic shows the checks that test identities both ways.
func TestArithmetic(t *testing.T) {
	formtest.Run(t, filepath.Join("testdata", "arithmetic.yaml"), func(_ *formtest.Case, r *normalize.Report) []score.Check {
		set, _ := sets.Choose(r)
		return slices.DeleteFunc(All(set), func(c score.Check) bool { return !slices.Contains(arithmetic, c.Doc.ID) })
	})
}

// TestForms shows each check both ways: edits of whole forms, and small forms
// for each rule (rules.yaml).
func TestForms(t *testing.T) {
	for _, name := range []string{"forms.yaml", "rules.yaml"} {
		formtest.Run(t, filepath.Join("testdata", name), func(c *formtest.Case, r *normalize.Report) []score.Check {
			set, _ := sets.Choose(r)
			if c.Rules != "" {
				var err error
				if set, err = sets.Load(c.Rules); err != nil {
					t.Fatal(err)
				}
			}
			return mine(set)
		})
	}
}
