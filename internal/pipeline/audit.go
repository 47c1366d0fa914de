package pipeline

import (
	"crypto/sha256"
	"encoding/hex"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
	"ziping/score/checks"
	"ziping/score/cross"
	"ziping/score/rubric"
	"ziping/score/rubric/sets"
)

// AuditOptions say how forms are audited.
type AuditOptions struct {
	Lang     extract.Lang
	Rules    string // name of a rule set or a file; "" or AutoRules chooses one for each form
	NoRepair bool
}

// AutoRules is the name that stands for a rule set chosen for each form.
const AutoRules = "auto"

// Auditor finds what does not add up in the forms of a document. It may be used
// by several goroutines.
type Auditor struct {
	o   AuditOptions
	set *rubric.Set // nil: chosen for each form
	key string
}

// NewAuditor makes an Auditor. The error tells what is wrong with the rules and
// is an *extract.Error.
func NewAuditor(o AuditOptions) (*Auditor, error) {
	a := &Auditor{o: o, key: "rules=auto"}
	if o.Rules != "" && o.Rules != AutoRules {
		set, data, err := sets.LoadWith(o.Rules)
		if err != nil {
			return nil, err
		}
		a.set, a.key = set, "rules="+set.ID
		if data != nil { // a file of the user's, which may change under its name
			sum := sha256.Sum256(data)
			a.key += ":" + hex.EncodeToString(sum[:8])
		}
	}
	if o.NoRepair {
		a.key += "/no-repair"
	}
	return a, nil
}

// Key stands for all that decides what the Auditor finds, besides the program's version.
func (a *Auditor) Key() string { return a.key }

// Catalog documents the checks, in the order of the catalogue.
func Catalog() []score.Doc { return checks.Docs() }

// AllChecks documents the checks of a form, and then those across forms.
func AllChecks() []score.Doc { return append(checks.Docs(), cross.Docs()...) }

// RuleNames lists the rule sets that come with the program.
func RuleNames() []string {
	return sets.IDs()
}

// audit audits the forms of one document.
func (a *Auditor) audit(doc *extract.Document, forms []normalize.Form) []score.Audited {
	sets := make(map[*normalize.Report]chosen, len(forms))
	for i := range forms {
		sets[&forms[i].Report] = a.rules(&forms[i].Report)
	}
	first := sets[&forms[0].Report].set
	list := checks.All(first)
	for i := 1; i < len(forms); i++ {
		if sets[&forms[i].Report].set != first {
			list = byForm(sets)
			break
		}
	}
	return score.Audit(doc, forms, score.Options{
		Lang: a.o.Lang, Checks: list, NoRepair: a.o.NoRepair,
		Rescore: func(r *normalize.Report) *score.Score {
			c, ok := sets[r]
			if !ok {
				c = a.rules(r)
			}
			s := c.set.Rescore(r, a.o.Lang)
			if s != nil {
				s.RulesWhy = c.why.In(a.o.Lang)
			}
			return s
		},
	})
}

// chosen is a form's rule set and why it is the one.
type chosen struct {
	set *rubric.Set
	why extract.Text
}

func (a *Auditor) rules(r *normalize.Report) chosen {
	if a.set != nil {
		return chosen{a.set, extract.Text{ZH: "由 --rules 指定：" + a.set.Name.ZH, EN: "named by --rules: " + a.set.Name.EN}}
	}
	set, why := sets.Choose(r)
	return chosen{set, why}
}

// byForm is the catalogue for a document whose forms have rule sets of their
// own: each check runs as made for the form's set.
func byForm(sets map[*normalize.Report]chosen) []score.Check {
	made := map[*rubric.Set][]score.Check{}
	for _, c := range sets {
		if made[c.set] == nil {
			made[c.set] = checks.All(c.set)
		}
	}
	list := checks.All(nil)
	for i := range list {
		plain := list[i].Run
		list[i].Run = func(p *score.Pass) {
			if c, ok := sets[p.Report]; ok {
				made[c.set][i].Run(p)
				return
			}
			plain(p)
		}
	}
	return list
}
