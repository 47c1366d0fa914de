package score

import (
	"slices"

	"ziping/normalize"
	"ziping/score/identity"
	"ziping/score/solve"
)

// The law of corrections. A set of cells is changed only where what the form prints
// elsewhere forces it: each new value follows from two relations that do not depend
// on each other, or from one and a known slip of the pen that yields it. A rate gives
// the figures it is worked out from only nearly, so that two slips could agree with it. Points and scores are the
// judgement of whoever filled in the form; one sum alone never overrules them. Nothing
// printed may speak against it (evidence.go). What was read only as the likeliest is the
// reader's and not the form's to put right. And nothing is ever filled in with zero:
// a figure is printed, or it is not known.

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
	if e := p.weigh(set); fillsZero(set) || e.contradicted() {
		return false
	}
	changed := make([]normalize.Path, len(set.Changes))
	for i := range set.Changes {
		changed[i] = set.Changes[i].Path
	}
	for i := range set.Changes {
		c := &set.Changes[i]
		if p.isGuess(c.Path) {
			return false
		}
		if c.NewGrade != "" {
			if !p.totalHolds() {
				return false
			}
			continue
		}
		if p.follows(c.Path, changed) {
			continue // from figures that are asked themselves
		}
		exact, near, own := p.relations(c.Path, changed)
		slip := yields[c.Slip] && !judged(c.Path) && exact+near > 0 && own
		if exact < 2 && !slip {
			return false
		}
	}
	return true
}

// isGuess reports a figure whose reading is doubtful: the form may well print what the
// change would make of it.
func (p *plan) isGuess(path normalize.Path) bool {
	f, _ := p.report.Field(path)
	return f != nil && f.Reading == normalize.Doubtful
}

// yields are the slips that tell what the figure was, or nearly so. Of a cell left at
// 0, left blank or copied from its neighbour they tell only that it is wrong.
var yields = map[solve.Slip]bool{
	solve.SlipSign: true, solve.SlipUnit: true, solve.SlipPoint: true, solve.SlipSwap: true,
	solve.SlipDigit: true, solve.SlipLost: true, solve.SlipExtra: true, solve.SlipDoubled: true,
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

// relations counts what gives the value of a cell: exact what gives the very value (a
// sum it stands in, the quotient it prints), near what gives it to some places only (a
// rate worked out from it). Two that change the same other cells say the same thing
// once. own tells that one of them holds all but this cell to be right: what is worked out
// from another cell that is changed may be right by chance, and a slip explains it by chance.
func (p *plan) relations(cell normalize.Path, changed []normalize.Path) (exact, near int, own bool) {
	var seen []string
	for i := range p.tested {
		t := &p.tested[i]
		if t.Kind == identity.Range || t.Premise != "" || !t.Has(cell) || t.Outcome == identity.Untestable || p.doubted(t, cell) {
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
			others, own = t.Check+" "+t.Result.String(), true
		}
		if slices.Contains(seen, others) {
			continue
		}
		seen = append(seen, others)
		if t.Kind == identity.Ratio && t.Result != cell {
			near++
		} else {
			exact++
		}
	}
	return exact, near, own
}

// doubted reports a sum with another score in it that is not the scoring rule's: as
// well it may be the one that is wrong.
func (p *plan) doubted(t *identity.Tested, cell normalize.Path) bool {
	return slices.ContainsFunc(t.Parts, func(part identity.Term) bool {
		rule, ok := p.byRule[part.Path]
		n, printed := identity.Number(p.report, part.Path)
		return ok && printed && part.Path != cell && !rule.Equal(n)
	})
}

// follows reports a rate of a row that is put right as a whole: it is worked out from
// the row's new figures.
func (p *plan) follows(cell normalize.Path, changed []normalize.Path) bool {
	return slices.ContainsFunc(p.tested, func(t identity.Tested) bool {
		return t.Kind == identity.Ratio && t.Result == cell && slices.Contains(changed, t.Parts[0].Path) && slices.Contains(changed, t.Parts[1].Path)
	})
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
