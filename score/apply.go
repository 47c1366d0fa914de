package score

import (
	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/read"
	"ziping/score/identity"
	"ziping/score/solve"
)

// applyPlans makes the edits of all sure repairs in a copy of the document and
// keeps them, form by form, where running the pipeline again proves them.
func applyPlans(doc *extract.Document, forms []normalize.Form, plans []plan, out []Audited) {
	left := make([]bool, len(plans))
	any := false
	for i := range plans {
		left[i] = plans[i].sure()
		any = any || left[i]
	}
	for any {
		edited, ok := edit(doc, plans, left)
		if !ok {
			return
		}
		again := read.Run(edited, read.Options{Like: forms})
		if len(again) != len(forms) {
			return
		}
		// A form whose repair is not borne out is left as printed, and the
		// others are tried again without it.
		any = false
		proved := true
		for i := range again {
			keepReadings(&forms[i].Report, &again[i].Report)
		}
		for i := range plans {
			if !left[i] {
				continue
			}
			c, ok := plans[i].proved(&again[i])
			if !ok {
				left[i], proved = false, false
				continue
			}
			any = true
			c.Document = edited
			out[i].Corrected = c
		}
		if proved {
			break
		}
	}
	for i := range plans {
		if left[i] {
			plans[i].markApplied(out[i].Report.Repairs)
		} else {
			out[i].Corrected = Corrected{Report: forms[i].Report, Identities: plans[i].tested}
		}
	}
}

// keepReadings tells the fields of a form that was read again how sure the reading of
// what did not change is.
func keepReadings(from, to *normalize.Report) {
	was := map[extract.Ref]*normalize.Field{}
	from.Each(func(f *normalize.Field) {
		if f.At != nil && f.Confidence != "" {
			was[f.At.Key()] = f
		}
	})
	if len(was) == 0 {
		return
	}
	to.Each(func(f *normalize.Field) {
		if f.At == nil {
			return
		}
		if w := was[f.At.Key()]; w != nil && w.Text == f.Text {
			f.Reading, f.Was, f.Confidence = w.Reading, w.Was, w.Confidence
		}
	})
}

// sure reports whether the plan has a repair that can be applied.
func (p *plan) sure() bool {
	for i := range p.solutions {
		if p.applicable(&p.solutions[i]) {
			return true
		}
	}
	return false
}

// applicable reports whether a solution is the only one, forced by independent
// evidence (forced.go), and its cells stand in the document.
func (p *plan) applicable(s *solve.Solution) bool {
	if !s.Unique() || !p.isForced(&s.Sets[0]) {
		return false
	}
	for i := range s.Sets[0].Changes {
		if f := s.Sets[0].Changes[i].Field; f == nil || f.At == nil {
			return false
		}
	}
	return true
}

// edit applies the sure repairs of the plans that are left.
func edit(doc *extract.Document, plans []plan, left []bool) (*extract.Document, bool) {
	var edits []extract.Edit
	texts := map[extract.Ref]string{}
	for i := range plans {
		if !left[i] {
			continue
		}
		for k := range plans[i].solutions {
			s := &plans[i].solutions[k]
			if !plans[i].applicable(s) {
				continue
			}
			for n := range s.Sets[0].Changes {
				c := &s.Sets[0].Changes[n]
				at := *c.Field.At
				old, seen := texts[at.Key()]
				if !seen {
					var ok bool
					if old, ok = doc.At(at); !ok {
						return nil, false
					}
				}
				// Two figures of one cell are edited one after the other.
				text := plans[i].retyped(c, old)
				texts[at.Key()] = text
				edits = append(edits, extract.Edit{At: at, Old: old, New: text})
			}
		}
	}
	edited, err := extract.Apply(doc, edits)
	return edited, err == nil
}

// proved reports whether the form as read from the edited document has the
// values the repairs wanted, and exactly the contradictions they do not explain.
func (p *plan) proved(f *normalize.Form) (Corrected, bool) {
	r := &f.Report
	c := Corrected{Report: *r, Identities: identity.Of(r), Draw: f.Draw}
	gone := make([]bool, len(p.tested))
	gradeGone := false
	for i := range p.solutions {
		s := &p.solutions[i]
		if !p.applicable(s) {
			continue
		}
		for _, b := range s.Broken {
			gone[b] = true
		}
		gradeGone = gradeGone || s.Grade
		for k := range s.Sets[0].Changes {
			if !reads(r, &s.Sets[0].Changes[k]) {
				return c, false
			}
		}
	}
	if len(c.Identities) != len(p.tested) {
		return c, false
	}
	for i := range p.tested {
		t, was := &c.Identities[i], p.tested[i].Outcome
		if t.Check != p.tested[i].Check || t.Result != p.tested[i].Result {
			return c, false
		}
		if t.Outcome == identity.Disagree && (was != identity.Disagree || gone[i]) {
			return c, false
		}
	}
	if g := identity.GradeOf(r); g != nil && g.Printed && g.Outcome == identity.Disagree && (gradeGone || !p.gradeBroken()) {
		return c, false
	}
	identity.Prove(r, c.Identities)
	return c, true
}

func (p *plan) gradeBroken() bool {
	g := identity.GradeOf(p.report)
	return g != nil && g.Outcome == identity.Disagree
}

// reads reports whether a change shows in a report.
func reads(r *normalize.Report, c *solve.Change) bool {
	if c.NewGrade != "" {
		return r.Grade != nil && r.Grade.Value == c.NewGrade
	}
	n, ok := identity.Number(r, c.Path)
	return ok && n.Equal(c.New)
}

// markApplied notes the repairs that were made.
func (p *plan) markApplied(repairs []Repair) {
	for i := range p.solutions {
		if p.applicable(&p.solutions[i]) {
			repairs[p.first[i]].Applied = true
		}
	}
}
