package xlsxin

// sides are the rulings that a cell has: above or below it, and left or right of it.
type sides struct{ across, down bool }

// ruledCells counts the blank cells of rows and columns that have rulings.
type ruledCells struct{ rows, cols map[int]int }

// add counts a blank cell.
func (r *ruledCells) add(row, col int, s sides) {
	if r.rows == nil {
		r.rows, r.cols = map[int]int{}, map[int]int{}
	}
	if s.down {
		r.rows[row]++
	}
	if s.across {
		r.cols[col]++
	}
}

// rulings are the rows and columns that rulings cross though they are blank, counted as
// they are shown.
type rulings struct{ rows, cols map[int]bool }

// crossings is how many cells of a row or column have rulings where those cross it: one
// or two are the edge of what stands beside.
const crossings = 3

// rulings are those that are seen.
func (d *sheetData) rulings() rulings {
	seen := func(counts map[int]int, hidden *spans) map[int]bool {
		out := map[int]bool{}
		for i, n := range counts {
			if n >= crossings && !hidden.hides(i) {
				out[hidden.place(i)] = true
			}
		}
		return out
	}
	return rulings{seen(d.ruled.rows, &d.hiddenRows), seen(d.ruled.cols, &d.hiddenCols)}
}
