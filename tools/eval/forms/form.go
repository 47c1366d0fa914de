// Package forms makes the forms that readings are measured on: what stands in
// each cell and how cells are merged, which is the truth, and nothing of how it
// is printed.
//
//	list, err := forms.Samples(os.DirFS("samples"))
//	one := forms.Random(7) // the same form for the same seed
package forms

import (
	"fmt"
	"slices"
)

// Kind says what a cell is, for its looks only.
type Kind string

// The kinds of cells.
const (
	Heading Kind = "heading" // of a column
	Label   Kind = "label"   // of a row or a block
	Number  Kind = "number"
	Value   Kind = "value" // short
	Text    Kind = "text"  // may run over several lines
)

// Cell is one cell with its spans. Its text may be empty.
type Cell struct {
	Row     int    `json:"r"`
	Col     int    `json:"c"`
	RowSpan int    `json:"rs"`
	ColSpan int    `json:"cs"`
	Text    string `json:"t"`
	Kind    Kind   `json:"-"`
}

// Form is one table with the lines above and below it. Its cells cover every
// place exactly once, by row, then column.
type Form struct {
	ID     string   `json:"-"`
	Title  string   `json:"title"`
	Sub    string   `json:"sub"`
	Above  []string `json:"above,omitempty"` // further lines between title and table
	Below  []string `json:"below,omitempty"`
	Cols   int      `json:"cols"`
	Rows   int      `json:"rows"`
	Widths []int    `json:"widths"` // relative
	Cells  []Cell   `json:"cells"`
	// Heads are rows that a producer may repeat after a page break.
	Heads []Rows `json:"-"`
	// Stored says of cells, by their index, how a workbook keeps what they print.
	Stored map[int]Stored `json:"-"`
}

// Stored is a figure as a workbook keeps it.
type Stored struct {
	Number  string `json:"n"` // a decimal
	Format  string `json:"f"` // "" is General
	Formula string `json:"x"` // "" is none; {3} is the place of Cells[3]
	Kept    bool   `json:"-"` // the formula's result lies beside it
}

// Rows is a range of rows, the last included, that head the rows before To.
type Rows struct{ First, Last, To int }

// Check reports the first place that no cell or more than one covers.
func (f *Form) Check() error {
	seen := make([]int, f.Rows*f.Cols)
	for i, c := range f.Cells {
		if c.RowSpan < 1 || c.ColSpan < 1 || c.Row < 0 || c.Col < 0 || c.Row+c.RowSpan > f.Rows || c.Col+c.ColSpan > f.Cols {
			return fmt.Errorf("form %s: cell %d,%d lies outside %d×%d", f.ID, c.Row, c.Col, f.Rows, f.Cols)
		}
		for r := c.Row; r < c.Row+c.RowSpan; r++ {
			for k := c.Col; k < c.Col+c.ColSpan; k++ {
				if seen[r*f.Cols+k] != 0 {
					return fmt.Errorf("form %s: place %d,%d is covered twice", f.ID, r, k)
				}
				seen[r*f.Cols+k] = i + 1
			}
		}
	}
	if i := slices.Index(seen, 0); i >= 0 {
		return fmt.Errorf("form %s: place %d,%d is covered by no cell", f.ID, i/f.Cols, i%f.Cols)
	}
	if len(f.Widths) != f.Cols {
		return fmt.Errorf("form %s: %d widths for %d columns", f.ID, len(f.Widths), f.Cols)
	}
	return nil
}

// EveryColumnAlone reports whether each column has a cell that spans no other:
// LibreOffice gives a column of a web page no width without one.
func (f *Form) EveryColumnAlone() bool {
	alone := make([]bool, f.Cols)
	for _, c := range f.Cells {
		if c.ColSpan == 1 {
			alone[c.Col] = true
		}
	}
	return !slices.Contains(alone, false)
}

// Fill gives every place that no cell covers an empty cell of its own.
func (f *Form) Fill() {
	seen := make([]bool, f.Rows*f.Cols)
	for _, c := range f.Cells {
		for r := c.Row; r < min(c.Row+c.RowSpan, f.Rows); r++ {
			for k := c.Col; k < min(c.Col+c.ColSpan, f.Cols); k++ {
				seen[r*f.Cols+k] = true
			}
		}
	}
	for i, s := range seen {
		if !s {
			f.Cells = append(f.Cells, Cell{Row: i / f.Cols, Col: i % f.Cols, RowSpan: 1, ColSpan: 1, Kind: Value})
		}
	}
	f.sort()
}

func (f *Form) sort() {
	slices.SortFunc(f.Cells, func(a, b Cell) int {
		if a.Row != b.Row {
			return a.Row - b.Row
		}
		return a.Col - b.Col
	})
}

// compact drops boundaries between rows or columns at which no cell begins or
// ends: nothing on paper would show them.
func (f *Form) compact() {
	rowEdge, colEdge := make([]bool, f.Rows+1), make([]bool, f.Cols+1)
	for _, c := range f.Cells {
		rowEdge[c.Row], rowEdge[c.Row+c.RowSpan] = true, true
		colEdge[c.Col], colEdge[c.Col+c.ColSpan] = true, true
	}
	row, col := renumber(rowEdge), renumber(colEdge)
	widths := make([]int, col[f.Cols])
	for i, w := range f.Widths {
		widths[min(col[i+1], col[f.Cols])-1] += w
	}
	for i := range f.Cells {
		c := &f.Cells[i]
		r, k := row[c.Row], col[c.Col]
		c.RowSpan, c.ColSpan = row[c.Row+c.RowSpan]-r, col[c.Col+c.ColSpan]-k
		c.Row, c.Col = r, k
	}
	for i := range f.Heads {
		h := &f.Heads[i]
		h.First, h.Last, h.To = row[h.First], row[h.Last+1]-1, row[h.To]
	}
	f.Rows, f.Cols, f.Widths = row[f.Rows], col[f.Cols], widths
}

// renumber gives each old boundary its new number; a dropped one gets that of
// the next that is kept.
func renumber(kept []bool) []int {
	out := make([]int, len(kept))
	n := 0
	for i, k := range kept {
		out[i] = n
		if k {
			n++
		}
	}
	return out
}
