package solve_test

import (
	"os"
	"testing"
	"time"

	"ziping/extract"
	"ziping/extract/tabin"
	"ziping/normalize"
	"ziping/score/identity"
	"ziping/score/solve"
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
		in := solve.Input{Report: &f.Report, Tested: identity.Of(&f.Report), Grade: identity.GradeOf(&f.Report)}
		solve.Run(in, solve.DefaultLimits())
		t0 := time.Now()
		sols := solve.Run(in, solve.DefaultLimits())
		t.Log(time.Since(t0), len(sols))
		for _, s := range sols {
			t.Log("  decided", s.Decided, "explains", len(s.Broken), s.Grade)
			for _, set := range s.Sets {
				line := "    "
				for _, c := range set.Changes {
					line += c.Path + " " + c.Old.Printed() + "→" + c.New.Printed() + c.NewGrade + "(" + string(c.Slip) + ") "
					if c.Ranged() {
						line += "[" + c.Low.String() + "," + c.High.String() + "] "
					}
				}
				t.Log(line, set.Determined)
			}
		}
	}
}
