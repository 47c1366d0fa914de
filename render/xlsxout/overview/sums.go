package overview

import (
	"cmp"
	"slices"
	"strings"

	"ziping/render/xlsxout/longsheet"
	"ziping/score"
	"ziping/text/blank"
	"ziping/text/num"
)

// mostWorst is how many reports the overview lists, and mostGroups how many
// organisations.
const (
	mostWorst  = 50
	mostGroups = 20
)

// sums are what a run comes to.
type sums struct {
	status  map[score.Status]int
	all     group
	byYear  map[string]*group
	byOrg   map[string]*group
	byCheck map[string]*checkSum
	worst   []Report // the worst first
	sheet   *longsheet.Table
}

// group is what a group of reports comes to.
type group struct {
	name                              string
	reports, wrong                    int // wrong have an error
	errors, rules, notices, corrected int
	counted                           int // whose money is known
	budget, executed                  num.Decimal
}

// checkSum counts the findings of one check.
type checkSum struct {
	id, name               string
	errors, rules, notices int
}

func newSums() sums {
	return sums{status: map[score.Status]int{}, byYear: map[string]*group{}, byOrg: map[string]*group{}, byCheck: map[string]*checkSum{}}
}

func (s *sums) file(r *File) { s.status[score.Status(r.Status)]++ }

func (s *sums) report(r *Report) {
	s.all.take(r)
	of(s.byYear, blank.Close(r.Year)).take(r)
	of(s.byOrg, blank.Close(r.Organisation)).take(r)
	if r.Errors+r.Rules == 0 {
		return
	}
	at, _ := slices.BinarySearchFunc(s.worst, r, func(a Report, b *Report) int { return worse(&a, b) })
	if at < mostWorst {
		s.worst = slices.Insert(s.worst, at, *r)
		s.worst = s.worst[:min(len(s.worst), mostWorst)]
	}
}

// worse orders reports by what is wrong with them.
func worse(a, b *Report) int {
	return cmp.Or(cmp.Compare(b.Errors, a.Errors), cmp.Compare(b.Rules, a.Rules), cmp.Compare(b.Notices, a.Notices), strings.Compare(a.File.Text, b.File.Text))
}

func of(groups map[string]*group, name string) *group {
	g := groups[name]
	if g == nil {
		g = &group{name: strings.Clone(name)}
		groups[g.name] = g
	}
	return g
}

func (g *group) take(r *Report) {
	g.reports++
	if r.Errors > 0 {
		g.wrong++
	}
	g.errors += r.Errors
	g.rules += r.Rules
	g.notices += r.Notices
	g.corrected += r.Corrected
	budget, err := num.Parse(r.BudgetYuan)
	executed, err2 := num.Parse(r.ExecutedYuan)
	if err == nil && err2 == nil {
		g.counted++
		g.budget, g.executed = g.budget.Add(budget), g.executed.Add(executed)
	}
}

func (s *sums) finding(f *Finding) {
	c := s.byCheck[f.Check]
	if c == nil {
		c = &checkSum{id: f.Check, name: f.Name}
		s.byCheck[f.Check] = c
	}
	switch score.Level(f.Level) {
	case score.Error:
		c.errors++
	case score.Rule:
		c.rules++
	default:
		c.notices++
	}
}

// checks are the checks with findings, the most serious first.
func (s *sums) checks() []*checkSum {
	var out []*checkSum
	for _, c := range s.byCheck {
		out = append(out, c)
	}
	slices.SortFunc(out, func(a, b *checkSum) int {
		return cmp.Or(cmp.Compare(b.errors, a.errors), cmp.Compare(b.rules, a.rules), cmp.Compare(b.notices, a.notices), strings.Compare(a.id, b.id))
	})
	return out
}

// years are the groups by year, in order.
func (s *sums) years() []*group {
	return sorted(s.byYear, func(a, b *group) int { return strings.Compare(a.name, b.name) })
}

// organisations are the groups by organisation, the worst first.
func (s *sums) organisations() []*group {
	return sorted(s.byOrg, func(a, b *group) int {
		return cmp.Or(cmp.Compare(b.errors, a.errors), cmp.Compare(b.rules, a.rules), cmp.Compare(b.reports, a.reports), strings.Compare(a.name, b.name))
	})
}

func sorted(groups map[string]*group, by func(a, b *group) int) []*group {
	var out []*group
	for _, g := range groups {
		out = append(out, g)
	}
	slices.SortFunc(out, by)
	return out
}
