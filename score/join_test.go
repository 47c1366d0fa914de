package score

import (
	"strings"
	"testing"

	"ziping/extract"
	"ziping/normalize"
)

// TestOneNoticeForOneCause: what a habit does in several rows is told once, with all its
// places; errors, single rows and other checks stay as they are.
func TestOneNoticeForOneCause(t *testing.T) {
	at := func(i int) normalize.Path { return normalize.IndicatorPath(i, normalize.Target) }
	checks := []Check{{Doc: Doc{ID: "A"}, Habit: true}, {Doc: Doc{ID: "B"}}, {Doc: Doc{ID: "C"}, Habit: true}}
	got := join([]Finding{
		{Check: "A", Level: Notice, Verdict: Undetermined, Field: at(0), Message: "一"},
		{Check: "B", Level: Notice, Field: at(0), Message: "b"},
		{Check: "A", Level: Error, Field: at(1), Message: "错"},
		{Check: "A", Level: Notice, Verdict: Inconsistent, Field: at(2), Message: "二"},
		{Check: "B", Level: Notice, Field: at(1), Message: "b"},
		{Check: "C", Level: Notice, Field: at(4), Message: "独"},
		{Check: "A", Level: Notice, Verdict: Undetermined, Field: at(3), Message: "三"},
	}, checks, extract.ZH)
	if len(got) != 5 {
		t.Fatalf("got %d findings %+v, want 5", len(got), got)
	}
	f := got[0]
	if f.Message != "3 处：一；二；三" || len(f.Operands) != 3 || f.Operands[2] != at(3) || f.Verdict != Inconsistent || !f.Joined() {
		t.Errorf("got %+v", f)
	}
	if got[2].Level != Error || got[4].Message != "独" || got[4].Joined() {
		t.Errorf("got %+v, want the error and the single notice as they were", got)
	}
	many := make([]Finding, 400)
	for i := range many {
		many[i] = Finding{Check: "A", Level: Notice, Field: at(i), Message: strings.Repeat("长", 20)}
	}
	got = join(many, checks, extract.EN)
	if len(got) != 1 || len(got[0].Operands) != 400 || len(got[0].Message) > mostJoined+100 || strings.Count(got[0].Message, "…") != 1 {
		t.Errorf("got %d findings, the first of %d bytes", len(got), len(got[0].Message))
	}
}
