package read

import (
	"slices"

	"ziping/extract"
	"ziping/normalize"
)

// layout draws the form as it stands on paper. A table with merged cells is
// taken as it is; one copied as ragged text, where merged cells are lost, is
// rebuilt from the true columns of its cells.
func layout(d *draft, doc *extract.Document) normalize.Layout {
	b := layoutBuilder{d: d, rowOf: make([]int, len(d.lines))}
	b.lines()
	if merged(d) {
		b.asPrinted(doc)
	} else {
		b.rebuild()
	}
	b.settle()
	b.widths()
	return b.out
}

type layoutBuilder struct {
	d     *draft
	out   normalize.Layout
	rowOf []int // layout row of each line, -1 for lines outside the table
	cells []normalize.LayoutCell
}

// merged reports whether the form's own table has merged cells.
func merged(d *draft) bool {
	for _, l := range d.lines {
		for i := range l.items {
			if l.items[i].span > 1 || l.items[i].rowspan > 1 {
				return true
			}
		}
	}
	return false
}

// lines gives every line its place: rows of the table, and lines above and below it.
func (b *layoutBuilder) lines() {
	first, last := -1, -1
	for i, l := range b.d.lines {
		if !l.loose || b.inBlock(i) {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	row, table, base := 0, -1, 0
	for i, l := range b.d.lines {
		it := &l.items[0]
		switch {
		case first < 0 || i < first || len(l.items) == 1 && it.role == normalize.RoleTitle:
			b.rowOf[i] = -1
			b.out.Before = append(b.out.Before, layoutLines(l, normalize.RoleCaption)...)
		case i > last:
			b.rowOf[i] = -1
			b.out.After = append(b.out.After, layoutLines(l, normalize.RoleNote)...)
		default:
			if l.table != table {
				table, base = l.table, row-max(0, l.row)
			}
			if l.loose {
				base = row
			}
			b.rowOf[i] = max(row, base+max(0, l.row))
			if b.rowOf[i] > row+3 { // a run of empty rows says nothing
				base -= b.rowOf[i] - row
				b.rowOf[i] = row
			}
			row = b.rowOf[i] + 1
		}
	}
	b.out.Rows = row
}

func layoutLines(l *line, role normalize.Role) []normalize.LayoutLine {
	var out []normalize.LayoutLine
	for i := range l.items {
		it := &l.items[i]
		r := role
		text := it.text
		if it.role == normalize.RoleTitle {
			r, text = normalize.RoleTitle, titleText(it.text)
		}
		out = append(out, normalize.LayoutLine{Text: text, At: it.at, Role: r})
	}
	return out
}

func (b *layoutBuilder) inBlock(i int) bool {
	for _, k := range b.d.blocks {
		if i >= k.head && i < k.end {
			return true
		}
	}
	return false
}

func (b *layoutBuilder) add(it *item, row, col, rowspan, colspan int) {
	role := it.role
	if role == "" {
		role = normalize.RoleText
	}
	b.cells = append(b.cells, normalize.LayoutCell{Row: row, Col: col, RowSpan: rowspan, ColSpan: max(1, colspan), Text: it.text, Path: it.path, Role: role, At: it.ref()})
	b.out.Cols = max(b.out.Cols, col+max(1, colspan))
}

// asPrinted takes the cells where the reader found them, blank merged cells too.
func (b *layoutBuilder) asPrinted(doc *extract.Document) {
	type span struct{ table, from, to, row int } // rows of a table that belong to this form
	var spans []span
	for i, l := range b.d.lines {
		if b.rowOf[i] < 0 {
			continue
		}
		for k := range l.items {
			it := &l.items[k]
			b.add(it, b.rowOf[i], it.to, it.rowspan, it.span)
		}
		if n := len(spans) - 1; n >= 0 && spans[n].table == l.table {
			spans[n].to = l.row
		} else if !l.loose {
			spans = append(spans, span{l.table, l.row, l.row, b.rowOf[i]})
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
	for _, k := range b.d.blocks {
		b.headerRows(k)
	}
}

func (b *layoutBuilder) headerRows(k block) {
	if k.body > k.head && k.end > k.body && b.rowOf[k.head] >= 0 && b.rowOf[k.end-1] >= 0 && k.kind != goalBlock {
		b.out.HeaderRows = append(b.out.HeaderRows, normalize.HeaderRows{First: b.rowOf[k.head], Last: b.rowOf[k.body-1], To: b.rowOf[k.end-1] + 1})
	}
}

// rebuild merges what the ragged text shows as blanks.
func (b *layoutBuilder) rebuild() {
	width := 1
	for i, l := range b.d.lines {
		if b.rowOf[i] < 0 {
			continue
		}
		for k := range l.items {
			width = max(width, l.items[k].to+1)
		}
	}
	for _, k := range b.d.blocks {
		for _, s := range k.slots {
			width = max(width, s.col+1)
		}
	}
	b.out.Cols = width
	block := 0
	for i := 0; i < len(b.d.lines); i++ {
		for block < len(b.d.blocks) && b.d.blocks[block].end <= i {
			block++
		}
		if block < len(b.d.blocks) && i == b.d.blocks[block].head {
			k := b.d.blocks[block]
			b.block(k)
			i = k.end - 1
			continue
		}
		if b.rowOf[i] >= 0 {
			b.freeRow(i)
		}
	}
}

// freeRow draws a row of the head or foot: every cell reaches to the next one,
// and a label reaches down over rows that start further right.
func (b *layoutBuilder) freeRow(i int) {
	items := b.d.lines[i].items
	for k := range items {
		b.add(&items[k], b.rowOf[i], items[k].to, 1, b.reach(items, k)-items[k].to)
	}
	if first := items[0].to; first > 0 {
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

// reach is the column where the cell after items[k] begins.
func (b *layoutBuilder) reach(items []item, k int) int {
	for n := k + 1; n < len(items); n++ {
		if items[n].to > items[k].to {
			return items[n].to
		}
	}
	return b.out.Cols
}
