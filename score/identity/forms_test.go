package identity

import (
	"fmt"
	"strings"
	"testing"

	"ziping/normalize"
	"ziping/score/sketch"
	"ziping/text/num"
)

// The forms of these tests, in short (score/sketch).
var (
	cell       = sketch.Cell
	money      = sketch.Money
	marks      = sketch.Marks
	withBudget = sketch.WithBudget
)

// said is every identity of a form in a line: what is tested, and what came of it.
func said(r *normalize.Report) string {
	var b strings.Builder
	for _, x := range Unconditional(r) {
		fmt.Fprintf(&b, "%s %s", x.Check, x.Result)
		for i, p := range x.Parts {
			sign := map[bool]string{true: " =", false: " +"}[i == 0]
			if x.Kind != Sum {
				sign = map[bool]string{true: " :", false: " /"}[i == 0]
			}
			if p.Coef < 0 {
				sign = " -"
			}
			if p.Coef != 1 && p.Coef != -1 {
				sign += fmt.Sprint(p.Coef)
			}
			fmt.Fprintf(&b, "%s %s", sign, short(x.Result, p.Path))
			if p.Blank {
				b.WriteString("(blank)")
			}
		}
		fmt.Fprintf(&b, ": %s", x.Outcome)
		if x.Outcome == Disagree {
			fmt.Fprintf(&b, " %s≠%s", x.Stated.Printed(), x.Expected)
			if low, high, ok := Interval(r, &x); ok {
				fmt.Fprintf(&b, " [%s %s]", low, high)
			}
		}
		b.WriteString("\n")
	}
	return strings.TrimSpace(b.String())
}

// short names a part by what differs from the result.
func short(result, part normalize.Path) string {
	a, b := result.Record(), part.Record()
	switch {
	case a == b:
		return string(part.Column())
	case result.Column() == part.Column() && b != normalize.FundsPath:
		return strings.TrimPrefix(b.String(), "funds.")
	}
	return part.String()
}

func want(t *testing.T, r *normalize.Report, lines string) {
	t.Helper()
	lines = strings.ReplaceAll(strings.TrimSpace(lines), "\t", "")
	if got := said(r); got != lines {
		t.Errorf("got\n%s\nwant\n%s", got, lines)
	}
}

func dec(s string) num.Decimal { return num.MustParse(s) }
