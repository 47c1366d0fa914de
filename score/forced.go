package score

import (
	"slices"

	"ziping/normalize"
	"ziping/score/identity"
	"ziping/score/solve"
)

// The law of corrections. A set of cells is changed only where what the form prints
// elsewhere forces it: each new value follows from two relations that do not depend
// on each other, or from one and a known slip of the pen. Points and scores are the
// judgement of whoever filled in the form; one sum alone never overrules them. And
// nothing is ever filled in with zero: a figure is printed, or it is not known.

// isForced is forced, asked once of each set.
func (p *plan) isForced(set *solve.Set) bool {
	yes, asked := p.forcedSets[set]
	if !asked {
		if p.forcedSets == nil {
			p.forcedSets = map[*solve.Set]bool{}
		}
		yes = p.forced(set)
		p.forcedSets[set] = yes
	}
	return yes
}

// forced reports whether independent evidence forces every change of a set.
func (p *plan) forced(set *solve.Set) bool {
	if fillsZero(set) {
		return false
	}
	changed := make([]normalize.Path, len(set.Changes))
	for i := range set.Changes {
		changed[i] = set.Changes[i].Path
	}
	for i := range set.Changes {
		c := &set.Changes[i]
		if c.NewGrade != "" {
			if !p.totalHolds() {
				return false
			}
			continue
		}
		n := p.relations(c.Path, changed)
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
	if path.IsLevel() || path == normalize.TotalWeightPath {
		return true
	}
	switch path.Column() {
	case normalize.Weight, normalize.Score:
		return path != normalize.TotalScorePath
	}
	return false
}

// relations counts the sums and rates that give the value of a cell. Two that change
// the same other cells say the same thing once.
func (p *plan) relations(cell normalize.Path, changed []normalize.Path) int {
	var seen []string
	for i := range p.tested {
		t := &p.tested[i]
		if t.Kind == identity.Range || t.Premise != "" || !t.Has(cell) || t.Outcome == identity.Untestable && !willTest(t, changed) {
			continue
		}
		others := ""
		note := func(path normalize.Path) {
			if path != cell && slices.Contains(changed, path) {
				others += path.String() + " "
			}
		}
		note(t.Result)
		for k := range t.Parts {
			note(t.Parts[k].Path)
		}
		if others == "" { // nothing else is in doubt: a relation of its own
			others = t.Check + " " + t.Result.String()
		}
		if !slices.Contains(seen, others) {
			seen = append(seen, others)
		}
	}
	return len(seen)
}

// willTest reports a rate of a row that is filled in as a whole: 0 of 0 says nothing
// yet.
func willTest(t *identity.Tested, changed []normalize.Path) bool {
	in := func(path normalize.Path) bool { return slices.Contains(changed, path) }
	return t.Kind == identity.Ratio && in(t.Result) && in(t.Parts[0].Path) && in(t.Parts[1].Path)
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
