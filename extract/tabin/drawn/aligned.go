package drawn

import (
	"slices"
	"strings"

	"ziping/text/blank"
)

// A table set in columns of one width has its blanks where no cell reaches, in any of its rows:
// there one column ends and the next begins, and an empty cell is where a row has nothing.
//
//	一级指标  二级指标      三级指标      分值  得分
//	产出指标  数量指标      培训人次      10    9.8
//	          质量指标      合格率        10    10
//
// It is one only if each column's cells begin at one place, or end at one: in a text that was
// set in another way nothing says where columns are.

const (
	fewestRows    = 8 // of a table
	fewestColumns = 3
	fewestBlanks  = 2 // between cells
	mostAround    = 3 // lines with wide blanks above a table, and below it
)

// cell is a text of a line, from one place to another as they are shown: a wide character takes two.
type cell struct {
	text     string
	from, to int
}

// Aligned returns a text with | between the cells of its rows, and whether it is set in columns,
// but for a few lines above and below (what stands around a page's table). Each line is where
// it was.
func Aligned(text string) (string, bool) {
	if strings.ContainsAny(text, "\t|") {
		return text, false
	}
	lines := strings.Split(text, "\n")
	rows := make([][]cell, len(lines))
	for _, wide := range []rune{firstWide, firstDoubtful} {
		var several []int // lines with several cells
		for i, l := range lines {
			if rows[i] = cellsOf(l, wide); len(rows[i]) > 1 {
				several = append(several, i)
			}
		}
		for around := range several { // so many above and below together
			for above := max(0, around-mostAround); above <= min(around, mostAround); above++ {
				if len(several)-around < fewestRows {
					break
				}
				from, to := above, len(several)-(around-above)
				first, last := several[from], several[to-1]
				if !slices.ContainsFunc(slices.Concat(several[:from], several[to:]), func(i int) bool { return figures(rows[i]) }) && aligned(lines[first:last+1], rows[first:last+1]) {
					return strings.Join(lines, "\n"), true
				}
			}
		}
	}
	return text, false
}

// figures reports a line with a figure of its own in it, as no line around a table has.
func figures(row []cell) bool {
	return slices.ContainsFunc(row, func(c cell) bool { return strings.Trim(c.text, "0123456789.,%") == "" })
}

// aligned puts bars between the cells of lines, and reports that they are set in columns.
func aligned(lines []string, rows [][]cell) bool {
	var all []cell
	for _, r := range rows {
		if len(r) > 1 {
			all = append(all, r...)
		}
	}
	columns := columnsOf(all)
	if len(columns) < fewestColumns || !slices.ContainsFunc(rows, func(r []cell) bool { return len(r) > 1 && len(r) < len(columns) }) {
		return false
	}
	out := slices.Clone(lines)
	for i, row := range rows {
		if len(row) == 0 || len(row) == 1 && (row[0].from < columns[1].from || row[0].from >= columns[len(columns)-1].to) {
			continue // a line of text, alone in the first column or behind the last
		}
		var b strings.Builder
		for _, c := range columns {
			b.WriteByte('|')
			if len(row) > 0 && row[0].from < c.to {
				b.WriteString(row[0].text)
				row = row[1:]
			}
		}
		b.WriteByte('|')
		out[i] = b.String()
	}
	copy(lines, out)
	return true
}

// column is where the cells of a column begin and end, the first and the last.
type column struct {
	from, to   int
	begin, end map[int]int // how many of its cells begin and end at a place
}

// columnsOf are the columns of the cells, nil where they are set in none.
func columnsOf(all []cell) []column {
	slices.SortStableFunc(all, func(a, b cell) int { return a.from - b.from })
	var out []column
	for _, c := range all {
		if n := len(out); n == 0 || c.from >= out[n-1].to+fewestBlanks {
			out = append(out, column{from: c.from, to: c.to, begin: map[int]int{}, end: map[int]int{}})
		}
		last := &out[len(out)-1]
		last.to = max(last.to, c.to)
		last.begin[c.from]++
		last.end[c.to]++
	}
	for _, c := range out {
		if len(c.begin) > 1 && len(c.end) > 1 {
			return nil
		}
	}
	return out
}

// cellsOf are the texts of a line with two blanks and more between them.
func cellsOf(l string, wide rune) (out []cell) {
	var at, end, blanks int
	var b strings.Builder
	from := -1
	flush := func() {
		if from >= 0 {
			out = append(out, cell{strings.TrimRightFunc(b.String(), blank.Is), from, end})
		}
		b.Reset()
		from = -1
	}
	for _, r := range l {
		width := 1
		if r >= wide {
			width = 2
		}
		if blank.Is(r) {
			if blanks += width; blanks >= fewestBlanks {
				flush()
			}
		} else {
			if from < 0 {
				from = at
			}
			blanks, end = 0, at+width
		}
		if from >= 0 {
			b.WriteRune(r)
		}
		at += width
	}
	flush()
	return out
}

// The first character that takes two places everywhere, and the first that does in some places:
// ≥, ①, — are wide where the type is Chinese.
const (
	firstWide     = '\u2e80'
	firstDoubtful = '\u2010'
)
