package measure

import "sort"

// relation says that the text b is the next to the right of, or below, the text a.
type relation struct {
	a, b  string
	below bool
}

// neighbours counts the relations of a table, after the measure of the ICDAR
// 2013 table competition: from each non-empty cell, through empty ones, to the
// next non-empty cell to the right and below. A merged cell looks out along all
// its rows and columns; a pair of cells counts once for each direction.
func neighbours(t Table) map[relation]int {
	rows, cols := t.Rows, t.Cols
	for _, c := range t.Cells { // a reading may contradict itself
		rows, cols = max(rows, c.Row+c.RowSpan), max(cols, c.Col+c.ColSpan)
	}
	out := map[relation]int{}
	if rows*cols > 4_000_000 {
		return out
	}
	at := make([]int, rows*cols) // number of the non-empty cell at a place, from 1
	for i, c := range t.Cells {
		if c.Text == "" || c.Row < 0 || c.Col < 0 {
			continue
		}
		for r := c.Row; r < c.Row+c.RowSpan; r++ {
			for k := c.Col; k < c.Col+c.ColSpan; k++ {
				at[r*cols+k] = i + 1
			}
		}
	}
	seen := map[[3]int]bool{}
	meet := func(i, j, way int) {
		if k := [3]int{i, j, way}; !seen[k] {
			seen[k] = true
			out[relation{t.Cells[i].Text, t.Cells[j-1].Text, way == 1}]++
		}
	}
	for i, c := range t.Cells {
		if c.Text == "" || c.Row < 0 || c.Col < 0 {
			continue
		}
		for r := c.Row; r < c.Row+c.RowSpan; r++ {
			for k := c.Col + c.ColSpan; k < cols; k++ {
				if j := at[r*cols+k]; j != 0 {
					meet(i, j, 0)
					break
				}
			}
		}
		for k := c.Col; k < c.Col+c.ColSpan; k++ {
			for r := c.Row + c.RowSpan; r < rows; r++ {
				if j := at[r*cols+k]; j != 0 {
					meet(i, j, 1)
					break
				}
			}
		}
	}
	return out
}

// rest lists what a bag has more of than another, in order.
func rest(a, b map[string]int) []string {
	var out []string
	for k, n := range a {
		for range n - b[k] {
			out = append(out, k)
		}
	}
	sort.Strings(out)
	return out
}
