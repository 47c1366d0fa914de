package tabin

import (
	"strings"

	"ziping/text/blank"
)

// Spreadsheets put a cell in quotes where it holds a line end, a quote or what
// parts the cells; a quote inside is doubled. Such a cell is one token, whatever
// stands in it: which separator a text has is told from what is outside.

// quote opens and closes a cell.
const quote = '"'

// quotedCell is the quoted cell that s begins with, blanks before and behind it
// included: what is between its quotes, and whether it has doubled ones. It is none
// where a quote inside is single or where no separator and no line end follows:
// “"十四五"规划” begins with a quote that belongs to its words. A cell of more than
// most bytes is none either.
func quotedCell(s, separators string, most int) (inner string, size int, doubled, ok bool) {
	from := len(s) - len(strings.TrimLeft(s, " "))
	if from == len(s) || s[from] != quote {
		return "", 0, false, false
	}
	for i := from + 1; i < len(s) && i <= from+most; i++ {
		if s[i] != quote {
			continue
		}
		if i+1 < len(s) && s[i+1] == quote {
			doubled = true
			i++
			continue
		}
		end := len(s) - len(strings.TrimLeft(s[i+1:], " "))
		return s[from+1 : i], end, doubled, end == len(s) || s[end] == '\n' || s[end] == '\r' || strings.IndexByte(separators, s[end]) >= 0
	}
	return "", 0, false, false
}

// records reads the rows of a delimited text.
type records struct {
	text      string
	separator string // one character
	ends      string // what a cell without quotes ends at
	cols      int    // of a row; more cells are kept only as long as it takes to say so
	most      int    // bytes of a quoted cell
	line      int    // lines read so far
	parted    bool   // the latest row has a separator

	cells []string // room for those of one row after the other
}

// next is the next row with the number of its first line; more is false behind the
// last. Its cells stand until the next call.
func (r *records) next() (cells []string, line int, more bool) {
	if r.text == "" {
		return nil, 0, false
	}
	line = r.line + 1
	plain, rest, _ := cutLine(r.text)
	r.line += strings.Count(plain, lineEndInCell)
	if strings.IndexByte(plain, quote) < 0 { // most rows
		r.text, r.line = rest, r.line+1
		r.parted = strings.Contains(plain, r.separator)
		r.split(trimRight(plain, r.separator))
		return r.cells, line, true
	}
	cells = r.cells[:0]
	r.parted = false
	bare := false   // some cell stands without quotes
	var words []int // cells that stand in quotes without need
	for {
		c := r.cell()
		r.parted = r.parted || !c.last
		if len(cells) <= r.cols && (len(cells) < r.cols || !blank.None(c.text)) {
			switch {
			case c.quoted && !c.needed:
				words = append(words, len(cells))
			case !blank.None(c.text):
				bare = true
			}
			cells = append(cells, c.text)
		}
		if c.last {
			break
		}
	}
	r.line++
	// Copied cells have quotes only where they need them; others are words in quotes.
	if r.separator == "\t" && (bare || len(cells) == 1) {
		for _, k := range words {
			cells[k] = string(quote) + cells[k] + string(quote)
		}
	}
	r.cells = cells
	return cells, line, true
}

// split takes the cells of a row without quotes. What is beyond the most cells of a
// row stays one.
func (r *records) split(row string) {
	r.cells = r.cells[:0]
	for len(r.cells) < r.cols {
		i := strings.IndexByte(row, r.separator[0])
		if i < 0 {
			break
		}
		r.cells = append(r.cells, row[:i])
		row = row[i+1:]
	}
	r.cells = append(r.cells, row)
}

// cell is one cell of a row in which quotes stand.
type cell struct {
	text           string
	quoted, needed bool // in quotes, and it could not stand without
	last           bool // of its row
}

// cell takes one cell off the text.
func (r *records) cell() cell {
	var c cell
	inner, size, doubled, quoted := quotedCell(r.text, r.separator, r.most)
	if quoted {
		c.quoted, c.text = true, inner
		c.needed = doubled || strings.ContainsAny(c.text, r.ends)
		if doubled {
			c.text = strings.ReplaceAll(c.text, `""`, `"`)
		}
		if strings.ContainsAny(c.text, "\r\n") {
			c.text = strings.ReplaceAll(strings.ReplaceAll(c.text, "\r\n", "\n"), "\r", "\n")
			r.line += strings.Count(c.text, "\n")
		}
	} else {
		if size = strings.IndexAny(r.text, r.ends); size < 0 {
			size = len(r.text)
		}
		c.text = r.text[:size]
	}
	if size < len(r.text) && r.text[size] == r.separator[0] {
		r.text = r.text[size+1:]
		return c
	}
	c.last = true
	_, r.text, _ = cutLine(r.text[size:])
	return c
}

// separators are what can part the cells of a text.
const separators = "\t,;|"

// census counts the rows of a text by the separators they have outside of quotes.
type census struct {
	lines                   int // with anything in them
	commas, semicolons, bar int // rows with two and more of each
	oneComma, oneSemicolon  int // rows with one, words on either side of it
	tab                     bool
}

// pair reports that a row has two cells: nearly every row has one separator. One
// between figures may be part of a figure, and tells nothing.
func (c *census) pair(rows int) bool { return rows*5 >= c.lines*4 }

// take looks at rows until the first tab, but counts no more than so many.
func take(text string, rows, most int) census {
	var c census
	counts := [4]int{}
	seen := false  // anything, in this row
	apart := false // its latest separator stands between other things than figures
	flush := func() {
		if seen && c.lines < rows {
			c.lines++
			if counts[1] == 1 && apart {
				c.oneComma++
			}
			if counts[2] == 1 && apart {
				c.oneSemicolon++
			}
			for k, to := range []*int{nil, &c.commas, &c.semicolons, &c.bar} {
				if to != nil && counts[k] >= 2 {
					*to++
				}
			}
		}
		counts, seen, apart = [4]int{}, false, false
	}
	start := true // of a cell
	for i := 0; i < len(text); {
		b := text[i]
		if start && (b == quote || b == ' ') {
			if _, size, _, ok := quotedCell(text[i:], separators, most); ok {
				i += size
				start, seen = false, true
				continue
			}
		}
		start = false
		switch k := strings.IndexByte(separators, b); {
		case k == 0:
			c.tab = true
			return c
		case k > 0:
			counts[k]++
			start, seen = true, true
			apart = i == 0 || i+1 == len(text) || !isDigit(text[i-1]) || !isDigit(text[i+1])
		case b == '\n' || b == '\r':
			flush()
			start = true
			if c.lines == rows && strings.IndexByte(text[i:], quote) < 0 { // only a tab matters now
				c.tab = strings.Contains(text[i:], "\t")
				return c
			}
		case b > ' ':
			seen = true
		}
		i++
	}
	flush()
	return c
}

// named is the separator that a first line of its own names, as spreadsheets write
// and read it (sep=;), and the text behind that line.
func named(text string) (separator, rest string, ok bool) {
	line, rest, _ := cutLine(text)
	line = strings.Trim(line, `"`)
	if len(line) != len("sep=;") || !strings.EqualFold(line[:len("sep=")], "sep=") {
		return "", text, false
	}
	separator = line[len("sep="):]
	return separator, rest, strings.Contains(separators, separator)
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }
