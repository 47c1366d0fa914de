// Package flow turns running text with tables in it, as word processors and
// web pages have it, into a Document: rows with spans become a grid, tables
// that only lay out a page become lines, tables inside a cell become tables of
// their own.
//
//	err := flow.Write(d, []flow.Block{{Text: "自评表"}, {Table: &t}})
package flow

import (
	"strings"

	"ziping/extract"
	"ziping/extract/draft"
	"ziping/text/blank"
)

// Block is a paragraph, a table or, outside tables, another Document that is
// embedded there. Lines within a paragraph end with \n.
type Block struct {
	Text  string
	Table *Table
	Doc   *extract.Document
	Marks []Mark // what is odd about the paragraph
}

// Mark is a warning that still waits for its place.
type Mark struct {
	Code    string
	Message extract.Text
}

// Table is rows of cells as they were written down.
type Table struct {
	Rows  []Row
	Marks []Mark
}

// Row is one row. Group numbers the parts of a table (head, body, foot) that a
// rowspan does not cross. Header marks rows that are repeated on each page.
type Row struct {
	Cells  []Cell
	Group  int
	Header bool
}

// Cell is one cell. Free cells stand at the first place left free by the cells
// before and above; others stand at Col. RowSpan 0 means down to the end of
// the group.
type Cell struct {
	Blocks  []Block
	Free    bool
	Col     int
	RowSpan int
	ColSpan int
}

// Repeat counts blocks that are about to be written once more.
func Repeat(b *extract.Budget, blocks []Block) error {
	for i := range blocks {
		if err := b.Make(len(blocks[i].Text) + blockSize); err != nil {
			return err
		}
		if t := blocks[i].Table; t != nil {
			for k := range t.Rows {
				for n := range t.Rows[k].Cells {
					if err := Repeat(b, t.Rows[k].Cells[n].Blocks); err != nil {
						return err
					}
				}
			}
		}
	}
	return nil
}

// blockSize is what a block without text is taken for.
const blockSize = 16

// MaxDepth bounds tables within tables.
const MaxDepth = 32

// Write puts the blocks into the draft in their order.
func Write(d *draft.Draft, blocks []Block) error {
	w := writer{d: d}
	return w.blocks(blocks, 0)
}

type writer struct{ d *draft.Draft }

func (w *writer) blocks(blocks []Block, depth int) error {
	for i := range blocks {
		b := &blocks[i]
		if b.Doc != nil {
			if err := w.d.Insert(b.Doc); err != nil {
				return err
			}
			continue
		}
		if b.Table == nil {
			if err := w.lines(b); err != nil {
				return err
			}
			continue
		}
		if err := w.table(b.Table, depth); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) lines(b *Block) error {
	for _, m := range b.Marks {
		w.d.Warn(m.Code, m.Message, nil)
	}
	for _, s := range strings.Split(b.Text, "\n") {
		if err := w.d.Line(s); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) table(t *Table, depth int) error {
	if depth > MaxDepth {
		return extract.LimitError(MaxDepth, extract.Text{ZH: "层嵌套的表格", EN: "tables within tables"})
	}
	for _, m := range t.Marks {
		w.d.Warn(m.Code, m.Message, nil)
	}
	if layout(t) {
		return w.unfold(t, depth)
	}
	return w.grid(t, depth)
}

// unfold writes what a layout table holds in reading order. Short texts side
// by side are one line with wide gaps, as a reader sees them.
func (w *writer) unfold(t *Table, depth int) error {
	for i := range t.Rows {
		r := &t.Rows[i]
		if s, ok := sideBySide(r); ok {
			if err := w.d.Line(s); err != nil {
				return err
			}
			continue
		}
		for k := range r.Cells {
			if err := w.blocks(r.Cells[k].Blocks, depth+1); err != nil {
				return err
			}
		}
	}
	return nil
}

// gap stands between texts that a layout puts side by side on one line.
const gap = "    "

func sideBySide(r *Row) (string, bool) {
	var parts []string
	for i := range r.Cells {
		text := ""
		for _, b := range r.Cells[i].Blocks {
			if b.Table != nil || len(b.Marks) > 0 || text != "" && !blank.None(b.Text) {
				return "", false
			}
			if text += blank.Trim(b.Text); len(text) > 300 {
				return "", false
			}
		}
		if strings.Contains(text, "\n") || len(text) > 300 {
			return "", false
		}
		if text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, gap), true
}
