// Package identity lists the arithmetic a form promises about itself: row sums,
// column sums, balances, rates, weights, groups, scores, total. The checks test
// these identities, the solver repairs them and the workbook writes them as
// live formulas, so all three speak of the same thing.
package identity

import (
	"ziping/normalize"
	"ziping/text/num"
)

// Kind is the shape of an identity.
type Kind string

// The shapes.
const (
	Sum   Kind = "sum"   // Result = Σ Coef × Part
	Ratio Kind = "ratio" // Result (percent) = 100 × Parts[0] ÷ Parts[1]
	Range Kind = "range" // 0 ≤ Result ≤ Parts[0]
)

// Identity is one promise of the form. The path of a level (indicators[0].level1)
// stands for the points printed with it.
type Identity struct {
	Check  string // id of the check that tests it
	Kind   Kind
	Result normalize.Path
	Parts  []Term
	// Constant is added to the parts of a Sum (the full mark less what is not
	// printed); most identities have none.
	Constant num.Decimal
	// Scale is the power of ten that brings the Result to the identity's unit; see
	// Term. Constant is in that unit.
	Scale int32
}

// Term is one part of an identity. A Blank part is printed empty and adds nothing.
// What it adds is its number as printed, times 10^Scale: 0 nearly always, −4 for
// 7443000元 where the others are in 万元.
type Term struct {
	Path  normalize.Path
	Coef  int
	Blank bool
	Scale int32
}

// Outcome of testing an identity.
type Outcome string

// The outcomes. What cannot be tested is not agreement.
const (
	Agree      Outcome = "agree"
	Disagree   Outcome = "disagree"
	Untestable Outcome = "untestable"
)

// Tested is an identity with the outcome of testing it on one report.
type Tested struct {
	Identity
	Outcome  Outcome
	Stated   num.Decimal // what Result prints; meaningful unless Untestable
	Expected num.Decimal // what the parts give, in the unit of Stated
}
