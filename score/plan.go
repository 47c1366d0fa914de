package score

import (
	"slices"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score/identity"
	"ziping/score/printed"
	"ziping/score/solve"
	"ziping/text/num"
)

// plan is what the solver says of one form, on its way to repairs.
type plan struct {
	doc       *extract.Document
	report    *normalize.Report
	tested    []identity.Tested
	lang      extract.Lang
	solutions []solve.Solution
	first     []int // index of each solution's first repair

	notes  []printed.Note                 // what the form says of its marks beside them
	byRule map[normalize.Path]num.Decimal // scores that the rule set gives

	forcedSets map[*solve.Set]bool // see isForced
}

func newPlan(doc *extract.Document, r *normalize.Report, tested []identity.Tested, g *identity.Grade, s *Score, opts *Options) plan {
	p := plan{
		doc: doc, report: r, tested: tested, lang: opts.Lang,
		solutions: solve.Run(solve.Input{Report: r, Tested: tested, Grade: g}, opts.Limits),
	}
	if len(p.solutions) > 0 {
		p.notes, p.byRule = printed.Notes(doc, r), rulesOf(s)
		p.order()
	}
	return p
}

// onlyOne reports a fault with a single candidate that nothing on the form speaks
// against: a smallest set that breaks a note only shows that the true one is larger.
func (p *plan) onlyOne(s *solve.Solution) bool {
	if !s.Unique() || fillsZero(&s.Sets[0]) {
		return false
	}
	e := p.weigh(&s.Sets[0])
	return len(e.against) == 0
}

// repairs writes the solutions down: one repair for each of their sets, or one
// without edits that says that nothing was decided.
func (p *plan) repairs(findings []Finding) []Repair {
	var out []Repair
	for i := range p.solutions {
		s := &p.solutions[i]
		p.first = append(p.first, len(out))
		explains := p.explained(s, findings)
		if !s.Decided {
			out = append(out, Repair{Fault: i, Edits: []Edit{}, Cause: Misprinted, Explains: explains, Why: undecided.In(p.lang)})
			continue
		}
		for k := range s.Sets {
			out = append(out, Repair{
				Fault:    i,
				Edits:    p.edits(&s.Sets[k]),
				Cause:    Misprinted,
				Unique:   p.onlyOne(s),
				Explains: explains,
				Why:      p.why(s, &s.Sets[k]),
			})
		}
	}
	return out
}

// explained lists the findings of a solution's broken identities.
func (p *plan) explained(s *solve.Solution, findings []Finding) []int {
	out := []int{}
	for i := range findings {
		f := &findings[i]
		if f.Level != Error {
			continue
		}
		if s.Grade && f.Field == normalize.GradePath {
			out = append(out, i)
			continue
		}
		for _, b := range s.Broken {
			if speaksOf(f, &p.tested[b]) {
				out = append(out, i)
				break
			}
		}
	}
	return out
}

// speaksOf reports whether a finding is about an identity: a row may have two
// identities with the same result (two splits), told apart by their parts.
func speaksOf(f *Finding, t *identity.Tested) bool {
	if f.Check != t.Check || f.Field != t.Result {
		return false
	}
	for _, part := range t.Parts {
		if !slices.Contains(f.Operands, part.Path) {
			return false
		}
	}
	return true
}

// edits turns a set into edits of cells.
func (p *plan) edits(s *solve.Set) []Edit {
	out := make([]Edit, len(s.Changes))
	for i := range s.Changes {
		c := &s.Changes[i]
		e := Edit{Field: c.Path, New: c.New.String(), Text: p.text(c)}
		switch {
		case c.NewGrade != "":
			e.Old, e.New = c.Field.Value, c.NewGrade
		case !c.Blank:
			e.Old = c.Old.String()
		}
		if c.Field != nil {
			e.At = c.Field.At
		}
		if c.Ranged() && c.Bounded {
			e.Interval = []string{c.Low.String(), c.High.String()}
		}
		out[i] = e
	}
	return out
}
