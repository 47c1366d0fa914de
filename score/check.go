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
	Lang       extract.Lang

	findings []Finding
	tally    Tally
	doc      Doc
}

// Say returns the message in the pass's language.
func (p *Pass) Say(zh, en string) string { return extract.Text{ZH: zh, EN: en}.In(p.Lang) }

// Found reports a finding; Check, Name, and where empty Level and Verdict, are filled in.
func (p *Pass) Found(f Finding) {
	f.Check, f.Name = p.doc.ID, p.doc.Name
	if f.Level == "" {
		f.Level = p.doc.Level
	}
	if f.Verdict == "" {
		f.Verdict = Inconsistent
	}
	p.tally.Disagree++
	p.findings = append(p.findings, f)
}

// Agree counts one thing tested and found right.
func (p *Pass) Agree() { p.tally.Agree++ }

// Untestable counts one thing that could not be tested.
func (p *Pass) Untestable() { p.tally.Untestable++ }
