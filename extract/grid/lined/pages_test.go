package lined

import (
	"testing"

	"ziping/extract/grid/sheettest"
)

// A table goes on where the next page begins with rulings as wide, though it draws none
// above its first row, or the break cuts a row; text between is the end of it.
func TestPiecesOverPages(t *testing.T) {
	const first = "0: 0,0 修路桥; 0,1 10; 0,2 90; 1,0 修路桥; 1,1 11; 1,2 91; 2,0 修路桥; 2,1 12; 2,2 92"
	rows := ruledRows(100, 3)
	for _, tt := range []struct {
		name  string
		pages [][]string
		want  string
	}{
		{"one page", [][]string{rows}, first},
		{"two rows on the next", [][]string{rows, {"─ 100 40 300", "112 50 种树 150 13 250 93", "─ 125 40 300", "137 50 办学 150 14 250 94", "─ 150 40 300"}}, first + "\n1: 0,0 种树; 0,1 13; 0,2 93; 1,0 办学; 1,1 14; 1,2 94"},
		{"a row above the first ruling", [][]string{rows, {"88 50 种树 150 13 250 93", "─ 100 40 300", "112 50 办学 150 14 250 94", "─ 125 40 300"}}, first + "\n1: 0,0 种树; 0,1 13; 0,2 93; 1,0 办学; 1,1 14; 1,2 94"},
		{"other rulings", [][]string{rows, {"─ 100 40 280", "112 50 种树 150 13 250 93", "─ 125 40 280"}}, first},
		{"text between", [][]string{append(rows, "250 50 以上各项均已按照计划完成"), {"─ 100 40 300", "112 50 种树 150 13 250 93", "─ 125 40 300"}}, first + "\n1: 0,0 种树; 0,1 13; 0,2 93"},
		{"a row that the break cuts", [][]string{append(rows, "187 50 种树 150 13 250 93"), {"88 50 和造林 150 个 250 个", "─ 100 40 300", "112 50 办学 150 14 250 94", "─ 125 40 300"}}, first + "; 3,0 种树; 3,1 13; 3,2 93\n1: 0,0 和造林; 0,1 个; 0,2 个; 1,0 办学; 1,1 14; 1,2 94"},
		{"a page without a table between", [][]string{rows, {"100 50 以上"}, {"─ 100 40 300", "112 50 种树 150 13 250 93", "─ 125 40 300"}}, first},
		{"two tables on a page", [][]string{append(rows, "─ 300 60 220", "312 70 指标 120 目标 170 完成", "─ 325 60 220", "337 70 种树 120 三棵 170 两棵", "─ 350 60 220", "362 70 办学 120 三所 170 两所", "─ 375 60 220")}, first + "\n0: 0,0 指标; 0,1 目标; 0,2 完成; 1,0 种树; 1,1 三棵; 1,2 两棵; 2,0 办学; 2,1 三所; 2,2 两所"},
		{"rows with a label over two", [][]string{{"─ 100 40 210", "112 50 名称 110 目标 170 完成", "─ 125 40 210", "150 50 产出", "137 110 三棵 170 两棵", "─ 150 100 210", "162 110 三所 170 两所", "─ 175 40 210", "187 50 效益 110 三座 170 两座", "─ 200 40 210"}}, "0: 0,0 名称; 0,1 目标; 0,2 完成; 1,0 2×1 产出; 1,1 三棵; 1,2 两棵; 2,1 三所; 2,2 两所; 3,0 效益; 3,1 三座; 3,2 两座"},
		{"a place without text over two rows", [][]string{{"─ 100 40 210", "112 50 名称 110 目标 170 完成", "─ 125 40 210", "137 110 三棵 170 两棵", "─ 150 100 210", "162 110 三所 170 两所", "─ 175 40 210", "187 50 效益 110 三座 170 两座", "─ 200 40 210"}}, "0: 0,0 名称; 0,1 目标; 0,2 完成; 1,0 2×1 ; 1,1 三棵; 1,2 两棵; 2,1 三所; 2,2 两所; 3,0 效益; 3,1 三座; 3,2 两座"},
	} {
		d := sheettest.Drawn("", tt.pages...)
		if got := found(d); got != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, tt.want)
		}
		for n, taken := range d.Sheets[0].Taken {
			if g := d.Sheets[0].Glyphs[n]; !taken && g.Box[1] < 175 && len(tt.pages[0]) > 1 {
				t.Errorf("%s: %q is left", tt.name, g.Text)
			}
		}
	}
}
