package solve_test

import (
	"testing"

	"ziping/score/identity"
	"ziping/score/solve"
)

func BenchmarkSeed(b *testing.B) {
	r := read(b, "fuzhou-hrss-2023.txt")
	in := solve.Input{Report: r, Tested: identity.Of(r), Grade: identity.GradeOf(r)}
	b.ReportAllocs()
	for b.Loop() {
		solve.Run(in, solve.DefaultLimits())
	}
}

func BenchmarkIdentities(b *testing.B) {
	r := read(b, "fuzhou-hrss-2023.txt")
	b.ReportAllocs()
	for b.Loop() {
		identity.Of(r)
	}
}
