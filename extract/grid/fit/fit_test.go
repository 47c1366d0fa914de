package fit

import (
	"math"
	"testing"
)

// centred makes the seats of rows whose texts stand in the middle between edges.
func centred(em float64, rows [][]float64) []Seat {
	var out []Seat
	for r, edges := range rows {
		for k := 1; k < len(edges); k++ {
			m, half := (edges[k-1]+edges[k])/2, em*float64(1+(r+k)%2)
			out = append(out, Seat{Box: Interval{m - half, m + half}, Lines: []Interval{{m - half, m + half}}, FirstRow: r, EndRow: r + 1})
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
	f := New(8, centred(8, rows), len(rows))
	f.Within(f.Borders(200))
	f.Solve(nil)
	edges, spans := f.Columns()
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
			if n++; math.Abs(edges[s.Lo]-row[k-1]) > 0.5 || math.Abs(edges[s.Hi]-row[k]) > 0.5 {
				t.Errorf("text %d: got %.1f–%.1f want %.1f–%.1f", n, edges[s.Lo], edges[s.Hi], row[k-1], row[k])
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
	f := New(8, seats, len(rows))
	f.Within(0, 300)
	f.Solve(nil)
	edges, spans := f.Columns()
	if len(edges) != len(full) {
		t.Fatalf("got edges %.1f want %.1f", edges, full)
	}
	for k, want := range map[int]Range{8: {0, 1}, 9: {1, 2}, 10: {3, 4}} {
		if spans[k] != want {
			t.Errorf("text %d: got %v want %v", k, spans[k], want)
		}
	}
}

// An edge that headings tell a little wrong lies between the texts that stand close by each
// other below them.
func TestEdgeBetweenTexts(t *testing.T) {
	seats := centred(8, [][]float64{{0, 25, 100, 200}}) // the headings put the first edge at 25
	for r := 1; r < 7; r++ {
		w := 20 + 9*float64(r%4)
		for _, g := range []Interval{{23, 28}, {29.4, 29.4 + w}, {103, 103 + w}} {
			seats = append(seats, Seat{Box: g, Lines: []Interval{g}, FirstRow: r, EndRow: r + 1})
		}
	}
	f := New(8, seats, 7)
	f.Within(0, 200)
	f.Solve(nil)
	edges, _ := f.Columns()
	if len(edges) != 4 || edges[1] < 28 || edges[1] > 29.4 {
		t.Errorf("got edges %.1f, want one between 28 and 29.4", edges)
	}
}

// Columns set to the left are told by where their texts start.
func TestFlushColumns(t *testing.T) {
	var seats []Seat
	for r := range 5 {
		for k, x := range []float64{0, 100, 200} {
			w := float64(10 + 17*((r+2*k)%4))
			seats = append(seats, Seat{Box: Interval{x + 3, x + 3 + w}, Lines: []Interval{{x + 3, x + 3 + w}}, FirstRow: r, EndRow: r + 1})
		}
	}
	f := New(8, seats, 5)
	f.Within(0, 300)
	f.Solve(nil)
	edges, _ := f.Columns()
	if len(edges) != 4 || math.Abs(edges[1]-100) > 3 || math.Abs(edges[2]-200) > 3 {
		t.Errorf("got edges %.1f want 0 100 200 300", edges)
	}
}

// Figures set to the right that differ by one digit, half a character, tell so.
func TestFlushRightByADigit(t *testing.T) {
	var seats []Seat
	for i := range 6 {
		w := 24 + 4*float64(i%3)
		seats = append(seats, Seat{Box: Interval{200 - w, 200}, Lines: []Interval{{200 - w, 200}}, FirstRow: i, EndRow: i + 1})
	}
	f := New(8, seats, 6)
	for i := range f.seats {
		if f.seats[i].Set != flushRight {
			t.Errorf("text %d is set %d, want to the right", i, f.seats[i].Set)
		}
	}
}
