package grid

import (
	"strings"
	"unicode/utf8"
)

// How a page begins: with a repeated heading, with a new form, or neither.

const (
	maxHeader    = 8  // rows of a repeated heading, at most
	earlyRows    = 48 // the heading is among the first of these
	longestTitle = 40 // characters of a title
)

// repeated returns how many of the first rows of p repeat rows of t, and which.
func (t *growing) repeated(p *growing, o *overBreak) (n, row int) {
	for n = min(maxHeader, p.rows-1); n > 0; n-- {
		if head := p.block(0, n, true, (*entry).key); head != nil {
			if first := t.block(0, n, true, (*entry).key); first != nil && (equalBlocks(head, first) || equalBlocks(p.block(0, n, true, o.withoutLabels), first)) {
				return n, 0
			}
		}
		head := p.block(0, n, false, (*entry).key)
		if head == nil {
			continue
		}
		for row = 0; row+n <= min(t.rows, earlyRows); row++ {
			same := t.block(row, n, false, (*entry).key)
			if same == nil {
				continue
			}
			if row+n == t.rows {
				// The label of the group that begins with the heading ends with the
				// page here, and goes on past the heading there.
				for c := range same {
					if e := p.at(c.row, c.col); c.row+c.rs == n && e != nil && e.cs == c.cs && e.row+e.rs > n {
						delete(same, c)
					}
				}
			}
			if equalBlocks(head, same) {
				return n, row
			}
		}
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
func (t *growing) block(row, n int, whole bool, key func(*entry) string) map[blockCell]bool {
	out := map[blockCell]bool{}
	first := 0
	for _, e := range t.early {
		if e.row < row || e.row >= row+n {
			continue
		}
		text := key(e)
		if whole {
			if e.row+e.rs > row+n || e.row == row && e.col == 0 && (text == "" || amount(text)) {
				return nil
			}
		} else if e.row+e.rs > row+n || text == "" {
			continue
		}
		if e.row == row {
			if !whole && amount(text) {
				return nil
			}
			first++
		}
		out[blockCell{e.row - row, e.col, e.rs, e.cs, text}] = true
	}
	if len(out) < 2 || first == 1 && n == 1 {
		return nil
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
func (t *growing) labels(e *entry, row int) bool {
	own := t.at(row+e.row, e.col)
	return own != nil && own.cs == e.cs && own.row+own.rs == t.rows && own.key() != "" && own.key() == e.key()
}

// clear takes the words out of a cell.
func (e *entry) clear() {
	for k := range e.parts {
		e.parts[k].cell.glyphs, e.parts[k].cell.lines = nil, nil
	}
	e.squashed = nil
}

// dropRows removes the first n rows of what the next page holds, which repeat those
// of the table from row on.
func (t *growing) dropRows(next *growing, n, row int, o *overBreak) header {
	var texts []string
	kept := next.cells[:0]
	for _, e := range next.cells {
		end := e.row + e.rs
		if end <= n {
			s := e.text()
			if bare := o.withoutLabels(e); bare != e.key() && row == 0 {
				s = bare
			}
			if s != "" {
				texts = append(texts, s)
			}
			continue
		}
		if e.row < n && t.labels(e, row) {
			texts = append(texts, e.text())
			e.clear()
		}
		e.row = max(0, e.row-n)
		e.rs = end - n - e.row
		kept = append(kept, e)
	}
	next.cells = kept
	next.rows -= n
	box := o.b.box()
	box[3] = o.b.ys[n]
	return header{row: row, sheet: o.b.sheet, box: box, text: strings.Join(texts, " | ")}
}

// startsAgain reports whether a piece begins as the table did, with other
// contents: the next form of the same kind. Its first drop rows repeat the table's
// from row on.
func (t *growing) startsAgain(p *growing, drop, row int) bool {
	if drop > 0 {
		// Behind a heading comes what the page before has not had yet.
		a, b := t.at(row+drop, 0), p.at(drop, 0)
		return row == 0 && a != nil && b != nil && a.key() != "" && a.key() == b.key()
	}
	a, b := t.corner(), p.corner()
	if a == nil || b == nil {
		return false
	}
	x, y := a.key(), b.key()
	if x == "" || y == "" {
		return false
	}
	title := a.parts[0].cell.cs == t.first.cols() && b.parts[0].cell.cs == p.first.cols() // over all columns
	return x == y || title && utf8.RuneCountInString(y) <= longestTitle && !b.parts[0].cell.noTop
}

// corner is the top left cell.
func (t *growing) corner() *entry {
	return t.at(0, 0)
}

// at is the cell that begins at a place among the first rows, or nil.
func (t *growing) at(row, col int) *entry {
	for _, e := range t.early {
		if e.row == row && e.col == col {
			return e
		}
	}
	return nil
}
