package extract

import (
	"strings"
	"unicode/utf8"
)

// Positions tells where in its file the places of a Document stand, keyed by
// [Ref.Key]. Only readers of text and of workbooks fill it in, and only if the caller
// asks for it with [Options]: the Document itself knows rows and columns alone.
type Positions map[Ref]Position

// Position is a run of characters of one line of a text, or where Sheet is not empty
// a cell of a workbook. Line and columns count from 1 in characters; End is the column
// behind the last one. Columns are 0 where only the line is known. Of a workbook they
// are the row and column of the sheet, as it counts them.
type Position struct {
	Line, Column, End int
	Sheet             string
}

// Find notes where the cells of one line stand: each is the first place behind
// the one before that holds its text.
func (p Positions) Find(line int, text string, cells []string, ref func(n int) Ref) {
	rest, column := text, 1
	for n, c := range cells {
		if c == "" {
			continue
		}
		i := strings.Index(rest, c)
		if i < 0 {
			p[ref(n).Key()] = Position{Line: line}
			continue
		}
		from := column + utf8.RuneCountInString(rest[:i])
		end := from + utf8.RuneCountInString(c)
		p[ref(n).Key()] = Position{Line: line, Column: from, End: end}
		rest, column = rest[i+len(c):], end
	}
}
