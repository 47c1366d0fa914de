package tabin

import (
	"slices"
	"strings"

	"ziping/extract"
	"ziping/text/blank"
)

// dialect is how cells are told apart.
type dialect int

const (
	tabs dialect = iota
	commas
	semicolons
	bars  // |, as a first line says
	pipes // rows drawn with |
	plain // no separators: loose lines only

	cells      // one after the other, each closed by |
	paragraphs // one to a paragraph
	blanks     // told apart by blanks
	wideBlanks // told apart by two and more blanks
	collapsed  // told apart by |, empty ones run together
)

// dialectOf is the dialect whose cells are told apart by a separator.
func dialectOf(separator string) dialect {
	switch separator {
	case ",":
		return commas
	case ";":
		return semicolons
	case "|":
		return bars
	}
	return tabs
}

// separatorOf is the separator of each dialect that has one.
var separatorOf = map[dialect]string{tabs: "\t", commas: ",", semicolons: ";", bars: "|", pipes: "|"}

// detect looks at the first lines. Tabs win, because a narrative cell may hold
// any number of commas; | and , and ; must stand in most lines.
func detect(text string, most int) dialect {
	const enough = 200
	c := take(text, enough, most)
	switch {
	case c.tab:
		return tabs
	case c.bar*2 > c.lines:
		return pipes
	case c.lines < 3:
	case c.commas*2 > c.lines || c.pair(c.oneComma):
		return commas
	case c.semicolons*2 > c.lines || c.pair(c.oneSemicolon):
		return semicolons
	}
	return plain
}

// rows returns a function that gives the next row and its line number; 0 at the
// end. Lines are counted from the one behind so many.
func (d dialect) rows(text string, lines int, l extract.Limits) func() (row, int, error) {
	if d == pipes || d == plain {
		return drawnRows(d, text, l)
	}
	separator := separatorOf[d]
	r := records{text: text, separator: separator, ends: separator + "\r\n", cols: l.Cols, most: quotedMost(l), line: lines}
	return func() (row, int, error) {
		cells, n, more := r.next()
		if !more {
			return row{}, 0, nil
		}
		loose := d == tabs && len(cells) == 1 && !r.parted
		if loose { // it is kept until what follows says what it is
			cells = slices.Clone(cells)
		}
		for len(cells) > 0 && blank.None(cells[len(cells)-1]) {
			cells = cells[:len(cells)-1]
		}
		switch {
		case len(cells) == 0:
			return row{blank: true}, n, nil
		case len(cells) > l.Cols:
			return row{}, n, limitError(n, l.Cols, cellsInARow)
		}
		return row{cells: cells, loose: loose}, n, nil
	}
}

var cellsInARow = extract.Text{ZH: "格的一行", EN: "cells in a row"}

// trimRight takes separators and blanks off the end of a row.
func trimRight(s, separator string) string {
	return strings.TrimRightFunc(s, func(r rune) bool { return r == rune(separator[0]) || blank.Gap(r) })
}

// quotedMost is more bytes than a quoted cell within the limits has.
func quotedMost(l extract.Limits) int { return 4 * l.CellRunes }

// drawnRows gives the rows of a text drawn with |, or its lines.
func drawnRows(d dialect, text string, l extract.Limits) func() (row, int, error) {
	bordered := d == pipes && bordered(text)
	n, inner, done := 0, 0, false // inner: lines of the latest row but its first
	return func() (row, int, error) {
		if done {
			return row{}, 0, nil
		}
		var s string
		var more bool
		s, text, more = cutLine(text)
		done = !more
		n += 1 + inner
		inner = strings.Count(s, lineEndInCell)
		if d == pipes {
			s = blank.Trim(s)
			if strings.Trim(s, "|-: ") == "" && strings.Contains(s, "-") { // |---|---| under a heading
				return row{blank: true}, n, nil
			}
			if bordered {
				s = strings.TrimPrefix(s, "|")
			}
		}
		drawn := d == pipes && strings.Contains(s, "|")
		if drawn {
			s = trimRight(s, "|")
		}
		switch {
		case blank.None(s):
			return row{blank: true}, n, nil
		case !drawn:
			return row{cells: []string{s}, loose: true}, n, nil
		case strings.Count(s, "|") >= l.Cols:
			return row{}, n, limitError(n, l.Cols, cellsInARow)
		}
		return row{cells: strings.Split(s, "|")}, n, nil
	}
}

// bordered reports rows that begin with |, nearly all: it parts no cells then.
func bordered(text string) bool {
	rows, begun := 0, 0
	for more := true; more; {
		var s string
		s, text, more = cutLine(text)
		if s = blank.Trim(s); strings.Contains(s, "|") {
			if rows++; s[0] == '|' {
				begun++
			}
		}
	}
	return begun*10 >= rows*9
}

// cutLine takes one line off the text; \n, \r\n and \r end a line.
func cutLine(s string) (line, rest string, more bool) {
	i := lineEnd(s)
	if i < 0 {
		return s, "", false
	}
	if s[i] == '\r' && i+1 < len(s) && s[i+1] == '\n' {
		return s[:i], s[i+2:], true
	}
	return s[:i], s[i+1:], true
}

// lineEnd is where the first line ends, -1 for nowhere. Either end is looked for in
// one stretch of the text after the other: in one that has no \r, the search for
// the first would read all of it for each line.
func lineEnd(s string) int {
	const stretch = 512
	for from := 0; from < len(s); from += stretch {
		part := s[from:min(len(s), from+stretch)]
		end := strings.IndexByte(part, '\n')
		if end >= 0 {
			part = part[:end]
		}
		if i := strings.IndexByte(part, '\r'); i >= 0 {
			end = i
		}
		if end >= 0 {
			return from + end
		}
	}
	return -1
}
