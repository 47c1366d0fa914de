package solve_test

import (
	"os"
	"testing"

	"ziping/extract"
	"ziping/extract/tabin"
	"ziping/normalize"
	"ziping/score/identity"
	"ziping/score/solve"
)

// seed is the customer's form.
func seed(tb testing.TB) *normalize.Report {
	tb.Helper()
	data, err := os.ReadFile("../../samples/fuzhou-hrss-2023.txt")
	if err != nil {
		tb.Fatal(err)
	}
	doc, err := tabin.Read(data, extract.Options{Limits: extract.DefaultLimits()})
	if err != nil {
		tb.Fatal(err)
	}
	return &normalize.Run(doc, normalize.Options{})[0].Report
}

func BenchmarkSeed(b *testing.B) {
	r := seed(b)
	in := solve.Input{Report: r, Tested: identity.Of(r), Grade: identity.GradeOf(r)}
	b.ReportAllocs()
	for b.Loop() {
		solve.Run(in, solve.DefaultLimits())
	}
}

func BenchmarkIdentities(b *testing.B) {
	r := seed(b)
	b.ReportAllocs()
	for b.Loop() {
		identity.Of(r)
	}
}
