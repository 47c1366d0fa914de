package docxin

import (
	"ziping/extract"
	"ziping/extract/draft"
	"ziping/extract/flow"
	"ziping/extract/opc"
	"ziping/text/blank"
)

// cell is a cell with its merges as Word writes them.
type cell struct {
	blocks  []flow.Block
	span    int
	down    merge // vMerge
	across  merge // hMerge
	deleted bool
}

type merge uint8

const (
	alone merge = iota
	restart
	goesOn
)

type row struct {
	cells  []cell
	before int // columns left free at the left
	header bool
	out    bool // hidden or deleted
}

// table reads a table. It is nil where nothing of it is left.
func (r *reader) table(s *opc.Scanner) (*flow.Table, error) {
	if r.tables++; r.tables > flow.MaxDepth {
		return nil, extract.LimitError(flow.MaxDepth, extract.Text{ZH: "层嵌套的表格", EN: "tables within tables"})
	}
	defer func() { r.tables-- }()
	var t flow.Table
	var rows []row
	err := each(s, func() error {
		if r.passed(s, &t.Marks) || s.Space != opc.Word {
			return nil
		}
		switch s.Name() {
		case "tr":
			one, err := r.row(s, &t)
			if err != nil {
				return err
			}
			if one.out {
				t.Marks = addMark(t.Marks, "hidden-rows", extract.Text{ZH: "表格中隐藏或已删除的行未读取", EN: "hidden or deleted rows of a table were not read"})
				return nil
			}
			if rows = append(rows, one); len(rows) > r.limits.Rows {
				return extract.LimitError(r.limits.Rows, extract.Text{ZH: "行", EN: "rows"})
			}
		case "tblPr", "tblGrid", "sdtPr", "sdtEndPr":
			s.Skip()
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	t.Rows = settle(rows)
	if len(t.Rows) == 0 && len(t.Marks) == 0 {
		return nil, nil
	}
	return &t, nil
}

func (r *reader) row(s *opc.Scanner, t *flow.Table) (row, error) {
	var out row
	err := each(s, func() error {
		if s.Space == opc.Word && s.Name() == "trPr" {
			return rowProps(s, &out)
		}
		if r.passed(s, &t.Marks) || s.Space != opc.Word {
			return nil
		}
		switch s.Name() {
		case "tc":
			c, err := r.cell(s)
			if err != nil {
				return err
			}
			if !c.deleted {
				out.cells = append(out.cells, c)
			}
			if len(out.cells) > r.limits.Cols {
				return extract.LimitError(r.limits.Cols, extract.Text{ZH: "格的一行", EN: "cells in a row"})
			}
		case "tblPrEx", "sdtPr", "sdtEndPr":
			s.Skip()
		}
		return nil
	})
	return out, err
}

func rowProps(s *opc.Scanner, out *row) error {
	return each(s, func() error {
		if s.Space == opc.Annotation {
			out.out = out.out || s.Attr("type") == "Word.Deletion"
			s.Skip()
			return nil
		}
		if s.Space != opc.Word {
			return nil
		}
		switch s.Name() {
		case "gridBefore":
			out.before = min(max(0, s.Int("val", 0)), 1000)
		case "tblHeader":
			out.header = s.On("val")
		case "hidden":
			out.out = out.out || s.On("val")
		case "del":
			out.out = true
		case "trPrChange":
			s.Skip()
		}
		return nil
	})
}

func (r *reader) cell(s *opc.Scanner) (cell, error) {
	c := cell{span: 1}
	// The properties come first; after them the cell reads like any text.
	depth := s.Depth
	var out []flow.Block
	var marks []flow.Mark
	for s.Next() {
		switch {
		case s.Kind == opc.End && s.Depth == depth:
			if len(marks) > 0 {
				out = append(out, flow.Block{Marks: marks})
			}
			c.blocks = out
			return c, nil
		case s.Kind != opc.Start:
		case s.Is(opc.Start, opc.Word, "tcPr"):
			if err := cellProps(s, &c); err != nil {
				return c, err
			}
		case r.passed(s, &marks):
		case s.Is(opc.Start, opc.Word, "p"):
			more, err := r.paragraph(s)
			if err != nil {
				return c, err
			}
			out = append(out, more...)
		case s.Is(opc.Start, opc.Word, "tbl"):
			t, err := r.table(s)
			if err != nil {
				return c, err
			}
			if t != nil {
				out = append(out, flow.Block{Table: t})
			}
		case s.Is(opc.Start, opc.Word, "altChunk"):
			r.unread++
			marks = addMark(marks, "embedded", notRead)
		case s.Is(opc.Start, opc.Word, "sdtPr"), s.Is(opc.Start, opc.Word, "sdtEndPr"):
			s.Skip()
		}
	}
	return c, s.Err()
}

func cellProps(s *opc.Scanner, c *cell) error {
	return each(s, func() error {
		if s.Space == opc.Annotation {
			s.Skip()
			return nil
		}
		if s.Space != opc.Word {
			return nil
		}
		switch s.Name() {
		case "gridSpan":
			c.span = min(max(1, s.Int("val", 1)), 1000)
		case "vMerge", "vmerge": // the second in files of 2003
			c.down = mergeOf(s.Attr("val"))
		case "hMerge", "hmerge":
			c.across = mergeOf(s.Attr("val"))
		case "cellDel":
			c.deleted = true
		case "tcPrChange":
			s.Skip()
		}
		return nil
	})
}

func mergeOf(val string) merge {
	if val == "restart" {
		return restart
	}
	return goesOn
}

// settle gives cells their columns and turns the merges into spans. A cell
// that goes on from one above of its width stays the one above; Word does not
// show what was typed into it.
func settle(rows []row) []flow.Row {
	out := make([]flow.Row, 0, len(rows))
	type origin struct{ row, cell int }
	open := map[int]origin{} // by column: the merged cell that may go on below
	for i, r := range rows {
		fr := flow.Row{Header: r.header}
		next := map[int]origin{}
		col := r.before
		cells := across(r.cells)
		for k := 0; k < len(cells); k++ {
			c := cells[k]
			above, merged := open[col]
			if c.down == goesOn && merged {
				k += widen(&c, cells[k+1:], out[above.row].Cells[above.cell].ColSpan)
			}
			if c.down == goesOn && merged && out[above.row].Cells[above.cell].ColSpan == c.span {
				into := &out[above.row].Cells[above.cell]
				into.RowSpan++
				swallow(&into.Blocks, c.blocks)
				next[col] = above
			} else {
				if c.down != alone {
					next[col] = origin{i, len(fr.Cells)}
				}
				fr.Cells = append(fr.Cells, flow.Cell{Blocks: c.blocks, Col: col, RowSpan: 1, ColSpan: c.span})
			}
			col += c.span
		}
		out = append(out, fr)
		open = next
	}
	return out
}

// widen joins a cell that goes on from one above with those behind it that do,
// where together they have its width: AbiWord writes them one column wide each.
// It returns how many were joined.
func widen(c *cell, next []cell, width int) int {
	span := c.span
	for n, more := range next {
		if span >= width || more.down != goesOn {
			break
		}
		if span += more.span; span == width {
			for _, m := range next[:n+1] {
				swallow(&c.blocks, m.blocks)
			}
			c.span = width
			return n + 1
		}
	}
	return 0
}

// across joins the cells of a row that are merged sideways.
func across(cells []cell) []cell {
	out := make([]cell, 0, len(cells))
	for _, c := range cells {
		if n := len(out); c.across == goesOn && n > 0 {
			out[n-1].span += c.span
			swallow(&out[n-1].blocks, c.blocks)
			continue
		}
		out = append(out, c)
	}
	return out
}

// swallow notes text that a merge covers.
func swallow(into *[]flow.Block, covered []flow.Block) {
	for _, b := range covered {
		if b.Table != nil || !blank.None(b.Text) {
			*into = append(*into, flow.Block{Marks: []flow.Mark{{Code: "covered-text", Message: extract.Text{
				ZH: "合并单元格盖住了别的文字“" + draft.Short(b.Text) + "”，未读取",
				EN: "the merged cell covers other text, " + draft.Short(b.Text) + ", which was not read",
			}}}})
			return
		}
	}
}
