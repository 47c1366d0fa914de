package join

import (
	"fmt"
	"sort"
	"strings"
	"testing"

	"ziping/extract/grid/table"
)

func change(q on, f func(*on)) on { f(&q); return q }

// Pages that divide the width otherwise, that follow each other, that hold the rest of a
// label or of a row without text.
func TestMorePages(t *testing.T) {
	first := on{xs: three, ys: two, cells: []string{"0,0 名称", "0,1 目标", "0,2 完成", "1,0 修路", "1,1 12", "1,2 13"}}
	next := on{page: 1, xs: three, ys: two, cells: []string{"0,0 修桥", "0,1 22", "0,2 23", "1,0 种树", "1,1 32", "1,2 33"}}
	last := on{page: 2, xs: three, ys: two, cells: []string{"0,0 办学", "0,1 42", "0,2 43", "1,0 治水", "1,1 52", "1,2 53"}}
	const head, rest = "0,0 名称; 0,1 目标; 0,2 完成; 1,0 修路; 1,1 12; 1,2 13", "2,0 修桥; 2,1 22; 2,2 23; 3,0 种树; 3,1 32; 3,2 33"
	full := change(first, func(q *on) { q.ys = []float64{60, 400, 740} })
	low := func(q on) on { return change(q, func(q *on) { q.ys = []float64{60, 90, 120, 150} }) }
	for _, tt := range []struct {
		name string
		list []on
		want string
	}{
		{"three pages", []on{first, next, last}, "6 × 3: " + head + "; " + rest + "; 4,0 办学; 4,1 42; 4,2 43; 5,0 治水; 5,1 52; 5,2 53"},
		{"a frame below, and a page", []on{first, change(next, func(q *on) { q.page, q.ys = 0, []float64{127, 150, 180} }), change(last, func(q *on) { q.page = 1 })}, "6 × 3: " + head + "; " + rest + "; 4,0 办学; 4,1 42; 4,2 43; 5,0 治水; 5,1 52; 5,2 53"},
		{"columns divided otherwise", []on{first, change(next, func(q *on) { q.xs = []float64{50, 150, 300, 350} })}, "4 × 4: 0,0 名称; 0,1 目标; 0,2 1×2 完成; 1,0 修路; 1,1 12; 1,2 1×2 13; 2,0 修桥; 2,1 1×2 22; 2,3 23; 3,0 种树; 3,1 1×2 32; 3,3 33"},
		{"the same with the first cell again", []on{first, change(next, func(q *on) {
			q.xs, q.cells = []float64{50, 150, 300, 350}, []string{"0,0 名称", "0,1 22", "0,2 23", "1,0 种树", "1,1 32", "1,2 33"}
		})}, "2 × 3: " + head + "\n2 × 3: 0,0 名称; 0,1 22; 0,2 23; 1,0 种树; 1,1 32; 1,2 33"},
		{"five columns of others", []on{change(first, func(q *on) {
			q.xs, q.cells = []float64{50, 110, 170, 230, 290, 350}, []string{"0,0 甲", "0,1 乙", "0,2 丙", "0,3 丁", "0,4 戊", "1,0 一"}
		}), change(next, func(q *on) {
			q.xs, q.cells = []float64{50, 140, 200, 260, 320, 350}, []string{"0,0 己", "0,1 2", "1,0 二"}
		})}, "2 × 5: 0,0 甲; 0,1 乙; 0,2 丙; 0,3 丁; 0,4 戊; 1,0 一\n2 × 5: 0,0 己; 0,1 2; 1,0 二"},
		{"the same behind a full page", []on{change(full, func(q *on) {
			q.xs, q.cells = []float64{50, 110, 170, 230, 290, 350}, []string{"0,0 甲", "0,1 乙", "0,2 丙", "0,3 丁", "0,4 戊", "1,0 一"}
		}), change(next, func(q *on) {
			q.xs, q.cells = []float64{50, 140, 200, 260, 320, 350}, []string{"0,0 己", "0,1 2", "1,0 二"}
		})}, "4 × 9: 0,0 1×1 甲"},
		{"rows printed again, with figures", []on{change(first, func(q *on) {
			q.cells = []string{"0,0 项目", "0,1 2023", "0,2 2024", "1,0 修路", "1,1 12", "1,2 13"}
		}), change(low(next), func(q *on) {
			q.cells = []string{"0,0 项目", "0,1 2023", "0,2 2024", "1,0 修桥", "1,1 22", "1,2 23", "2,0 种树", "2,1 32", "2,2 33"}
		})}, "4 × 3: 0,0 项目; 0,1 2023; 0,2 2024; 1,0 修路; 1,1 12; 1,2 13; " + rest + `; again "项目 | 2023 | 2024" at 0`},
		{"a label that goes on past the heading", []on{change(first, func(q *on) {
			q.ys, q.cells = []float64{60, 90, 120, 150}, []string{"0,0 3×1 绩效", "0,1 目标", "0,2 完成", "1,1 12", "1,2 13", "2,1 14", "2,2 15"}
		}), change(low(next), func(q *on) {
			q.cells = []string{"0,0 3×1 绩效", "0,1 目标", "0,2 完成", "1,1 22", "1,2 23", "2,1 32", "2,2 33"}
		})}, "5 × 3: 0,0 5×1 绩效; 0,1 目标; 0,2 完成; 1,1 12; 1,2 13; 2,1 14; 2,2 15; 3,1 22; 3,2 23; 4,1 32; 4,2 33; again \"绩效 | 目标 | 完成\" at 0"},
		{"another label beside it", []on{change(first, func(q *on) {
			q.ys, q.cells = []float64{60, 90, 120, 150}, []string{"0,0 3×1 绩效", "0,1 目标", "0,2 完成", "1,1 12", "1,2 13", "2,1 14", "2,2 15"}
		}), change(low(next), func(q *on) {
			q.cells = []string{"0,0 3×1 预算", "0,1 目标", "0,2 完成", "1,1 22", "1,2 23", "2,1 32", "2,2 33"}
		})}, "5 × 3: 0,0 3×1 绩效; 0,1 目标; 0,2 完成; 1,1 12; 1,2 13; 2,1 14; 2,2 15; 3,0 2×1 预算; 3,1 22; 3,2 23; 4,1 32; 4,2 33; again \"目标 | 完成\" at 0"},
		{"the label of a group that ended", []on{change(first, func(q *on) {
			q.ys, q.cells = []float64{60, 90, 120, 150}, []string{"0,0 2×1 绩效", "0,1 目标", "0,2 完成", "1,1 12", "1,2 13", "2,0 其他", "2,1 14", "2,2 15"}
		}), change(low(next), func(q *on) {
			q.cells = []string{"0,0 3×1 绩效", "0,1 目标", "0,2 完成", "1,1 22", "1,2 23", "2,1 32", "2,2 33"}
		})}, "5 × 3: 0,0 2×1 绩效; 0,1 目标; 0,2 完成; 1,1 12; 1,2 13; 2,0 其他; 2,1 14; 2,2 15; 3,0 2×1 绩效; 3,1 22; 3,2 23; 4,1 32; 4,2 33; again \"目标 | 完成\" at 0"},
		{"a heading without the label of before", []on{change(first, func(q *on) {
			q.ys, q.cells = []float64{60, 90, 120, 150}, []string{"0,0 3×1 绩效", "0,1 目标", "0,2 完成", "1,1 12", "1,2 13", "2,1 14", "2,2 15"}
		}), change(low(next), func(q *on) {
			q.cells = []string{"0,0", "0,1 目标", "0,2 完成", "1,0 预算", "1,1 22", "1,2 23", "2,0 合计", "2,1 32", "2,2 33"}
		})}, "5 × 3: 0,0 3×1 绩效; 0,1 目标; 0,2 完成; 1,1 12; 1,2 13; 2,1 14; 2,2 15; 3,0 预算; 3,1 22; 3,2 23; 4,0 合计; 4,1 32; 4,2 33; again \"目标 | 完成\" at 0"},
		{"a heading printed again with two of its rows", []on{change(first, func(q *on) {
			q.ys, q.cells = []float64{60, 90, 120, 150}, []string{"0,0 2×1 名称", "0,1 1×2 目标", "1,1 数量", "1,2 质量", "2,0 修路", "2,1 14", "2,2 15"}
		}), change(low(next), func(q *on) {
			q.cells = []string{"0,0 2×1 名称", "0,1 1×2 目标", "1,1 数量", "1,2 质量", "2,0 种树", "2,1 32", "2,2 33"}
		})}, "4 × 3: 0,0 2×1 名称; 0,1 1×2 目标; 1,1 数量; 1,2 质量; 2,0 修路; 2,1 14; 2,2 15; 3,0 种树; 3,1 32; 3,2 33; again \"名称 | 目标 | 数量 | 质量\" at 0"},
		{"an empty row that is the rest of the last", []on{change(first, func(q *on) {
			q.ys, q.cells = []float64{60, 90, 104}, []string{"0,0 名称", "0,1 目标", "0,2 完成", "1,0 修路", "1,1 12", "1,2 13"}
		}), change(low(next), func(q *on) {
			q.cells = []string{"0,0", "0,1", "0,2", "1,0 修桥", "1,1 22", "1,2 23", "2,0 种树", "2,1 32", "2,2 33"}
		})}, "4 × 3: " + head + "; " + rest},
		{"the same, and the last is low", []on{change(first, func(q *on) { q.ys = []float64{60, 90, 104} }), change(next, func(q *on) {
			q.ys = []float64{60, 90, 120, 150, 180}
			q.cells = []string{"0,0", "0,1", "0,2", "1,0 修桥", "1,1 22", "1,2 23", "2,0", "2,1", "2,2", "3,0 种树", "3,1 32", "3,2 33"}
		})}, "5 × 3: " + head + "; 2,0 修桥; 2,1 22; 2,2 23; 3,0; 3,1; 3,2; 4,0 种树; 4,1 32; 4,2 33"},
		{"cells cut without a border where others have one", []on{change(first, func(q *on) {
			q.cells = []string{"0,0 2×1 产出 ↓", "0,1 目标", "0,2 完成", "1,1 12", "1,2 13"}
		}), change(next, func(q *on) { q.cells = []string{"0,0 2×1 ↑", "0,1 22", "0,2 23", "1,1 32", "1,2 33"} })}, "4 × 3: 0,0 4×1 产出; 0,1 目标; 0,2 完成; 1,1 12; 1,2 13; 2,1 22; 2,2 23; 3,1 32; 3,2 33"},
		{"one with a border there, which ends", []on{change(first, func(q *on) {
			q.cells = []string{"0,0 2×1 产出", "0,1 2×1 数量 ↓", "0,2 完成", "1,2 13"}
		}), change(next, func(q *on) { q.cells = []string{"0,0 2×1", "0,1 2×1 ↑", "0,2 23", "1,2 33"} })}, "4 × 3: 0,0 2×1 产出; 0,1 4×1 数量; 0,2 完成; 1,2 13; 2,0 2×1; 2,2 23; 3,2 33"},
		{"a page reached left that begins a form", []on{change(first, func(q *on) { q.open = [4]bool{true, false, true, false} }), {page: 1, xs: []float64{150, 250, 350}, ys: two, open: [4]bool{false, false, true, false}, cells: []string{"0,0 22", "0,1 23", "1,0 32", "1,1 33"}, lines: []string{"84 60 名称"}, rules: []string{"60 50 350", "120 50 350"}}}, "2 × 3: " + head + "\n2 × 2: 0,0 22; 0,1 23; 1,0 32; 1,1 33"},
	} {
		d, pieces := drawn(t, "名称 目标 完成 绩效", tt.list...)
		got := shown(Pages(d, pieces))
		if strings.HasPrefix(tt.want, "4 × 9") {
			if !strings.HasPrefix(got, "4 × 9: 0,0 甲") || strings.Contains(got, "\n") {
				t.Errorf("%s: got %s", tt.name, got)
			}
			continue
		}
		if got != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, tt.want)
		}
		if tt.name == "a page reached left that begins a form" {
			free := 0
			for _, taken := range d.Sheets[1].Taken {
				if !taken {
					free++
				}
			}
			if free != 2 || pieces[1].Open[0] {
				t.Errorf("%s: %d characters are free, open at the left %v", tt.name, free, pieces[1].Open[0])
			}
		}
	}
}

