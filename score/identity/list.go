package identity

import (
	"ziping/normalize"
)

// Unconditional tests the identities of a report as if all premises were shown.
func Unconditional(r *normalize.Report) []Tested { return test(r, List(r)) }

// Of lists the identities of a report and tests them; what fails and takes for
// granted what nothing shows is Untestable, and says so (premise.go).
func Of(r *normalize.Report) []Tested {
	tested := Unconditional(r)
	withhold(r, tested)
	return tested
}

// List returns the identities that the columns and rows of a form promise, in
// printed order. A column that the form does not have promises nothing: a T2
// form has no FND-01, a form without weights no WGT-01. Whether enough is
// printed to test one is the business of [test].
func List(r *normalize.Report) []Identity {
	l := newLister(r)
	if r.Funds != nil {
		of := rateBase(r)
		for i := range r.Funds.Rows {
			l.fundRow(r.Funds, i, of)
			l.fundSums(r.Funds, i)
		}
	}
	l.weights(r)
	l.groups(r)
	l.ranges(r)
	l.total(r)
	return inOneUnit(r, l.out)
}
