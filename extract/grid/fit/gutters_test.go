package fit

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// inRows are the seats of rows of texts, each from one place to another.
func inRows(rows ...[]Interval) []Seat {
	var out []Seat
	for r, texts := range rows {
		for _, b := range texts {
			out = append(out, Seat{Box: b, Lines: []Interval{b}, FirstRow: r, EndRow: r + 1})
		}
	}
	return out
}

// told is a run as its columns with the texts in each, by number, and the texts left open.
func told(r *run) string {
	var out []string
	for _, c := range r.columns {
		out = append(out, fmt.Sprintf("%v-%v %v", c.extent.Lo, c.extent.Hi, c.seats))
	}
	return strings.Join(out, ", ") + fmt.Sprint(" ", r.open)
}

// Rows are one run as long as no text lies over two columns, or in a place that those
// before it leave no room for.
func TestRunFrom(t *testing.T) {
	three := []Interval{{0, 30}, {100, 130}, {200, 230}}
	for _, c := range []struct {
		name   string
		rows   [][]Interval
		to     int
		want   string
		forced bool
	}{
		{"the same columns", [][]Interval{three, three, three}, 3, "0-30 [0 3 6], 100-130 [1 4 7], 200-230 [2 5 8] []", true},
		{"two rows", [][]Interval{three, three}, 2, "0-30 [0 3], 100-130 [1 4], 200-230 [2 5] []", false},
		{"wider below", [][]Interval{three, {{0, 60}, {90, 130}, {200, 290}}, three}, 3, "0-60 [0 3 6], 90-130 [1 4 7], 200-290 [2 5 8] []", true},
		{"a text in no column, and as many as columns", [][]Interval{three, {{40, 90}, {100, 130}, {200, 230}}}, 2, "0-90 [0 3], 100-130 [1 4], 200-230 [2 5] []", false},
		{"a column without text", [][]Interval{three, {{0, 30}, {200, 230}}, three}, 3, "0-30 [0 3 5], 100-130 [1 6], 200-230 [2 4 7] []", true},
		{"a text over two columns", [][]Interval{three, {{0, 130}, {200, 230}}}, 1, "0-30 [0], 100-130 [1], 200-230 [2] []", false},
		{"two texts in a column", [][]Interval{three, {{0, 10}, {12, 30}}}, 1, "0-30 [0], 100-130 [1], 200-230 [2] []", false},
		{"columns that meet", [][]Interval{three, {{0, 110}, {120, 130}, {200, 230}}}, 1, "0-30 [0], 100-130 [1], 200-230 [2] []", false},
		{"texts in a gutter, which those below will tell of", [][]Interval{three, {{40, 60}}, {{70, 95}}}, 3, "0-30 [0], 100-130 [1], 200-230 [2] [3 4]", true},
		{"at the right, as one above is", [][]Interval{three, {{0, 30}, {131, 160}}}, 2, "0-30 [0 3], 100-130 [1], 200-230 [2] [4]", false},
		{"in the middle, as one above is", [][]Interval{three, {{100, 110}, {190, 240}}, {{85, 125}}}, 3, "0-30 [0], 85-130 [1 3 5], 190-240 [2 4] []", true},
		{"more texts than before", [][]Interval{{{0, 30}, {100, 130}}, three, three, three}, 4, "0-30 [0 2 5 8], 100-130 [1 3 6 9], 200-230 [7 10] [4]", true},
		{"one more between", [][]Interval{{{0, 30}, {200, 230}}, three}, 2, "0-30 [0 2], 200-230 [1 4] [3]", false},
	} {
		f := New(10, inRows(c.rows...), len(c.rows))
		r, to := f.runFrom(0, len(c.rows))
		if got := told(&r); to != c.to || got != c.want || r.forced() != c.forced {
			t.Errorf("%s: got rows to %d, %s, forced %v; want %d, %s, %v", c.name, to, got, r.forced(), c.to, c.want, c.forced)
		}
	}
}

