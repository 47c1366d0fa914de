package table

// Columns that stand for one in every row that has something in them, from one such row
// to the next, do so in the rows between: what is left blank there is one merged cell, as
// it is where rulings show it. At the end of a table nothing tells, and no cell is made.

// MergeBlanks adds the empty merged cells between cells that reach over the same columns,
// on one page each.
func (t *Table) MergeBlanks() {
	cols := len(t.Xs) - 1
	at := make([]*Entry, t.Rows*cols)
	for _, e := range t.Cells {
		for r := e.Row; r < e.Row+e.Rows; r++ {
			for c := e.Col; c < e.Col+e.Cols; c++ {
				at[r*cols+c] = e
			}
		}
	}
	for _, e := range t.Cells {
		if e.Cols < 2 {
			continue
		}
		below, free := e.Row+e.Rows, 0
		for ; below < t.Rows && blank(at[below*cols+e.Col:below*cols+e.Col+e.Cols]); below++ {
			free++
		}
		if free == 0 || below == t.Rows {
			continue
		}
		o := at[below*cols+e.Col]
		if o == nil || o.Col != e.Col || o.Cols != e.Cols || o.Row != below {
			continue
		}
		for r := e.Row + e.Rows; r < below; r++ {
			if b := t.blankIn(at[r*cols:(r+1)*cols], r, e); b != nil {
				t.Cells = append(t.Cells, b)
			}
		}
	}
}

func blank(places []*Entry) bool {
	for _, e := range places {
		if e != nil {
			return false
		}
	}
	return true
}

// blankIn is an empty cell in a row, below another and as wide: as high as what stands
// beside it in that row alone; nil where nothing does.
func (t *Table) blankIn(row []*Entry, r int, above *Entry) *Entry {
	for _, e := range row {
		if e == nil || e.Rows != 1 || len(e.Parts) != 1 {
			continue
		}
		p := Part{Sheet: e.Parts[0].Sheet}
		p.Cell.Box = e.Parts[0].Cell.Box
		box := above.LastPart().Cell.Box
		p.Cell.Box[0], p.Cell.Box[2] = box[0], box[2]
		return &Entry{Row: r, Col: above.Col, Rows: 1, Cols: above.Cols, Parts: []Part{p}}
	}
	return nil
}
