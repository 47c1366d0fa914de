package score

import (
	"ziping/extract"
	"ziping/normalize"
	"ziping/score/solve"
)

// Options of an audit.
type Options struct {
	Lang   extract.Lang
	Checks []Check // in catalogue order
	// NoRepair lists repairs and applies none.
	NoRepair bool
	// Rescore gives the scores that a rule set gives; nil for none.
	Rescore func(*normalize.Report) *Score
	// Limits bound the search for repairs; the zero value means the defaults.
	Limits solve.Limits
}

// Audited is one form with all that the audit found.
type Audited struct {
	Report    Report
	Corrected Corrected
}