// Two pages down and two beside them, text beside a part that ends earlier, and a character
// that the edge cuts.
func TestMoreBeside(t *testing.T) {
	ys := []float64{60, 90, 120, 150, 180}
	rows := func(n int) (out []string) {
		for r := range 4 {
			out = append(out, fmt.Sprintf("%d,0 名%d%d", r, n, r), fmt.Sprintf("%d,1 %d%d", r, n, r))
		}
		return out
	}
	side := func(n int) (out []string) {
		for r := range 4 {
			out = append(out, fmt.Sprintf("%d,0 得%d%d", r, n, r), fmt.Sprintf("%d,1 评%d%d", r, n, r))
		}
		return out
	}
	cut := func(list []string, k int, with string) []string {
		list[k] = with
		return list
	}
	a, b, c := []float64{50, 150, 250}, []float64{40, 140}, []float64{40, 90, 140}
	all := []on{
		{xs: a, ys: ys, cells: cut(rows(1), 1, "0,1 10长 →")}, {page: 1, xs: a, ys: ys, cells: rows(2)},
		{page: 2, xs: c, ys: ys, cells: cut(side(1), 0, "0,0 文字 ←")}, {page: 3, xs: c, ys: ys, cells: side(2)},
	}
	d, pieces := drawn(t, "", all...)
	got := Pages(d, pieces)
	text := shown(got)
	const want = "8 × 4: 0,0 名10; 0,1 1×2 10长文字; 0,3 评10; 1,0 名11; 1,1 11; 1,2 得11; 1,3 评11; 2,0 名12; 2,1 12; 2,2 得12; 2,3 评12; 3,0 名13; 3,1 13; 3,2 得13; 3,3 评13; 4,0 名20; 4,1 20; 4,2 得20; 4,3 评20; 5,0 名21; 5,1 21; 5,2 得21; 5,3 评21; 6,0 名22; 6,1 22; 6,2 得22; 6,3 评22; 7,0 名23; 7,1 23; 7,2 得23; 7,3 评23"
	if text != want {
		t.Errorf("got\n%s\nwant\n%s", text, want)
	}
	if len(got) == 1 && (len(got[0].Beside) != 2 || got[0].Beside[0].Top != 60 || got[0].Beside[0].End != 250 || got[0].Beside[0].Start != 40) {
		t.Errorf("got %+v", got[0].Beside)
	}
	// What the strip at the left goes on with above the rows of the one at the right.
	left := on{xs: a, ys: ys, cells: cut(rows(1), 1, "0,1 题目 →")}
	left.cells[0] = "0,0"
	right := on{page: 1, xs: b, ys: []float64{90, 120, 150, 180, 210}, cells: []string{"0,0 得", "1,0 1", "2,0 2", "3,0 3"}, lines: []string{"74 45 全称"}}
	left.ys = []float64{60, 90, 120, 150, 180, 210}
	left.cells = append(left.cells, "4,0 名14", "4,1 14")
	for _, tt := range []struct {
		name string
		list []on
		want string
	}{
		{"text beside", []on{left, right}, "5 × 3: 0,0; 0,1 1×2 题目全称; 1,0 名11; 1,1 11; 1,2 得; 2,0 名12; 2,1 12; 2,2 1; 3,0 名13; 3,1 13; 3,2 2; 4,0 名14; 4,1 14; 4,2 3"},
		{"none beside", []on{left, change(right, func(q *on) { q.lines = nil })}, "5 × 2: 0,0; 0,1 题目; 1,0 名11; 1,1 11; 2,0 名12; 2,1 12; 3,0 名13; 3,1 13; 4,0 名14; 4,1 14\n4 × 1: 0,0 得; 1,0 1; 2,0 2; 3,0 3"},
		{"of three rows", []on{left, change(right, func(q *on) { q.ys, q.cells = q.ys[:4], q.cells[:3] })}, "5 × 2: 0,0; 0,1 题目; 1,0 名11; 1,1 11; 2,0 名12; 2,1 12; 3,0 名13; 3,1 13; 4,0 名14; 4,1 14\n3 × 1: 0,0 得; 1,0 1; 2,0 2"},
	} {
		_, pieces := drawn(t, "", tt.list...)
		var tables []*table.Table
		for _, p := range pieces {
			tables = append(tables, &newTable(p).Table)
		}
		if got := shown(beside(tables)); got != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, tt.want)
		}
		if tt.name == "text beside" {
			for n, taken := range pieces[1].Sheet.Taken {
				if !taken {
					t.Errorf("%q is left", pieces[1].Sheet.Glyphs[n].Text)
				}
			}
		}
	}
	for _, aligned := range [][2]bool{{true, false}, {false, true}, {true, true}} {
		_, pieces := drawn(t, "", left, right)
		pieces[0].Aligned, pieces[1].Aligned = aligned[0], aligned[1]
		if got := beside([]*table.Table{&newTable(pieces[0]).Table, &newTable(pieces[1]).Table}); len(got) != 2 {
			t.Errorf("aligned %v: got %d tables", aligned, len(got))
		}
	}
	_, pieces = drawn(t, "", left, right)
	pieces[1].Stacked = true
	if got := beside([]*table.Table{&newTable(pieces[0]).Table, &newTable(pieces[1]).Table}); len(got) != 1 || !got[0].Stacked {
		t.Error("that figures may be of several rows is lost")
	}
}

