package flow

import (
	"fmt"

	"ziping/extract"
)

// placed is a cell with its place in the grid.
type placed struct {
	cell     *Cell
	row, col int
	rowspan  int
	colspan  int
	text     string
	tables   []*Table
	marks    []Mark
}

// wide is the largest colspan believed as it stands. Larger ones are a way of
// saying "to the right edge", and are cut there.
const wide = 100

// grid writes a table and then, as tables of their own, those in its cells.
func (w *writer) grid(t *Table, depth int) error {
	cells, rows, err := w.arrange(t)
	if err != nil {
		return err
	}
	right := 0
	for i := range cells {
		if c := &cells[i]; c.colspan <= wide {
			right = max(right, c.col+c.colspan)
		} else {
			right = max(right, c.col+1)
		}
	}
	tab := w.d.Table()
	for i := range cells {
		c := &cells[i]
		if c.colspan > wide {
			c.colspan = min(c.colspan, right-c.col)
		}
		if err := tab.Put(c.row, c.col, c.rowspan, c.colspan, c.text); err != nil {
			return err
		}
	}
	tab.Size(rows, 0)
	if !tab.Close() {
		for i := range cells { // tables in an otherwise empty grid
			if err := w.nested(&cells[i], depth); err != nil {
				return err
			}
		}
		return nil
	}
	for i := range cells {
		c := &cells[i]
		at := &extract.Ref{Table: tab.Index() - 1, Row: c.row, Col: c.col}
		for _, m := range c.marks {
			w.d.Warn(m.Code, m.Message, at)
		}
		if len(c.tables) > 0 {
			w.d.Warn("nested-table", extract.Text{
				ZH: "单元格内还有表格，已作为单独的表格读取",
				EN: "the cell holds a table, which was read as a table of its own",
			}, at)
		}
	}
	for i := range cells {
		if err := w.nested(&cells[i], depth); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) nested(c *placed, depth int) error {
	for _, n := range c.tables {
		if err := w.table(n, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// arrange gives every cell its place and returns how many rows there are.
// Rows that repeat the marked heading rows are left out and said.
func (w *writer) arrange(t *Table) ([]placed, int, error) {
	var out []placed
	var covered []int // by column: the first row that is free again
	groupEnd := groupEnds(t)
	heading, at := heads(t), 0
	row, left := 0, 0
	for i := range t.Rows {
		r := &t.Rows[i]
		if at = heading.repeated(t, i, at); at > 0 {
			left++
			w.d.Warn(extract.WarnHeaderRepeated, extract.Text{
				ZH: fmt.Sprintf("第 %d 行是重复的表头，未作为表格的一行", i+1),
				EN: fmt.Sprintf("row %d repeats the heading and is no row of the table", i+1),
			}, &extract.Ref{Table: w.d.Tables(), Row: row})
			continue
		}
		col := 0
		for k := range r.Cells {
			c := &r.Cells[k]
			if !c.Free {
				col = c.Col
			}
			for c.Free && col < len(covered) && covered[col] > row {
				col++
			}
			p := placed{cell: c, row: row, col: col, rowspan: c.RowSpan, colspan: min(max(1, c.ColSpan), 1000)}
			if end := groupEnd[i] - left; p.rowspan == 0 || row+p.rowspan > end {
				p.rowspan = max(1, end-row)
			}
			if err := w.d.Fits(col + 1); err != nil { // before spans are walked over, which cost the file nothing
				return nil, 0, err
			}
			for n := 1; n < p.colspan && c.Free; n++ { // never over a cell that came down from above
				if col+n < len(covered) && covered[col+n] > row {
					p.colspan = n
				}
			}
			for len(covered) < col+p.colspan {
				covered = append(covered, 0)
			}
			for n := range p.colspan {
				covered[col+n] = row + p.rowspan
			}
			p.text, p.tables, p.marks = content(c.Blocks)
			out = append(out, p)
			col += p.colspan
		}
		row++
	}
	return out, row, nil
}

// groupEnds is, for each row, the row after the last of its group.
func groupEnds(t *Table) []int {
	ends := make([]int, len(t.Rows))
	for i := len(t.Rows) - 1; i >= 0; i-- {
		ends[i] = i + 1
		if i+1 < len(t.Rows) && t.Rows[i+1].Group == t.Rows[i].Group {
			ends[i] = ends[i+1]
		}
	}
	return ends
}
