package table

import (
	"runtime"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// placements lists every way to put n cells in order into m columns.
func placements(n, m int) (out [][]int) {
	var take func(from int, way []int)
	take = func(from int, way []int) {
		if len(way) == n {
			out = append(out, slices.Clone(way))
			return
		}
		for s := from; s < m; s++ {
			take(s+1, append(way, s))
		}
	}
	take(0, nil)
	return out
}

// priced is what a placement costs, told apart from how the cheapest is sought.
func priced(way, cols []int, slots []Slot, prior int, fit func(c, s int) int) (cost int, ok bool) {
	for s := range slots {
		if !slices.Contains(way, s) {
			cost += slots[s].Missing
		}
	}
	last := prior
	for c, s := range way {
		f := fit(c, s)
		if f >= Unfit {
			return 0, false
		}
		shift := slots[s].Shift(cols[c])
		switch {
		case c == 0 && shift != prior:
			cost += costShift + abs(shift-prior)
		case c == 0 && shift != 0:
			cost++ // moved as its label has
		case c > 0 && shift != last:
			cost += CostChange + abs(shift-last)
		}
		cost, last = cost+f, shift
	}
	return cost, true
}

// align finds the cheapest placement and the next best, as a search through all
// of them does.
func TestAlignIsTheCheapest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, m := rapid.IntRange(1, 4).Draw(t, "cells"), rapid.IntRange(1, 6).Draw(t, "columns")
		prior := rapid.IntRange(-2, 2).Draw(t, "prior")
		cols, slots := make([]int, n), make([]Slot, m)
		for c := range cols {
			cols[c] = c + rapid.IntRange(0, 3).Draw(t, "col")
		}
		slices.Sort(cols)
		at := 0
		for s := range slots {
			slots[s] = Slot{Col: at, Span: rapid.IntRange(1, 2).Draw(t, "span"), Missing: rapid.IntRange(0, 20).Draw(t, "missing")}
			at += slots[s].Span
		}
		costs := rapid.SliceOfN(rapid.SampledFrom([]int{0, 0, 0, 5, 30, Unfit}), n*m, n*m).Draw(t, "costs")
		fit := func(c, s int) int { return costs[c*m+s] }

		var all []int
		for _, way := range placements(n, m) {
			if cost, ok := priced(way, cols, slots, prior, fit); ok {
				all = append(all, cost)
			}
		}
		slices.Sort(all)
		a, ok := align(cols, slots, prior, fit)
		if ok != (len(all) > 0) {
			t.Fatalf("got %v with %d placements", ok, len(all))
		}
		if !ok {
			return
		}
		if cost, _ := priced(a.Slots, cols, slots, prior, fit); a.Cost != all[0] || cost != a.Cost {
			t.Fatalf("got %v for %d, which costs %d; the cheapest costs %d", a.Slots, a.Cost, cost, all[0])
		}
		if len(all) == 1 {
			if a.Second < Infinite || a.Other != nil {
				t.Fatalf("got a second placement %v, there is one alone", a.Other)
			}
			return
		}
		if cost, _ := priced(a.Other, cols, slots, prior, fit); a.Second != all[1] || cost != a.Second {
			t.Fatalf("got %v for %d next, which costs %d; the second best costs %d", a.Other, a.Second, cost, all[1])
		}
	})
}

func TestInPlace(t *testing.T) {
	slots := []Slot{{Col: 1, Span: 2, Missing: 3}, {Col: 3, Span: 1, Missing: 5}, {Col: 4, Span: 1, Missing: 7}}
	fit := func(c, s int) int { return []int{0, 4, Unfit}[s] }
	for _, tt := range []struct {
		cols, want []int
		cost       int
	}{
		{[]int{1, 3}, []int{0, 1}, 4 + 7},
		{[]int{2}, []int{0}, 5 + 7},
		{[]int{3}, []int{1}, 3 + 4 + 7},
		{nil, []int{}, 3 + 5 + 7},
		{[]int{0}, nil, 0},    // under no column
		{[]int{1, 2}, nil, 0}, // two under one
		{[]int{4}, nil, 0},    // cannot stand there
	} {
		a, ok := InPlace(tt.cols, slots, fit)
		if ok != (tt.want != nil) || ok && (!slices.Equal(a.Slots, tt.want) || a.Cost != tt.cost || a.Second != Infinite) {
			t.Errorf("%v: got %v for %d, %v", tt.cols, a.Slots, a.Cost, ok)
		}
	}
}

// Of two columns in one place that of the lower heading row comes first.
func TestSortSlots(t *testing.T) {
	s := []Slot{{Col: 2, ID: "c"}, {Col: 1, ID: "upper", Level: 0}, {Col: 1, ID: "lower", Level: 1}, {Col: 0, ID: "a"}}
	SortSlots(s)
	for k, want := range []string{"a", "lower", "upper", "c"} {
		if s[k].ID != want {
			t.Errorf("column %d: got %s, want %s", k, s[k].ID, want)
		}
	}
}

// TestAlignWide aligns rows of more columns than any form has: one with a cell for each
// column keeps no more than its cells, one with half of them is not tried.
func TestAlignWide(t *testing.T) {
	const columns = 1_000
	slots, cols := make([]Slot, columns), make([]int, columns)
	for i := range slots {
		slots[i], cols[i] = Slot{Col: i, Span: 1, Missing: 1}, i+1
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if _, ok := align(cols, slots, 0, Anywhere); !ok {
		t.Error("a row with a cell for each column was not aligned")
	}
	runtime.ReadMemStats(&after)
	if got := after.TotalAlloc - before.TotalAlloc; got > columns*200 {
		t.Errorf("%d bytes allocated for %d cells", got, columns)
	}
	if _, ok := align(cols[:columns/2], slots, 0, Anywhere); ok {
		t.Error("a row that can be aligned in 125 million ways was")
	}
}