// What makes the first rows of a page a heading.
func TestBlock(t *testing.T) {
	for _, tt := range []struct {
		name  string
		cells []string
		row   int
		n     int
		whole bool
		want  string
	}{
		{"a heading", []string{"0,0 甲", "0,1 乙", "0,2 丙", "1,0 1"}, 0, 1, false, "甲 乙 丙"},
		{"one cell", []string{"0,0 甲", "0,1", "0,2", "1,0 1"}, 0, 1, false, ""},
		{"two cells", []string{"0,0 甲", "0,1 乙", "0,2"}, 0, 1, false, "甲 乙"},
		{"a figure", []string{"0,0 甲", "0,1 2023", "0,2 丙"}, 0, 1, false, ""},
		{"a figure in its second row", []string{"0,0 甲", "0,1 乙", "1,0 丙", "1,1 2023"}, 0, 2, false, "2023 丙 乙 甲"},
		{"a cell that reaches out", []string{"0,0 2×1 甲", "0,1 乙", "0,2 丙"}, 0, 1, false, "丙 乙"},
		{"the second row", []string{"0,0 甲", "1,0 丁", "1,1 戊"}, 1, 1, false, "丁 戊"},
		{"all of it, with figures", []string{"0,0 甲", "0,1 2023", "0,2"}, 0, 1, true, " 2023 甲"},
		{"all of it, behind a figure", []string{"0,0 2023", "0,1 乙", "0,2 丙"}, 0, 1, true, ""},
		{"all of it, behind nothing", []string{"0,0", "0,1 乙", "0,2 丙"}, 0, 1, true, ""},
		{"all of it, reaching out", []string{"0,0 甲", "0,1 2×1 乙", "0,2 丙"}, 0, 1, true, ""},
	} {
		_, pieces := drawn(t, "", on{xs: three, ys: []float64{60, 90, 120, 150}, cells: tt.cells})
		var got []string
		for c := range newTable(pieces[0]).block(tt.row, tt.n, tt.whole, (*table.Entry).Key) {
			got = append(got, c.text)
		}
		want := strings.Split(tt.want, " ")
		if tt.want == "" {
			want = nil
		}
		sort.Strings(got)
		sort.Strings(want)
		if fmt.Sprintf("%q", got) != fmt.Sprintf("%q", want) {
			t.Errorf("%s: got %q, want %q", tt.name, got, want)
		}
	}
}

