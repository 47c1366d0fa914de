// Package table is a table over all of its pages: cells with a part for each page
// they lie on, the rows that page breaks repeat, and what is told of them.
//
//	out, doubtful := t.Output(0) // the public form, and places of doubtful text
//	e.Text()                     // a cell's text, parts joined as a person would type it
//	e.Key()                      // the same without blanks, for comparing
package table

import (
	"math"
	"sort"
	"strings"

	"ziping/extract"
	"ziping/extract/grid/page"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
)

// Table is a table while it grows over pages.
type Table struct {
	First, Last *piece.Piece
	Rows        int
	Xs          []float64 // edges of columns, on the first page
	Cells       []*Entry
	Headers     []Header
	Aligned     bool // put together by how its texts stand
	Stacked     bool // a row may be several; see piece.Piece
	Beside      []Beside
}

// Beside is a page of a sheet wider than the paper with the one that shows what stands
// right of it: the columns end on one at End and go on on the other at Start. Its rows begin
// at Top, 0 where those of the page before go on.
type Beside struct {
	Left, Right     *sheet.Sheet
	End, Start, Top float64
}

// Twice reports that a character which the edge of a page cuts is seen on both.
func (b *Beside) Twice(left, right extract.Box, same bool) bool {
	return same && left[2] > b.End && right[0] < b.Start
}

// Entry is a cell of a table: its place and what stands in it on each page.
type Entry struct {
	Row, Col, Rows, Cols int
	Parts                []Part
	Cut                  bool    // its text goes on over a page break
	Squashed             *string // see key
}

// Part is what one page holds of a cell.
type Part struct {
	Sheet *sheet.Sheet
	Cell  piece.Cell
}

// Header is a row that a page break repeats.
type Header struct {
	Row   int // of the table, that it repeats
	Sheet *sheet.Sheet
	Box   extract.Box
	Text  string
}

// Key is the text without white space, for comparing.
func (e *Entry) Key() string {
	if e.Squashed == nil {
		k := sheet.Squash(e.Text())
		e.Squashed = &k
	}
	return *e.Squashed
}

// Text is what the cell says, its parts joined as a person would type them.
func (e *Entry) Text() string {
	var b strings.Builder
	var prev *Part
	last := ""
	for k := range e.Parts {
		q := &e.Parts[k]
		t := q.Sheet.TextOf(q.Cell.Lines, q.Cell.Box)
		if t == "" || e.Rows > 1 && t == last && !sheet.Amount(t) { // the label of a group, whole on each of its pages
			continue
		}
		last = t
		if prev != nil {
			b.WriteString(between(prev, q, e.Cut))
		}
		b.WriteString(t)
		prev = q
	}
	return b.String()
}

// between is what parts the texts of a cell before and after a page break.
func between(a, b *Part, cut bool) string {
	l, m := &a.Cell.Lines[len(a.Cell.Lines)-1], &b.Cell.Lines[0]
	x, y := a.Sheet.LineText(l), b.Sheet.LineText(m)
	room := math.Max(a.Sheet.Room(a.Cell.Lines, a.Cell.Box), b.Sheet.Room(b.Cell.Lines, b.Cell.Box))
	switch {
	case sheet.EndsEarly(l.Box[2]-l.Box[0], b.Sheet.WordWidth(m, y), a.Sheet.Glyphs[l.Glyphs[0]].Size, room) && a.Sheet.EndsParagraph(x, y):
		return "\n"
	case sheet.LatinBreak(x, y):
		return " "
	}
	return ""
}

// Empty reports a cell without characters.
func (e *Entry) Empty() bool {
	for k := range e.Parts {
		if len(e.Parts[k].Cell.Glyphs) > 0 {
			return false
		}
	}
	return true
}

// Output makes the public form, and lists the doubtful places.
func (t *Table) Output(index int) (extract.Table, []extract.Ref) {
	var refs []extract.Ref
	out := extract.Table{Rows: t.Rows, Cols: len(t.Xs) - 1}
	sort.SliceStable(t.Cells, func(i, j int) bool {
		if t.Cells[i].Row != t.Cells[j].Row {
			return t.Cells[i].Row < t.Cells[j].Row
		}
		return t.Cells[i].Col < t.Cells[j].Col
	})
	for _, e := range t.Cells {
		if e.Rows == 1 && e.Cols == 1 && e.Empty() {
			continue
		}
		c := extract.Cell{Row: e.Row, Col: e.Col, RowSpan: e.Rows, ColSpan: e.Cols, Text: e.Text()}
		conf := sheet.Lowest{}
		for k := range e.Parts {
			q := &e.Parts[k]
			conf.Add(&q.Sheet.Chars, q.Cell.Glyphs)
			if len(e.Parts) > 1 {
				c.Parts = append(c.Parts, extract.Part{Page: q.Sheet.Page.Number, Box: page.Rounded(q.Cell.Box)})
			}
		}
		main := e.main()
		c.Page, c.Box, c.Confidence = main.Sheet.Page.Number, page.Rounded(main.Cell.Box), conf.String()
		out.Cells = append(out.Cells, c)
		if conf.Doubtful {
			refs = append(refs, extract.CellRef(index, &c))
		}
	}
	return out, refs
}

// main is the first part with text.
func (e *Entry) main() *Part {
	for k := range e.Parts {
		if len(e.Parts[k].Cell.Glyphs) > 0 {
			return &e.Parts[k]
		}
	}
	return &e.Parts[0]
}

// LastPart is what the last of its pages holds.
func (e *Entry) LastPart() *Part { return &e.Parts[len(e.Parts)-1] }

// Clear takes the words out of a cell.
func (e *Entry) Clear() {
	for k := range e.Parts {
		e.Parts[k].Cell.Glyphs, e.Parts[k].Cell.Lines = nil, nil
	}
	e.Squashed = nil
}

// TextHeight is how high the lines of a part stand.
func TextHeight(q *Part) float64 {
	n := len(q.Cell.Lines)
	if n == 0 {
		return 0
	}
	return q.Cell.Lines[n-1].Tall[3] - q.Cell.Lines[0].Tall[1]
}
