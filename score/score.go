// Package score holds an audited report: findings with their evidence, repairs
// and tallies, and the driver that runs checks and the solver over the forms of
// a Document. The checks themselves live in score/checks and come in as a list.
//
//	audited := score.Audit(doc, read.Run(doc, read.Options{}), opts)
package score

import (
	"ziping/extract"
	"ziping/normalize"
	"ziping/score/identity"
	"ziping/score/wording"
	"ziping/text/num"
)

// ResultSchema names the JSON form of a [Result].
const ResultSchema = "ziping.result/1"

// Status is how an input ended.
type Status string

// The statuses of an input.
const (
	OK      Status = "ok"
	Partial Status = "partial" // read, with something unreadable in it
	Failed  Status = "failed"
	Skipped Status = "skipped"
)

// Result is everything known about one input, which may hold several forms.
type Result struct {
	Schema   string            `json:"schema"`
	Source   extract.Source    `json:"source"`
	Status   Status            `json:"status"`
	Error    *Failure          `json:"error,omitempty"`
	Warnings []extract.Warning `json:"warnings,omitempty"`
	Reports  []Report          `json:"reports,omitempty"`
	Coverage *Coverage         `json:"coverage,omitempty"`
}

// Coverage says how much of a document was understood, in cells and loose lines.
type Coverage struct {
	Cells   int `json:"cells"`   // with something printed in them
	Claimed int `json:"claimed"` // by a field, or as headings
	Numbers int `json:"numbers"` // that look like figures
	Typed   int `json:"typed"`   // of these, read as figures, dates or ranges
}

// Failure is the JSON form of an extract.Error, in the run's language.
type Failure struct {
	Kind    extract.ErrorKind `json:"kind"`
	Message string            `json:"message"`
	Hint    string            `json:"hint,omitempty"`
	Where   string            `json:"where,omitempty"` // of a defect: the place in the program's source
	Defect  *extract.Defect   `json:"-"`               // the whole of it, for who mends it
}

// Report is a normalize.Report with what the audit found. After an audit Findings
// and Repairs are never nil: an empty list says that nothing was found, a missing
// one that nothing was checked.
type Report struct {
	normalize.Report
	Score    *Score           `json:"score,omitempty"`
	Findings []Finding        `json:"findings,omitzero"`
	Repairs  []Repair         `json:"repairs,omitzero"`
	Tallies  map[string]Tally `json:"tallies,omitempty"`
}

// Level says what a finding rests on.
type Level string

// The levels, heaviest first.
const (
	Error  Level = "error"  // the form's own arithmetic
	Rule   Level = "rule"   // the chosen scoring rule set
	Notice Level = "notice" // for a person to look at
)

// Verdict says how sure a finding is.
type Verdict string

// The verdicts.
const (
	Inconsistent Verdict = "inconsistent"
	Undetermined Verdict = "undetermined"
)

// Finding is one place where the form disagrees with itself, a rule, or good
// practice. Stated, Expected and Interval are decimal strings where numeric.
// Expected is what stands against Stated, in the same unit; Against says what it is.
type Finding struct {
	Check    string           `json:"check"`
	Name     string           `json:"name"`
	Level    Level            `json:"level"`
	Verdict  Verdict          `json:"verdict"`
	Field    normalize.Path   `json:"field,omitzero"`
	At       *extract.Ref     `json:"at,omitempty"`
	Stated   string           `json:"stated,omitempty"`
	Expected string           `json:"expected,omitempty"`
	Interval []string         `json:"interval,omitempty"` // [low, high]
	Operands []normalize.Path `json:"operands,omitempty"`
	Message  string           `json:"message"`
	// Against is what Expected is, or the Interval where there is no Expected; the words
	// for both come from it.
	Against wording.Kind `json:"-"`
}

// Cause tells a misprint of the form from a misreading of it.
type Cause string

// The causes of a repair.
const (
	Misprinted Cause = "misprinted"
	Misread    Cause = "misread"
)

// Repair is a smallest set of edits that makes error findings vanish. Repairs of the
// same Fault are alternatives, the likeliest first; those of different faults go
// together.
type Repair struct {
	Fault    int    `json:"fault"` // independent faults of the form, from 0
	Edits    []Edit `json:"edits"`
	Cause    Cause  `json:"cause"`
	Unique   bool   `json:"unique"`
	Explains []int  `json:"explains"` // indexes into Findings
	Applied  bool   `json:"applied"`
	Why      string `json:"why"`
}

// Edit is one change of a Repair. Old and New are values as in Fields; Text is
// the whole cell after the edit.
type Edit struct {
	Field    normalize.Path `json:"field"`
	At       *extract.Ref   `json:"at,omitempty"`
	Old      string         `json:"old"`
	New      string         `json:"new"`
	Interval []string       `json:"interval,omitempty"`
	Text     string         `json:"text"`
}

// Shown is the new value as it is written into its cell, where that holds nothing else but
// a unit: 17291.50, where New is 17291.5.
func (e *Edit) Shown() string {
	if a, _, err := num.Scan(e.Text); err == nil {
		if b, err := num.Parse(e.New); err == nil && a.Equal(b) {
			return e.Text
		}
	}
	return e.New
}

// Tally counts what one check tested.
type Tally struct {
	Agree      int `json:"agree"`
	Disagree   int `json:"disagree"`
	Untestable int `json:"untestable"`
}

// Score compares the stated total with the sum of the printed scores and with
// the scores a rule set gives.
type Score struct {
	Stated     string          `json:"stated,omitempty"`
	Computed   string          `json:"computed,omitempty"`
	Rescored   string          `json:"rescored,omitempty"`
	Rules      string          `json:"rules,omitempty"`     // id of the rule set
	RulesWhy   string          `json:"rules_why,omitempty"` // why it was chosen
	Budget     *ExpectedScore  `json:"budget,omitempty"`
	Indicators []ExpectedScore `json:"indicators,omitempty"`
}

// ExpectedScore is what a rule gives for one score. Expected is absent where
// no rule applies.
type ExpectedScore struct {
	Field    normalize.Path `json:"field"`
	Stated   string         `json:"stated,omitempty"`
	Expected string         `json:"expected,omitempty"`
	Rule     string         `json:"rule,omitempty"`
}

// Corrected is a form after the applied repairs: the edited Document (nil where
// nothing was applied), the form's report in it, and the identities that hold or
// fail there.
type Corrected struct {
	Document   *extract.Document
	Report     normalize.Report
	Identities []identity.Tested
	Draw       func() normalize.Layout // as normalize.Form's; nil where nothing was corrected
}
