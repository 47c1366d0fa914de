package xlsxin

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"ziping/extract"
)

// sheet reads one sheet, or the part of it that holds a form.
func (r *reader) sheet(sheet string, only area) error {
	rows, err := r.f.Rows(sheet)
	if err != nil {
		return nil // a chart sheet has no rows
	}
	defer func() { _ = rows.Close() }()
	merged, err := r.merges(sheet, only)
	if err != nil {
		return err
	}
	t := extract.Table{Cells: []extract.Cell{}}
	page := len(r.doc.Pages) + 1
	r0, c0 := 0, 0 // the first used row and column, from 1
	hidden := 0
	for n := 1; rows.Next(); n++ {
		hiddenRow := rows.GetRowOpts().Hidden
		texts, err := rows.Columns()
		if err != nil {
			return damaged(err)
		}
		if len(texts) > r.o.Limits.Cols {
			texts = trimRight(texts)
			if len(texts) > r.o.Limits.Cols {
				return limitError(r.o.Limits.Cols, extract.Text{ZH: "格的一行", EN: "cells in a row"})
			}
		}
		used := false
		for i, text := range texts {
			col := i + 1
			m, isMerged := merged[[2]int{n, col}]
			if !only.holds(n, col) || isMerged && m.covered {
				continue
			}
			text = strings.TrimSpace(text)
			if text == "" {
				text = strings.TrimSpace(r.uncached(sheet, n, col))
			}
			if text == "" && !isMerged {
				continue
			}
			if utf8.RuneCountInString(text) > r.o.Limits.CellRunes {
				return limitError(r.o.Limits.CellRunes, extract.Text{ZH: "字的单元格", EN: "characters in a cell"})
			}
			c := extract.Cell{Row: n, Col: col, RowSpan: 1, ColSpan: 1, Text: text, Page: page}
			if isMerged {
				c.RowSpan, c.ColSpan = m.rows, m.cols
			}
			if text != "" {
				used = true
				if r.cells++; r.cells > r.o.Limits.Cells {
					return limitError(r.o.Limits.Cells, extract.Text{ZH: "个单元格", EN: "cells"})
				}
			}
			if r0 == 0 || n < r0 {
				r0 = n
			}
			if c0 == 0 || col < c0 {
				c0 = col
			}
			t.Cells = append(t.Cells, c)
			t.Rows, t.Cols = max(t.Rows, n+c.RowSpan-1), max(t.Cols, col+c.ColSpan-1)
		}
		if used {
			if hiddenRow {
				hidden++
			}
			if r.rows++; r.rows > r.o.Limits.Rows {
				return limitError(r.o.Limits.Rows, extract.Text{ZH: "行", EN: "rows"})
			}
		}
	}
	if len(t.Cells) == 0 {
		return nil
	}
	for i := range t.Cells {
		t.Cells[i].Row -= r0
		t.Cells[i].Col -= c0
	}
	t.Rows, t.Cols = t.Rows-r0+1, t.Cols-c0+1
	r.doc.Pages = append(r.doc.Pages, extract.Page{Number: page, Origin: extract.OriginDigital})
	r.doc.Tables = append(r.doc.Tables, t)
	r.hiddenThings(sheet, hidden)
	return nil
}

func (r *reader) hiddenThings(sheet string, rows int) {
	if visible, err := r.f.GetSheetVisible(sheet); err == nil && !visible {
		r.warn("hidden-sheet", extract.Text{ZH: "工作表“" + sheet + "”是隐藏的,已读取", EN: "sheet " + sheet + " is hidden; it was read"}, nil)
	}
	if rows > 0 {
		r.warn("hidden-rows", extract.Text{
			ZH: fmt.Sprintf("工作表“%s”有 %d 行是隐藏的,已读取", sheet, rows),
			EN: fmt.Sprintf("sheet %s has %d hidden rows; they were read", sheet, rows),
		}, nil)
	}
}

// merge is what a place in a merged range is: its origin, or covered by one.
type merge struct {
	rows, cols int
	covered    bool
}

// maxMerged bounds the places that merged ranges may cover.
const maxMerged = 1 << 20

func (r *reader) merges(sheet string, only area) (map[[2]int]merge, error) {
	list, err := r.f.GetMergeCells(sheet, true)
	if err != nil {
		return nil, damaged(err)
	}
	out := map[[2]int]merge{}
	for _, m := range list {
		c0, r0, err0 := excelize.CellNameToCoordinates(m.GetStartAxis())
		c1, r1, err1 := excelize.CellNameToCoordinates(m.GetEndAxis())
		if err0 != nil || err1 != nil || !only.holds(r0, c0) {
			continue
		}
		if rows := r1 - r0 + 1; rows > r.o.Limits.Rows || c1-c0+1 > r.o.Limits.Cols || len(out)+rows*(c1-c0+1) > maxMerged {
			return nil, limitError(maxMerged, extract.Text{ZH: "个合并位置", EN: "merged places"})
		}
		for row := r0; row <= r1; row++ {
			for col := c0; col <= c1; col++ {
				out[[2]int{row, col}] = merge{r1 - r0 + 1, c1 - c0 + 1, row != r0 || col != c0}
			}
		}
	}
	return out, nil
}

// uncached computes a formula whose value was not stored with it.
func (r *reader) uncached(sheet string, row, col int) string {
	name, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		return ""
	}
	formula, err := r.f.GetCellFormula(sheet, name)
	if err != nil || formula == "" {
		return ""
	}
	value, err := r.f.CalcCellValue(sheet, name)
	if err != nil {
		r.warn("formula", extract.Text{ZH: "单元格 " + name + " 的公式没有保存结果,也无法计算", EN: "cell " + name + " holds a formula without a stored result that cannot be computed"}, nil)
		return ""
	}
	r.warn("formula", extract.Text{ZH: "单元格 " + name + " 的公式没有保存结果,已按公式计算", EN: "cell " + name + " holds a formula without a stored result; it was computed"}, nil)
	return value
}

func trimRight(texts []string) []string {
	for len(texts) > 0 && strings.TrimSpace(texts[len(texts)-1]) == "" {
		texts = texts[:len(texts)-1]
	}
	return texts
}
