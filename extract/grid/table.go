package grid

import (
	"math"
	"sort"
	"strings"

	"ziping/extract"
)

// table is a table while it grows over pages.
type table struct {
	first, last *piece
	rows        int
	xs          []float64 // edges of columns, on the first page
	cells       []*entry
	headers     []header
	aligned     bool // put together by how its texts stand
}

// entry is a cell of a table: its place and what stands in it on each page.
type entry struct {
	row, col, rs, cs int
	parts            []part
	cut              bool    // its text goes on over a page break
	squashed         *string // see key
}

// part is what one page holds of a cell.
type part struct {
	sheet *sheet
	cell  cell
}

// header is a row that a page break repeats.
type header struct {
	row   int // of the table, that it repeats
	sheet *sheet
	box   extract.Box
	text  string
}

// key is the text without white space, for comparing.
func (e *entry) key() string {
	if e.squashed == nil {
		k := squash(e.text())
		e.squashed = &k
	}
	return *e.squashed
}

func (e *entry) text() string {
	var b strings.Builder
	var prev *part
	for k := range e.parts {
		q := &e.parts[k]
		t := q.sheet.textOf(q.cell.lines, q.cell.box)
		if t == "" {
			continue
		}
		if prev != nil {
			b.WriteString(between(prev, q, e.cut))
		}
		b.WriteString(t)
		prev = q
	}
	return b.String()
}

// between is what parts the texts of a cell before and after a page break.
func between(a, b *part, cut bool) string {
	l, m := &a.cell.lines[len(a.cell.lines)-1], &b.cell.lines[0]
	x, y := a.sheet.lineText(l), b.sheet.lineText(m)
	room := math.Max(a.sheet.room(a.cell.lines, a.cell.box), b.sheet.room(b.cell.lines, b.cell.box))
	switch {
	case endsEarly(l.box[2]-l.box[0], b.sheet.wordWidth(m, y), a.sheet.glyphs[l.glyphs[0]].Size, room) && endsParagraph(x, y):
		return "\n"
	case latinBreak(x, y):
		return " "
	}
	return ""
}

func (e *entry) empty() bool {
	for k := range e.parts {
		if len(e.parts[k].cell.glyphs) > 0 {
			return false
		}
	}
	return true
}

// output makes the public form, and lists the doubtful places.
func (t *table) output(index int) (extract.Table, []extract.Ref) {
	var refs []extract.Ref
	out := extract.Table{Rows: t.rows, Cols: len(t.xs) - 1}
	sort.SliceStable(t.cells, func(i, j int) bool {
		if t.cells[i].row != t.cells[j].row {
			return t.cells[i].row < t.cells[j].row
		}
		return t.cells[i].col < t.cells[j].col
	})
	for _, e := range t.cells {
		if e.rs == 1 && e.cs == 1 && e.empty() {
			continue
		}
		c := extract.Cell{Row: e.row, Col: e.col, RowSpan: e.rs, ColSpan: e.cs, Text: e.text()}
		conf := lowest{}
		for k := range e.parts {
			q := &e.parts[k]
			conf.add(&q.sheet.chars, q.cell.glyphs)
			if len(e.parts) > 1 {
				c.Parts = append(c.Parts, extract.Part{Page: q.sheet.page.Number, Box: rounded(q.cell.box)})
			}
		}
		main := e.main()
		c.Page, c.Box, c.Confidence = main.sheet.page.Number, rounded(main.cell.box), conf.String()
		out.Cells = append(out.Cells, c)
		if conf.doubtful {
			refs = append(refs, extract.CellRef(index, &c))
		}
	}
	return out, refs
}

// main is the first part with text.
func (e *entry) main() *part {
	for k := range e.parts {
		if len(e.parts[k].cell.glyphs) > 0 {
			return &e.parts[k]
		}
	}
	return &e.parts[0]
}
