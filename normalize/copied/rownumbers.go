package copied

import (
	"strconv"

	"ziping/normalize/table"
)

// Some programs copy a sheet with the numbers of its rows. They are told by counting all
// rows of a table, its headings too: a column of the form counts what is below its heading.

// fewestCounted is how many rows a table must have for its first column to count them.
const fewestCounted = 8

// withoutNumbers takes the numbers out of rows that begin with them, and rows with nothing
// else; each keeps its own (Line.Number).
func withoutNumbers(rows []*table.Line) []*table.Line {
	if !numbered(rows) {
		return rows
	}
	out := rows[:0:0]
	for _, l := range rows {
		if _, ok := number(l); ok {
			l.Number, l.Items = &l.Items[0], l.Items[1:]
		}
		if len(l.Items) > 0 {
			out = append(out, l)
		}
	}
	return out
}

// numbered reports rows that each begin with a number that counts them, but for rows of one
// cell above and below: those around a table that text has no place for elsewhere.
func numbered(rows []*table.Line) bool {
	for len(rows) > 0 && beside(rows[0]) {
		rows = rows[1:]
	}
	for len(rows) > 0 && beside(rows[len(rows)-1]) {
		rows = rows[:len(rows)-1]
	}
	if len(rows) < fewestCounted {
		return false
	}
	first, _ := number(rows[0])
	for _, l := range rows {
		if n, ok := number(l); !ok || n-first != l.Row-rows[0].Row {
			return false
		}
	}
	return true
}

// beside reports a row of one cell that is no number.
func beside(l *table.Line) bool {
	_, ok := number(l)
	return !ok && len(l.Items) == 1
}

// number is the number in the first column of a row of a table.
func number(l *table.Line) (n int, ok bool) {
	it := &l.Items[0]
	if l.Loose || it.Col != 0 || it.Span != 1 || it.RowSpan != 1 {
		return 0, false
	}
	n, err := strconv.Atoi(it.Text)
	return n, err == nil
}
