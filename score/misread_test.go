package score

import (
	"strings"
	"testing"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score/identity"
)

// A finding that rests on a doubtful reading is no error, and says why once.
func TestDoubt(t *testing.T) {
	total := &normalize.Field{Text: "97", Value: "97", State: normalize.Parsed, Reading: normalize.Doubtful, Confidence: "0.7"}
	r := &normalize.Report{Total: &normalize.Total{Score: total}, Grade: &normalize.Field{Text: "良", Value: "良", State: normalize.Parsed}}
	sum := identity.Identity{Check: "SUM-01", Result: normalize.TotalScorePath}
	p := &Pass{Report: r, Lang: extract.EN, Identities: []identity.Tested{{Identity: sum, Outcome: identity.Untestable, Premise: identity.ReadSurely}}}
	p.findings = []Finding{
		{Check: "GRD-01", Level: Error, Field: normalize.GradePath, Operands: []normalize.Path{normalize.TotalScorePath}},
		{Check: "SUM-01", Level: Notice, Field: normalize.TotalScorePath, Message: "maybe misread"},
		{Check: "SCR-02", Level: Rule, Field: normalize.TotalScorePath},
		{Check: "NUM-01", Level: Error, Field: normalize.YearPath},
	}
	p.doubt()
	for i, want := range []struct {
		level   Level
		verdict Verdict
		words   int
	}{{Notice, Undetermined, 1}, {Notice, Undetermined, 1}, {Rule, Undetermined, 1}, {Error, "", 0}} {
		f := p.findings[i]
		if f.Level != want.level || f.Verdict != want.verdict || strings.Count(f.Message, "misread") != want.words {
			t.Errorf("%s: got %+v", f.Check, f)
		}
	}
	if gradeRead(r, &identity.Grade{}) != nil {
		t.Error("a grade is held against a doubtful total")
	}
	total.Reading = normalize.Read
	if gradeRead(r, &identity.Grade{}) == nil {
		t.Error("a grade is not held against a total that was read")
	}
}
