package sheet

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/grid/page"
)

// A tick box is closed on all four sides, about as high as wide, and as large as a
// character with its margins at most.
func TestSmallBox(t *testing.T) {
	square := func(x0, y0, x1, y1 float64) []page.Rule {
		return []page.Rule{{X0: x0, Y0: y0, X1: x1, Y1: y0}, {X0: x0, Y0: y1, X1: x1, Y1: y1}, {X0: x0, Y0: y0, X1: x0, Y1: y1}, {X0: x1, Y0: y0, X1: x1, Y1: y1}}
	}
	with := func(rules []page.Rule, k int, r page.Rule) []page.Rule {
		rules[k] = r
		return rules
	}
	for _, tt := range []struct {
		about string
		rules []page.Rule
		want  bool
	}{
		{"a square", square(0, 0, 10, 10), true},
		{"of sides that all but meet", with(square(0, 0, 10, 10), 0, page.Rule{X0: 1, Y0: 0, X1: 9, Y1: 0}), true},
		{"one side a little inside", with(square(0, 0, 10, 10), 0, page.Rule{X0: 0, Y0: 1, X1: 10, Y1: 1}), true},
		{"one side further inside", with(square(0, 0, 10, 10), 0, page.Rule{X0: 0, Y0: 1.1, X1: 10, Y1: 1.1}), false},
		{"one side short", with(square(0, 0, 10, 10), 0, page.Rule{X0: 3, Y0: 0, X1: 10, Y1: 0}), false},
		{"and at its other end", with(square(0, 0, 10, 10), 3, page.Rule{X0: 10, Y0: 0, X1: 10, Y1: 7}), false},
		{"one side in the middle", with(square(0, 0, 10, 10), 3, page.Rule{X0: 5, Y0: 0, X1: 5, Y1: 10}), false},
		{"one side twice, one not at all", with(square(0, 0, 10, 10), 1, page.Rule{X0: 0, Y0: 0, X1: 10, Y1: 0}), false},
		{"three sides", square(0, 0, 10, 10)[:3], false},
		{"a bar for a side", with(square(0, 0, 10, 10), 0, page.Rule{X0: 0, Y0: 0, X1: 10, Y1: 3}), false},
		{"as large as may be", square(0, 0, 15, 15), true},
		{"larger", square(0, 0, 17, 17), false},
		{"smaller than a character", square(0, 0, 5, 5), false},
		{"half again as wide as high", square(0, 0, 15, 10), true},
		{"a bar", square(0, 0, 15, 8), false},
	} {
		sides := make([]int, len(tt.rules))
		for i := range sides {
			sides[i] = i
		}
		if _, got := smallBox(tt.rules, sides, 10, 1); got != tt.want {
			t.Errorf("%s: got %v", tt.about, got)
		}
	}
}

// Words in a box make it a cell, a tick does not.
func TestInside(t *testing.T) {
	b := extract.Box{10, 10, 20, 20}
	for _, tt := range []struct {
		text string
		x, y float64
		want bool
	}{{"是", 15, 15, true}, {"√", 15, 15, false}, {"是", 5, 15, false}, {"是", 25, 15, false}, {"是", 15, 5, false}, {"是", 15, 25, false}} {
		g := []page.Glyph{{Text: tt.text, Box: extract.Box{tt.x - 2, tt.y - 2, tt.x + 2, tt.y + 2}}}
		if got := inside(g, b); got != tt.want {
			t.Errorf("%s at %g, %g: got %v", tt.text, tt.x, tt.y, got)
		}
	}
}

// A box whose sides are those of cells is no tick box: rulings run along them or go on.
func TestTouched(t *testing.T) {
	b := extract.Box{10, 10, 20, 20}
	for _, tt := range []struct {
		about string
		rules []page.Rule
		want  int
	}{
		{"nothing", nil, 0},
		{"along the left side", []page.Rule{{X0: 10, Y0: 0, X1: 10, Y1: 40}}, 1},
		{"along the upper one", []page.Rule{{X0: 0, Y0: 10, X1: 40, Y1: 10}}, 1},
		{"both, and one side twice", []page.Rule{{X0: 10, Y0: 0, X1: 10, Y1: 40}, {X0: 10, Y0: 15, X1: 10, Y1: 40}, {X0: 0, Y0: 20, X1: 40, Y1: 20}}, 2},
		{"through the middle", []page.Rule{{X0: 15, Y0: 0, X1: 15, Y1: 40}}, 0},
		{"farther on", []page.Rule{{X0: 10, Y0: 25, X1: 10, Y1: 40}, {X0: 10, Y0: 0, X1: 10, Y1: 5}}, 0},
		{"ending at its corner", []page.Rule{{X0: 10, Y0: 20, X1: 10, Y1: 40}}, 1},
	} {
		if got := touched(tt.rules, make([]bool, len(tt.rules)), b, 1); got != tt.want {
			t.Errorf("%s: got %d sides, want %d", tt.about, got, tt.want)
		}
		drop := slices.Repeat([]bool{true}, len(tt.rules))
		if got := touched(tt.rules, drop, b, 1); got != 0 {
			t.Errorf("%s, left out: got %d sides", tt.about, got)
		}
	}
}

