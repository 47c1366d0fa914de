package score

import (
	"ziping/extract"
	"ziping/normalize"
	"ziping/score/identity"
)

// Check is one check of the catalogue: its documentation and its function.
// Ids are permanent and never reused.
type Check struct {
	Doc Doc
	Run func(*Pass)
	// Habit says that its notices have one cause, whatever row they speak of: an audit
	// tells them in one.
	Habit bool
}

// Doc documents a check for `ziping explain`, docs/checks.md and the writers.
type Doc struct {
	ID    string       // SUM-01
	Name  string       // total-score: the contract's name
	Title extract.Text // 总分等于各项得分之和
	Level Level        // the level its findings usually have
	What  extract.Text // what it tests
	Why   extract.Text // why it matters to an auditor
	Right extract.Text // a right example
	Wrong extract.Text // a wrong example
	Fix   extract.Text // how safe a repair is
	// Source is the notice, paper or sample the check rests on; Since the version it came in.
	Source extract.Text
	Since  string
}

// Pass is one run of one check over one report.
type Pass struct {
	Report     *normalize.Report
	Identities []identity.Tested // all of the report's, with outcomes
	Grade      *identity.Grade   // nil where the form has none
	Lang       extract.Lang

	findings []Finding // of all checks run so far
	tally    Tally
	doc      Doc
	shared   map[string]any
}

// Once returns what build made under a name the first time it was asked for in
// this pass: work on the report that several checks share is done once.
func (p *Pass) Once(name string, build func() any) any {
	if x, ok := p.shared[name]; ok {
		return x
	}
	if p.shared == nil {
		p.shared = map[string]any{}
	}
	x := build()
	p.shared[name] = x
	return x
}

// Say returns the message in the pass's language.
func (p *Pass) Say(zh, en string) string { return extract.Text{ZH: zh, EN: en}.In(p.Lang) }

// Found reports a finding; Check, Name, and where empty Level, Verdict and the
// place of Field, are filled in.
func (p *Pass) Found(f Finding) {
	p.tally.Disagree++
	p.tell(f)
}

// FoundIn reports one finding that speaks of n places.
func (p *Pass) FoundIn(n int, f Finding) {
	p.tally.Disagree += n
	p.tell(f)
}

// Doubted reports a notice about something that could not be tested.
func (p *Pass) Doubted(f Finding) {
	p.tally.Untestable++
	f.Level, f.Verdict = Notice, Undetermined
	p.tell(f)
}

func (p *Pass) tell(f Finding) {
	if f.At == nil {
		if x, _ := p.Report.Field(f.Field); x != nil {
			f.At = x.At
		}
	}
	f.Check, f.Name = p.doc.ID, p.doc.Name
	if f.Level == "" {
		f.Level = p.doc.Level
	}
	if f.Verdict == "" {
		f.Verdict = Inconsistent
	}
	p.findings = append(p.findings, f)
}

// Agree counts one thing tested and found right.
func (p *Pass) Agree() { p.tally.Agree++ }

// Untestable counts one thing that could not be tested.
func (p *Pass) Untestable() { p.tally.Untestable++ }

// newPass prepares the passes of all checks over one report.
func newPass(r *normalize.Report, tested []identity.Tested, lang extract.Lang) *Pass {
	return &Pass{Report: r, Identities: tested, Grade: identity.GradeOf(r), Lang: lang}
}

// run runs one check and returns what it found and counted.
func (p *Pass) run(c *Check) ([]Finding, Tally) {
	from := len(p.findings)
	p.doc, p.tally = c.Doc, Tally{}
	c.Run(p)
	return p.findings[from:], p.tally
}

// On runs the check alone over a report, for tests and tools that want one.
func (c *Check) On(r *normalize.Report, lang extract.Lang) ([]Finding, Tally) {
	return newPass(r, identity.Of(r), lang).run(c)
}
