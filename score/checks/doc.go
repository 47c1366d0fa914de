// Package checks holds the checks of the catalogue, one file each, and the
// list of all of them in catalogue order:
//
//	set, _ := sets.Choose(&report)
//	for _, c := range checks.All(set) { … }
//
// A check reads the normalised report and nothing else. Those that depend on a
// scoring rule are made for one rule set.
package checks
