package xlsxin

import (
	"cmp"
	"slices"
)

// Several forms on one sheet stand under each other, parted by blank rows, or
// side by side, parted by a blank column. A form may have a blank row of its
// own, so one blank row parts only before what looks like a title. What stands
// far off, beside or below, belongs to no form: a cell that someone hit by
// chance at the end of the sheet. Blank rows and columns that rulings run
// through part nothing: they are rows and columns of the table.

// split cuts the cells of a sheet into blocks that stand apart.
func split(cells []placed, ruled rulings) [][]placed {
	cutRows := func(cells []placed) [][]placed { return cutRows(cells, ruled.rows) }
	cutCols := func(cells []placed) [][]placed { return cutCols(cells, ruled.cols) }
	var out [][]placed
	for _, rows := range cutRows(cells) {
		cols := slices.Concat(each(cutFar(rows), cutCols)...)
		if len(cols) == 1 {
			out = append(out, rows)
			continue
		}
		for _, c := range cols {
			out = append(out, cutRows(c)...)
		}
	}
	return out
}

func each(parts [][]placed, cut func([]placed) [][]placed) [][][]placed {
	var out [][][]placed
	for _, p := range parts {
		out = append(out, cut(p))
	}
	return out
}

const (
	far  = 100 // blank columns that no form has within it
	near = 10  // blank columns that no form has between it and a text by itself
)

// cutFar cuts where so many columns are blank.
func cutFar(cells []placed) [][]placed {
	var out [][]placed
	end := 0 // the column behind the last part
	for _, part := range parted(cells) {
		from, to := part[0].col, 0
		for i := range part {
			from, to = min(from, part[i].col), max(to, part[i].col+part[i].cols)
		}
		if n := len(out) - 1; n >= 0 && from-end < far && !beside(out[n], part) && !beside(part, out[n]) {
			out[n] = inOrder(out[n], part)
		} else {
			out = append(out, part)
		}
		end = to
	}
	return out
}

// beside reports a text by itself beside a table. Without one they may be a
// label and its value.
func beside(text, table []placed) bool { return apart(text) && tabular(table) }

// parted cuts at every stretch of blank columns that might part something.
func parted(cells []placed) [][]placed {
	byCol := slices.Clone(cells)
	slices.SortStableFunc(byCol, func(a, b placed) int { return cmp.Compare(a.col, b.col) })
	var from []int // the columns at which parts begin
	end := 0
	for i := range byCol {
		if i == 0 || byCol[i].col-end >= near {
			from = append(from, byCol[i].col)
		}
		end = max(end, byCol[i].col+byCol[i].cols)
	}
	if len(from) < 2 {
		return [][]placed{cells}
	}
	out := make([][]placed, len(from))
	for i := range cells {
		k, at := slices.BinarySearch(from, cells[i].col)
		if !at {
			k--
		}
		out[k] = append(out[k], cells[i])
	}
	return out
}

// cutRows cuts at blank rows that are not ruled. Cells are in order of rows.
func cutRows(cells []placed, ruled map[int]bool) [][]placed {
	var out [][]placed
	start, end := 0, 0 // end is the row behind the lowest cell so far
	for i := range cells {
		if i > 0 && (i == start || cells[i].row != cells[i-1].row) {
			if gap := blanks(end, cells[i].row, ruled); gap >= 2 || gap == 1 && (single(cells, i) || lonely(cells[start:i])) {
				out = append(out, cells[start:i])
				start = i
			}
		}
		end = max(end, cells[i].row+cells[i].rows)
	}
	if start < len(cells) {
		out = append(out, cells[start:])
	}
	return out
}

// blanks counts the rows from one on to another that are not ruled.
func blanks(from, to int, ruled map[int]bool) int {
	n := 0
	for row := from; row < to; row++ {
		if !ruled[row] {
			n++
		}
	}
	return n
}

// single reports that the row at i has one text only.
func single(cells []placed, i int) bool {
	texts := 0
	for k := i; k < len(cells) && cells[k].row == cells[i].row; k++ {
		if cells[k].text != "" {
			texts++
		}
	}
	return texts == 1
}

// lonely reports no row of several texts.
func lonely(cells []placed) bool {
	for i := range cells {
		if (i == 0 || cells[i].row != cells[i-1].row) && !single(cells, i) {
			return false
		}
	}
	return true
}

// cutCols cuts at blank columns that are not ruled, between parts that are tables of their
// own.
func cutCols(cells []placed, ruled map[int]bool) [][]placed {
	if len(cells) == 0 {
		return nil
	}
	lo, hi := cells[0].col, 0
	for i := range cells {
		lo, hi = min(lo, cells[i].col), max(hi, cells[i].col+cells[i].cols)
	}
	used := make([]bool, hi-lo)
	for i := range cells {
		for c := range cells[i].cols {
			used[cells[i].col-lo+c] = true
		}
	}
	for c := range used {
		used[c] = used[c] || ruled[lo+c]
	}
	part := make([]int, hi-lo)
	n := 0
	for c := range used {
		if c > 0 && used[c] && !used[c-1] {
			n++
		}
		part[c] = n
	}
	if n == 0 {
		return [][]placed{cells}
	}
	out := make([][]placed, n+1)
	for i := range cells {
		k := part[cells[i].col-lo]
		out[k] = append(out[k], cells[i])
	}
	for _, p := range out {
		if !tabular(p) {
			return [][]placed{cells}
		}
	}
	return out
}

// tabular reports three rows or more of two texts or more.
func tabular(cells []placed) bool {
	rows, texts := 0, 0
	for i := range cells {
		if i > 0 && cells[i].row != cells[i-1].row {
			texts = 0
		}
		if cells[i].text != "" {
			if texts++; texts == 2 {
				rows++
			}
		}
	}
	return rows >= 3
}

// apart reports a title or note by itself: one or two rows of one text each.
func apart(cells []placed) bool { return len(cells) <= 2 && lonely(cells) }

// inOrder puts two lists of cells, each in order of rows and columns, into one.
func inOrder(a, b []placed) []placed {
	out := make([]placed, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		from := &a
		if cmp.Or(cmp.Compare(a[0].row, b[0].row), cmp.Compare(a[0].col, b[0].col)) > 0 {
			from = &b
		}
		out, *from = append(out, (*from)[0]), (*from)[1:]
	}
	return append(append(out, a...), b...)
}
