package score

import (
	"ziping/normalize"
	"ziping/score/identity"
	"ziping/score/solve"
)

// The law of corrections. A set of cells is changed only where what the form prints
// elsewhere forces it: each new value follows from two relations that do not depend
// on each other, or from one and a known slip of the pen. Points and scores are the
// judgement of whoever filled in the form; one sum alone never overrules them. And
// nothing is ever filled in with zero: a figure is printed, or it is not known.

// forced reports whether independent evidence forces every change of a set.
func (p *plan) forced(set *solve.Set) bool {
	if fillsZero(set) {
		return false
	}
	changed := map[string]bool{}
	for i := range set.Changes {
		changed[set.Changes[i].Path.String()] = true
	}
	for i := range set.Changes {
		c := &set.Changes[i]
		if c.NewGrade != "" {
			if !p.totalHolds() {
				return false
			}
			continue
		}
		n := p.relations(c.Path.String(), changed)
		known := c.Slip != solve.SlipOther && c.Slip != solve.SlipBlank
		if n < 2 && (n < 1 || !known || judged(c.Path)) {
			return false
		}
	}
	return true
}

// fillsZero reports a set that makes a printed figure nothing: it would hold as well
// if the figure were right and the sum left it out.
func fillsZero(set *solve.Set) bool {
	for i := range set.Changes {
		if c := &set.Changes[i]; c.NewGrade == "" && c.New.IsZero() {
			return true
		}
	}
	return false
}

// judged reports points and scores.
func judged(path normalize.Path) bool {
	if path.IsLevel() || path.String() == normalize.TotalWeightPath.String() {
		return true
	}
	switch path.Column() {
	case normalize.Weight, normalize.Score:
		return path.String() != normalize.TotalScorePath.String()
	}
	return false
}

// relations counts the sums and rates that give the value of a cell. Two that change
// the same other cells say the same thing once.
func (p *plan) relations(cell string, changed map[string]bool) int {
	seen := map[string]bool{}
	for i := range p.tested {
		t := &p.tested[i]
		if t.Kind == identity.Range || t.Premise != "" || t.Outcome == identity.Untestable && !p.willTest(t, changed) {
			continue
		}
		in, others := t.Result.String() == cell, ""
		if changed[t.Result.String()] && !in {
			others += t.Result.String() + " "
		}
		for k := range t.Parts {
			switch path := t.Parts[k].Path.String(); {
			case path == cell:
				in = true
			case changed[path]:
				others += path + " "
			}
		}
		if in {
			key := others
			if others == "" { // nothing else is in doubt: a relation of its own
				key = t.Check + " " + t.Result.String()
			}
			seen[key] = true
		}
	}
	return len(seen)
}

// willTest reports a rate of a row that is filled in as a whole: 0 of 0 says nothing
// yet.
func (p *plan) willTest(t *identity.Tested, changed map[string]bool) bool {
	return t.Kind == identity.Ratio && changed[t.Result.String()] && changed[t.Parts[0].Path.String()] && changed[t.Parts[1].Path.String()]
}

// totalHolds reports that the scores bear the total out, which the grade follows from.
func (p *plan) totalHolds() bool {
	for i := range p.tested {
		if t := &p.tested[i]; t.Check == "SUM-01" {
			return t.Outcome == identity.Agree
		}
	}
	return false
}
