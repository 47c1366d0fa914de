package unruled

import (
	"fmt"
	"slices"
	"testing"

	"ziping/extract"
)

// texts are blocks of one line each, and the levels they stand at: of every level the
// upper and lower edge, and where its texts begin; each text is 40 wide.
func texts(levels ...[]float64) (blocks []block, bands []band) {
	for _, l := range levels {
		b := band{top: l[0], bottom: l[1]}
		for _, x := range l[2:] {
			b.blocks = append(b.blocks, len(blocks))
			blocks = append(blocks, block{box: extract.Box{x, l[0], x + 40, l[1]}, row: -1})
		}
		bands = append(bands, b)
	}
	return blocks, bands
}

// Rows are the levels at which most texts stand side by side, of all that can be rows
// together; what stands between them is handed back.
func TestChosen(t *testing.T) {
	const em, room = 10, 12
	for _, tt := range []struct {
		name   string
		levels [][]float64
		rows   string // upper edges
		passed int    // texts
	}{
		{"nothing", nil, "[]", 0},
		{"one text", [][]float64{{0, 10, 0}}, "[0]", 0},
		{"rows apart", [][]float64{{0, 10, 0, 50, 100}, {20, 30, 0, 50, 100}, {40, 50, 0}}, "[0 20 40]", 0},
		{"in any order", [][]float64{{40, 50, 0}, {0, 10, 0, 50, 100}, {20, 30, 0, 50, 100}}, "[0 20 40]", 0},
		{"a label between two rows, in their height", [][]float64{{0, 10, 50, 100}, {8, 18, 0}, {16, 26, 50, 100}}, "[0 16]", 1},
		{"edges that touch", [][]float64{{0, 10, 0, 50}, {9, 19, 0, 50}}, "[0 9]", 0},
		{"edges that overlap", [][]float64{{0, 10, 0, 50, 100}, {8.9, 19, 0, 50}}, "[0]", 2},
		{"nearer than rows, and in other columns", [][]float64{{0, 10, 50, 100}, {15, 25, 0}}, "[0]", 1},
		{"nearer than rows, one above the other", [][]float64{{0, 10, 0, 50}, {15, 25, 0}}, "[0 15]", 0},
		{"in other columns, as far as rows are", [][]float64{{0, 10, 50, 100}, {16, 26, 0}}, "[0 16]", 0},
		{"a tall level over two full ones", [][]float64{{0, 10, 0, 50, 100}, {5, 25, 150, 200}, {20, 30, 0, 50, 100}}, "[0 20]", 2},
		{"two levels over one that is full", [][]float64{{0, 10, 0}, {6, 26, 50, 100, 150, 200}, {22, 32, 0}}, "[6]", 2},
		{"the lower of two that cannot both be", [][]float64{{0, 10, 0}, {5, 15, 0, 50}, {25, 35, 0, 50}}, "[5 25]", 1},
	} {
		blocks, levels := texts(tt.levels...)
		rows, passed := chosen(blocks, levels, em, room)
		var tops []float64
		for _, r := range rows {
			tops = append(tops, r.top)
		}
		if got := fmt.Sprint(tops); got != tt.rows || len(passed) != tt.passed {
			t.Errorf("%s: got rows at %s and %d texts handed back, want %s and %d", tt.name, got, len(passed), tt.rows, tt.passed)
		}
	}
}

// A text reaches into the rows that it shares more than its edge with.
func TestReached(t *testing.T) {
	rows := []band{{top: 0, bottom: 10}, {top: 20, bottom: 30}, {top: 40, bottom: 50}}
	for _, tt := range []struct {
		top, bottom float64
		n, at       int
	}{
		{0, 10, 1, 0}, {11, 19, 0, 0}, {20, 30, 1, 1}, {9.5, 20.5, 0, 0}, {8, 21, 1, 0}, {8, 22, 2, 1}, {0, 50, 3, 2}, {44, 60, 1, 2}, {60, 70, 0, 0},
	} {
		if n, at := reached(rows, &block{box: extract.Box{0, tt.top, 10, tt.bottom}}, 10); n != tt.n || at != tt.at {
			t.Errorf("%g–%g: got %d rows, the last %d, want %d and %d", tt.top, tt.bottom, n, at, tt.n, tt.at)
		}
	}
}

// Texts of two rows meet where one stands above the other, in whatever order they come.
func TestMeets(t *testing.T) {
	for _, tt := range []struct {
		name string
		a, b []float64
		want bool
	}{
		{"side by side", []float64{0, 100}, []float64{50, 150}, false},
		{"one above another", []float64{0, 100}, []float64{50, 139}, true},
		{"edge to edge", []float64{0}, []float64{40}, false},
		{"not in order", []float64{200, 0}, []float64{100, 30}, true},
		{"the last alone", []float64{0, 50, 100, 150}, []float64{189}, true},
		{"nothing", []float64{0}, nil, false},
	} {
		blocks, levels := texts(slices.Concat([]float64{0, 10}, tt.a), slices.Concat([]float64{20, 30}, tt.b))
		if got := meets(blocks, levels[0].blocks, levels[1].blocks); got != tt.want {
			t.Errorf("%s: got %v", tt.name, got)
		}
		if got := meets(blocks, levels[1].blocks, levels[0].blocks); got != tt.want {
			t.Errorf("%s, turned: got %v", tt.name, got)
		}
	}
}
