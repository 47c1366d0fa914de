package solve_test

import (
	"fmt"
	"strings"
	"testing"

	"ziping/normalize"
	"ziping/normalize/formtest"
	"ziping/score/identity"
	"ziping/score/solve"
)

// TestFaults holds what is found wrong with small forms: testdata/faults.txt. Figures
// laid over a form stand in lines "> path figure", "> path ?" for one that cannot be read
// and "> path" for a blank; "> grade" comes first.
func TestFaults(t *testing.T) {
	formtest.Check(t, "testdata/faults.txt", func(t *testing.T, text string) (said []string) {
		form, laid, _ := strings.Cut(text, "> ")
		var r *normalize.Report
		for l := range strings.SplitSeq(laid, "> ") {
			path, figure, _ := strings.Cut(strings.TrimSpace(l), " ")
			if path == "grade" {
				form = strings.Replace(form, "优(S≥90)", figure, 1)
				path = ""
			}
			if r == nil {
				r = parse(t, form)
			}
			if path != "" {
				lay(t, r, path, figure)
			}
		}
		in := solve.Input{Report: r, Tested: identity.Unconditional(r), Grade: identity.GradeOf(r)}
		for _, s := range solve.Run(in, solve.DefaultLimits()) {
			said = append(said, told(&in, &s)...)
		}
		return said
	})
}

// lay prints another figure in a form.
func lay(t *testing.T, r *normalize.Report, path, figure string) {
	t.Helper()
	f, err := r.Field(normalize.MustPath(path))
	if f == nil {
		t.Fatalf("no field %s: %v", path, err)
	}
	switch figure {
	case "?":
		*f = normalize.Field{Text: "?", State: normalize.Garbled}
	case "":
		*f = normalize.Field{State: normalize.Blank}
	default:
		set(t, r, path, figure)
	}
}

// told is a line for what a solution explains and a line for each of its sets, in order.
func told(in *solve.Input, s *solve.Solution) []string {
	var of []string
	for _, b := range s.Broken {
		of = append(of, in.Tested[b].Check+" "+in.Tested[b].Result.String())
	}
	if s.Grade {
		of = append(of, "grade")
	}
	out := []string{"of " + strings.Join(of, ", ")}
	if !s.Decided {
		return append(out, "undecided")
	}
	for _, set := range s.Sets {
		var cells []string
		for _, c := range set.Changes {
			cells = append(cells, toldChange(&c))
		}
		line := strings.Join(cells, "; ")
		if set.Determined != !strings.Contains(line, "..") {
			line += " determined?"
		}
		out = append(out, "  "+line)
	}
	return out
}

func toldChange(c *solve.Change) string {
	old, to, span := c.Old.Printed(), c.New.String(), ""
	switch {
	case c.NewGrade != "":
		old, to = c.Field.Value, c.NewGrade
	case c.Blank:
		old = "blank"
	}
	if c.Ranged() {
		span = fmt.Sprintf(" of %s..%s", c.Low, c.High)
	}
	if !c.Bounded && c.NewGrade == "" {
		span += " without end"
	}
	return fmt.Sprintf("%s %s, not %s%s by %s", c.Path, to, old, span, c.Slip)
}
