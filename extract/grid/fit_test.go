package grid

import (
	"math"
	"testing"
)

// centred makes the seats of rows whose texts stand in the middle between edges.
func centred(em float64, rows [][]float64) []seat {
	var out []seat
	for r, edges := range rows {
		for k := 1; k < len(edges); k++ {
			m, half := (edges[k-1]+edges[k])/2, em*float64(1+(r+k)%2)
			out = append(out, seat{box: gap{m - half, m + half}, lines: []gap{{m - half, m + half}}, r0: r, r1: r + 1})
		}
	}
	return out
}

// Blocks that divide the width each in its own way tell their edges, and the
// borders of the table, by the middles of their texts alone.
func TestCentredTextsTellEdges(t *testing.T) {
	rows := [][]float64{
		{0, 200, 400},
		{0, 60, 140, 260, 400},
		{0, 60, 140, 260, 400},
		{0, 60, 140, 260, 400},
		{0, 90, 300, 400},
		{0, 50, 90, 180, 240, 300, 400},
		{0, 50, 90, 180, 240, 300, 400},
		{0, 50, 90, 180, 240, 300, 400},
	}
	f := newFitting(8, centred(8, rows), len(rows))
	f.within(f.borders(200))
	f.solve(nil)
	edges, spans := f.columns()
	want := []float64{0, 50, 60, 90, 140, 180, 200, 240, 260, 300, 400}
	if len(edges) != len(want) {
		t.Fatalf("got edges %.1f want %.1f", edges, want)
	}
	for k := range want {
		if math.Abs(edges[k]-want[k]) > 0.5 {
			t.Errorf("got edges %.1f want %.1f", edges, want)
			break
		}
	}
	n := 0
	for _, row := range rows {
		for k := 1; k < len(row); k++ {
			s := spans[n]
			if n++; math.Abs(edges[s.lo]-row[k-1]) > 0.5 || math.Abs(edges[s.hi]-row[k]) > 0.5 {
				t.Errorf("text %d: got %.1f–%.1f want %.1f–%.1f", n, edges[s.lo], edges[s.hi], row[k-1], row[k])
			}
		}
	}
}

// A place may be empty: the texts beside it keep their columns.
func TestEmptyPlaceIsNoWiderCell(t *testing.T) {
	full := []float64{0, 100, 160, 240, 300}
	rows := [][]float64{full, full, full, full}
	seats := centred(8, rows)
	// The third text of the third row is missing.
	seats = append(seats[:10], seats[11:]...)
	f := newFitting(8, seats, len(rows))
	f.within(0, 300)
	f.solve(nil)
	edges, spans := f.columns()
	if len(edges) != len(full) {
		t.Fatalf("got edges %.1f want %.1f", edges, full)
	}
	for k, want := range map[int]run{8: {0, 1}, 9: {1, 2}, 10: {3, 4}} {
		if spans[k] != want {
			t.Errorf("text %d: got %v want %v", k, spans[k], want)
		}
	}
}

// Columns set to the left are told by where their texts start.
func TestFlushColumns(t *testing.T) {
	var seats []seat
	for r := range 5 {
		for k, x := range []float64{0, 100, 200} {
			w := float64(10 + 17*((r+2*k)%4))
			seats = append(seats, seat{box: gap{x + 3, x + 3 + w}, lines: []gap{{x + 3, x + 3 + w}}, r0: r, r1: r + 1})
		}
	}
	f := newFitting(8, seats, 5)
	f.within(0, 300)
	f.solve(nil)
	edges, _ := f.columns()
	if len(edges) != 4 || math.Abs(edges[1]-100) > 3 || math.Abs(edges[2]-200) > 3 {
		t.Errorf("got edges %.1f want 0 100 200 300", edges)
	}
}
