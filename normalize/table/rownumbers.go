package table

import "strconv"

// Some programs copy a sheet with the numbers of its rows. They are told by counting all
// rows of a table, its headings too: a column of the form counts what is below its heading.

// fewestCounted is how many rows a table must have for its first column to count them.
const fewestCounted = 8

// TakeRowNumbers takes the numbers of rows out of the tables that begin with them, and rows
// with nothing else; each line keeps its own (Line.Number).
func TakeRowNumbers(lines []*Line) []*Line {
	out := lines[:0:0]
	for from := 0; from < len(lines); {
		to := from + 1
		for to < len(lines) && lines[to].Table == lines[from].Table {
			to++
		}
		if rows := lines[from:to]; numbered(rows) {
			for _, l := range rows {
				if _, ok := l.number(); ok {
					l.Number, l.Items = &l.Items[0], l.Items[1:]
				}
				if len(l.Items) > 0 {
					out = append(out, l)
				}
			}
		} else {
			out = append(out, rows...)
		}
		from = to
	}
	return out
}

// numbered reports rows that each begin with a number that counts them, but for rows of one
// cell above and below: those around a table that text has no place for elsewhere.
func numbered(rows []*Line) bool {
	for len(rows) > 0 && rows[0].beside() {
		rows = rows[1:]
	}
	for len(rows) > 0 && rows[len(rows)-1].beside() {
		rows = rows[:len(rows)-1]
	}
	if len(rows) < fewestCounted {
		return false
	}
	first, _ := rows[0].number()
	for _, l := range rows {
		if n, ok := l.number(); !ok || n-first != l.Row-rows[0].Row {
			return false
		}
	}
	return true
}

// beside reports a row of one cell that is no number.
func (l *Line) beside() bool {
	_, ok := l.number()
	return !ok && len(l.Items) == 1
}

// number is the number in the first column of a row of a table.
func (l *Line) number() (n int, ok bool) {
	it := &l.Items[0]
	if l.Loose || it.Col != 0 || it.Span != 1 || it.RowSpan != 1 {
		return 0, false
	}
	n, err := strconv.Atoi(it.Folded)
	return n, err == nil
}