// Pages leave a cell that a break cuts without a border where some at the end of one have
// none and others have.
func TestCutsOpen(t *testing.T) {
	first := on{xs: three, ys: two, cells: []string{"1,0 甲 ↓", "1,1 乙", "1,2 丙"}}
	next := on{page: 1, xs: three, ys: two, cells: []string{"0,0 丁"}}
	for _, tt := range []struct {
		name string
		list []on
		want bool
	}{
		{"some", []on{first, next}, true},
		{"all", []on{change(first, func(q *on) { q.cells = []string{"1,0 甲 ↓", "1,1 乙 ↓"} }), next}, false},
		{"none", []on{change(first, func(q *on) { q.cells = []string{"1,0 甲", "1,1 乙"} }), next}, false},
		{"no lower border", []on{change(first, func(q *on) { q.open[3] = true }), next}, false},
		{"not the next page", []on{first, change(next, func(q *on) { q.page = 2 })}, false},
		{"uprights alone", []on{change(first, func(q *on) { q.tentative = true }), next}, false},
		{"uprights alone behind it", []on{first, change(next, func(q *on) { q.tentative = true })}, false},
		{"another table", []on{first, change(next, func(q *on) { q.xs = []float64{50, 150, 250, 400} })}, false},
		{"the second of two breaks", []on{change(first, func(q *on) { q.cells = []string{"1,0 甲"} }), change(first, func(q *on) { q.page = 1 }), change(next, func(q *on) { q.page = 2 })}, true},
	} {
		_, pieces := drawn(t, "", tt.list...)
		if got := cutsOpen(pieces); got != tt.want {
			t.Errorf("%s: got %v", tt.name, got)
		}
	}
}

