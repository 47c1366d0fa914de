// Package narrative holds the checks of what a form says in words: that its
// texts speak of the form's year (TXT-01), that their figures are the table's
// (TXT-02), that completion percentages fit the targets (TXT-03), that parts add
// to the whole (TXT-04), and that nothing is left over from a template or
// another occasion (TXT-05).
//
// The texts are read once for all of them (narrativeOf): prose finds the figures
// with their words, tie.go says of which indicator each is, figure.go whether
// two figures can be one. Words come from narrative.yaml and leftover.yaml.
package narrative
