// Package sets holds the rule sets that come with the program, one YAML file
// each, reads a user's own, and chooses the one for a form:
//
//	set, why := sets.Choose(&report)      // by family, region, and the form's own scores
//	set, err := sets.Load("mof-2020")     // by name, or a file
//
// To add a rule of a province is to add a file here; docs/rules.md says what
// may stand in it. What is known beside whole sets lies in the folder known: the
// usual ways to score a budget, other ways to score targets (Variants), and the
// rules that package infer tries (Candidates). A fault in a file is an
// *extract.Error that names the line and the remedy.
package sets
