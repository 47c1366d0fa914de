// Package paper draws a form as it stands on paper: its table with every row in
// its true columns and merged cells merged, and the lines above and below it.
//
//	layout := paper.Draw(d, doc)
//
// A table that has merged cells is taken as it is printed. One copied as ragged
// text is rebuilt; what finds no room goes below the table, so that nothing
// printed is lost. A cell left blank has the path of the field it would hold.
package paper

import (
	"slices"

	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/draft"
	"ziping/normalize/table"
)

// Draw draws the form as it stands on paper. A table with merged cells is
// taken as it is; one copied as ragged text, where merged cells are lost, is
// rebuilt from the true columns of its cells.
func Draw(d *draft.Draft, doc *extract.Document) normalize.Layout {
	b := builder{d: d, rowOf: make([]int, len(d.Lines))}
	items := 0
	for _, l := range d.Lines {
		items += len(l.Items)
	}
	b.cells = make([]normalize.LayoutCell, 0, items+items/2) // with the blank ones
	b.lines()
	if merged(d) {
		b.asPrinted(doc)
	} else {
		b.rebuild()
	}
	b.settle()
	b.blanks()
	b.widths()
	return b.out
}

// merged reports whether the form's own table has merged cells.
func merged(d *draft.Draft) bool {
	for _, l := range d.Lines {
		for i := range l.Items {
			if l.Items[i].Span > 1 || l.Items[i].RowSpan > 1 {
				return true
			}
		}
	}
	return false
}

// lines gives every line its place: rows of the table, and lines above and below it.
func (b *builder) lines() {
	first, last := -1, -1
	for i, l := range b.d.Lines {
		if !l.Loose || b.inBlock(i) {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	row, table, base := 0, -1, 0
	for i, l := range b.d.Lines {
		it := &l.Items[0]
		switch {
		case first < 0 || i < first || len(l.Items) == 1 && it.Role == normalize.RoleTitle:
			b.rowOf[i] = -1
			b.out.Before = append(b.out.Before, layoutLines(l, normalize.RoleCaption)...)
		case i > last:
			b.rowOf[i] = -1
			b.out.After = append(b.out.After, layoutLines(l, normalize.RoleNote)...)
		default:
			if l.Table != table {
				table, base = l.Table, row-max(0, l.Row)
			}
			if l.Loose {
				base = row
			}
			b.rowOf[i] = max(row, base+max(0, l.Row))
			if b.rowOf[i] > row+3 { // a run of empty rows says nothing
				base -= b.rowOf[i] - row
				b.rowOf[i] = row
			}
			row = b.rowOf[i] + 1
		}
	}
	b.out.Rows = row
}

func layoutLines(l *table.Line, role normalize.Role) []normalize.LayoutLine {
	var out []normalize.LayoutLine
	for i := range l.Items {
		it := &l.Items[i]
		r := role
		text := it.Text
		if it.Role == normalize.RoleTitle {
			r, text = normalize.RoleTitle, table.TitleText(it.Text)
		}
		out = append(out, normalize.LayoutLine{Text: text, At: it.At, Role: r})
	}
	return out
}

func (b *builder) inBlock(i int) bool {
	for _, k := range b.d.Blocks {
		if i >= k.Head && i < k.End {
			return true
		}
	}
	return false
}

// asPrinted takes the cells where the reader found them, blank merged cells too.
func (b *builder) asPrinted(doc *extract.Document) {
	type span struct{ table, from, to, row int } // rows of a table that belong to this form
	var spans []span
	for i, l := range b.d.Lines {
		if b.rowOf[i] < 0 {
			continue
		}
		for k := range l.Items {
			it := &l.Items[k]
			b.add(it, b.rowOf[i], it.To, it.RowSpan, it.Span)
		}
		if n := len(spans) - 1; n >= 0 && spans[n].table == l.Table {
			spans[n].to = l.Row
		} else if !l.Loose {
			spans = append(spans, span{l.Table, l.Row, l.Row, b.rowOf[i]})
		}
	}
	for _, s := range spans {
		for i := range doc.Tables[s.table].Cells {
			c := &doc.Tables[s.table].Cells[i]
			if c.Text == "" && c.Row >= s.from && c.Row <= s.to {
				at := extract.CellRef(s.table, c)
				b.cells = append(b.cells, normalize.LayoutCell{Row: s.row + c.Row - s.from, Col: c.Col, RowSpan: max(1, c.RowSpan), ColSpan: max(1, c.ColSpan), Role: normalize.RoleValue, At: &at})
			}
		}
	}
	for _, k := range b.d.Blocks {
		b.headerRows(k)
	}
}

// rebuild merges what the ragged text shows as blanks.
func (b *builder) rebuild() {
	width := 1
	for i, l := range b.d.Lines {
		if b.rowOf[i] < 0 {
			continue
		}
		for k := range l.Items {
			width = max(width, l.Items[k].To+1)
		}
	}
	for _, k := range b.d.Blocks {
		for _, s := range k.Slots {
			width = max(width, s.Col+1)
		}
	}
	b.out.Cols = width
	block := 0
	for i := 0; i < len(b.d.Lines); i++ {
		for block < len(b.d.Blocks) && b.d.Blocks[block].End <= i {
			block++
		}
		if block < len(b.d.Blocks) && i == b.d.Blocks[block].Head {
			k := b.d.Blocks[block]
			b.block(k)
			i = k.End - 1
			continue
		}
		if b.rowOf[i] >= 0 {
			b.freeRow(i)
		}
	}
}

// freeRow draws a row of the head or foot: every cell reaches to the next one,
// and a label reaches down over rows that start further right.
func (b *builder) freeRow(i int) {
	items := b.d.Lines[i].Items
	for k := range items {
		b.add(&items[k], b.rowOf[i], items[k].To, 1, b.reach(items, k)-items[k].To)
	}
	if first := items[0].To; first > 0 {
		for n := range slices.Backward(b.cells) {
			c := &b.cells[n]
			if c.Row+c.RowSpan == b.rowOf[i] && c.Col == 0 && c.ColSpan == first && c.Role == normalize.RoleLabel {
				c.RowSpan++
				return
			}
			if c.Row < b.rowOf[i]-3 {
				break
			}
		}
		b.cells = append(b.cells, normalize.LayoutCell{Row: b.rowOf[i], Col: 0, RowSpan: 1, ColSpan: first, Role: normalize.RoleLabel})
	}
}
