package score_test

import (
	"os"
	"testing"

	"ziping/extract"
	"ziping/extract/formats"
	"ziping/normalize"
	"ziping/normalize/read"
	"ziping/score"
	"ziping/score/checks"
	"ziping/score/rubric/sets"
)

const (
	seedFile  = "../samples/fuzhou-hrss-2023.txt" // ten findings, one repair
	soundFile = "../samples/fj-department-2022.txt"
)

// BenchmarkExtractToFindings is the whole chain on the customer's form: read,
// normalize, check, solve, apply the repair and prove it.
func BenchmarkExtractToFindings(b *testing.B) { benchmarkChain(b, seedFile) }

// BenchmarkSoundForm is the same on a form with nothing to repair.
func BenchmarkSoundForm(b *testing.B) { benchmarkChain(b, soundFile) }

func benchmarkChain(b *testing.B, path string) {
	data, err := os.ReadFile(path)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		doc, err := formats.Read(data, path, extract.Options{Limits: extract.DefaultLimits()})
		if err != nil {
			b.Fatal(err)
		}
		audit(doc, read.Run(doc, read.Options{}), score.Options{})
	}
}

// BenchmarkAudit is the audit alone of a form with nothing to repair.
func BenchmarkAudit(b *testing.B) {
	data, err := os.ReadFile(soundFile)
	if err != nil {
		b.Fatal(err)
	}
	doc, err := formats.Read(data, soundFile, extract.Options{Limits: extract.DefaultLimits()})
	if err != nil {
		b.Fatal(err)
	}
	forms := read.Run(doc, read.Options{})
	b.ReportAllocs()
	for b.Loop() {
		audit(doc, forms, score.Options{})
	}
}

// audit runs all checks with the rule set chosen for the first form.
func audit(doc *extract.Document, forms []normalize.Form, o score.Options) []score.Audited {
	set, _ := sets.Choose(&forms[0].Report)
	o.Lang, o.Checks = extract.ZH, checks.All(set)
	o.Rescore = func(r *normalize.Report) *score.Score { return set.Rescore(r, extract.ZH) }
	return score.Audit(doc, forms, o)
}
