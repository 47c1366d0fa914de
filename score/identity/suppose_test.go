package identity

import (
	"testing"

	"ziping/normalize"
	"ziping/text/num"
)

// TestSuppose: on what is printed it says what testing the report says, and on another
// figure what testing a report with that figure would.
func TestSuppose(t *testing.T) {
	for _, r := range []*normalize.Report{
		money(t, "", "initial adjustment budget executed execution_rate balance\ntotal 300 -20.5 279.5 251.55 90 27.95\nother 300 _ 279.5 ? 90 27.95"),
		money(t, "", "initial adjustment budget\ntotal 12.34 4.51 16"),
		rowsOf(t, "40/40 30/28 20/25", "10/9", "100/97"),
		rowsOf(t, "40/40 30/28 20/20", "10/9", "-/97"),
		rowsOf(t, "40/40 30/28", "10/9", "-/97"),
	} {
		var s Supposer
		for _, tested := range Unconditional(r) {
			id := tested.Identity
			prints := []Print{PrintAt(r, id.Result)}
			for _, p := range id.Parts {
				prints = append(prints, PrintAt(r, p.Path))
			}
			if got := s.Suppose(&id, prints); got != tested.Outcome {
				t.Errorf("%s %s: got %s, want %s", id.Check, id.Result, got, tested.Outcome)
			}
			if tested.Outcome != Agree || id.Kind == Range {
				continue
			}
			prints[0].N = prints[0].N.Add(num.FromInt(7))
			if got := s.Suppose(&id, prints); prints[0].OK && got != Disagree {
				t.Errorf("%s %s: got %s with 7 more", id.Check, id.Result, got)
			}
		}
	}
}

// TestMisreadable: a sum that fails with a recognised figure in it that is doubtful may
// be right on paper; one that a reader guessed of a text is another thing.
func TestMisreadable(t *testing.T) {
	for _, tt := range []struct {
		reading    normalize.Reading
		confidence string
		want       Outcome
		premise    Premise
	}{
		{normalize.Doubtful, "0.61", Untestable, ReadSurely},
		{normalize.Read, "0.61", Disagree, ""},
		{normalize.Doubtful, "", Disagree, ""},
	} {
		for _, cell := range []normalize.Column{normalize.Initial, normalize.Budget} {
			r := money(t, "", "initial adjustment budget\ntotal 300 -20.5 289.5")
			f, _ := r.Field(normalize.FundPath("total", cell))
			f.Reading, f.Confidence = tt.reading, tt.confidence
			if got := Of(r)[0]; got.Outcome != tt.want || got.Premise != tt.premise {
				t.Errorf("%s %q: got %s %s", tt.reading, tt.confidence, got.Outcome, got.Premise)
			}
		}
	}
	r := money(t, "", "initial adjustment budget\ntotal 300 -20.5 279.5")
	r.Funds.Rows[0].Initial.Confidence = "0.99"
	Prove(r, Of(r))
	if f := r.Funds.Rows[0]; f.Initial.Reading == normalize.Proved || f.Budget.Reading != normalize.Proved {
		t.Errorf("a recognised figure is %s, another %s", f.Initial.Reading, f.Budget.Reading)
	}
}
