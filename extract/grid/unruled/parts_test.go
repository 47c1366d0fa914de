package unruled

import (
	"fmt"
	"testing"
)

// No label reaches over a row of headings that begins another part of the form, however far
// it is off the middle of the rows on its side. Two headings in a row of three are too few.
func TestPartsOfTheForm(t *testing.T) {
	const three = " 150 名称 250 目标 350 分值"
	for _, tt := range []struct{ name, y, heading, row, want string }{
		{"headings", "130", "名称 目标 分值", three, "1–3"},
		{"no headings", "130", "", three, "0–4"},
		{"one of three is a heading", "130", "名称", three, "0–4"},
		{"two of three are", "130", "名称 目标", three, "0–4"},
		{"a heading by itself", "130", "名称 目标 分值", " 250 目标", "0–4"},
		{"two rows of headings", "150", "名称 目标 分值 泵站 丙 三", three, "2–4"},
	} {
		s := stacked(tt.heading,
			[]string{
				"100 150 堤防 250 甲 350 一",
				"120 150 水闸 250 乙 350 二",
				tt.y + " 50 合并",
				"140 150 泵站 250 丙 350 三",
				"160" + tt.row,
				"180 150 道路 250 丁 350 四",
			})
		blocks := s.blocks()
		rows := s.rows(blocks)
		s.columns(blocks, rows, 0.1)
		s.cellHeights(blocks, rows, s.pageRows(rows))
		s.rowSpans(blocks, rows)
		for i := range blocks {
			if b := &blocks[i]; b.c0 == 0 {
				if got := fmt.Sprintf("%d–%d", b.r0, b.r1); got != tt.want {
					t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
				}
			}
		}
	}
}
