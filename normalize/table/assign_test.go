package table

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// prices lists what each way to place a row costs, by the words of Assign: printed,
// moved as a whole, and the two cheapest by which cells move one by one.
func prices(r *Sought) map[int][]int {
	all := placements(len(r.Cols), len(r.Slots))
	out := map[int][]int{}
	for k, way := range all {
		own := 0
		for s := range r.Slots {
			if !slices.Contains(way, s) {
				own += r.Slots[s].Missing
			}
		}
		unfit := false
		for c, s := range way {
			own += r.Fit(c, s)
			unfit = unfit || r.Fit(c, s) >= Unfit
		}
		for shift := -4; shift <= 4 && !unfit; shift++ {
			stands := true
			for c, s := range way {
				stands = stands && r.Slots[s].Covers(r.Cols[c]+shift)
			}
			cost := own
			switch {
			case !stands:
				continue
			case shift == 0 && r.Prior != 0:
				cost += 10
			case shift == 0:
			case shift == r.Prior:
				cost++
			default:
				cost += 8 + max(shift-r.Prior, r.Prior-shift)
			}
			if shift != 0 && !(r.Labelled && (abs(shift-r.Prior) < 2 || r.says(way))) {
				cost += 15
			}
			out[k] = append(out[k], cost)
		}
	}
	if a, ok := align(r.Cols, r.Slots, r.Prior, r.Fit); ok {
		for k, way := range all {
			if slices.Equal(way, a.Slots) {
				out[k] = append(out[k], a.Cost+15)
			}
			if slices.Equal(way, a.Other) {
				out[k] = append(out[k], a.Second+15)
			}
		}
	}
	return out
}

// Assign finds the best of what a row may be, and by how much it is the best.
func TestAssignIsTheBest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, m := rapid.IntRange(1, 3).Draw(t, "cells"), rapid.IntRange(1, 5).Draw(t, "columns")
		r := Sought{Cols: make([]int, n), Slots: make([]Slot, m), Labelled: rapid.Bool().Draw(t, "labelled")}
		if r.Labelled {
			r.Prior = rapid.IntRange(-2, 2).Draw(t, "prior")
		}
		for c := range r.Cols {
			r.Cols[c] = c + rapid.IntRange(-3, 6).Draw(t, "col")
		}
		slices.Sort(r.Cols)
		at := 0
		for s := range r.Slots {
			r.Slots[s] = Slot{Col: at, Span: rapid.IntRange(1, 2).Draw(t, "span"), Missing: rapid.IntRange(0, 12).Draw(t, "missing")}
			at += r.Slots[s].Span
		}
		costs := rapid.SliceOfN(rapid.SampledFrom([]int{0, 0, 0, 5, 10, 30, Unfit}), n*m, n*m).Draw(t, "costs")
		r.Fit = func(c, s int) int { return costs[c*m+s] }
		all := placements(n, m)
		earns := rapid.SliceOfN(rapid.SampledFrom([]int{0, 0, 0, 25, 50}), len(all), len(all)).Draw(t, "evidence")
		wayOf := func(at []int) int {
			return slices.IndexFunc(all, func(way []int) bool { return slices.Equal(way, at) })
		}
		evidence := rapid.Bool().Draw(t, "has evidence")
		if evidence {
			r.Evidence = func(at []int) int { return earns[wayOf(at)] }
		}

		beside := map[int]int{} // cells next to each other whose sums hold
		for way, at := range all {
			cost := 8
			for c, s := range at {
				cost += r.Fit(c, s)
			}
			if evidence && n > 2 && at[n-1]-at[0] == n-1 && cost < Unfit && earns[way] > 0 {
				beside[way] = earns[way] - cost
			}
		}

		p, ok := r.Assign()
		worth := map[int]int{}
		here, fits := InPlace(r.Cols, r.Slots, r.Fit)
		inPlace := fits && r.Prior == 0 && here.Cost < 10
		switch {
		case inPlace && r.looksOdd(here.Slots) && len(beside) > 0 && earns[wayOf(here.Slots)] == 0:
			worth[wayOf(here.Slots)] = -here.Cost
		case inPlace:
			if !ok || !p.Printed || p.Lead != Infinite || p.Cost != here.Cost || !slices.Equal(p.Slots, here.Slots) {
				t.Fatalf("got %+v for a row that stands in place", p)
			}
			return
		default:
			for way, costs := range prices(&r) {
				worth[way] = -slices.Min(costs)
				if evidence {
					worth[way] += earns[way]
				}
			}
		}
		for way, w := range beside {
			if fits && !r.looksOdd(here.Slots) {
				break
			}
			if old, ok := worth[way]; !ok || w > old {
				worth[way] = w
			}
		}
		best, second := -Infinite, -Infinite
		if ok != (len(worth) > 0) {
			t.Fatalf("got %v with %d ways", ok, len(worth))
		}
		if !ok {
			return
		}
		for way, w := range worth {
			best = max(best, w)
			if !slices.Equal(all[way], p.Slots) {
				second = max(second, w)
			}
		}
		if got := worth[wayOf(p.Slots)]; got != best {
			t.Fatalf("got %+v, worth %d; the best is worth %d", p, got, best)
		}
		lead := Infinite
		if second > -Infinite {
			lead = best - second
		}
		if p.Lead != lead {
			t.Fatalf("got %+v, leading by %d", p, lead)
		}
	})
}