// A line that the break cuts is drawn on both pages, and is once in the cell.
func TestOnce(t *testing.T) {
	a := on{xs: three, ys: []float64{60, 740, 760}, cells: []string{"1,0 修路", "1,1 12"}}
	for _, tt := range []struct {
		name string
		cell string
		top  float64
		want string
	}{{"the same", "0,0 修路", 40, ""}, {"another", "0,0 修桥", 40, "桥"}, {"and more", "0,0 修路/和桥", 40, "和桥"}, {"elsewhere", "0,0 路修", 40, "路修"}} {
		_, pieces := drawn(t, "", a, on{page: 1, xs: three, ys: []float64{tt.top, tt.top + 40}, cells: []string{tt.cell}})
		o := newOverBreak(pieces[0], pieces[1])
		b := pieces[1].Cells[0]
		// The line stands as far below the edge there as it did above it here.
		for n := range pieces[1].Sheet.Glyphs {
			g := &pieces[1].Sheet.Glyphs[n].Box
			g[1], g[3] = g[1]-20, g[3]-20
		}
		b.Lines = pieces[1].Sheet.Lines(b.Glyphs)
		o.once(&pieces[0].Cells[0], &b)
		if got := pieces[1].Sheet.PlainText(b.Glyphs); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
		n := 0
		for _, l := range b.Lines {
			n += len(l.Glyphs)
		}
		if n != len(b.Glyphs) {
			t.Errorf("%s: %d characters in lines, want %d", tt.name, n, len(b.Glyphs))
		}
	}
}

