package identity

import (
	"testing"

	"ziping/extract"
	"ziping/normalize"
	"ziping/text/num"
)

// TestIncomplete tests weights of 50 and 40 against a full mark of 100, with one
// more cell that no field claims.
func TestIncomplete(t *testing.T) {
	weight := func(s string) *normalize.Field {
		f := &normalize.Field{Text: s, State: normalize.Parsed, Reading: normalize.Read}
		f.SetNumber(num.MustParse(s))
		return f
	}
	cell := extract.Ref{Table: 0, Row: 3, Col: 2}
	for _, tt := range []struct {
		name, text string
		at         extract.Ref
		want       Outcome
	}{
		{"the very difference", "10", cell, Untestable},
		{"the difference as printed elsewhere", "１０．０", cell, Untestable},
		{"another figure", "7", cell, Disagree},
		{"nobody can read it", "1�", cell, Untestable},
		{"words", "10 项", cell, Disagree},
		{"beside the table", "10", extract.Ref{Table: -1, Line: 2}, Disagree},
	} {
		r := &normalize.Report{
			Indicators: []normalize.Indicator{{Weight: weight("50")}, {Weight: weight("40")}},
			Total:      &normalize.Total{Weight: weight("100")},
			Unplaced:   []normalize.Unplaced{{Text: tt.text, At: tt.at}},
		}
		tested := Unconditional(r)
		if len(tested) != 1 || tested[0].Check != "WGT-01" || tested[0].Outcome != tt.want {
			t.Errorf("%s: got %+v, want WGT-01 %s", tt.name, tested, tt.want)
		}
	}
}
