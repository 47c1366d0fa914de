// Package solve finds the smallest sets of cells that must be wrong when a form
// contradicts itself: exact error localisation over all its identities at once.
//
//	for _, s := range solve.Run(solve.Input{Report: r, Tested: identity.Of(r), Grade: identity.GradeOf(r)}, solve.DefaultLimits()) {
//		s.Sets // [{funds.fiscal_subtotal.initial 0 → 222924.78, …}]
//	}
//
// A form is a system of linear equations and inequalities over its printed
// cells: sums are equations, a printed rate bounds its quotient by an interval,
// a score lies between 0 and its weight, a grade bounds the total. Freeing a set
// of cells makes the form consistent iff eliminating these cells from the system
// leaves no contradiction among the cells that stay as printed. Every
// contradiction that is left names the cells of which at least one more must be
// freed; the search branches on those, by rising size of the set, until it has
// all sets of the smallest size (Fellegi & Holt 1976).
//
// Arithmetic is exact, in integers. Effort is bounded by counted steps, never by
// a clock, so that the same form gives the same answer on any machine.
package solve

import (
	"slices"

	"ziping/normalize"
	"ziping/score/identity"
	"ziping/text/num"
)

// Input is a form with its tested identities. Grade is nil where the form has
// none.
type Input struct {
	Report *normalize.Report
	Tested []identity.Tested
	Grade  *identity.Grade
}

// Limits bound the search.
type Limits struct {
	Size  int // cells of a set
	Steps int // rows looked at
	Sets  int // sets of the smallest size
}

// DefaultLimits are generous for a form and end within a few milliseconds on a
// heap of nonsense.
func DefaultLimits() Limits { return Limits{Size: 12, Steps: 400_000, Sets: 600} }

// Solution is what is known of one group of contradictions that hang together.
type Solution struct {
	// Broken are the indexes of the Input's identities that it explains.
	Broken []int
	// Grade tells that it explains the grade too.
	Grade bool
	// Sets are all smallest sets of cells, those that known slips explain best
	// first. None if the search was not Decided.
	Sets []Set
	// Decided is false where the search met a limit: nothing is known then but
	// that the form contradicts itself.
	Decided bool
}

// Set is one set of cells whose change makes the form consistent.
type Set struct {
	Changes []Change // in printed order, rates and grade last
	// Determined tells that only one value of each cell does it.
	Determined bool
	cost       int
}

// Change is one cell of a Set.
type Change struct {
	Path  normalize.Path
	Field *normalize.Field
	// Old is what is printed, unless it was Blank; New what should be. Neither
	// for a grade, which has NewGrade and its band.
	Old, New num.Decimal
	Blank    bool
	NewGrade string
	Band     identity.Band
	// Low and High are the least and greatest value that will do where the
	// arithmetic proves only a range; equal to New where it proves one value.
	Low, High num.Decimal
	Bounded   bool // Low and High are both bounds
	Slip      Slip // that turned New into Old
}

// Ranged reports whether more than one value will do.
func (c *Change) Ranged() bool { return !c.Low.Equal(c.High) }

// Run returns the solutions of a form, none where nothing is broken.
func Run(in Input, lim Limits) []Solution {
	disagrees := func(t identity.Tested) bool { return t.Outcome == identity.Disagree }
	if !slices.ContainsFunc(in.Tested, disagrees) && (in.Grade == nil || in.Grade.Outcome != identity.Disagree) {
		return nil // most forms, of which no cell need be numbered
	}
	var out []Solution
	for _, p := range build(in) {
		out = append(out, p.solve(lim)...)
	}
	return out
}

// Unique reports whether there is exactly one smallest set and one value for
// each of its cells.
func (s *Solution) Unique() bool {
	return s.Decided && len(s.Sets) == 1 && s.Sets[0].Determined
}
