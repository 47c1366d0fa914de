package score

import (
	"slices"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score/budgetmarks"
	"ziping/score/identity"
	"ziping/score/solve"
	"ziping/text/num"
)

// Audit runs the checks over the forms of a document, looks for the smallest
// repairs of what contradicts itself, and applies those that are sure to a copy
// of the document. A repair counts as applied only when normalizing the edited
// document and testing it again shows that its findings are gone and no other
// came. The forms must be those that normalizing doc gave; their fields' Reading
// is set to proved where the arithmetic confirms them.
func Audit(doc *extract.Document, forms []normalize.Form, opts Options) []Audited {
	if opts.Limits == (solve.Limits{}) {
		opts.Limits = solve.DefaultLimits()
	}
	out := make([]Audited, len(forms))
	plans := make([]plan, len(forms))
	for i := range forms {
		out[i], plans[i] = auditForm(doc, &forms[i], &opts)
	}
	if !opts.NoRepair {
		applyPlans(doc, forms, plans, out)
	}
	for i := range out {
		settle(&out[i].Report, opts.Lang)
	}
	return out
}

// refusalCheck is the only check of a form that is no self-evaluation.
const refusalCheck = "FRM-03"

func auditForm(doc *extract.Document, f *normalize.Form, opts *Options) (Audited, plan) {
	r := &f.Report
	var tested []identity.Tested
	if r.Refusal == "" {
		tested = identity.Of(r)
		identity.Prove(r, tested)
	}
	pass := newPass(r, tested, opts.Lang)
	a := Audited{
		Report:    Report{Report: *r, Findings: []Finding{}, Repairs: []Repair{}, Tallies: make(map[string]Tally, len(opts.Checks))},
		Corrected: Corrected{Report: *r, Identities: tested},
	}
	for i := range opts.Checks {
		c := &opts.Checks[i]
		if r.Refusal != "" && c.Doc.ID != refusalCheck {
			continue
		}
		_, a.Report.Tallies[c.Doc.ID] = pass.run(c)
	}
	pass.doubt()
	a.Report.Findings = append(a.Report.Findings, join(pass.findings, opts.Checks, opts.Lang)...)
	slices.SortStableFunc(a.Report.Findings, compareFindings)
	if r.Refusal != "" {
		return a, plan{}
	}
	a.Report.Score = scores(r, opts)
	p := newPlan(doc, r, tested, gradeRead(r, pass.Grade), a.Report.Score, opts)
	a.Report.Repairs = append(a.Report.Repairs, p.repairs(a.Report.Findings)...)
	return a, p
}

// scores compares the stated total with the sum of the printed scores; the
// rest is the rule set's.
func scores(r *normalize.Report, opts *Options) *Score {
	if opts.Rescore != nil {
		return opts.Rescore(r)
	}
	s := &Score{}
	if n, ok := identity.Number(r, normalize.TotalScorePath); ok {
		s.Stated = n.String()
	}
	var sum num.Decimal
	printed := false
	add := func(f *normalize.Field) {
		if n, ok := f.Number(); ok {
			sum, printed = sum.Add(n), true
		}
	}
	for i := range r.Indicators {
		add(r.Indicators[i].Score)
	}
	if row := budgetmarks.Row(r); row != nil && !budgetmarks.Apart(r) {
		add(row.Score)
	}
	if printed {
		s.Computed = sum.String()
	}
	if s.Stated == "" && s.Computed == "" {
		return nil
	}
	return s
}
