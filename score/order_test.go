package score

import (
	"testing"

	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/value"
	"ziping/score/identity"
	"ziping/score/solve"
)

// TestOrder puts findings in their order: by level, then as printed, those of lines
// first and those without a place last.
func TestOrder(t *testing.T) {
	line := func(n int) *extract.Ref { return &extract.Ref{Table: -1, Line: n} }
	at := func(table, row, col int) *extract.Ref { return &extract.Ref{Table: table, Row: row, Col: col} }
	order := []Finding{
		{Level: Error, At: line(1)}, {Level: Error, At: line(4)}, {Level: Error, At: at(0, 1, 5)}, {Level: Error, At: at(0, 2, 1)}, {Level: Error, At: at(0, 2, 3)},
		{Level: Error, At: at(1, 0, 0)}, {Level: Error}, {Level: Rule, At: line(0)}, {Level: Rule}, {Level: Notice, At: line(0)}, {Level: Notice},
	}
	for i := range order {
		for k := range order {
			got := compareFindings(order[i], order[k])
			if (got < 0) != (i < k) || (got > 0) != (i > k) {
				t.Errorf("%+v beside %+v: got %d", order[i], order[k], got)
			}
		}
	}
}

// TestPass: what a check does not say of a finding is filled in, and counted.
func TestPass(t *testing.T) {
	r := &normalize.Report{Grade: value.Grade("优")}
	r.Grade.At = &extract.Ref{Row: 7}
	own := &extract.Ref{Row: 3}
	check := Check{Doc: Doc{ID: "XXX-01", Name: "x", Level: Notice}, Run: func(p *Pass) {
		p.Found(Finding{Field: normalize.GradePath})
		p.Found(Finding{Field: normalize.GradePath, At: own, Level: Error, Verdict: Undetermined})
		p.Found(Finding{Field: normalize.OtherPath(3)})
		p.Agree()
		p.Untestable()
		p.Untestable()
		made := 0
		for range 2 {
			if got := p.Once("n", func() any { made++; return made }); got != 1 {
				t.Errorf("got %v of what is made once", got)
			}
		}
		if got := p.Once("other", func() any { return "x" }); got != "x" {
			t.Errorf("got %v under another name", got)
		}
		if zh := p.Say("是", "yes"); zh != "是" {
			t.Errorf("got %s", zh)
		}
	}}
	found, tally := check.On(r, extract.ZH)
	if tally != (Tally{Agree: 1, Disagree: 3, Untestable: 2}) || len(found) != 3 {
		t.Fatalf("got %+v, %+v", found, tally)
	}
	if f := found[0]; f.Check != "XXX-01" || f.Name != "x" || f.Level != Notice || f.Verdict != Inconsistent || f.At != r.Grade.At {
		t.Errorf("got %+v", f)
	}
	if f := found[1]; f.Level != Error || f.Verdict != Undetermined || f.At != own {
		t.Errorf("got %+v", f)
	}
	if found[2].At != nil {
		t.Errorf("got the place %+v of no field", found[2].At)
	}
	if again, _ := check.On(r, extract.ZH); len(again) != 3 {
		t.Errorf("a second run has the findings of the first: %d", len(again))
	}
}

// TestSpeaksOf tells identities with one result apart by their parts.
func TestSpeaksOf(t *testing.T) {
	path := normalize.MustPath
	of := func(parts ...string) *identity.Tested {
		x := &identity.Tested{Identity: identity.Identity{Check: "FND-05", Result: path("funds.total.initial")}}
		for _, p := range parts {
			x.Parts = append(x.Parts, identity.Term{Path: path(p)})
		}
		return x
	}
	f := &Finding{Check: "FND-05", Field: path("funds.total.initial"), Operands: []normalize.Path{path("funds.a.initial"), path("funds.b.initial"), path("funds.total.initial")}}
	for _, tt := range []struct {
		t    *identity.Tested
		want bool
	}{{of("funds.a.initial", "funds.b.initial"), true}, {of("funds.a.initial", "funds.c.initial"), false}, {of(), true}} {
		if got := speaksOf(f, tt.t); got != tt.want {
			t.Errorf("%v: got %v", tt.t.Parts, got)
		}
	}
	other := *f
	other.Check = "FND-01"
	if speaksOf(&other, of("funds.a.initial")) {
		t.Error("a finding of another check")
	}
	other = *f
	other.Field = path("funds.b.initial")
	if speaksOf(&other, of("funds.a.initial")) {
		t.Error("a finding of another field")
	}
}

// TestScores compares the stated total with the sum of what is printed.
func TestScores(t *testing.T) {
	figure := func(s string) *normalize.Field {
		if s == "" {
			return nil
		}
		return value.Figure(s)
	}
	for _, tt := range []struct {
		total, first, second, budget string
		stated, computed             string
	}{
		{"97", "40", "47.5", "9.5", "97", "97"}, {"97", "40", "—", "", "97", "40"}, {"", "40", "50", "", "", "90"}, {"97.0", "", "", "", "97", ""}, {"", "", "", "10", "", "10"},
	} {
		r := &normalize.Report{Indicators: []normalize.Indicator{{Score: figure(tt.first)}, {Score: figure(tt.second)}}, Total: &normalize.Total{Score: figure(tt.total)}}
		if tt.budget != "" {
			r.Funds = &normalize.Funds{Rows: []normalize.FundRow{{Source: "total", Score: figure(tt.budget)}}}
		}
		if got := scores(r, &Options{}); got == nil || got.Stated != tt.stated || got.Computed != tt.computed {
			t.Errorf("%+v: got %+v", tt, got)
		}
	}
	if got := scores(&normalize.Report{}, &Options{}); got != nil {
		t.Errorf("got %+v of a form without scores", got)
	}
	mine := &Score{Rules: "x"}
	if got := scores(&normalize.Report{}, &Options{Rescore: func(*normalize.Report) *Score { return mine }}); got != mine {
		t.Errorf("got %+v, want what the rule set gives", got)
	}
}

// TestSlipWords says each slip of a set once.
func TestSlipWords(t *testing.T) {
	set := &solve.Set{Changes: []solve.Change{{Slip: solve.SlipZero}, {Slip: solve.SlipDigit}, {Slip: solve.SlipZero}, {Slip: solve.SlipOther}}}
	for lang, want := range map[extract.Lang]string{extract.ZH: "成因：汇总行未填（为 0）；一位数字有误", extract.EN: "cause: a sum left at 0; one digit is wrong"} {
		p := plan{}
		if got := p.slip(set).In(lang); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	for slip, text := range slips {
		if text.ZH == "" || text.EN == "" {
			t.Errorf("%s has no words", slip)
		}
	}
	for _, s := range []solve.Slip{solve.SlipSign, solve.SlipUnit, solve.SlipPoint, solve.SlipSwap, solve.SlipLost, solve.SlipExtra, solve.SlipBlank, solve.SlipNought, solve.SlipDoubled, solve.SlipCopied, solve.SlipColumn, solve.SlipFollow} {
		if _, ok := slips[s]; !ok {
			t.Errorf("%s has no words", s)
		}
	}
}
