package score

import (
	"slices"

	"ziping/normalize"
	"ziping/score/identity"
	"ziping/score/solve"
	"ziping/text/num"
)

// What a form prints beside its sums tells candidates apart: a note (预算资金执行率
// 10分), or a score that the scoring rule gives. It orders the candidates, and what
// speaks against one keeps it from being applied; it never makes a correction.

// evidence is what a form says of one set of changes.
type evidence struct {
	for_, against []string // words of notes
	ruleFor       bool     // the rule gives the new score
	ruleAgainst   bool     // the rule gives the printed score
}

// rank orders candidates: what nothing speaks against first, and of these what
// something speaks for; what would make a printed figure nothing comes late.
func (p *plan) rank(set *solve.Set) int {
	e, n := p.weigh(set), 0
	if fillsZero(set) {
		n++
	}
	if len(e.for_) > 0 || e.ruleFor {
		n--
	}
	if e.contradicted() {
		n += 2
	}
	return n
}

// contradicted reports that something on the form speaks against the changes.
func (e *evidence) contradicted() bool { return len(e.against) > 0 || e.ruleAgainst }

// weigh is the evidence for and against one set.
func (p *plan) weigh(set *solve.Set) evidence {
	var e evidence
	changed := map[normalize.Path]num.Decimal{}
	for i := range set.Changes {
		if c := &set.Changes[i]; c.NewGrade == "" {
			changed[c.Path] = c.New
		}
	}
	was := func(path normalize.Path) (num.Decimal, bool) { return identity.Number(p.report, path) }
	will := func(path normalize.Path) (num.Decimal, bool) {
		if n, ok := changed[path]; ok {
			return n, true
		}
		return was(path)
	}
	for i := range p.notes {
		n := &p.notes[i]
		before, _ := n.Holds(was)
		after, known := n.Holds(will)
		switch {
		case !known:
		case before && !after && !slices.Contains(e.against, n.Words):
			e.against = append(e.against, n.Words)
		case !before && after && !slices.Contains(e.for_, n.Words):
			e.for_ = append(e.for_, n.Words)
		}
	}
	for path, now := range changed {
		rule, ok := p.byRule[path]
		if _, weighs := changed[path.In(normalize.Weight)]; !ok || weighs {
			continue
		}
		old, _ := was(path)
		e.ruleAgainst = e.ruleAgainst || rule.Equal(old) && !rule.Equal(now)
		e.ruleFor = e.ruleFor || rule.Equal(now) && !rule.Equal(old)
	}
	return e
}

// rulesOf are the scores that the rule set gives, by path.
func rulesOf(s *Score) map[normalize.Path]num.Decimal {
	out := map[normalize.Path]num.Decimal{}
	if s == nil {
		return out
	}
	add := func(x *ExpectedScore) {
		if n, err := num.Parse(x.Expected); err == nil && x.Stated != "" {
			out[x.Field] = n
		}
	}
	if s.Budget != nil {
		add(s.Budget)
	}
	for i := range s.Indicators {
		add(&s.Indicators[i])
	}
	return out
}

// order puts the candidates of each fault in order, the likeliest first.
func (p *plan) order() {
	for i := range p.solutions {
		slices.SortStableFunc(p.solutions[i].Sets, func(a, b solve.Set) int {
			return p.rank(&a) - p.rank(&b)
		})
	}
}
