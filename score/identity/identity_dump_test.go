package identity_test

import (
	"os"
	"testing"

	"ziping/extract"
	"ziping/extract/tabin"
	"ziping/normalize"
	"ziping/score/identity"
)

func TestDump(t *testing.T) {
	path := os.Getenv("DUMP")
	if path == "" {
		t.Skip()
	}
	data, _ := os.ReadFile(path)
	doc, err := tabin.Read(data, extract.Options{Limits: extract.DefaultLimits()})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range normalize.Run(doc, normalize.Options{}) {
		n := map[string]map[identity.Outcome]int{}
		for _, x := range identity.Of(&f.Report) {
			if n[x.Check] == nil {
				n[x.Check] = map[identity.Outcome]int{}
			}
			n[x.Check][x.Outcome]++
			if x.Outcome == identity.Disagree {
				t.Log(x.Check, x.Result, x.Stated, x.Expected, x.Parts)
			}
		}
		t.Log(n)
		t.Logf("%+v", identity.GradeOf(&f.Report))
	}
}