// A text stands behind the break because it did not fit before it: it is taller than the
// room there, and than all texts of the row that stayed.
func TestMovedBehind(t *testing.T) {
	for _, tt := range []struct {
		name  string
		high  float64 // of the row before the break
		cells []string
		text  string
		want  bool
	}{
		{"no room", 30, []string{"1,0"}, "农村/公路/改造", true}, {"room", 46, []string{"1,0"}, "农村/公路/改造", false}, {"a line too little", 45.9, []string{"1,0"}, "农村/公路/改造", true},
		{"another as tall stayed", 30, []string{"1,0", "1,1 一/二/三"}, "农村/公路/改造", false}, {"a lower one stayed", 30, []string{"1,0", "1,1 一/二"}, "农村/公路/改造", true}, {"a tall label stayed", 30, []string{"1,0", "0,1 2×1 一/二/三"}, "农村/公路/改造", true},
	} {
		_, pieces := drawn(t, "", on{xs: three, ys: []float64{60, 90, 90 + tt.high}, cells: tt.cells}, on{page: 1, xs: three, ys: []float64{60, 110}, cells: []string{"0,0 " + tt.text, "0,1"}})
		if got := movedBehind(0, newTable(pieces[0]).Cells, newTable(pieces[1]).Cells); got != tt.want {
			t.Errorf("%s: got %v", tt.name, got)
		}
	}
}
