package normalize

import (
	"slices"

	"ziping/extract"
)

// layout draws the form as it stands on paper. A table with merged cells is
// taken as it is; one copied as ragged text, where merged cells are lost, is
// rebuilt from the true columns of its cells.
func (p *placer) layout(doc *extract.Document) Layout {
	b := layoutBuilder{p: p, rowOf: make([]int, len(p.lines))}
	b.lines()
	if p.merged(doc) {
		b.asPrinted(doc)
	} else {
		b.rebuild()
	}
	b.settle()
	b.widths()
	return b.out
}

type layoutBuilder struct {
	p     *placer
	out   Layout
	rowOf []int // layout row of each line, -1 for lines outside the table
	cells []LayoutCell
}

// merged reports whether the form's own table has merged cells.
func (p *placer) merged(doc *extract.Document) bool {
	for _, l := range p.lines {
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
	for i, l := range b.p.lines {
		if !l.loose || b.inBlock(i) {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	row, table, base := 0, -1, 0
	for i, l := range b.p.lines {
		it := &l.items[0]
		switch {
		case first < 0 || i < first || len(l.items) == 1 && it.role == RoleTitle:
			b.rowOf[i] = -1
			b.out.Before = append(b.out.Before, layoutLines(l, RoleCaption)...)
		case i > last:
			b.rowOf[i] = -1
			b.out.After = append(b.out.After, layoutLines(l, RoleNote)...)
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

func layoutLines(l *line, role Role) []LayoutLine {
	var out []LayoutLine
	for i := range l.items {
		it := &l.items[i]
		r := role
		text := it.text
		if it.role == RoleTitle {
			r, text = RoleTitle, titleText(it.text)
		}
		out = append(out, LayoutLine{Text: text, At: it.at, Role: r})
	}
	return out
}

func (b *layoutBuilder) inBlock(i int) bool {
	for _, k := range b.p.blocks {
		if i >= k.head && i < k.end {
			return true
		}
	}
	return false
}

func (b *layoutBuilder) add(it *item, row, col, rowspan, colspan int) {
	role := it.role
	if role == "" {
		role = RoleText
	}
	b.cells = append(b.cells, LayoutCell{Row: row, Col: col, RowSpan: rowspan, ColSpan: max(1, colspan), Text: it.text, Path: it.path, Role: role, At: ref(it)})
	b.out.Cols = max(b.out.Cols, col+max(1, colspan))
}

// asPrinted takes the cells where the reader found them, blank merged cells too.
func (b *layoutBuilder) asPrinted(doc *extract.Document) {
	type span struct{ table, from, to, row int } // rows of a table that belong to this form
	var spans []span
	for i, l := range b.p.lines {
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
				b.cells = append(b.cells, LayoutCell{Row: s.row + c.Row - s.from, Col: c.Col, RowSpan: max(1, c.RowSpan), ColSpan: max(1, c.ColSpan), Role: RoleValue, At: &at})
			}
		}
	}
	for _, k := range b.p.blocks {
		b.headerRows(k)
	}
}

func (b *layoutBuilder) headerRows(k block) {
	if k.body > k.head && k.end > k.body && b.rowOf[k.head] >= 0 && b.rowOf[k.end-1] >= 0 && k.kind != goalBlock {
		b.out.HeaderRows = append(b.out.HeaderRows, HeaderRows{First: b.rowOf[k.head], Last: b.rowOf[k.body-1], To: b.rowOf[k.end-1] + 1})
	}
}

// rebuild merges what the ragged text shows as blanks.
func (b *layoutBuilder) rebuild() {
	width := 1
	for i, l := range b.p.lines {
		if b.rowOf[i] < 0 {
			continue
		}
		for k := range l.items {
			width = max(width, l.items[k].to+1)
		}
	}
	for _, k := range b.p.blocks {
		for _, s := range k.slots {
			width = max(width, s.col+1)
		}
	}
	b.out.Cols = width
	block := 0
	for i := 0; i < len(b.p.lines); i++ {
		for block < len(b.p.blocks) && b.p.blocks[block].end <= i {
			block++
		}
		if block < len(b.p.blocks) && i == b.p.blocks[block].head {
			k := b.p.blocks[block]
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
	items := b.p.lines[i].items
	for k := range items {
		b.add(&items[k], b.rowOf[i], items[k].to, 1, b.reach(items, k)-items[k].to)
	}
	if first := items[0].to; first > 0 {
		for n := range slices.Backward(b.cells) {
			c := &b.cells[n]
			if c.Row+c.RowSpan == b.rowOf[i] && c.Col == 0 && c.ColSpan == first && c.Role == RoleLabel {
				c.RowSpan++
				return
			}
			if c.Row < b.rowOf[i]-3 {
				break
			}
		}
		b.cells = append(b.cells, LayoutCell{Row: b.rowOf[i], Col: 0, RowSpan: 1, ColSpan: first, Role: RoleLabel})
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

// block draws the heading and rows of a block, with its label down the side.
func (b *layoutBuilder) block(k block) {
	start := b.out.Cols
	for _, s := range k.slots {
		start = min(start, s.col)
	}
	label := b.sideLabel(k)
	side := 0 // columns taken by the label
	if label != nil {
		side = start
		if k.kind == fundBlock || k.kind == remarkBlock {
			side = min(start, label.col+1)
		}
		if items := b.p.lines[k.head].items; len(items) > 1 && &items[0] == label { // 项目基本情况 | 1.项目年度目标完成情况 | …
			side = min(side, max(1, items[1].to))
		}
		b.add(label, b.rowOf[k.head], 0, b.rowOf[k.end-1]-b.rowOf[k.head]+1, max(1, side))
		b.cells[len(b.cells)-1].Role = RoleLabel
	}
	b.heading(k, label, side)
	open := map[int]int{} // level column -> cell that goes on
	for i := k.body; i < k.end; i++ {
		if b.rowOf[i] >= 0 {
			b.bodyRow(k, i, side, open)
		}
	}
	b.headerRows(k)
}

// sideLabel is the block's own label (财政资金安排和使用情况) in its first heading row.
func (b *layoutBuilder) sideLabel(k block) *item {
	for i := k.head; i < max(k.body, k.head+1); i++ {
		for n := range b.p.lines[i].items {
			if it := &b.p.lines[i].items[n]; it.role == RoleLabel && n == 0 {
				return it
			}
		}
	}
	return nil
}

func (b *layoutBuilder) heading(k block, label *item, side int) {
	rows := b.p.lines[k.head:k.body]
	for n, l := range rows {
		row := b.rowOf[k.head+n]
		at := side
		for i := range l.items {
			it := &l.items[i]
			if it == label {
				continue
			}
			if it.to > at && n == 0 && len(rows) >= 1 && i <= 1 && at < it.to { // blank corner over the row labels
				b.cells = append(b.cells, LayoutCell{Row: row, Col: at, RowSpan: len(rows), ColSpan: it.to - at, Role: RoleHeading})
			}
			to := b.reach(l.items, i)
			down := 1
			if n == 0 && len(rows) == 2 && !b.coveredBelow(rows[1], it.to, to) {
				down = 2
			}
			if n > 0 { // a lower heading ends where the columns of the row above it begin again
				to = min(to, b.upperEdge(rows[0], it.to))
			}
			b.add(it, row, it.to, down, to-it.to)
			at = to
		}
	}
}

func (b *layoutBuilder) coveredBelow(l *line, from, to int) bool {
	for i := range l.items {
		if c := l.items[i].to; c >= from && c < to {
			return true
		}
	}
	return false
}

// upperEdge is the column right of col where the upper heading row has its next cell.
func (b *layoutBuilder) upperEdge(l *line, col int) int {
	for i := range l.items {
		if l.items[i].to > col {
			return l.items[i].to
		}
	}
	return b.out.Cols
}

// bodyRow draws a row of a block: a cell for each column, blank or not; levels
// reach down over the rows that inherit them.
func (b *layoutBuilder) bodyRow(k block, i, side int, open map[int]int) {
	l, row := b.p.lines[i], b.rowOf[i]
	edges := b.edges(k, l, side)
	at := make(map[int]*item, len(l.items))
	for n := range l.items {
		it := &l.items[n]
		if it.to < side || at[it.to] != nil {
			b.add(it, row, it.to, 1, 1) // no room of its own; settle finds it some
			continue
		}
		at[it.to] = it
	}
	newLevel := false
	for n, from := range edges {
		to := b.out.Cols
		if n+1 < len(edges) {
			to = edges[n+1]
		}
		it := at[from]
		id := slotAt(k.slots, from)
		if id == "level1" || id == "level2" {
			if it == nil && !newLevel {
				if c, ok := open[from]; ok && b.cells[c].Row+b.cells[c].RowSpan == row {
					b.cells[c].RowSpan++
					continue
				}
			}
			newLevel = newLevel || it != nil
			open[from] = len(b.cells)
		}
		if it == nil {
			b.cells = append(b.cells, LayoutCell{Row: row, Col: from, RowSpan: 1, ColSpan: to - from, Role: RoleValue})
			if id == "level1" || id == "level2" {
				b.cells[len(b.cells)-1].Role = RoleLabel
			}
			continue
		}
		b.add(it, row, from, 1, to-from)
	}
}

func slotAt(slots []slot, col int) string {
	for _, s := range slots {
		if s.col == col {
			return s.id
		}
	}
	return ""
}

// edges are the columns where the cells of a body row begin.
func (b *layoutBuilder) edges(k block, l *line, side int) []int {
	var out []int
	split := false
	for n := range l.items {
		out = append(out, l.items[n].to)
		split = split || k.kind == fundBlock && l.items[n].role != RoleNumber && l.items[n].path != ""
		split = split || b.p.lex.Split[l.items[n].bare] != ""
	}
	if !split {
		for _, s := range k.slots {
			out = append(out, s.col)
		}
	}
	out = append(out, side)
	slices.Sort(out)
	out = slices.Compact(out)
	for len(out) > 0 && out[0] < side {
		out = out[1:]
	}
	return out
}
