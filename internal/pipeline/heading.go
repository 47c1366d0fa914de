package pipeline

import "ziping/normalize/lexicon"

// Heading reports whether a text is a heading of self-evaluation forms. Readers
// that see only where things stand take it as a hint.
func Heading(text string) bool {
	if len(text) > 120 {
		return false
	}
	l, bare := lexicon.Default(), lexicon.Bare(text)
	for _, words := range []map[string]string{l.Head, l.FundColumn, l.Split, l.GoalColumn, l.IndicatorColumn, l.Foot} {
		if words[bare] != "" {
			return true
		}
	}
	return len(l.Block[bare]) > 0
}
