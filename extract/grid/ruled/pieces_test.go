package ruled

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"ziping/extract"
	"ziping/extract/grid/page"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
)

var (
	xs = []float64{50, 150, 250, 350}
	ys = []float64{100, 125, 150, 175}
)

// What rulings enclose are cells, however they are drawn.
func TestPieces(t *testing.T) {
	with := func(lines []string, more ...string) []string { return append(lines[:len(lines):len(lines)], more...) }
	texts := []string{"112 60 名称 160 目标 260 完成", "137 60 修路 160 12 260 13", "162 60 修桥 160 22 260 23"}
	all := with(grid(xs, ys), texts...)
	const full = "0,0 名称; 0,1 目标; 0,2 完成; 1,0 修路; 1,1 12; 1,2 13; 2,0 修桥; 2,1 22; 2,2 23"
	without := func(gone ...string) []string {
		var out []string
		for _, l := range all {
			if !slices.Contains(gone, l) {
				out = append(out, l)
			}
		}
		return out
	}
	for _, tt := range []struct {
		name  string
		lines []string
		want  string
	}{
		{"all rulings", all, full},
		{"a ruling in two pieces", with(without("─ 125 50 350"), "─ 125 50 200", "─ 125 203 350"), full},
		{"a ruling of which a piece is missing in a cell", with(without("─ 125 50 350"), "─ 125 50 185", "─ 125 215 350"), full},
		{"a ruling that stops half way", with(without("─ 125 50 350"), "─ 125 50 306"), full},
		{"a ruling that stops earlier", with(without("─ 125 50 350"), "─ 125 50 270"), "0,0 名称; 0,1 目标; 0,2 2×1 完成/13; 1,0 修路; 1,1 12; 2,0 修桥; 2,1 22; 2,2 23"},
		{"no left border", without("│ 50 100 175"), full},
		{"a box in a cell", with(all, "─ 104 330 336", "─ 110 330 336", "│ 330 104 110", "│ 336 104 110"), full},
		{"a line below the table", with(all, "─ 300 50 350"), full},
		{"no text", grid(xs, ys), ""},
		{"one cell", with(grid([]float64{50, 350}, []float64{100, 175}), texts...), ""},
		{"a word over a ruling", with(grid(xs, ys), "112 60 名称名称名称名称名称名 260 完成", "137 60 修路 160 12 260 13", "162 60 修桥 160 22 260 23"), "0,0 名称名称名称名称名称名; 0,1; 0,2 完成; 1,0 修路; 1,1 12; 1,2 13; 2,0 修桥; 2,1 22; 2,2 23"},
		{"two tables", with(all, "─ 300 50 350", "─ 330 50 350", "│ 50 300 330", "│ 150 300 330", "│ 350 300 330", "315 60 种树 160 9"), full + "\n0,0 种树; 0,1 9"},
		{"a row above the first ruling", with(all, "88 60 一 160 二 260 三"), "0,0 一; 0,1 二; 0,2 三; 1,0 名称; 1,1 目标; 1,2 完成; 2,0 修路; 2,1 12; 2,2 13; 3,0 修桥; 3,1 22; 3,2 23"},
		{"two texts above it", with(all, "88 60 一 160 二"), full},
		{"a text above over an edge", with(all, "88 60 一 160 二二二二二二二二二二 290 三"), full},
		{"rows below a ruled heading", []string{"─ 100 50 350", "─ 125 50 350", "│ 50 100 125", "│ 150 100 125", "│ 250 100 125", "│ 350 100 125", "112 60 名称 160 目标 260 完成", "140 60 修路 160 12 260 13", "165 60 修桥 160 22 260 23"}, full},
		{"one row below it", []string{"─ 100 50 350", "─ 125 50 350", "│ 50 100 125", "│ 150 100 125", "│ 250 100 125", "│ 350 100 125", "112 60 名称 160 目标 260 完成", "140 60 修路 160 12 260 13"}, "0,0 名称; 0,1 目标; 0,2 完成"},
		{"rows too far below it", []string{"─ 100 50 350", "─ 125 50 350", "│ 50 100 125", "│ 150 100 125", "│ 250 100 125", "│ 350 100 125", "112 60 名称 160 目标 260 完成", "156 60 修路 160 12 260 13", "180 60 修桥 160 22 260 23"}, "0,0 名称; 0,1 目标; 0,2 完成"},
		{"rows below a heading with a figure", []string{"─ 100 50 350", "─ 125 50 350", "│ 50 100 125", "│ 150 100 125", "│ 250 100 125", "│ 350 100 125", "112 60 名称 160 2023 260 完成", "140 60 修路 160 12 260 13", "165 60 修桥 160 22 260 23"}, "0,0 名称; 0,1 2023; 0,2 完成"},
		{"figures side by side in one column", []string{"─ 100 50 350", "─ 125 50 350", "─ 150 50 350", "─ 175 50 350", "─ 200 50 350", "│ 50 100 200", "│ 150 100 200", "│ 350 100 200", "112 60 名称 160 目标", "137 60 修路 160 12 260 13", "162 60 修桥 160 22 260 23", "187 60 种树 160 32 260 33"}, "0,0 名称; 0,1 1×2 目标; 1,0 修路; 1,1 12; 1,2 13; 2,0 修桥; 2,1 22; 2,2 23; 3,0 种树; 3,1 32; 3,2 33"},
		{"in two rows", []string{"─ 100 50 350", "─ 125 50 350", "─ 150 50 350", "─ 175 50 350", "│ 50 100 175", "│ 150 100 175", "│ 350 100 175", "112 60 名称 160 目标", "137 60 修路 160 12 260 13", "162 60 修桥 160 22 260 23"}, "0,0 名称; 0,1 目标; 1,0 修路; 1,1 1213; 2,0 修桥; 2,1 2223"},
		{"lines of rows in one band", with(grid(xs, []float64{100, 125, 185, 210}), "112 60 名称 160 目标 260 完成", "135 60 修路 160 12 260 13", "155 60 修桥 160 22 260 23", "175 60 种树 160 32 260 33", "197 60 合计 160 66 260 69"), "0,0 名称; 0,1 目标; 0,2 完成; 1,0 修路; 1,1 12; 1,2 13; 2,0 修桥; 2,1 22; 2,2 23; 3,0 种树; 3,1 32; 3,2 33; 4,0 合计; 4,1 66; 4,2 69"},
		{"a corner that is not ruled, with a text", with(without("│ 50 100 175", "─ 100 50 350"), "│ 50 125 175", "─ 100 150 350"), full},
	} {
		if got := found(tt.lines...); got != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}

// A table past the limits is none.
func TestLimits(t *testing.T) {
	lines := append(grid(xs, ys), "112 60 名称 160 目标 260 完成", "137 60 修路 160 12 260 13", "162 60 修桥 160 22 260 23")
	for _, tt := range []struct {
		l    extract.Limits
		want int
	}{{extract.Limits{}, 1}, {extract.Limits{Rows: 3, Cols: 3, Cells: 9}, 1}, {extract.Limits{Rows: 2}, 0}, {extract.Limits{Cols: 2}, 0}, {extract.Limits{Cells: 8}, 0}} {
		s := drawn(lines...)
		if got := len(Pieces(s, nil, tt.l)); got != tt.want || s.TooFine != (tt.want == 0) {
			t.Errorf("%+v: got %d, too fine %v", tt.l, got, s.TooFine)
		}
	}
}

// A ruling goes on behind a gap at which no border stands, or at one of its ends alone.
func TestBrokenAt(t *testing.T) {
	across := func(at float64) sheet.Seg { return sheet.Seg{At: at, Lo: 0, Hi: 100} }
	for _, tt := range []struct {
		name   string
		a, b   sheet.Seg
		across []sheet.Seg
		want   bool
	}{
		{"a gap", sheet.Seg{At: 50, Lo: 0, Hi: 100}, sheet.Seg{At: 50, Lo: 120, Hi: 200}, nil, true},
		{"a wide one", sheet.Seg{At: 50, Lo: 0, Hi: 100}, sheet.Seg{At: 50, Lo: 140.1, Hi: 200}, nil, false},
		{"as wide as may be", sheet.Seg{At: 50, Lo: 0, Hi: 100}, sheet.Seg{At: 50, Lo: 140, Hi: 200}, nil, true},
		{"none", sheet.Seg{At: 50, Lo: 0, Hi: 100}, sheet.Seg{At: 50, Lo: 100, Hi: 200}, nil, false},
		{"another line", sheet.Seg{At: 50, Lo: 0, Hi: 100}, sheet.Seg{At: 53.1, Lo: 120, Hi: 200}, nil, false},
		{"nearly the same line", sheet.Seg{At: 50, Lo: 0, Hi: 100}, sheet.Seg{At: 53, Lo: 120, Hi: 200}, nil, true},
		{"a border at one end", sheet.Seg{At: 50, Lo: 0, Hi: 100}, sheet.Seg{At: 50, Lo: 120, Hi: 200}, []sheet.Seg{across(100)}, true},
		{"at the other", sheet.Seg{At: 50, Lo: 0, Hi: 100}, sheet.Seg{At: 50, Lo: 120, Hi: 200}, []sheet.Seg{across(120)}, true},
		{"at both", sheet.Seg{At: 50, Lo: 0, Hi: 100}, sheet.Seg{At: 50, Lo: 120, Hi: 200}, []sheet.Seg{across(124), across(96)}, false},
		{"at both, one a little off", sheet.Seg{At: 50, Lo: 0, Hi: 100}, sheet.Seg{At: 50, Lo: 120, Hi: 200}, []sheet.Seg{across(100), across(124.1)}, true},
		{"one that ends before", sheet.Seg{At: 50, Lo: 0, Hi: 100}, sheet.Seg{At: 50, Lo: 120, Hi: 200}, []sheet.Seg{across(100), {At: 120, Lo: 0, Hi: 45.9}}, true},
		{"one that just reaches", sheet.Seg{At: 50, Lo: 0, Hi: 100}, sheet.Seg{At: 50, Lo: 120, Hi: 200}, []sheet.Seg{across(100), {At: 120, Lo: 0, Hi: 46}}, false},
		{"one that begins behind", sheet.Seg{At: 50, Lo: 0, Hi: 100}, sheet.Seg{At: 50, Lo: 120, Hi: 200}, []sheet.Seg{across(100), {At: 120, Lo: 54.1, Hi: 99}}, true},
	} {
		if got := len(brokenAt([]sheet.Seg{tt.a, tt.b}, tt.across, em)) == 1; got != tt.want {
			t.Errorf("%s: got %v", tt.name, got)
		}
	}
}

// Lines that run on past the first and the last that crosses them tell of a border that is
// not drawn, where two do, or half of them.
func TestOpenEnds(t *testing.T) {
	line := func(lo, hi float64) sheet.Seg { return sheet.Seg{Lo: lo, Hi: hi} }
	for _, tt := range []struct {
		name   string
		along  []sheet.Seg
		two    bool
		lo, hi float64
	}{
		{"none", []sheet.Seg{line(100, 200), line(100, 200)}, true, 0, 0},
		{"two", []sheet.Seg{line(80, 200), line(82, 200), line(100, 200), line(100, 200), line(100, 200)}, true, 80, 0},
		{"one of three", []sheet.Seg{line(80, 200), line(100, 200), line(100, 200)}, true, 0, 0},
		{"one of three, which may be one", []sheet.Seg{line(80, 200), line(100, 200), line(100, 200)}, false, 80, 0},
		{"one of two", []sheet.Seg{line(80, 200), line(100, 200)}, true, 80, 0},
		{"a little", []sheet.Seg{line(92.1, 200), line(92.1, 200)}, true, 0, 0},
		{"a little more", []sheet.Seg{line(91.9, 200), line(91.9, 200)}, true, 91.9, 0},
		{"at the other end", []sheet.Seg{line(100, 230), line(100, 230)}, true, 0, 230},
		{"a little there", []sheet.Seg{line(100, 207.9), line(100, 207.9)}, true, 0, 0},
		{"a little more there", []sheet.Seg{line(100, 208.1), line(100, 208.1)}, true, 0, 208.1},
		{"not as far as each other", []sheet.Seg{line(80, 200), line(86, 200), line(100, 200), line(100, 200), line(100, 200)}, true, 0, 0},
		{"one of those that begin there", []sheet.Seg{line(80, 200), line(150, 200), line(150, 200)}, true, 80, 0},
		{"among those that end there", []sheet.Seg{line(100, 230), line(100, 150), line(100, 150)}, true, 0, 230},
	} {
		lo, hi := openEnds(tt.along, []float64{100, 150, 200}, em, tt.two)
		if math.IsNaN(lo) {
			lo = 0
		}
		if math.IsNaN(hi) {
			hi = 0
		}
		if math.Abs(lo-tt.lo) > 1e-9 || math.Abs(hi-tt.hi) > 1e-9 {
			t.Errorf("%s: got %v and %v", tt.name, lo, hi)
		}
	}
}

// How much of each span the rulings of a line draw; ends that stop just short are forgiven.
func TestCover(t *testing.T) {
	for _, tt := range []struct {
		name string
		segs []sheet.Seg
		want string
	}{
		{"all", []sheet.Seg{{Lo: 0, Hi: 100}}, "[1 1]"},
		{"the first", []sheet.Seg{{Lo: 0, Hi: 50}}, "[1 0]"},
		{"short of the corner", []sheet.Seg{{Lo: 5, Hi: 45}}, "[1 0]"},
		{"half of it", []sheet.Seg{{Lo: 0, Hi: 25}}, "[0.5 0]"},
		{"twice", []sheet.Seg{{Lo: 30, Hi: 100}, {Lo: 0, Hi: 60}}, "[1 1]"},
		{"beyond both ends", []sheet.Seg{{Lo: -20, Hi: 130}}, "[1 1]"},
		{"with a small gap", []sheet.Seg{{Lo: 0, Hi: 20}, {Lo: 23, Hi: 50}}, "[1 0]"},
		{"with a gap", []sheet.Seg{{Lo: 0, Hi: 20}, {Lo: 30, Hi: 50}}, "[0.8 0]"},
	} {
		share := make([]float64, 2)
		cover(tt.segs, []float64{0, 50, 100}, share, em)
		for k := range share {
			share[k] = math.Round(share[k]*100) / 100
		}
		if got := fmt.Sprintf("%v", share); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

// The pieces of a ruling from wall to wall are drawn whole where enough of them is.
func TestFill(t *testing.T) {
	for _, tt := range []struct {
		name  string
		share []float64
		walls []int
		least float64
		want  string
	}{
		{"half", []float64{1, 0}, nil, 0.5, "[1 1]"},
		{"less", []float64{0.9, 0}, nil, 0.5, "[0.9 0]"},
		{"up to a wall", []float64{1, 0, 0, 0}, []int{2}, 0.5, "[1 1 0 0]"},
		{"behind a wall", []float64{0, 0, 0.9, 0.4}, []int{2}, 0.6, "[0 0 1 1]"},
		{"no gap", []float64{0.5, 0.6}, nil, 0.5, "[0.5 0.6]"},
		{"more than whole", []float64{1.5, 0}, nil, 0.6, "[1.5 0]"},
	} {
		wall, places := make([]bool, len(tt.share)+1), []float64{0, 10, 20, 30, 40}[:len(tt.share)+1]
		wall[0], wall[len(tt.share)] = true, true
		for _, k := range tt.walls {
			wall[k] = true
		}
		if fill(tt.share, places, wall, tt.least); fmt.Sprint(tt.share) != tt.want {
			t.Errorf("%s: got %v, want %s", tt.name, tt.share, tt.want)
		}
	}
}

// Places without a ruling between them are one cell; what is no rectangle is cut into as
// few as may be, at what is drawn in part.
func TestCarve(t *testing.T) {
	for _, tt := range []struct {
		name  string
		walls func(m *mesh)
		want  string
	}{
		{"all ruled", func(*mesh) {}, "[{0 0 1 1} {0 1 1 2} {1 0 2 1} {1 1 2 2}]"},
		{"no upright in the first row", func(m *mesh) { m.v[1*2+0] = 0 }, "[{0 0 1 2} {1 0 2 1} {1 1 2 2}]"},
		{"no ruling below the first cell", func(m *mesh) { m.h[1*2+0] = 0 }, "[{0 0 2 1} {0 1 1 2} {1 1 2 2}]"},
		{"a corner", func(m *mesh) { m.h[1*2+0], m.v[1*2+0] = 0, 0 }, "[{0 0 1 2} {1 0 2 1} {1 1 2 2}]"},
		{"a corner, with a part of an upright", func(m *mesh) { m.h[1*2+0], m.v[1*2+0] = 0, 0.4 }, "[{0 0 2 1} {0 1 1 2} {1 1 2 2}]"},
		{"a corner, with a part of a ruling", func(m *mesh) { m.h[1*2+0], m.v[1*2+0] = 0.4, 0 }, "[{0 0 1 2} {1 0 2 1} {1 1 2 2}]"},
		{"hardly enough", func(m *mesh) { m.v[1*2+0] = 0.44 }, "[{0 0 1 2} {1 0 2 1} {1 1 2 2}]"},
		{"just enough", func(m *mesh) { m.v[1*2+0] = 0.45 }, "[{0 0 1 1} {0 1 1 2} {1 0 2 1} {1 1 2 2}]"},
	} {
		m := &mesh{xs: []float64{0, 50, 100}, ys: []float64{0, 25, 50}, h: []float64{1, 1, 1, 1, 1, 1}, v: []float64{1, 1, 1, 1, 1, 1}}
		tt.walls(m)
		if got := fmt.Sprint(m.carve()); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

// A notch in a corner, past which no border runs on two sides, is outside.
func TestOutside(t *testing.T) {
	for _, tt := range []struct {
		name   string
		a      area
		change func(m *mesh)
		want   bool
	}{
		{"ruled", area{0, 0, 1, 1}, func(*mesh) {}, false},
		{"bare at the left and above", area{0, 0, 1, 1}, func(m *mesh) { m.v[0], m.h[0] = 0, 0 }, true},
		{"bare at the left", area{0, 0, 1, 1}, func(m *mesh) { m.v[0] = 0 }, false},
		{"bare above", area{0, 0, 1, 1}, func(m *mesh) { m.h[0] = 0 }, false},
		{"nearly bare", area{0, 0, 1, 1}, func(m *mesh) { m.v[0], m.h[0] = 0.2, 0.2 }, true},
		{"not quite", area{0, 0, 1, 1}, func(m *mesh) { m.v[0], m.h[0] = 0.23, 0 }, false},
		{"a missing border", area{0, 0, 1, 1}, func(m *mesh) { m.v[0], m.h[0], m.open[0] = 0, 0, true }, false},
		{"a missing one above", area{0, 0, 1, 1}, func(m *mesh) { m.v[0], m.h[0], m.open[1] = 0, 0, true }, false},
		{"at the right and below", area{1, 1, 2, 2}, func(m *mesh) { m.v[2*2+1], m.h[2*2+1] = 0, 0 }, true},
		{"at the right, a missing border", area{1, 1, 2, 2}, func(m *mesh) { m.v[2*2+1], m.h[2*2+1], m.open[2] = 0, 0, true }, false},
		{"below, a missing border", area{1, 1, 2, 2}, func(m *mesh) { m.v[2*2+1], m.h[2*2+1], m.open[3] = 0, 0, true }, false},
		{"bare within", area{0, 1, 1, 2}, func(m *mesh) { m.v[1*2+0], m.h[1] = 0, 0 }, false},
	} {
		m := &mesh{xs: []float64{0, 50, 100}, ys: []float64{0, 25, 50}, h: []float64{1, 1, 1, 1, 1, 1}, v: []float64{1, 1, 1, 1, 1, 1}}
		if tt.change(m); m.outside(tt.a) != tt.want {
			t.Errorf("%s: want %v", tt.name, tt.want)
		}
	}
}

// Lines at which no cell begins or ends go, and slivers that no cell with text needs.
func TestCompact(t *testing.T) {
	for _, tt := range []struct {
		name   string
		xs     []float64
		cells  []piece.Cell
		edges  string
		places string
	}{
		{"an idle line", []float64{0, 50, 100}, []piece.Cell{{Rows: 1, Cols: 2, Glyphs: []int{0}}}, "[0 100]", "0+1 "},
		{"an empty sliver", []float64{0, 50, 56, 100}, []piece.Cell{{Rows: 1, Cols: 1, Glyphs: []int{0}}, {Rows: 1, Col: 1, Cols: 1}, {Rows: 1, Col: 2, Cols: 1, Glyphs: []int{0}}}, "[0 50 100]", "0+1 1+1 "},
		{"one that is wide enough", []float64{0, 50, 57, 100}, []piece.Cell{{Rows: 1, Cols: 1, Glyphs: []int{0}}, {Rows: 1, Col: 1, Cols: 1}, {Rows: 1, Col: 2, Cols: 1, Glyphs: []int{0}}}, "[0 50 57 100]", "0+1 1+1 2+1 "},
		{"one with text", []float64{0, 50, 56, 100}, []piece.Cell{{Rows: 1, Cols: 1, Glyphs: []int{0}}, {Rows: 1, Col: 1, Cols: 1, Glyphs: []int{0}}, {Rows: 1, Col: 2, Cols: 1, Glyphs: []int{0}}}, "[0 50 56 100]", "0+1 1+1 2+1 "},
		{"one of merged cells", []float64{0, 50, 56, 100}, []piece.Cell{{Rows: 1, Cols: 2, Glyphs: []int{0}}, {Row: 1, Rows: 1, Col: 1, Cols: 2, Glyphs: []int{0}}, {Row: 1, Rows: 1, Cols: 1}, {Rows: 1, Col: 2, Cols: 1}}, "[0 50 100]", "0+1 1+1 0+1 1+1 "},
		{"at the left rim", []float64{0, 6, 100}, []piece.Cell{{Rows: 1, Cols: 1}, {Rows: 1, Col: 1, Cols: 1, Glyphs: []int{0}}}, "[0 100]", "0+1 "},
		{"at the right rim", []float64{0, 94, 100}, []piece.Cell{{Rows: 1, Cols: 1, Glyphs: []int{0}}, {Rows: 1, Col: 1, Cols: 1}}, "[0 100]", "0+1 "},
		{"two in a row", []float64{0, 50, 54, 58, 100}, []piece.Cell{{Rows: 1, Cols: 1, Glyphs: []int{0}}, {Rows: 1, Col: 1, Cols: 1}, {Rows: 1, Col: 2, Cols: 1}, {Rows: 1, Col: 3, Cols: 1, Glyphs: []int{0}}}, "[0 50 58 100]", "0+1 1+1 2+1 "},
		{"a notch without text", []float64{0, 50, 100}, []piece.Cell{{Rows: 1, Cols: 1, Outside: true}, {Rows: 1, Col: 1, Cols: 1, Glyphs: []int{0}}}, "[50 100]", "0+1 "},
		{"a notch with text", []float64{0, 50, 100}, []piece.Cell{{Rows: 1, Cols: 1, Outside: true, Glyphs: []int{0}}, {Rows: 1, Col: 1, Cols: 1, Glyphs: []int{0}}}, "[0 50 100]", "0+1 1+1 "},
	} {
		p := &piece.Piece{Sheet: &sheet.Sheet{Chars: sheet.Chars{Em: em}}, Xs: tt.xs, Ys: []float64{0, 30, 60}, Cells: tt.cells}
		compact(p)
		got := ""
		for _, c := range p.Cells {
			got += fmt.Sprintf("%d+%d ", c.Col, c.Cols)
		}
		if fmt.Sprint(p.Xs) != tt.edges || got != tt.places {
			t.Errorf("%s: got %v with %s, want %s with %s", tt.name, p.Xs, got, tt.edges, tt.places)
		}
	}
}

// A word that runs over a ruling belongs to the cell that it begins in, or that most of it
// lies in; two that touch at the ruling stay where they are.
func TestMend(t *testing.T) {
	rest := []string{"137 60 修路 160 12 260 13", "162 60 修桥 160 22 260 23"}
	for _, tt := range []struct {
		name string
		line string
		want string // the first row
	}{
		{"from the left", "112 60 农村公路改造工程验收", "农村公路改造工程验收||"},
		{"from the right", "112 143 123456789012", "|123456789012|"},
		{"most of it at the left", "112 90 农村公路改造工", "农村公路改造工||"},
		{"most of it at the right", "112 125 农村公路改造工", "|农村公路改造工|"},
		{"two words at the ruling", "112 110 农村公路 152 改造工程", "农村公路|改造工程|"},
		{"a gap at it", "112 110 农村公 154 改造", "农村公|改造|"},
		{"over two rulings", "112 53 农村公路改造工程验收合格率不低于标准的百分", "农村公路改造工程验收合格率不低于标准的百分||"},
		{"out of the table", "112 300 农村公路改造", "||农村公路改造"},
		{"into it", "112 15 农村公路改造", "农村公路改造||"},
		{"figures that touch", "112 130 1234 150 5678", "12345678||"},
		{"a bracket that opens before it", "112 110 农村公（ 150 改造工程", "农村公（改造工程||"},
	} {
		lines := append(append(grid(xs, ys), tt.line), rest...)
		pieces := Pieces(drawn(lines...), nil, extract.Limits{})
		got := ""
		for c := range 3 {
			for k := range pieces[0].Cells {
				if q := &pieces[0].Cells[k]; q.Row == 0 && q.Col == c {
					got += pieces[0].Sheet.PlainText(q.Glyphs)
				}
			}
			if c < 2 {
				got += "|"
			}
		}
		if got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

// The ink of a bracket or of a point as wide as a character is in one half of it.
func TestInked(t *testing.T) {
	for _, tt := range []struct {
		text   string
		wide   float64
		x0, x1 float64
	}{{"）", 10, 0, 5}, {"（", 10, 5, 10}, {"，", 10, 0, 5}, {"》", 8, 0, 4}, {"）", 7.9, 0, 7.9}, {"路", 10, 0, 10}, {")", 10, 0, 10}} {
		b := inked(&page.Glyph{Text: tt.text, Size: 10, Box: extract.Box{0, 0, tt.wide, 10}})
		if b[0] != tt.x0 || b[2] != tt.x1 {
			t.Errorf("%s: got %v", tt.text, b)
		}
	}
	for r, want := range map[float64]bool{1: false, 1.1: true, 5: true, 8.9: true, 9: false} {
		if got := over(extract.Box{0, 0, 10, 10}, r, em); got != want {
			t.Errorf("a ruling at %v: got %v", r, got)
		}
	}
}

// Texts that stand apart in a merged cell are dealt to its columns, unless one runs over an
// edge, all are in one column, or they are the characters of one label.
func TestColumnsOf(t *testing.T) {
	for _, tt := range []struct {
		line string
		want string
	}{
		{"112 60 修路 160 12 260 13", "map[0:修路 1:12 2:13]"}, {"112 60 修路 260 13", "map[0:修路 2:13]"}, {"112 60 修路 100 13", "map[]"}, {"112 60 修路 130 修桥修桥", "map[]"},
		{"112 60 经 160 济 260 效", "map[]"}, {"112 60 经 160 济 260 效益", "map[0:经 1:济 2:效益]"}, {"112 47.5 修路 160 12", "map[0:修路 1:12]"}, {"112 47.4 修路 160 12", "map[]"}, {"112 60 修路 132.5 修桥 160 12", "map[0:修路修桥 1:12]"}, {"112 60 修路 132.6 修桥 160 12", "map[]"},
	} {
		s := drawn(tt.line)
		p := &piece.Piece{Sheet: s, Xs: xs, Ys: ys}
		c := piece.Cell{Rows: 1, Cols: 3}
		for n := range s.Glyphs {
			c.Glyphs = append(c.Glyphs, n)
		}
		c.Lines = s.Lines(c.Glyphs)
		got := map[int]string{}
		for k, list := range columnsOf(p, &c) {
			got[k] = s.PlainText(list)
		}
		if fmt.Sprint(got) != tt.want {
			t.Errorf("%s: got %v, want %s", tt.line, got, tt.want)
		}
	}
}

// A figure goes on in the next line where a point or comma ends the line.
func TestBreaksFigure(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{{"4,903.", "18", true}, {"4,", "903", true}, {"4903", "18", false}, {"4,903.", "万元", false}, {"无.", "18", false}, {"≥4.", "5", true}, {"1.", "修路", false}} {
		s := drawn("100 50 "+tt.a, "113 50 "+tt.b)
		var all []int
		for n := range s.Glyphs {
			all = append(all, n)
		}
		lines := s.Lines(all)
		p := &piece.Piece{Sheet: s}
		if got := breaksFigure(p, lines); got != tt.want || breaksFigure(p, lines[:1]) || breaksFigure(p, nil) {
			t.Errorf("%s and %s: got %v", tt.a, tt.b, got)
		}
	}
}

// A page's border, with a table in one of its cells that has more text than it, is none;
// what a page holds beside it tells.
func TestSurrounds(t *testing.T) {
	border := grid([]float64{20, 45, 500}, []float64{50, 700})
	inner := append(grid(xs, ys), "112 60 名称 160 目标 260 完成", "137 60 修路 160 12 260 13", "162 60 修桥 160 22 260 23")
	const table = "0,0 名称; 0,1 目标; 0,2 完成; 1,0 修路; 1,1 12; 1,2 13; 2,0 修桥; 2,1 22; 2,2 23"
	for _, tt := range []struct {
		name  string
		lines []string
		want  bool
	}{
		{"a border", append(append(border, inner...), "300 30 装 400 100 说明"), true},
		{"and text outside", append(append(border, inner...), "300 30 装", "740 60 农村公路改造工程验收合格率"), false},
	} {
		got := found(tt.lines...)
		if (got == table) != tt.want {
			t.Errorf("%s: got %s", tt.name, got)
		}
	}
}
