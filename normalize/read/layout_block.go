package read

import (
	"slices"

	"ziping/normalize"
)

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
		if items := b.d.lines[k.head].items; len(items) > 1 && &items[0] == label { // 项目基本情况 | 1.项目年度目标完成情况 | …
			side = min(side, max(1, items[1].to))
		}
		b.add(label, b.rowOf[k.head], 0, b.rowOf[k.end-1]-b.rowOf[k.head]+1, max(1, side))
		b.cells[len(b.cells)-1].Role = normalize.RoleLabel
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
		for n := range b.d.lines[i].items {
			if it := &b.d.lines[i].items[n]; it.role == normalize.RoleLabel && n == 0 {
				return it
			}
		}
	}
	return nil
}

func (b *layoutBuilder) heading(k block, label *item, side int) {
	rows := b.d.lines[k.head:k.body]
	for n, l := range rows {
		row := b.rowOf[k.head+n]
		at := side
		for i := range l.items {
			it := &l.items[i]
			if it == label {
				continue
			}
			if it.to > at && n == 0 && len(rows) >= 1 && i <= 1 && at < it.to { // blank corner over the row labels
				b.cells = append(b.cells, normalize.LayoutCell{Row: row, Col: at, RowSpan: len(rows), ColSpan: it.to - at, Role: normalize.RoleHeading})
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
	l, row := b.d.lines[i], b.rowOf[i]
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
			b.cells = append(b.cells, normalize.LayoutCell{Row: row, Col: from, RowSpan: 1, ColSpan: to - from, Role: normalize.RoleValue})
			if id == "level1" || id == "level2" {
				b.cells[len(b.cells)-1].Role = normalize.RoleLabel
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
		split = split || k.kind == fundBlock && l.items[n].role != normalize.RoleNumber && l.items[n].path != (normalize.Path{})
		split = split || b.d.lex.Split[l.items[n].bare] != ""
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
