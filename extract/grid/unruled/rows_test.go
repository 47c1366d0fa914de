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

// Rows are heights at which texts stand; a text within the height of one, in its middle,
// is of that row, and one that reaches into two is of none yet.
func TestRows(t *testing.T) {
	for _, tt := range []struct {
		name  string
		lines []string
		want  string
	}{
		{"labels between rows", []string{"100 50 指标 150 12 250 34", "108 400 产出", "116 150 56 250 78"}, "指标 12 34|56 78|-产出"},
		{"a little off the middle", []string{"100 50 指标 150 12 250 34", "103 350 注", "140 50 修路 150 56 250 78"}, "指标 12 34 注|修路 56 78|"},
		{"a fifth of the way off", []string{"100 50 指标 150 12 250 34", "140 50 修路 150 56 250 78", "148 350 注", "200 50 种树 150 90 250 11"}, "指标 12 34|修路 56 78 注|种树 90 11|"},
		{"a third of the way off", []string{"100 50 指标 150 12 250 34", "140 50 修路 150 56 250 78", "153 350 注", "190 50 种树 150 90 250 11"}, "指标 12 34|修路 56 78|种树 90 11|-注"},
	} {
		s := stacked("", tt.lines)
		blocks := s.blocks()
		got := ""
		for _, r := range s.rows(blocks) {
			for n, i := range r.blocks {
				if n > 0 {
					got += " "
				}
				got += s.textOf(&blocks[i])
			}
			got += "|"
		}
		for i := range blocks {
			if blocks[i].row < 0 {
				got += "-" + s.textOf(&blocks[i])
			}
		}
		if got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

// Texts that stand a little off the middle of a row, by less than a fifth of the way to
// the next one on that side, are of that row.
func TestLowered(t *testing.T) {
	rows := func() []band { return []band{{top: 0, bottom: 10}, {top: 20, bottom: 30}, {top: 70, bottom: 80}} }
	for _, tt := range []struct {
		y   float64
		row int
	}{{5, 0}, {8.9, 0}, {9.1, -1}, {1.1, 0}, {0.9, -1}, {21.1, 1}, {20.9, -1}, {34.9, 1}, {35.1, -1}, {65.1, 2}, {64.9, -1}, {84.9, 2}, {85.1, -1}} {
		list, blocks := rows(), []block{{row: -1, box: extract.Box{0, tt.y - 5, 9, tt.y + 5}}}
		lowered(blocks, list)
		if blocks[0].row != tt.row || tt.row >= 0 && len(list[tt.row].blocks) != 1 {
			t.Errorf("at %v: got row %d, want %d", tt.y, blocks[0].row, tt.row)
		}
	}
	one, blocks := rows()[:1], []block{{row: -1, box: extract.Box{0, 0, 9, 10}}}
	if lowered(blocks, one); blocks[0].row != -1 {
		t.Error("one row alone takes what stands off it")
	}
	list, blocks := rows(), []block{{row: 0, box: extract.Box{0, 20, 9, 30}}}
	if lowered(blocks, list); blocks[0].row != 0 || len(list[1].blocks) > 0 {
		t.Error("a text that has a row gets another")
	}
}

// A wrapped text that reaches into the full level above or below is a label, and so is a
// text alone between two full levels to its right.
func TestLabelsAcross(t *testing.T) {
	for _, tt := range []struct {
		name   string
		levels [][]float64
		lines  map[int]int // of a block
		high   map[int]extract.Box
		want   string // labels, and how high the levels are
	}{
		{"reaches down", [][]float64{{0, 10, 0, 50, 100}, {20, 30, 0, 50, 100}}, map[int]int{0: 2}, map[int]extract.Box{0: {0, -15, 40, 25}}, "[0] 0–10 20–30"},
		{"reaches up", [][]float64{{0, 10, 0, 50, 100}, {20, 30, 0, 50, 100}}, map[int]int{3: 2}, map[int]extract.Box{3: {0, 5, 40, 45}}, "[3] 0–10 20–30"},
		{"touches", [][]float64{{0, 10, 0, 50, 100}, {20, 30, 0, 50, 100}}, map[int]int{3: 2}, map[int]extract.Box{3: {0, 9, 40, 41}}, "[] 0–10 9–41"},
		{"one line", [][]float64{{0, 10, 0, 50, 100}, {20, 30, 0, 50, 100}}, nil, map[int]extract.Box{3: {0, 5, 40, 45}}, "[] 0–10 5–45"},
		{"one of two", [][]float64{{0, 10, 0, 50, 100}, {20, 30, 0, 50}}, map[int]int{3: 2}, map[int]extract.Box{3: {0, 5, 40, 45}}, "[] 0–10 5–45"},
		{"into two", [][]float64{{0, 10, 0, 50}, {20, 30, 0, 50, 100}}, map[int]int{2: 2}, map[int]extract.Box{2: {0, 5, 40, 45}}, "[] 0–10 5–45"},
		{"beside a wrapped text to their right", [][]float64{{0, 10, 0, 50, 90}, {20, 30, 0, 50, 100}}, map[int]int{0: 2, 1: 2, 2: 2, 5: 2}, map[int]extract.Box{5: {100, 5, 140, 45}}, "[0 1] 0–10 5–45"},
		{"alone between two", [][]float64{{0, 10, 50, 100, 150}, {15, 25, 0}, {30, 40, 50, 100, 150}}, nil, nil, "[3] 0–10 15–25 30–40"},
		{"two between two", [][]float64{{0, 10, 90, 140, 190}, {15, 25, 0, 45}, {30, 40, 90, 140, 190}}, nil, nil, "[] 0–10 15–25 30–40"},
		{"above two", [][]float64{{15, 25, 0}, {30, 40, 50, 100, 150}, {45, 55, 50, 100, 150}}, nil, nil, "[] 15–25 30–40 45–55"},
		{"below one", [][]float64{{0, 10, 50, 100, 150}, {15, 25, 0}}, nil, nil, "[] 0–10 15–25"},
		{"over a column of one", [][]float64{{0, 10, 50, 100, 150}, {15, 25, 0}, {30, 40, 39, 100, 150}}, nil, nil, "[] 0–10 15–25 30–40"},
		{"between one and two", [][]float64{{0, 10, 50, 100, 150}, {15, 25, 0}, {30, 40, 50, 100}}, nil, nil, "[] 0–10 15–25 30–40"},
	} {
		blocks, levels := texts(tt.levels...)
		for i := range blocks {
			blocks[i].phrases = make([]int, max(1, tt.lines[i]))
			if b, ok := tt.high[i]; ok {
				blocks[i].box = b
			}
		}
		out := (&stack{em: 10}).labelsAcross(blocks, levels)
		if out == nil {
			out = []int{}
		}
		got := fmt.Sprint(out)
		for _, l := range levels {
			got += fmt.Sprintf(" %g–%g", l.top, l.bottom)
		}
		if got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

// Texts agree where two are at one place; rows have in common what most of them agree in,
// where it is clear.
func TestAlign(t *testing.T) {
	for _, tt := range []struct {
		name   string
		boxes  []float64 // upper and lower edges
		middle bool
		tops   int
	}{
		{"middles", []float64{0, 10, -5, 15, 20, 30, 15, 35}, true, -4},
		{"upper edges", []float64{0, 10, 0, 20, 30, 40, 30, 60}, false, 4},
		{"single lines", []float64{0, 10, 0, 10, 20, 30, 20, 30}, true, 0},
		{"nearly", []float64{0, 10, 0.9, 13, 30, 40, 30.9, 50}, false, 4},
		{"not", []float64{0, 10, 1, 13, 30, 40, 31, 50}, true, 0},
	} {
		var blocks []block
		for k := 0; k < len(tt.boxes); k += 2 {
			blocks = append(blocks, block{box: extract.Box{0, tt.boxes[k], 9, tt.boxes[k+1]}})
		}
		s := &stack{em: 10}
		key, middle := s.align(blocks)
		want := blocks[1].box[1]
		if tt.middle {
			want = blocks[1].y()
		}
		if middle != tt.middle || s.tops != tt.tops || key(&blocks[1]) != want {
			t.Errorf("%s: got %v, %d, %v", tt.name, middle, s.tops, key(&blocks[1]))
		}
	}
	// What one text in fifty tells is clear.
	for n, want := range map[int]int{100: 2, 101: 0} {
		blocks := []block{{box: extract.Box{0, 0, 9, 10}}, {box: extract.Box{0, 0, 9, 40}}}
		for k := 2; k < n; k++ {
			blocks = append(blocks, block{box: extract.Box{0, 100 * float64(k), 9, 100*float64(k) + 10}})
		}
		s := &stack{em: 10}
		if s.align(blocks); s.tops != want {
			t.Errorf("of %d texts: got %d", n, s.tops)
		}
	}
}

// The space between rows is that between full ones, and never more than what figures
// leave between theirs.
func TestRoomBetween(t *testing.T) {
	levels := []band{{top: 40, bottom: 50, blocks: make([]int, 3)}, {top: 0, bottom: 10, blocks: make([]int, 3)}, {top: 12, bottom: 22, blocks: make([]int, 2)}, {top: 22, bottom: 30, blocks: make([]int, 4)}}
	for pitch, want := range map[float64]float64{0: 10, 18: 8, 30: 10, 9: 0} {
		if got := (&stack{em: 10, pitch: pitch}).roomBetween(levels); got != want {
			t.Errorf("pitch %v: got %v, want %v", pitch, got, want)
		}
	}
}

func TestNearestRow(t *testing.T) {
	rows := []band{{top: 0, bottom: 10}, {top: 20, bottom: 30}, {top: 70, bottom: 80}, {top: 90, bottom: 100}}
	for y, want := range map[float64]int{-50: 0, 5: 0, 14: 0, 16: 1, 25: 1, 49: 1, 51: 2, 75: 2, 86: 3, 95: 3, 900: 3} {
		if got := nearestRow(rows, &block{box: extract.Box{0, y - 5, 9, y + 5}}); got != want {
			t.Errorf("%v: got %d, want %d", y, got, want)
		}
	}
}
