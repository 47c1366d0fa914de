package table

import (
	"fmt"

	"ziping/extract"
	"ziping/extract/grid/page"
)

// Warning says that a page repeats the heading.
func (h *Header) Warning(table int, lang extract.Lang) extract.Warning {
	text := extract.Text{
		ZH: fmt.Sprintf("第 %d 页重复了表头，未作为数据行：%s", h.Sheet.Page.Number, h.Text),
		EN: fmt.Sprintf("page %d repeats the heading, which is no row of the table: %s", h.Sheet.Page.Number, h.Text),
	}
	return extract.Warning{Code: extract.WarnHeaderRepeated, Message: text.In(lang), At: &extract.Ref{
		Table: table, Row: h.Row, Page: h.Sheet.Page.Number, Box: page.Rounded(h.Box),
	}}
}

// WithoutRulings says of a table that no ink bounds its cells: its texts are those
// of the page, but how far merged cells reach is told by where texts stand.
func (t *Table) WithoutRulings(table int, lang extract.Lang) extract.Warning {
	text := extract.Text{
		ZH: fmt.Sprintf("第 %d 页的表没有完整的框线，行、列和合并单元格按文字的位置判断", t.First.Sheet.Page.Number),
		EN: fmt.Sprintf("the table on page %d is not fully ruled; rows, columns and merged cells were told by where its texts stand", t.First.Sheet.Page.Number),
	}
	return extract.Warning{Code: extract.WarnNoRulings, Message: text.In(lang), At: &extract.Ref{Table: table, Page: t.First.Sheet.Page.Number}}
}

// SeveralInOne says that a row of a table may be several: figures stand below each
// other in its cells, and no ruling parts them.
func (t *Table) SeveralInOne(table int, lang extract.Lang) extract.Warning {
	text := extract.Text{
		ZH: fmt.Sprintf("第 %d 页的表有几个单元格各含上下排列的多个数字，其间没有框线，按一行读取，也可能是几行", t.First.Sheet.Page.Number),
		EN: fmt.Sprintf("the table on page %d has cells side by side with figures below each other and no ruling between; they were read as one row and may be several", t.First.Sheet.Page.Number),
	}
	return extract.Warning{Code: "rows-unclear", Message: text.In(lang), At: &extract.Ref{Table: table, Page: t.First.Sheet.Page.Number}}
}
