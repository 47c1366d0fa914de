package grid

import (
	"strings"
	"unicode/utf8"
)

// startsAgain reports whether a piece begins as the table did, with other
// contents: the next form of the same kind.
func (t *table) startsAgain(p *table) bool {
	a, b := t.firstText(), p.firstText()
	return a != "" && a == b
}

// firstText is the text of the top left cell.
func (t *table) firstText() string {
	for _, e := range t.cells {
		if e.row == 0 && e.col == 0 {
			return squash(e.text())
		}
	}
	return ""
}

func squash(t string) string { return strings.Join(strings.Fields(t), "") }

// maxHeader is how many rows a repeated heading may have.
const maxHeader = 8

// repeated returns how many of the first rows of p repeat rows of t, and which.
func (t *table) repeated(p *table) (n, row int) {
	for n = min(maxHeader, p.rows-1); n > 0; n-- {
		head := p.block(0, n)
		if head == nil {
			continue
		}
		for row = 0; row+n <= t.rows; row++ {
			if row > 40 {
				break
			}
			if same := t.block(row, n); same != nil && equalBlocks(head, same) {
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
// they look like data: fewer than two, or figures in the first row.
func (t *table) block(row, n int) map[blockCell]bool {
	out := map[blockCell]bool{}
	first := 0
	for _, e := range t.cells {
		if e.row < row || e.row >= row+n {
			continue
		}
		if e.row+e.rs > row+n {
			continue
		}
		text := squash(e.text())
		if text == "" {
			continue
		}
		if e.row == row {
			if amount(text) {
				return nil
			}
			first++
		}
		out[blockCell{e.row - row, e.col, e.rs, e.cs, text}] = true
	}
	if first < 2 {
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

// amount reports whether a text is a figure and nothing else.
func amount(t string) bool {
	if t == "" {
		return false
	}
	for _, r := range t {
		if !figure(r) && r != ',' && r != '+' {
			return false
		}
	}
	return true
}

// dropRows removes the first n rows, which repeat those from row on.
func (t *table) dropRows(n, row int, p *piece) header {
	var texts []string
	kept := t.cells[:0]
	for _, e := range t.cells {
		end := e.row + e.rs
		if end <= n || e.row < n && !e.empty() && end <= n {
			if s := e.text(); s != "" {
				texts = append(texts, s)
			}
			continue
		}
		e.row = max(0, e.row-n)
		e.rs = end - n - e.row
		kept = append(kept, e)
	}
	t.cells = kept
	t.rows -= n
	box := p.box()
	box[3] = p.ys[n]
	return header{row: row, sheet: p.sheet, box: box, text: strings.Join(texts, " | ")}
}

// append puts the rows of p below those of t and joins what the break cut.
func (t *table) append(p *table, bottom []*entry, afterHeader bool) {
	top := p.top()
	under := map[[2]int]*entry{} // by columns
	for _, e := range top {
		under[[2]int{e.col, e.cs}] = e
	}
	pairs := make([]*entry, len(bottom))
	matched := 0
	for i, a := range bottom {
		if b := under[[2]int{a.col, a.cs}]; b != nil {
			pairs[i] = b
			matched++
		}
	}
	bare := !afterHeader && !t.first.open[1] && t.bare(bottom, pairs)
	cutRow := matched == len(bottom) && matched == len(top) && (bare || !afterHeader && t.cutByText(bottom, pairs)) ||
		afterHeader && matched == len(bottom) && matched == len(top) && t.cutByText(bottom, pairs)
	offset := t.rows
	if cutRow {
		offset--
	}
	united := map[*entry]*entry{}
	for i, a := range bottom {
		b := pairs[i]
		if b == nil {
			continue
		}
		if cutRow || t.goesOn(i, bottom, pairs, united) {
			united[b] = a
		}
	}
	for _, e := range p.cells {
		if a := united[e]; a != nil {
			a.rs = e.row + e.rs + offset - a.row
			a.cut = cutRow
			a.parts = append(a.parts, e.parts...)
			continue
		}
		e.row += offset
		t.cells = append(t.cells, e)
	}
	t.rows = offset + p.rows
}

// bare reports whether no border is drawn at the break on either page, over
// most of its width.
func (t *table) bare(bottom, pairs []*entry) bool {
	open, closed := 0.0, 0.0
	for i, a := range bottom {
		b := pairs[i]
		if b == nil {
			return false
		}
		w := a.lastPart().cell.box[2] - a.lastPart().cell.box[0]
		if a.lastPart().cell.noBottom && b.parts[0].cell.noTop {
			open += w
		} else {
			closed += w
		}
	}
	return open > closed
}

func (e *entry) lastPart() *part { return &e.parts[len(e.parts)-1] }

// cutByText reports whether the first row of the next page is the rest of the
// last row, judged by what is filled in. The rest of a row has text only where
// the row has; a cell that was finished is empty; no figure follows a figure.
// Where every cell goes on, all must be running text that stops in a sentence at
// the end of a full line.
func (t *table) cutByText(bottom, pairs []*entry) bool {
	goOn, done, running := 0, 0, true
	for i, a := range bottom {
		b := pairs[i]
		ea, eb := a.empty(), b.empty()
		switch {
		case ea && !eb:
			return false
		case !ea && eb && a.rs == 1:
			done++
		case !ea && !eb:
			if b.rs > 1 || amount(squash(a.text())) && amount(squash(b.text())) {
				return false
			}
			goOn++
			running = running && runsOn(a, b)
		}
	}
	return goOn > 0 && (running || done > 0 && done >= goOn && !startsAnew(bottom, pairs))
}

// startsAnew reports whether the leftmost cell of the row that is no group label
// is filled on both pages and reads as complete on each.
func startsAnew(bottom, pairs []*entry) bool {
	for i, a := range bottom {
		if a.rs == 1 && !a.empty() {
			return !pairs[i].empty() && !runsOn(a, pairs[i])
		}
	}
	return false
}

// runsOn reports whether the text of a stops in a sentence on a full line.
func runsOn(a, b *entry) bool {
	q := a.lastPart()
	if len(q.cell.lines) == 0 {
		return false
	}
	l := &q.cell.lines[len(q.cell.lines)-1]
	em := q.sheet.glyphs[l.glyphs[0]].Size
	text := q.sheet.lineText(l)
	last, _ := utf8.DecodeLastRuneInString(text)
	full := l.box[2]-l.box[0] > q.sheet.room(q.cell.lines, q.cell.box)-1.5*em
	return full && !strings.ContainsRune("。；;！？", last) && !numbered(b.text())
}

// goesOn reports whether a merged cell at the end of one page goes on at the top
// of the next, where the row itself was not cut.
func (t *table) goesOn(i int, bottom, pairs []*entry, united map[*entry]*entry) bool {
	a, b := bottom[i], pairs[i]
	if !t.first.open[1] && a.lastPart().cell.noBottom && b.parts[0].cell.noTop {
		return true
	}
	// A group that ended takes what is grouped under it along.
	allLeft := true
	for k := range i {
		if pairs[k] == nil || united[pairs[k]] == nil {
			allLeft = false
			if bottom[k].rs >= a.rs && !(bottom[k].empty() && pairs[k] != nil && pairs[k].empty()) && a.rs > 1 {
				return false
			}
		}
	}
	ea, eb := a.empty(), b.empty()
	switch {
	case !ea && !eb:
		return false
	case ea && eb:
		return a.rs > 1 && b.rs > 1
	case eb && (a.rs > 1 || b.rs > 1), ea && (a.rs > 1 || b.rs > 1):
		return true
	}
	// One row on each page: only a label whose left neighbours all go on, where
	// the table merges its labels and does not leave them blank.
	return eb && allLeft && i+1 < len(bottom) && !t.leavesBlank(a)
}

// leavesBlank reports whether the column of a has single empty cells.
func (t *table) leavesBlank(a *entry) bool {
	for _, e := range t.cells {
		if e.col == a.col && e.cs == a.cs && e.rs == 1 && e.empty() {
			return true
		}
	}
	return false
}
