package paper

import (
	"ziping/normalize"
	"ziping/normalize/draft"
	"ziping/normalize/table"
)

type builder struct {
	d     *draft.Draft
	out   normalize.Layout
	rowOf []int // layout row of each line, -1 for lines outside the table
	cells []normalize.LayoutCell
	blank int // cells of rows that hold nothing
}

func (b *builder) add(it *table.Item, row, col, rowspan, colspan int) {
	role := it.Role
	if role == "" {
		role = normalize.RoleText
	}
	b.cells = append(b.cells, normalize.LayoutCell{Row: row, Col: col, RowSpan: rowspan, ColSpan: max(1, colspan), Text: it.Text, Path: it.Path, Role: role, At: it.Ref()})
	b.out.Cols = max(b.out.Cols, col+max(1, colspan))
}

// reach is the column where the cell after items[k] begins.
func (b *builder) reach(items []table.Item, k int) int {
	for n := k + 1; n < len(items); n++ {
		if items[n].To > items[k].To {
			return items[n].To
		}
	}
	return b.out.Cols
}

func (b *builder) headerRows(k table.Block) {
	if k.Body > k.Head && k.End > k.Body && b.rowOf[k.Head] >= 0 && b.rowOf[k.End-1] >= 0 && k.Kind != table.GoalBlock {
		b.out.HeaderRows = append(b.out.HeaderRows, normalize.HeaderRows{First: b.rowOf[k.Head], Last: b.rowOf[k.Body-1], To: b.rowOf[k.End-1] + 1})
	}
}
