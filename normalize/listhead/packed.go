package listhead

import (
	"ziping/normalize/draft"
	"ziping/normalize/table"
)

// Unpack moves the headings of an upper row back to their columns where it has lost its empty
// cells: those of the lower row, which stand under its first, then stand under others too, and
// the rows of the list are as much wider as the lower row has more of them.
//
//	绩效指标 | 评分标准 | 指标值   | 完成值
//	一级指标 | 二级指标 | 三级指标
//	产出     | 数量     | 开放天数 | 按比例 | ≥287天 | 253天
func Unpack(p *draft.Draft, headings []table.Heading, body int) {
	upper := 0
	for upper < len(headings) && headings[upper].Level == headings[0].Level {
		upper++
	}
	lower := headings[upper:]
	if upper < 3 || len(lower) < 2 || lower[0].Level == headings[0].Level {
		return
	}
	first := headings[0].Item
	for k := range headings { // each row of headings without gaps, both from one column on
		from := 0
		if k >= upper {
			from = upper
		}
		if it := headings[k].Item; it.Col != first.Col+k-from || it.Span > 1 {
			return
		}
	}
	shift := len(lower) - 1
	widest := 0
	for _, l := range linesOf(p, body) {
		if n := len(l.Items); n > 0 {
			widest = max(widest, l.Items[n-1].Col)
		}
	}
	if shift >= upper || widest <= headings[upper-1].Item.Col || widest > headings[upper-1].Item.Col+shift {
		return
	}
	for k := 1; k < upper; k++ {
		moveTo(&headings[k], headings[k].Item.Col+shift)
	}
}