// Columns of words written downwards are read from right to left; all but the last are full.
func TestDownwards(t *testing.T) {
	for _, tt := range []struct {
		about   string
		columns []string // from the right
		step    float64  // from column to column
		gap     float64  // between characters
		wide    float64  // of the cell
		want    string
	}{
		{"two columns", []string{"产出数量", "指标"}, 12, 0, 60, "产出数量|指标"},
		{"three", []string{"产出数量", "质量时效", "指标"}, 12, 0, 70, "产出数量|质量时效|指标"},
		{"one", []string{"产出数量指"}, 12, 0, 60, ""},
		{"too few characters", []string{"产出", "指标"}, 12, 0, 60, ""},
		{"three in the first", []string{"产出数", "指标"}, 12, 0, 60, ""},
		{"the last as full as the first", []string{"产出数量", "指标时效"}, 12, 0, 60, ""},
		{"columns that overlap", []string{"产出数量", "指标"}, 8, 0, 60, ""},
		{"far apart", []string{"产出数量", "指标"}, 26, 0, 90, ""},
		{"as far as may be", []string{"产出数量", "指标"}, 25, 0, 90, "产出数量|指标"},
		{"characters far apart", []string{"产出数量", "指标"}, 12, 6, 60, ""},
		{"somewhat apart", []string{"产出数量", "指标"}, 12, 5, 60, "产出数量|指标"},
		{"no room beside them: they were wrapped", []string{"产出数量", "指标"}, 12, 0, 34, ""},
		{"the second higher than the first", []string{"产出数量", "标准时效指"}, 12, 0, 60, ""},
	} {
		c := &Chars{}
		var all []int
		for k, column := range tt.columns {
			for i, r := range []rune(column) {
				x, y := 100-tt.step*float64(k), (10+tt.gap)*float64(i)
				all = append(all, len(c.Glyphs))
				c.Glyphs = append(c.Glyphs, page.Glyph{Text: string(r), Size: 10, Box: extract.Box{x, y, x + 10, y + 10}})
			}
		}
		var got []string
		for _, l := range c.downwards(all, extract.Box{0, 0, tt.wide, 100}) {
			text := ""
			for _, n := range l.Glyphs {
				text += c.Glyphs[n].Text
			}
			got = append(got, text)
		}
		if got := strings.Join(got, "|"); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.about, got, tt.want)
		}
	}
}

// A ruling stands at an upright that it meets, or all but meets.
func TestAtEdges(t *testing.T) {
	s := &Sheet{Chars: Chars{Em: 10}, Edges: []Seg{{At: 50, Lo: 100, Hi: 200}}}
	for _, tt := range []struct {
		h    Seg
		want bool
	}{
		{Seg{At: 150, Lo: 20, Hi: 80}, true}, {Seg{At: 150, Lo: 50, Hi: 80}, true}, {Seg{At: 150, Lo: 55, Hi: 80}, true}, {Seg{At: 150, Lo: 56, Hi: 80}, false},
		{Seg{At: 150, Lo: 20, Hi: 45}, true}, {Seg{At: 150, Lo: 20, Hi: 44}, false},
		{Seg{At: 95, Lo: 20, Hi: 80}, true}, {Seg{At: 94, Lo: 20, Hi: 80}, false}, {Seg{At: 205, Lo: 20, Hi: 80}, true}, {Seg{At: 206, Lo: 20, Hi: 80}, false},
	} {
		if got := s.AtEdges(tt.h); got != tt.want {
			t.Errorf("%v: got %v", tt.h, got)
		}
	}
}

// The usual size is the median, within reason.
func TestUsualSize(t *testing.T) {
	for _, tt := range []struct {
		sizes []float64
		want  float64
	}{{nil, defaultEm}, {[]float64{9}, 9}, {[]float64{22, 9, 9, 10.5}, 10.5}, {[]float64{0.1}, 1}, {[]float64{900}, 200}} {
		var g []page.Glyph
		for _, v := range tt.sizes {
			g = append(g, page.Glyph{Size: v})
		}
		if got := usualSize(g); got != tt.want {
			t.Errorf("%v: got %g, want %g", tt.sizes, got, tt.want)
		}
	}
}

// Running heads and feet stand in the margins: an eighth of the page, or 90 points.
func TestMargin(t *testing.T) {
	for _, tt := range []struct {
		high float64
		in   []float64
		out  []float64
	}{{1000, []float64{0, 119, 881, 1000}, []float64{121, 500, 879}}, {500, []float64{89, 411}, []float64{90.5, 409.5, 250}}} {
		s := &Sheet{Page: &page.Page{Height: tt.high}}
		for _, y := range tt.in {
			if !s.margin(y) {
				t.Errorf("%s: is in no margin", fmt.Sprint(y, " of ", tt.high))
			}
		}
		for _, y := range tt.out {
			if s.margin(y) {
				t.Errorf("%s: is in a margin", fmt.Sprint(y, " of ", tt.high))
			}
		}
	}
}
