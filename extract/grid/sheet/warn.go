package sheet

import (
	"fmt"

	"ziping/extract"
)

// Skipped warns of what was too much to look at on a page.
func (s *Sheet) Skipped(lang extract.Lang) []extract.Warning {
	var out []extract.Warning
	add := func(code, zh, en string) {
		text := extract.Text{ZH: fmt.Sprintf(zh, s.Page.Number), EN: fmt.Sprintf(en, s.Page.Number)}
		out = append(out, extract.Warning{Code: code, Message: text.In(lang)})
	}
	if s.cut {
		add("rulings-dropped", "第 %d 页线条过多，只看了最长的一部分，表格可能不完整", "page %d has too many rulings; only the longest were looked at, tables may be incomplete")
	}
	if s.TooFine {
		add("table-too-fine", "第 %d 页有线条过密的图形，未作为表格读取", "page %d has a drawing of too many lines, which was not read as a table")
	}
	if len(s.Lost) > 0 {
		add("text-without-place", "第 %d 页有文字没有有效位置，列在该页文字之后", "page %d has characters without a usable place; they are listed after its other text")
	}
	return out
}
