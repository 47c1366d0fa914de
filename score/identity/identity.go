// Package identity lists the arithmetic a form promises about itself: row sums,
// column sums, balances, rates, weights, groups, scores, total. The checks test
// these identities, the solver repairs them and the workbook writes them as
// live formulas, so all three speak of the same thing.
//
//	for _, t := range identity.Of(report) {
//		t.Outcome                    // disagree
//		t.Result                     // funds.total.initial
//		t.Stated, t.Expected         // 300.00, 310.00
//		sentences.Of(report, &t) // 年初预算：合计 300.00 ≠ …
//	}
//
// Which identities there are is told by the columns and rows of the form alone
// (List); what is printed decides whether one can be tested (Test). Numbers are
// printed numbers: a sum may be rounded, cut off, padded, or told in another unit
// of money than its parts, and agrees as long as one exact value fits all prints
// (round.go, scale.go).
package identity

import (
	"slices"
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
	Premise  Premise     // what is not shown, where it fails as printed and is Untestable for that
	Stated   num.Decimal // what Result prints; meaningful unless Untestable
	Expected num.Decimal // what the parts give, in the unit of Stated
}

// Mixed reports cells in different units.
func (id *Identity) Mixed() bool {
	return id.Scale != 0 || slices.ContainsFunc(id.Parts, func(p Term) bool { return p.Scale != 0 })
}

// Has reports an identity that a cell is the result or a part of.
func (id *Identity) Has(cell normalize.Path) bool {
	return id.Result == cell || slices.ContainsFunc(id.Parts, func(p Term) bool { return p.Path == cell })
}

// FullMark is what the weights of a form make where no full mark is printed, and
// nearly always where one is: a printed 100 comes with the blank form.
const FullMark = 100

var fullMark = num.FromInt(FullMark)
