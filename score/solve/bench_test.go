package solve_test

import (
	"math/rand/v2"
	"strconv"
	"testing"
	"time"

	"ziping/score/identity"
	"ziping/score/solve"
)

func BenchmarkSeed(b *testing.B) {
	r := load(b, "fuzhou-hrss-2023.txt")
	in := solve.Input{Report: r, Tested: identity.Unconditional(r), Grade: identity.GradeOf(r)}
	b.ReportAllocs()
	for b.Loop() {
		solve.Run(in, solve.DefaultLimits())
	}
}

func BenchmarkIdentities(b *testing.B) {
	r := load(b, "fuzhou-hrss-2023.txt")
	b.ReportAllocs()
	for b.Loop() {
		identity.Unconditional(r)
	}
}

// BenchmarkFourWrong is a form with four wrong cells, far apart and together.
func BenchmarkFourWrong(b *testing.B) {
	for _, c := range []struct {
		name, sample string
		set          []string
	}{
		{"money", "fj-county-2021.txt", []string{"funds.municipal.initial", "630", "funds.county.executed", "525", "funds.other.adjustment", "2", "funds.fiscal_subtotal.balance", "10"}},
		{"marks", "fj-county-2021.txt", []string{"indicators[0].weight", "51", "indicators[3].score", "1", "total.score", "89.39", "indicators[5].weight", "100"}},
		{"scores", "fj-department-2022.txt", []string{"indicators[0].score", "99", "indicators[2].score", "88", "indicators[4].score", "77", "total.score", "12"}},
		{"eleven", "fuzhou-hrss-2023.txt", []string{"funds.local.initial", "222942.78", "funds.central.executed", "5", "funds.total.budget", "1", "total.score", "12"}},
	} {
		b.Run(c.name, func(b *testing.B) {
			r := load(b, c.sample)
			for i := 0; i+1 < len(c.set); i += 2 {
				set(b, r, c.set[i], c.set[i+1])
			}
			in := solve.Input{Report: r, Tested: identity.Unconditional(r), Grade: identity.GradeOf(r)}
			b.ReportAllocs()
			for b.Loop() {
				solve.Run(in, solve.DefaultLimits())
			}
		})
	}
}

// BenchmarkFourRandom is four slips anywhere in one of the samples; it reports
// the slowest form of 400 beside the mean.
func BenchmarkFourRandom(b *testing.B) {
	rng := rand.New(rand.NewPCG(4, 4))
	var list []solve.Input
	for _, name := range []string{"fj-county-2021.txt", "fj-department-2018.txt", "fj-department-2022.txt", "mof-project-2021.txt", "hb-county-2021.txt", "tj-department-goals-2022.txt", "sc-linkage-2022.txt", "hn-department-2021.txt"} {
		for range 50 {
			r := load(b, name)
			paths := figures(r)
			for range 4 {
				set(b, r, paths[rng.IntN(len(paths))], strconv.Itoa(rng.IntN(120)))
			}
			list = append(list, solve.Input{Report: r, Tested: identity.Unconditional(r), Grade: identity.GradeOf(r)})
		}
	}
	var worst time.Duration
	for i := 0; b.Loop(); i++ {
		start := time.Now()
		solve.Run(list[i%len(list)], solve.DefaultLimits())
		worst = max(worst, time.Since(start))
	}
	b.ReportMetric(float64(worst.Microseconds())/1000, "worst-ms")
}
