package paper

import (
	"slices"

	"ziping/normalize"
	"ziping/normalize/table"
)

// block draws the heading and rows of a block, with its label down the side.
func (b *builder) block(k table.Block) {
	start := b.out.Cols
	for _, s := range k.Slots {
		start = min(start, s.Col)
	}
	label := b.sideLabel(k)
	side := 0 // columns taken by the label
	if label != nil {
		side = start
		if k.Kind == table.FundBlock || k.Kind == table.RemarkBlock {
			side = min(start, label.Col+1)
		}
		if items := b.d.Lines[k.Head].Items; len(items) > 1 && &items[0] == label { // 项目基本情况 | 1.项目年度目标完成情况 | …
			side = min(side, max(1, items[1].To))
		}
		b.add(label, b.rowOf[k.Head], 0, b.rowOf[k.End-1]-b.rowOf[k.Head]+1, max(1, side))
	}
	b.heading(k, label, side)
	levels := levels{column: map[int]bool{}, open: map[int]int{}}
	for _, s := range k.Slots {
		if _, ok := levels.column[s.Col]; !ok {
			levels.column[s.Col] = s.ID == "level1" || s.ID == "level2"
		}
	}
	for i := k.Body; i < k.End; i++ {
		if b.rowOf[i] >= 0 {
			b.bodyRow(k, i, side, levels)
		}
	}
	b.headerRows(k)
}

// levels are the columns of a block in which a cell goes on over the rows that inherit it.
type levels struct {
	column map[int]bool
	open   map[int]int // the cell that goes on
}

// sideLabel is the block's own label (财政资金安排和使用情况) in its first heading row.
func (b *builder) sideLabel(k table.Block) *table.Item {
	for i := k.Head; i < max(k.Body, k.Head+1); i++ {
		if items := b.d.Lines[i].Items; len(items) > 0 && items[0].Role == normalize.RoleLabel {
			return &items[0]
		}
	}
	return nil
}

func (b *builder) heading(k table.Block, label *table.Item, side int) {
	rows := b.d.Lines[k.Head:k.Body]
	for n, l := range rows {
		row := b.rowOf[k.Head+n]
		at := side
		for i := range l.Items {
			it := &l.Items[i]
			if it == label {
				continue
			}
			if it.To > at && n == 0 && i <= 1 { // blank corner over the row labels
				b.cells = append(b.cells, normalize.LayoutCell{Row: row, Col: at, RowSpan: len(rows), ColSpan: it.To - at, Role: normalize.RoleHeading})
			}
			to := b.reach(l.Items, i)
			down := 1
			if n == 0 && len(rows) == 2 && !b.coveredBelow(rows[1], it.To, to) {
				down = 2
			}
			b.add(it, row, it.To, down, to-it.To)
			at = to
		}
	}
}

func (b *builder) coveredBelow(l *table.Line, from, to int) bool {
	for i := range l.Items {
		if c := l.Items[i].To; c >= from && c < to {
			return true
		}
	}
	return false
}

// bodyRow draws a row of a block: a cell for each column, blank or not; levels
// reach down over the rows that inherit them.
func (b *builder) bodyRow(k table.Block, i, side int, levels levels) {
	l, row := b.d.Lines[i], b.rowOf[i]
	edges := b.edges(k, l, side)
	at := make(map[int]*table.Item, len(l.Items))
	for n := range l.Items {
		it := &l.Items[n]
		if it.To < side || at[it.To] != nil {
			b.add(it, row, it.To, 1, 1) // no room of its own; settle finds it some
			continue
		}
		at[it.To] = it
	}
	newLevel := false
	for n, from := range edges {
		to := b.out.Cols
		if n+1 < len(edges) {
			to = edges[n+1]
		}
		it := at[from]
		level := levels.column[from]
		if level {
			if it == nil && !newLevel {
				if c, ok := levels.open[from]; ok && b.cells[c].Row+b.cells[c].RowSpan == row {
					b.cells[c].RowSpan++
					continue
				}
			}
			newLevel = newLevel || it != nil
			levels.open[from] = len(b.cells)
		}
		if it == nil {
			b.blank++
			b.cells = append(b.cells, normalize.LayoutCell{Row: row, Col: from, RowSpan: 1, ColSpan: to - from, Role: normalize.RoleValue})
			if level {
				b.cells[len(b.cells)-1].Role = normalize.RoleLabel
			}
			continue
		}
		b.add(it, row, from, 1, to-from)
	}
}

// mostBlanks is how many blank cells are drawn beside those that hold something: a form
// has some hundreds. Beyond it the cells of a row reach to the next.
const mostBlanks = 50_000

// edges are the columns where the cells of a body row begin.
func (b *builder) edges(k table.Block, l *table.Line, side int) []int {
	var out []int
	split := false
	for n := range l.Items {
		out = append(out, l.Items[n].To)
		split = split || k.Kind == table.FundBlock && l.Items[n].Role != normalize.RoleNumber && l.Items[n].Path != (normalize.Path{})
		split = split || b.d.Lex.Split[l.Items[n].Bare] != ""
	}
	if !split && b.blank < mostBlanks {
		for _, s := range k.Slots {
			out = append(out, s.Col)
		}
	}
	out = slices.DeleteFunc(append(out, side), func(col int) bool { return col < side })
	slices.Sort(out)
	return slices.Compact(out)
}
