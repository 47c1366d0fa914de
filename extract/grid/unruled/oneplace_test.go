package unruled

import (
	"testing"

	"ziping/extract/grid/fit"
)

// A text over several columns that reached into rows filled further right steps
// back to its own; two texts of one place become one; neither costs the table.
func TestOnePlaceEach(t *testing.T) {
	rows := []band{{top: 0, bottom: 10}, {top: 20, bottom: 30}, {top: 40, bottom: 50}}
	blocks := []block{
		{phrases: []int{0}, row: 1, r0: 1, r1: 3, c0: 0, c1: 3},  // a note, widened
		{phrases: []int{1}, row: 2, r0: 2, r1: 3, c0: 1, c1: 2},  // filled below it
		{phrases: []int{2}, row: -1, r0: 0, r1: 1, c0: 0, c1: 1}, // two lines of one cell
		{phrases: []int{3}, row: -1, r0: 0, r1: 1, c0: 0, c1: 1},
		{phrases: []int{4}, row: 0, r0: 0, r1: 1, c0: 2, c1: 3},
	}
	plain := []fit.Range{{Lo: 0, Hi: 2}, {Lo: 1, Hi: 2}, {Lo: 0, Hi: 1}, {Lo: 0, Hi: 1}, {Lo: 2, Hi: 3}}
	got := onePlaceEach(blocks, rows, 3, plain)
	if len(got) != 4 {
		t.Fatalf("got %d blocks, want 4", len(got))
	}
	for i, want := range []struct{ r0, r1, c0, c1, phrases int }{{1, 2, 0, 3, 1}, {2, 3, 1, 2, 1}, {0, 1, 0, 1, 2}, {0, 1, 2, 3, 1}} {
		b := got[i]
		if b.r0 != want.r0 || b.r1 != want.r1 || b.c0 != want.c0 || b.c1 != want.c1 || len(b.phrases) != want.phrases {
			t.Errorf("block %d: got rows %d–%d, columns %d–%d, %d phrases, want %v", i, b.r0, b.r1, b.c0, b.c1, len(b.phrases), want)
		}
	}
}