// A text in a gutter is of the column beside it that a text of which is set like it.
func TestSettle(t *testing.T) {
	three := []Interval{{0, 30}, {100, 130}, {200, 230}}
	for _, c := range []struct {
		name    string
		further []Interval
		settled bool
		want    string // of the column that the open text is of
	}{
		{"it begins as one below", []Interval{{0, 30}, {40, 140}, {200, 230}}, true, "1"},
		{"none is set like it", three, false, ""},
	} {
		f := New(10, inRows(three, []Interval{{40, 60}}, c.further), 3)
		r, _ := f.runFrom(0, 3)
		got := r.settle(f)
		of := ""
		for k := range r.columns {
			if slices.Contains(r.columns[k].seats, 3) {
				of = fmt.Sprint(k)
			}
		}
		if got != c.settled || of != c.want {
			t.Errorf("%s: got %v, column %q", c.name, got, of)
		}
	}
}

// Texts are set to the sides of their columns where those of one end alike, in three rows,
// or those of three columns in four begin alike.
func TestAside(t *testing.T) {
	ends := func(row int) Interval { return Interval{200 - 10*float64(1+row%2), 200} }
	starts := func(x float64, row int) Interval { return Interval{x, x + 10*float64(1+row%2)} }
	middle := func(x float64, row int) Interval {
		half := 5 * float64(1+row%2)
		return Interval{x - half, x + half}
	}
	for _, c := range []struct {
		name string
		row  func(row int) []Interval
		rows int
		want bool
	}{
		{"figures to the right", func(r int) []Interval { return []Interval{middle(20, r), middle(100, r), ends(r)} }, 3, true},
		{"in two rows", func(r int) []Interval { return []Interval{middle(20, r), middle(100, r), ends(r)} }, 2, false},
		{"all in the middle", func(r int) []Interval { return []Interval{middle(20, r), middle(100, r), middle(200, r)} }, 4, false},
		{"all to the left", func(r int) []Interval { return []Interval{starts(20, r), starts(100, r), starts(200, r)} }, 4, true},
		{"three of four to the left", func(r int) []Interval {
			return []Interval{starts(20, r), starts(100, r), starts(200, r), middle(300, r)}
		}, 4, true},
		{"two of three to the left", func(r int) []Interval { return []Interval{starts(20, r), starts(100, r), middle(200, r)} }, 4, false},
	} {
		var rows [][]Interval
		for k := range c.rows {
			rows = append(rows, c.row(k))
		}
		f := New(10, inRows(rows...), len(rows))
		r, _ := f.runFrom(0, len(rows))
		if got := r.aside(f.seats, f.em); got != c.want {
			t.Errorf("%s: got %v", c.name, got)
		}
	}
}

// The edges of a run are those that most of its texts were given, in each gutter; a text
// alone in its row keeps what reaches further.
func TestAlign(t *testing.T) {
	three := []Interval{{5, 30}, {100, 130}, {200, 225}}
	f := New(10, inRows(three, three, three, []Interval{{100, 130}}), 4)
	f.Within(0, 240)
	for i, e := range []Interval{{0, 60}, {60, 160}, {160, 240}, {0, 60}, {60, 160}, {160, 240}, {0, 80}, {80, 170}, {170, 240}, {60, 240}} {
		f.seats[i].lo, f.seats[i].hi = e.Lo, e.Hi
	}
	r, _ := f.runFrom(0, 4)
	if r.even(f.seats) {
		t.Error("rows of other edges are even")
	}
	r.align(f)
	var got []string
	for i := range f.seats {
		got = append(got, fmt.Sprintf("%v-%v", f.seats[i].lo, f.seats[i].hi))
	}
	if got, want := strings.Join(got[6:], " "), "0-60 60-160 160-240 60-240"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	r.columns[1].seats = r.columns[1].seats[:3]
	if !r.even(f.seats) {
		t.Error("rows of the same edges are not even")
	}
	f.seats[1].hi = 150
	if r.even(f.seats) {
		t.Error("a column with another end is even")
	}
	for _, i := range r.columns[1].seats {
		f.seats[i].hi = 150
	}
	if r.even(f.seats) {
		t.Error("columns with an empty one between are even")
	}
}
