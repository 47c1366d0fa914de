package draft

import (
	"cmp"
	"slices"

	"ziping/extract"
	"ziping/text/blank"
)

// Table is a table in the making.
type Table struct {
	d     *Draft
	t     extract.Table
	page  int
	inRow int // the row counted last, plus one
	texts int
}

// Table begins a table on the latest page. Close puts it into the Document.
func (d *Draft) Table() *Table {
	return &Table{d: d, t: extract.Table{Cells: []extract.Cell{}}, page: len(d.doc.Pages)}
}

// Put adds a cell. Rows must come in order; a blank cell is kept only where it
// is merged.
func (t *Table) Put(row, col, rowspan, colspan int, text string) error {
	text = blank.Trim(text)
	rowspan, colspan = max(1, rowspan), max(1, colspan)
	if err := t.d.Fits(col + colspan); err != nil {
		return err
	}
	t.t.Rows, t.t.Cols = max(t.t.Rows, row+rowspan), max(t.t.Cols, col+colspan)
	if text == "" && rowspan == 1 && colspan == 1 {
		return nil
	}
	if rowspan*colspan > 1 && !t.d.counted {
		if err := t.d.o.Budget.Cover(rowspan, colspan); err != nil {
			return err
		}
	}
	rows := 0
	if row+1 > t.inRow {
		t.inRow, rows = row+1, 1
	}
	if text != "" {
		t.texts++
	}
	if err := t.d.count(text, rows); err != nil {
		return err
	}
	t.t.Cells = append(t.t.Cells, extract.Cell{Row: row, Col: col, RowSpan: rowspan, ColSpan: colspan, Text: text, Page: t.page})
	return nil
}

// Fits fails where a row of so many cells is over the limit.
func (d *Draft) Fits(cols int) error {
	if most := d.o.Limits.Cols; cols > most {
		return extract.LimitError(most, extract.Text{ZH: "格的一行", EN: "cells in a row"})
	}
	return nil
}

// Size widens the table to at least so many rows and columns.
func (t *Table) Size(rows, cols int) { t.t.Rows, t.t.Cols = max(t.t.Rows, rows), max(t.t.Cols, cols) }

// Index is the table's number in the Document once it is closed.
func (t *Table) Index() int { return len(t.d.doc.Tables) }

// Close puts the table into the Document, unless it holds no text at all, and
// reports whether it did.
func (t *Table) Close() bool {
	if t.texts == 0 {
		return false
	}
	slices.SortStableFunc(t.t.Cells, func(a, b extract.Cell) int {
		return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Col, b.Col))
	})
	for i := range t.t.Cells {
		if c := &t.t.Cells[i]; c.Text != "" {
			t.d.odd(c.Text, extract.CellRef(t.Index(), c))
		}
	}
	t.d.doc.Tables = append(t.d.doc.Tables, t.t)
	return true
}

// At is the place of a cell of the table, for warnings.
func (t *Table) At(row, col int) *extract.Ref {
	return &extract.Ref{Table: t.Index(), Row: row, Col: col, Page: t.page}
}
