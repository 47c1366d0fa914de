// Package measure compares tables that were read with tables that are true.
//
//	s := measure.Compare(truth, found, measure.Options{Ruled: true})
//	s.Cell.F1(), s.Number.F1(), s.Span.F1(), s.Adjacency.F1(), s.Whole
//
// Texts are compared without white space and with full-width Latin letters and
// digits taken for plain ones: how a line was broken or which width a font has
// is no matter of reading.
package measure

import (
	"strings"
	"unicode"

	"ziping/extract"
	"ziping/tools/eval/forms"
)

// Cell is a cell with its folded text.
type Cell struct {
	Row, Col, RowSpan, ColSpan int
	Text                       string
}

// Table is a grid of cells.
type Table struct {
	Rows, Cols int
	Cells      []Cell
}

// FromForm is a true table.
func FromForm(f *forms.Form) Table {
	t := Table{Rows: f.Rows, Cols: f.Cols}
	for _, c := range f.Cells {
		t.Cells = append(t.Cells, Cell{c.Row, c.Col, c.RowSpan, c.ColSpan, Fold(c.Text)})
	}
	return t
}

// FromExtract is a table that was read.
func FromExtract(e *extract.Table) Table {
	t := Table{Rows: e.Rows, Cols: e.Cols}
	for _, c := range e.Cells {
		t.Cells = append(t.Cells, Cell{c.Row, c.Col, max(1, c.RowSpan), max(1, c.ColSpan), Fold(c.Text)})
	}
	return t
}

// Fold takes away what is not compared.
func Fold(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), unicode.Is(unicode.Cf, r):
			return -1
		case r >= 0xff01 && r <= 0xff5e:
			return r - 0xfee0
		}
		return r
	}, s)
}

// IsNumber reports whether a folded text is a figure: digits with points and
// commas, a sign before and a percent sign behind.
func IsNumber(s string) bool {
	s = strings.TrimSuffix(strings.TrimLeft(s, "+-"), "%")
	if s == "" || s[0] < '0' || s[0] > '9' {
		return false
	}
	for i := range len(s) {
		if c := s[i]; (c < '0' || c > '9') && c != '.' && c != ',' {
			return false
		}
	}
	return true
}
