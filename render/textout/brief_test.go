package textout

import (
	"testing"

	"ziping/extract"
	"ziping/score"
)

// A form takes one line only where there is nothing to tell of it: what was read in part
// is told in full, whatever is to be shown.
func TestSound(t *testing.T) {
	with := func(status score.Status, warnings int, levels ...score.Level) *score.Result {
		r := &score.Result{Status: status, Warnings: make([]extract.Warning, warnings), Reports: make([]score.Report, 2)}
		for _, l := range levels {
			r.Reports[1].Findings = append(r.Reports[1].Findings, score.Finding{Level: l})
		}
		return r
	}
	errorsOnly := []score.Level{score.Error}
	for _, tt := range []struct {
		name string
		only []score.Level
		r    *score.Result
		want bool
	}{
		{"nothing found", nil, with(score.OK, 0), true},
		{"a notice", nil, with(score.OK, 0, score.Notice), false},
		{"a notice, errors shown", errorsOnly, with(score.OK, 0, score.Notice, score.Rule), true},
		{"an error, errors shown", errorsOnly, with(score.OK, 0, score.Notice, score.Error), false},
		{"a warning", nil, with(score.OK, 1), false},
		{"a warning, errors shown", errorsOnly, with(score.OK, 1), true},
		{"read in part", nil, with(score.Partial, 0), false},
		{"read in part, errors shown", errorsOnly, with(score.Partial, 1), false},
	} {
		o := Options{Only: tt.only}
		if got := o.sound(tt.r); got != tt.want {
			t.Errorf("%s: got %v", tt.name, got)
		}
	}
}
