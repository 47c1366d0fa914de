package table_test

import (
	"slices"
	"testing"

	"ziping/extract"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
	"ziping/extract/grid/table"
)

// TestMergeBlanks: what is blank between two cells over the same columns is merged as they
// are, and what is blank elsewhere stays as it is.
func TestMergeBlanks(t *testing.T) {
	s := &sheet.Sheet{}
	cell := func(row, col, rows, cols int) *table.Entry {
		box := extract.Box{float64(10 * col), float64(10 * row), float64(10 * (col + cols)), float64(10 * (row + rows))}
		return &table.Entry{Row: row, Col: col, Rows: rows, Cols: cols, Parts: []table.Part{{Sheet: s, Cell: piece.Cell{Box: box}}}}
	}
	labels := []*table.Entry{cell(0, 0, 1, 1), cell(1, 0, 1, 1), cell(2, 0, 1, 1), cell(3, 0, 1, 1)}
	for name, c := range map[string]struct {
		cells []*table.Entry
		want  int
	}{
		"between two":             {[]*table.Entry{cell(0, 1, 1, 2), cell(3, 1, 1, 2)}, 2},
		"below the last":          {[]*table.Entry{cell(0, 1, 1, 2)}, 0},
		"above cells of one each": {[]*table.Entry{cell(0, 1, 1, 2), cell(3, 1, 1, 1), cell(3, 2, 1, 1)}, 0},
		"above a wider one":       {[]*table.Entry{cell(0, 1, 1, 2), cell(3, 1, 1, 3)}, 0},
		"above one aside":         {[]*table.Entry{cell(0, 1, 1, 2), cell(3, 2, 1, 2)}, 0},
		"in one column":           {[]*table.Entry{cell(0, 1, 1, 1), cell(3, 1, 1, 1)}, 0},
		"with something in it":    {[]*table.Entry{cell(0, 1, 1, 2), cell(1, 2, 1, 1), cell(3, 1, 1, 2)}, 0},
	} {
		tb := &table.Table{Rows: 4, Xs: []float64{0, 10, 20, 30, 40}, Cells: slices.Concat(labels, c.cells)}
		tb.MergeBlanks()
		more := tb.Cells[len(labels)+len(c.cells):]
		if len(more) != c.want {
			t.Errorf("%s: got %d, want %d", name, len(more), c.want)
		}
		for i, e := range more {
			if e.Row != i+1 || e.Col != 1 || e.Cols != 2 || e.Rows != 1 || !e.Empty() || e.Parts[0].Cell.Box != (extract.Box{10, float64(10 * e.Row), 30, float64(10*e.Row + 10)}) {
				t.Errorf("%s: %+v", name, e)
			}
		}
	}
}

// TestBlankHeight: what is blank is as high as the first cell beside it that stands in that row alone.
func TestBlankHeight(t *testing.T) {
	s := &sheet.Sheet{}
	cell := func(row, col, rows, cols int) *table.Entry {
		box := extract.Box{float64(10 * col), float64(10 * row), float64(10 * (col + cols)), float64(10 * (row + rows))}
		return &table.Entry{Row: row, Col: col, Rows: rows, Cols: cols, Parts: []table.Part{{Sheet: s, Cell: piece.Cell{Box: box}}}}
	}
	torn := cell(1, 4, 1, 1)
	torn.Parts = append(torn.Parts, table.Part{Sheet: s, Cell: piece.Cell{Box: extract.Box{40, 0, 50, 3}}})
	torn.Parts[0].Cell.Box[1] = 5
	tb := &table.Table{Rows: 3, Xs: []float64{0, 10, 20, 30, 40, 50, 60}, Cells: []*table.Entry{
		cell(0, 2, 1, 2), cell(2, 2, 1, 2), cell(0, 1, 2, 1), torn, cell(1, 5, 1, 1)}}
	tb.MergeBlanks()
	if n := len(tb.Cells); n != 6 || tb.Cells[5].Parts[0].Cell.Box != (extract.Box{20, 10, 40, 20}) {
		t.Errorf("got %d cells, the last %+v", n, tb.Cells[n-1].Parts[0].Cell.Box)
	}
}
