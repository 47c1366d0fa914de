// Package infer goes from scores to rules: the simplest rule set that explains
// the scores of a bureau's forms (Infer), and which of the known rules give a
// single score (Explain, ExplainBudget, Fits).
//
//	inf := infer.Infer(reports)
//	os.WriteFile("mine.yaml", []byte(inf.File("白石县水利局", names, extract.ZH)), 0o644)
//
// What it finds is how the scores seem to have come about, and no authority.
package infer
