package checks

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"ziping/extract"
	"ziping/score"
	"ziping/score/formtest"
	"ziping/score/rubric"
	"ziping/score/rubric/sets"
)

// TestBothWays goes through the catalogue and shows each check both ways on a
// marked form, with a message in both languages.
func TestBothWays(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("testdata", "both_ways.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var list []struct {
		Check, Form, Old, New, Field string
		Base                         []string
	}
	if err := yaml.Unmarshal(data, &list); err != nil {
		t.Fatal(err)
	}
	shown := map[string]bool{}
	for _, c := range list {
		path := filepath.Join("testdata", c.Form)
		if _, err := os.Stat(path); err != nil {
			path = filepath.Join("..", "..", "samples", c.Form)
		}
		right := formtest.Edit(t, formtest.File(t, path), c.Base...)
		wrong := formtest.Edit(t, right, c.Old, c.New)
		shown[c.Check] = true

		for _, lang := range []extract.Lang{extract.ZH, extract.EN} {
			r := formtest.Read(t, right)
			set, _ := sets.Choose(r)
			found, tally := byID(t, set, c.Check).On(r, lang)
			if len(found) > 0 || tally.Agree == 0 {
				t.Errorf("%s: got %d findings and a tally of %+v on the form as it stands, want agreement", c.Check, len(found), tally)
			}
			r = formtest.Read(t, wrong)
			found, tally = byID(t, set, c.Check).On(r, lang)
			if tally.Disagree != formtest.Places(found) {
				t.Errorf("%s: got %d findings and a tally of %+v", c.Check, len(found), tally)
			}
			hit := false
			for _, f := range found {
				if f.Message == "" || strings.ContainsAny(f.Message, "\n\t") {
					t.Errorf("%s: got message %q", c.Check, f.Message)
				}
				hit = hit || f.Field.String() == c.Field || c.Field == "" && !f.Field.IsZero()
			}
			if !hit {
				t.Errorf("%s: got %+v, want a finding at %s", c.Check, found, c.Field)
			}
		}
	}
	for _, d := range Docs() {
		if !shown[d.ID] {
			t.Errorf("%s is not shown", d.ID)
		}
	}
}

func byID(t *testing.T, set *rubric.Set, id string) *score.Check {
	t.Helper()
	all := All(set)
	for i := range all {
		if all[i].Doc.ID == id {
			return &all[i]
		}
	}
	t.Fatalf("no check %s", id)
	return nil
}