// A heading has lost its blanks and a row has others: an amount under the rate and the rate
// under remarks stand where they may, and what the row says as a whole does not hold there.
func TestAssignSideBySide(t *testing.T) {
	slots := []Slot{{Col: 1}, {Col: 2}, {Col: 3}, {Col: 4}, {Col: 5}}
	costs := [][]int{{0, 0, 5, 3, 3}, {0, 0, 5, 3, 3}, {30, 30, 0, 3, 3}}
	for holds, want := range map[bool][]int{true: {0, 1, 2}, false: {0, 2, 4}} {
		r := Sought{
			Cols: []int{1, 3, 5}, Slots: slots, Labelled: true, Fit: func(c, s int) int { return costs[c][s] },
			Evidence: func(at []int) int {
				if holds && slices.Equal(at, []int{0, 1, 2}) {
					return 25
				}
				return 0
			},
		}
		if p, ok := r.Assign(); !ok || !slices.Equal(p.Slots, want) {
			t.Errorf("the sum holds %v: got %v, want %v", holds, p.Slots, want)
		}
	}
}

// Where a way is as good as what is printed, the row is moved; the reading of one
// that cannot be told apart is that of the row moved as a whole.
func TestAssign(t *testing.T) {
	slots := []Slot{{Col: 1}, {Col: 2}, {Col: 3}, {Col: 4}}
	here := 0 // what the second cell costs where it is printed
	fit := func(c, s int) int {
		if c == 1 && s == 1 {
			return here
		}
		return 0
	}
	for _, tt := range []struct {
		name    string
		row     Sought
		here    int
		want    []int
		cost    int
		printed bool
	}{
		{"in place", Sought{}, 9, []int{0, 1}, 9, true},
		{"in place, whatever speaks against it", Sought{Evidence: func(at []int) int { return 100 * at[0] }}, 9, []int{0, 1}, 9, true},
		{"dear in place", Sought{}, 23, []int{0, 1}, 23, true},
		{"too dear", Sought{}, 24, []int{1, 2}, 9, false},
		{"a label shows it", Sought{Labelled: true, Prior: 1}, 0, []int{1, 2}, 1, false},
		{"a label shows none", Sought{Labelled: true}, 10, []int{1, 2}, 9, false},
		{"its own sums", Sought{Labelled: true, Evidence: func(at []int) int { return at[0] * at[0] }}, 10, []int{2, 3}, 10, false},
		{"cannot stand there", Sought{}, Unfit, []int{1, 2}, 9, false},
	} {
		r := tt.row
		here = tt.here
		r.Cols, r.Slots, r.Fit = []int{1, 2}, slots, fit
		p, ok := r.Assign()
		if !ok || !slices.Equal(p.Slots, tt.want) || p.Cost != tt.cost || p.Printed != tt.printed {
			t.Errorf("%s: got %+v", tt.name, p)
		}
	}
	r := Sought{Cols: []int{1, 2}, Slots: slots[:1], Fit: fit}
	if p, ok := r.Assign(); ok {
		t.Errorf("got %+v for more cells than columns", p)
	}
}
