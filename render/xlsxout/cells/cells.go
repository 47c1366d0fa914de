// Package cells holds the cells of the sheets of a workbook until it is saved, and writes
// them as its parts have them.
//
//	b := cells.New()
//	s := b.Sheet()
//	s.Text(1, 1, "得分", style)
//	s.Number(2, 1, "94.25", style)
//	s.Formula(2, 1, "SUM(B2:B9)")
//	s.Merge(1, 1, 4, 1)
//	err := opcout.Save(w, file, opcout.Parts{…})
//
// The library that makes the rest of the workbook looks up a sheet anew for each cell it is
// given, by going through all sheets, and for each rich text through all texts: with a
// thousand forms that was four fifths of the time. Here a cell is written where it belongs.
//
// Columns and rows count from 1. Styles are those of the library. No text becomes a formula,
// whatever it begins with.
package cells

import (
	"io"
	"strconv"
)

// Book is the cells of all sheets, and the texts they share.
type Book struct {
	sheets []*Sheet
	texts  texts
}

// New is a workbook without sheets.
func New() *Book { return &Book{texts: texts{at: map[string]int{}}} }

// Sheet adds a sheet.
func (b *Book) Sheet() *Sheet {
	s := &Sheet{texts: &b.texts}
	b.sheets = append(b.sheets, s)
	return s
}

// Sheets are the sheets in the order they were added.
func (b *Book) Sheets() []*Sheet { return b.sheets }

// Strings writes the part with the texts that cells name by their number.
func (b *Book) Strings(w io.Writer) error { return b.texts.write(w) }

// Sheet is the cells of one sheet.
type Sheet struct {
	texts  *texts
	rows   []row
	merges []span
}

type row struct {
	height float64 // points, 0 where it is not set
	cells  []cell
}

type cell struct {
	style   int
	kind    kind
	text    int    // number of the text
	value   string // digits of a number
	formula string
	merged  bool // part of merged cells
	covered bool // and not the first of them, which is the one that shows
}

type kind uint8

const (
	blank kind = iota
	number
	words
)

// span is a block of merged cells.
type span struct{ left, top, right, bottom int }

func (s *Sheet) row(r int) *row {
	for len(s.rows) < r {
		s.rows = append(s.rows, row{})
	}
	return &s.rows[r-1]
}

func (s *Sheet) cell(col, r int) *cell {
	row := s.row(r)
	for len(row.cells) < col {
		row.cells = append(row.cells, cell{})
	}
	return &row.cells[col-1]
}

// Text puts a text into a cell; "" leaves it empty, so that formulas take it for no figure.
func (s *Sheet) Text(col, row int, text string) {
	if text == "" {
		return
	}
	c := s.cell(col, row)
	c.kind, c.text = words, s.texts.plain(text)
}

// Rich puts a text of several looks into a cell.
func (s *Sheet) Rich(col, row int, runs []Run) {
	c := s.cell(col, row)
	c.kind, c.text = words, s.texts.rich(runs)
}

// Number puts a number into a cell, by its decimal digits.
func (s *Sheet) Number(col, row int, digits string) {
	c := s.cell(col, row)
	c.kind, c.value = number, digits
}

// Formula puts a formula over the number that stands in a cell, which stays as its stored
// result.
func (s *Sheet) Formula(col, row int, formula string) { s.cell(col, row).formula = formula }

// Style gives a block of cells a style.
func (s *Sheet) Style(left, top, right, bottom, style int) {
	for r := top; r <= bottom; r++ {
		for c := right; c >= left; c-- { // the last first: the row is made in one go
			s.cell(c, r).style = style
		}
	}
}

// Height sets the height of a row in points.
func (s *Sheet) Height(row int, points float64) { s.row(row).height = points }

// Merge makes a block of cells one; what stands in others than its first is not kept. A
// block that meets one merged before stays as it is: programs take a workbook with both for
// damaged.
func (s *Sheet) Merge(left, top, right, bottom int) {
	for r := top; r <= bottom; r++ {
		for c := right; c >= left; c-- {
			if s.cell(c, r).merged {
				return
			}
		}
	}
	for r := top; r <= bottom; r++ {
		for c := left; c <= right; c++ {
			x := s.cell(c, r)
			x.merged, x.covered = true, c != left || r != top
		}
	}
	s.merges = append(s.merges, span{left, top, right, bottom})
}

// Range is the range of the cells: A1:L37.
func (s *Sheet) Range() string {
	last := span{left: 1, top: 1, right: 1, bottom: 1}
	for r := range s.rows {
		for c := range s.rows[r].cells {
			if s.rows[r].cells[c].shown() {
				last.right, last.bottom = max(last.right, c+1), r+1
			}
		}
	}
	if last.right == 1 && last.bottom == 1 {
		return "A1"
	}
	return string(last.ref(nil))
}

func (s span) ref(b []byte) []byte {
	b = append(AppendRef(b, s.left, s.top), ':')
	return AppendRef(b, s.right, s.bottom)
}

// shown says whether a cell has anything that a sheet holds.
func (c *cell) shown() bool {
	return c.style != 0 || !c.covered && (c.kind != blank || c.formula != "")
}

// Rows writes the rows as the sheet's part holds them.
func (s *Sheet) Rows(w io.Writer) error {
	var b []byte
	for i := range s.rows {
		b = s.rows[i].xml(b[:0], i+1)
		if _, err := w.Write(b); err != nil {
			return err
		}
	}
	return nil
}

func (r *row) xml(b []byte, n int) []byte {
	from := len(b)
	b = append(b, `<row r="`...)
	b = strconv.AppendInt(b, int64(n), 10)
	b = append(b, '"')
	if r.height > 0 {
		b = append(b, ` ht="`...)
		b = strconv.AppendFloat(b, r.height, 'g', -1, 64)
		b = append(b, `" customHeight="true"`...)
	}
	b = append(b, '>')
	empty := r.height == 0
	for i := range r.cells {
		if r.cells[i].shown() {
			b, empty = r.cells[i].xml(b, i+1, n), false
		}
	}
	if empty {
		return b[:from]
	}
	return append(b, `</row>`...)
}

func (c *cell) xml(b []byte, col, row int) []byte {
	b = AppendRef(append(b, `<c r="`...), col, row)
	b = append(b, '"')
	if c.style != 0 {
		b = strconv.AppendInt(append(b, ` s="`...), int64(c.style), 10)
		b = append(b, '"')
	}
	if c.covered {
		return append(b, `></c>`...)
	}
	if c.kind == words {
		b = append(b, ` t="s"`...)
	}
	b = append(b, '>')
	if c.formula != "" {
		b = AppendText(append(b, `<f>`...), c.formula)
		b = append(b, `</f>`...)
	}
	switch c.kind {
	case words:
		b = strconv.AppendInt(append(b, `<v>`...), int64(c.text), 10)
		b = append(b, `</v>`...)
	case number:
		b = AppendText(append(b, `<v>`...), c.value)
		b = append(b, `</v>`...)
	case blank:
	}
	return append(b, `</c>`...)
}

// Merges writes what the sheet's part says of merged cells, nothing where there are none.
func (s *Sheet) Merges(w io.Writer) error {
	if len(s.merges) == 0 {
		return nil
	}
	b := strconv.AppendInt([]byte(`<mergeCells count="`), int64(len(s.merges)), 10)
	b = append(b, `">`...)
	for _, m := range s.merges {
		b = m.ref(append(b, `<mergeCell ref="`...))
		b = append(b, `"></mergeCell>`...)
	}
	_, err := w.Write(append(b, `</mergeCells>`...))
	return err
}
