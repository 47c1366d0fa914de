package join

import (
	"strings"
	"unicode/utf8"

	"ziping/extract/grid/sheet"
	"ziping/extract/grid/table"
)

// How a page begins: with a repeated heading, with a new form, or neither.

const (
	maxHeader    = 8  // rows of a repeated heading, at most
	earlyRows    = 48 // the heading is among the first of these
	longestTitle = 40 // characters of a title
)

// repeated returns how many of the first rows of p repeat rows of t, and which.
func (t *growing) repeated(p *growing, o *overBreak) (n, row int) {
	for n = min(maxHeader, p.Rows-1); n > 0; n-- {
		if head := p.block(0, n, true, (*table.Entry).Key); head != nil {
			if first := t.block(0, n, true, (*table.Entry).Key); first != nil && (equalBlocks(head, first) || equalBlocks(p.block(0, n, true, o.withoutLabels), first)) {
				return n, 0
			}
		}
		head := p.block(0, n, false, (*table.Entry).Key)
		if head == nil {
			continue
		}
		for row = 0; row+n <= min(t.Rows, earlyRows); row++ {
			same := t.block(row, n, false, (*table.Entry).Key)
			if same == nil {
				continue
			}
			if row+n == t.Rows {
				// The label of the group that begins with the heading ends with the
				// page here, and goes on past the heading there.
				for c := range same {
					if e := p.at(c.row, c.col); c.row+c.rs == n && e != nil && e.Cols == c.cs && e.Row+e.Rows > n {
						delete(same, c)
					}
				}
			}
			if (equalBlocks(head, same) || likeBlocks(t, p, n, row, head, same)) && !(row > 0 && alikeBehind(t, p, n, row)) {
				return n, row
			}
		}
	}
	if titleAgain(t, p) {
		return 1, 0
	}
	return 0, 0
}

type blockCell struct {
	row, col, rs, cs int
	text             string
}

// block lists the non-empty cells of n rows that end within them, nil where
// they look like data: fewer than two, or figures in the first row. A title over
// all columns may come first. The first rows of a table, which a spreadsheet prints
// again on each page whatever they hold, are compared as a whole: with the empty
// cells and the figures, nil where something reaches out of them or the first cell
// names nothing.
func (t *growing) block(row, n int, whole bool, key func(*table.Entry) string) map[blockCell]bool {
	out := map[blockCell]bool{}
	for _, e := range t.early {
		if e.Row < row || e.Row >= row+n {
			continue
		}
		text := key(e)
		if whole {
			if e.Row+e.Rows > row+n || e.Row == row && e.Col == 0 && (text == "" || sheet.Amount(text)) {
				return nil
			}
		} else if e.Row+e.Rows > row+n || text == "" {
			continue
		}
		if e.Row == row && !whole && sheet.Amount(text) {
			return nil
		}
		out[blockCell{e.Row - row, e.Col, e.Rows, e.Cols, text}] = true
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// alikeBehind reports whether the row behind a heading says what the one behind the same
// heading said: then it is the heading of the next form, whose first rows stand before
// the page break.
func alikeBehind(t, p *growing, n, row int) bool {
	a, b := wordsOf(t, row+n), wordsOf(p, n)
	return len(a) > 0 && equalBlocks(a, b)
}

// wordsOf lists the cells of a row that say something, but figures and the label of its
// group.
func wordsOf(t *growing, row int) map[blockCell]bool {
	out := map[blockCell]bool{}
	for _, e := range t.early {
		if text := e.Key(); e.Row == row && e.Col > 0 && text != "" && !sheet.Amount(text) {
			out[blockCell{0, e.Col, 0, e.Cols, text}] = true
		}
	}
	return out
}

func equalBlocks(a, b map[blockCell]bool) bool {
	if len(a) != len(b) {
		return false
	}
	for k := range a {
		if !b[k] {
			return false
		}
	}
	return true
}

// labels reports whether a cell that begins beside repeated headings and goes on
// below them is the table's own that does so, with its words printed again.
func (t *growing) labels(e *table.Entry, row int) bool {
	own := t.at(row+e.Row, e.Col)
	return own != nil && own.Cols == e.Cols && own.Row+own.Rows == t.Rows && own.Key() != "" && own.Key() == e.Key()
}

// dropRows removes the first n rows of what the next page holds, which repeat those
// of the table from row on.
func (t *growing) dropRows(next *growing, n, row int, o *overBreak) table.Header {
	var texts []string
	kept := next.Cells[:0]
	for _, e := range next.Cells {
		end := e.Row + e.Rows
		if end <= n {
			s := e.Text()
			if bare := o.withoutLabels(e); bare != e.Key() && row == 0 {
				s = bare
			}
			if s != "" {
				texts = append(texts, s)
			}
			continue
		}
		if e.Row < n && t.labels(e, row) {
			texts = append(texts, e.Text())
			e.Clear()
		}
		e.Row = max(0, e.Row-n)
		e.Rows = end - n - e.Row
		kept = append(kept, e)
	}
	next.Cells = kept
	next.Rows -= n
	box := o.b.Box()
	box[3] = o.b.Ys[n]
	return table.Header{Row: row, Sheet: o.b.Sheet, Box: box, Text: strings.Join(texts, " | ")}
}

// startsAgain reports whether a piece begins as the table did, with other
// contents: the next form of the same kind. Its first drop rows repeat the table's
// from row on.
func (t *growing) startsAgain(p *growing, drop, row int) bool {
	if drop > 0 {
		// Behind a heading comes what the page before has not had yet.
		a, b := t.at(row+drop, 0), p.at(drop, 0)
		return row == 0 && (a != nil && b != nil && a.Key() != "" && a.Key() == b.Key() || alikeBehind(t, p, drop, row))
	}
	a, b := t.corner(), p.corner()
	if a == nil || b == nil {
		return false
	}
	x, y := a.Key(), b.Key()
	if x == "" || y == "" {
		return false
	}
	return x == y || title(t, a) && title(p, b) && utf8.RuneCountInString(y) <= longestTitle && !b.Parts[0].Cell.NoTop
}

// corner is the top left cell.
func (t *growing) corner() *table.Entry {
	return t.at(0, 0)
}

// title reports whether a cell of a table's first piece lies over all columns.
func title(t *growing, e *table.Entry) bool {
	return e.Parts[0].Cell.Cols == t.First.Cols()
}

// at is the cell that begins at a place among the first rows, or nil.
func (t *growing) at(row, col int) *table.Entry {
	for _, e := range t.early {
		if e.Row == row && e.Col == col {
			return e
		}
	}
	return nil
}
