package tabin

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ziping/text/blank"
	"ziping/text/bracket"
	"ziping/text/numerals"
)

// A line end inside a cell tears its row, where no quotes hold the cell together. A
// row is whole only when it has as many separators as the rows of its table have:
// lines are joined until it has them, whichever row it is. How many that are, the
// text says itself: of most rows, or some, all is on one line.

// lineEndInCell stands for a line end that is inside a cell, until the cell is cut out.
const lineEndInCell = "\uFDD0"

// piece is one line of a delimited text; a quoted cell in it may hold line ends.
type piece struct {
	text string
	n    int // separators
}

// mender joins the lines of rows that were torn.
type mender struct {
	separator string                 // one character
	quotes    bool                   // hold cells together
	drawn     bool                   // by a program that draws every empty cell: counts are to be relied upon
	heading   func(text string) bool // a text is a heading of the forms looked for
	pieces    []piece
	goesOn    []bool // a piece is of the row that the one before it is of
	padded    bool   // lines end in separators: nobody took them off
	open      int    // the first line that may go on in the next, -1 for none, see trimmed
	inferred  bool   // lines were joined by how rows look
}

// mend returns a text in which torn rows stand on one line each, and whether its
// rows have one number of separators in common.
func mend(text string, d dialect, most int, heading func(string) bool) (mended string, even bool, told doubt) {
	m := mender{open: -1, separator: separatorOf[d], quotes: d != pipes, drawn: d == pipes || d == bars, heading: heading}
	switch {
	case heading == nil && !m.drawn:
		return text, false, told // where counts may be wrong, a row is not told from two without knowing headings
	case heading == nil:
		m.heading = func(string) bool { return false }
	}
	if strings.Contains(text, lineEndInCell) || !m.cut(text, most) {
		return text, false, told
	}
	m.goesOn = make([]bool, len(m.pieces))
	m.padded = !m.drawn && m.emptyEnd()
	even = m.blocks() || m.settle(0, len(m.pieces), mostWidths)
	if !m.drawn {
		m.trimmed()
	}
	if m.open >= 0 {
		told.open = 1
		for _, p := range m.pieces[:m.open] {
			told.open += 1 + strings.Count(p.text, "\n")
		}
	}
	told.inferred = m.inferred
	if !slices.Contains(m.goesOn, true) {
		return text, even, told
	}
	var b strings.Builder
	b.Grow(len(text))
	for i, p := range m.pieces {
		switch {
		case m.goesOn[i]:
			b.WriteString(lineEndInCell)
		case i > 0:
			b.WriteByte('\n')
		}
		b.WriteString(p.text)
	}
	return b.String(), even, told
}

// doubt is what is not certain of the rows of a text.
type doubt struct {
	open     int  // the line, from 1 on, of which it is not known whether it goes on in the next; 0 for none
	inferred bool // lines were put together by how rows look
}

// mostPieces bounds the lines of a text that is mended; no form has a tenth of them.
const mostPieces = 20_000

// cut takes the lines of the text and counts their separators; false where there are
// too many.
func (m *mender) cut(text string, most int) bool {
	for more := true; more; {
		if len(m.pieces) == mostPieces {
			return false
		}
		var p piece
		p.text, text, more = cutRecord(text, m.quotes, most)
		p.n = m.separators(p.text)
		m.pieces = append(m.pieces, p)
	}
	return true
}

// cutRecord takes one line off the text, and with it those that go on with its
// quoted cells.
func cutRecord(text string, quotes bool, most int) (line, rest string, more bool) {
	line, rest, more = cutLine(text)
	if !quotes || strings.IndexByte(line, quote) < 0 {
		return line, rest, more
	}
	start := true // of a cell
	for i := 0; i < len(text); i++ {
		if start && (text[i] == quote || text[i] == ' ') {
			if _, size, _, ok := quotedCell(text[i:], separators, most); ok {
				start = false
				i += size - 1
				continue
			}
		}
		if text[i] == '\n' || text[i] == '\r' {
			_, rest, more = cutLine(text[i:])
			return text[:i], rest, more
		}
		start = strings.IndexByte(separators, text[i]) >= 0
	}
	return text, "", false
}

// separators counts what parts the cells of a piece.
func (m *mender) separators(text string) int {
	if !m.quotes || strings.IndexByte(text, quote) < 0 {
		return strings.Count(text, m.separator)
	}
	return len(m.cells(text)) - 1
}

// cells are the cells of a piece.
func (m *mender) cells(text string) []string {
	if !m.quotes || strings.IndexByte(text, quote) < 0 {
		return strings.Split(text, m.separator)
	}
	r := records{text: text, separator: m.separator, ends: m.separator, most: len(text)}
	for {
		c := r.cell()
		r.cells = append(r.cells, c.text)
		if c.last {
			return r.cells
		}
	}
}

const (
	mostWidths = 4  // tables of different widths in one text
	fewestRows = 2  // on a line each, which say how wide a table is
	mostTorn   = 60 // lines of one row
	mostTried  = 6  // widths
)

// span are the lines of one row.
type span struct{ from, to int }

// width is a number of separators taken for that of the rows of a table, with the
// rows that it makes whole.
type width struct {
	n       int
	rows    []span
	covered int // lines with separators in whole rows
	of      int // lines with separators
}

// blocks settles the parts of a text between empty lines each by itself, for most
// tables are parted so; false where all have one width, or where more lines are in
// whole rows if empty lines part nothing: they may stand inside cells.
func (m *mender) blocks() bool {
	type block struct{ from, to int }
	var blocks []block
	all := m.widest(0, len(m.pieces))
	covered, apart := 0, false
	for from, i := 0, 0; i <= len(m.pieces); i++ {
		if i < len(m.pieces) && !blank.None(m.pieces[i].text) {
			continue
		}
		w := m.widest(from, i)
		if w.of > 0 && !w.even() {
			return false
		}
		covered += w.covered
		apart = apart || w.of > 0 && w.n != all.n
		blocks = append(blocks, block{from, i})
		from = i + 1
	}
	if all.covered > covered || !apart {
		return false
	}
	for _, b := range blocks {
		m.settle(b.from, b.to, mostWidths)
	}
	return true
}

// even reports that most lines are in whole rows.
func (w *width) even() bool { return w.n > 0 && w.covered*5 >= w.of*4 }

// settle joins what is torn in the lines from and up to others, by the width that
// makes most of them whole; what no row of it covers may be a table of another
// width. It reports that most lines are in whole rows.
func (m *mender) settle(from, to, depth int) bool {
	w := m.widest(from, to)
	if w.n == 0 || m.drawn && !w.even() {
		return false
	}
	next := from
	for k, r := range append(w.rows, span{to, to}) {
		if next > from && next < r.from && r.from < to && m.padded && m.open < 0 && m.strays(next) {
			m.open = next - 1
		}
		if depth > 1 && r.from-next > fewestRows {
			m.settle(next, r.from, depth-1)
		}
		next = r.to
		switch {
		case r.to-r.from <= 1:
		case m.drawn && !m.several(r) || !m.drawn && m.believed(&w, k):
			for i := r.from + 1; i < r.to; i++ {
				m.goesOn[i] = true
			}
		case m.padded && w.covered == w.of && m.open < 0 && m.parted(r):
			m.open = r.from // as many separators as a row has, and no telling
		}
	}
	return w.even()
}

// strays reports a line without a separator behind a row whose last cell it may be of. One
// with separators is a row that lost some.
func (m *mender) strays(i int) bool {
	if m.pieces[i].n > 0 {
		return false
	}
	above := m.cells(m.pieces[i-1].text)
	return goesOn(above[len(above)-1], m.pieces[i].text) && !m.heading(blank.Trim(m.pieces[i].text)) && !labelled(m.pieces[i].text, m.heading)
}

// labelled reports a line that begins with a heading and a colon: it says something of its
// own, and goes on with nothing (填表说明：定性指标按三档评分。).
func labelled(line string, heading func(string) bool) bool {
	label, _, ok := strings.Cut(blank.Fold(line), ":")
	return ok && heading(label)
}

// parted reports a row of several lines with separators, none of which begins with a heading
// of its own, as a row of another table does that has the rest of the separators by chance.
func (m *mender) parted(r span) bool {
	n := 0
	for i, p := range m.pieces[r.from:r.to] {
		if p.n == 0 {
			continue
		}
		if n++; n < 2 {
			continue
		}
		open, next := m.lastCell(r.from+i-1), blank.Trim(m.cells(p.text)[0])
		if m.severalHeadings([]string{open, next}) || next == "" && m.heading(blank.Trim(open)) {
			return false
		}
	}
	return n > 1
}

// widest is the width that makes most lines parts of whole rows.
func (m *mender) widest(from, to int) (best width) {
	count := map[int]int{}
	of := 0
	for _, p := range m.pieces[from:to] {
		if count[p.n]++; p.n > 0 {
			of++
		}
	}
	var tried []int
	for n, lines := range count {
		if lines >= fewestRows && n > 1 {
			tried = append(tried, n)
		}
	}
	slices.SortFunc(tried, func(a, b int) int { return cmp.Or(count[b]-count[a], b-a) })
	for _, n := range tried[:min(len(tried), mostTried)] {
		if w := m.whole(from, to, n); w.covered > best.covered {
			best = w
		}
	}
	best.of = of
	return best
}

// whole finds the whole rows of a width.
func (m *mender) whole(from, to, n int) width {
	w := width{n: n}
	for i := from; i < to; {
		at := i
		for at < to && m.pieces[at].n == 0 {
			at++
		}
		if at == to {
			break
		}
		sum, end, lines := m.pieces[at].n, at+1, 1
		for ; end < to && end-at < mostTorn && sum < n && m.pieces[end].n < n; end++ {
			if sum += m.pieces[end].n; m.pieces[end].n > 0 {
				lines++
			}
		}
		if sum != n || !m.drawn && byChance(m, span{at, end}) {
			i = at + 1
			continue
		}
		w.rows = append(w.rows, span{m.begin(&w, i, at), end})
		w.covered += lines
		i = end
	}
	return w
}

// begin is where a row begins whose first separator stands in the line at, behind
// lines without any: these are the first part of its first cell, or the last part of
// the last cell of the row before, or lines beside the table.
func (m *mender) begin(w *width, from, at int) int {
	first := m.cells(m.pieces[at].text)[0]
	for i := from; i < at; i++ {
		if !inBrackets(m.pieces[i].text) && m.heading(m.text(i, at)+first) {
			return i
		}
	}
	last := len(w.rows) - 1
	if last < 0 || w.rows[last].to != from || from == at {
		return at
	}
	if open := m.cells(m.pieces[from-1].text); !m.heading(blank.Trim(open[len(open)-1])) && m.joinedHeads(open[len(open)-1], m.text(from, at)) {
		w.rows[last].to = at
		return at
	}
	if m.heading(first) && !m.lonePadded(w.n) {
		return at
	}
	for i := from; i < at; i++ {
		if i == from && blank.None(m.pieces[i].text) || m.heading(m.pieces[i].text) || labelled(m.pieces[i].text, m.heading) {
			return at // beside the table
		}
	}
	above := m.cells(m.pieces[from-1].text)
	switch {
	case goesOn(above[len(above)-1], m.pieces[from].text):
		w.rows[last].to = at
	case m.drawn && goesOn(m.text(from, at), first):
		return from
	}
	return at
}

// lonePadded reports that rows of one cell have all their separators, but for lines
// before the first of them: a line without any is part of a cell.
func (m *mender) lonePadded(n int) bool {
	if !m.padded {
		return false
	}
	for _, p := range m.pieces {
		if first, rest, _ := strings.Cut(p.text, m.separator); p.n == n && !blank.None(first) && blank.None(strings.ReplaceAll(rest, m.separator, "")) {
			return true
		}
	}
	return false
}

// inBrackets reports a text that is a remark and no part of a heading: (2023年度).
func inBrackets(s string) bool {
	s = blank.Fold(s)
	return strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")")
}

// goesOn reports that two texts can be parts of one cell: words, for a figure goes
// over no line end, or what stands in one pair of brackets: 决策( over 15分).
func goesOn(a, b string) bool {
	a, b = blank.Trim(a), blank.Trim(b)
	return a != "" && b != "" && !dashed(a) && !dashed(b) && (!figureLike(a) && !figureLike(b) || bracket.Open(a) > 0 && bracket.Open(b) < 0)
}

// dashed reports a cell that was drawn through: nothing goes on in it.
func dashed(s string) bool { return strings.Trim(s, "-/\u2013\u2014\uff0d") == "" }

// wordsGoOn reports the same where more than the words tells of rows: words may go on in
// 2分 then, and 2024 in 年9月, but none in a number, and 9.85 not in 年度任务.
func wordsGoOn(a, b string) bool {
	a, b = blank.Trim(a), blank.Trim(b)
	return a != "" && b != "" && !bareNumber(b) && (!bareNumber(a) || dateGoesOn(a, b))
}

// dateGoesOn reports the year of a date before what follows it: 2024 and 年9月.
func dateGoesOn(a, b string) bool {
	const year = 4
	first, size := utf8.DecodeRuneInString(b)
	rest := b[size:]
	return len(a) == year && strings.Trim(a, "0123456789") == "" && first > unicode.MaxASCII && strings.ContainsRune(notInUnits, first) && (rest == "" || '0' <= rest[0] && rest[0] <= '9')
}

// bareNumber reports 12.5, ≥3 and 93%.
func bareNumber(w string) bool {
	w = halfWidth(w)
	return figureLike(w) && strings.TrimLeft(strings.TrimLeft(w, "≥≤=><≧≦-"), "0123456789.,%") == ""
}

// text is what stands in the lines from and up to others.
func (m *mender) text(from, to int) string {
	var b strings.Builder
	for _, p := range m.pieces[from:to] {
		b.WriteString(p.text)
	}
	return b.String()
}

// several reports lines that are as many rows of a narrower table: each has as many
// separators, and ends in one.
func (m *mender) several(r span) bool {
	for _, p := range m.pieces[r.from:r.to] {
		if p.n < 2 || p.n != m.pieces[r.from].n || !strings.HasSuffix(blank.Trim(p.text), m.separator) {
			return false
		}
	}
	return true
}

// believed reports that lines are one row although who wrote the text may have left
// separators out: each line end is inside a cell, and all other rows are whole, or
// those beside it have figures in the same columns.
func (m *mender) believed(w *width, k int) bool {
	r := w.rows[k]
	exact := m.padded && w.covered == w.of && w.rules(3)
	on := goesOn
	if exact {
		on = wordsGoOn
	}
	var open []string // parts of the cell so far
	for i := r.from; i < r.to; i++ {
		if i > r.from && m.pieces[i].n == 0 && blank.None(m.pieces[i].text) {
			continue // an empty line inside the cell
		}
		parts := m.cells(m.pieces[i].text)
		if i > r.from && !on(open[len(open)-1], parts[0]) {
			return false
		}
		if open = append(open, parts[0]); len(parts) == 1 {
			continue
		}
		if m.severalHeadings(open) {
			return false
		}
		open = parts[len(parts)-1:]
	}
	if m.severalHeadings(open) {
		return false
	}
	return w.rules(3) || k > 0 && m.alike(r, w.rows[k-1]) || k+1 < len(w.rows) && m.alike(r, w.rows[k+1])
}

// byChance reports lines that have as many separators as a row and are none: nothing stands
// where two of them meet, for a line end tears what is in a cell, or one counts on from the
// first cell of the one before it (countsOn), or each begins with a heading of its own. They
// bear no other lines out.
func byChance(m *mender, r span) bool {
	if r.to-r.from == 1 {
		return false
	}
	begins, above, all := "", "", true // the first and the last cell of the line before, and what stands below it
	for i, p := range m.pieces[r.from:r.to] {
		cells := m.cells(p.text)
		first := blank.Trim(cells[0])
		switch {
		case p.n == 0:
			above += p.text
			continue
		case i > 0 && (first == "" || blank.None(above) || countsOn(begins, above, first)):
			return true
		}
		begins = first
		all = all && m.heading(first) && (i == 0 || !m.joinedHeads(above, first))
		above = cells[len(cells)-1]
	}
	return all
}

// countsOn reports a cell numbered one on from that at the beginning of the line above, of
// which the last cell holds no list that may go on: 目标1：… | done over 目标2：….
func countsOn(first, last, next string) bool {
	n := numerals.Number(blank.Fold(first))
	return n > 0 && numerals.Number(blank.Fold(next)) == n+1 && numerals.Number(blank.Fold(last)) == 0
}

// severalHeadings reports parts that do not make a heading, although one is.
func (m *mender) severalHeadings(parts []string) bool {
	return len(parts) > 1 && slices.ContainsFunc(parts, m.heading) && !m.heading(strings.Join(parts, ""))
}

// rules reports that all rows have the width, some of them on one line and so many at
// least, or all but a few, most on one line.
func (w *width) rules(fewest int) bool {
	const odd = 20 // lines of which one may be anything
	torn, sound := 0, 0
	for _, r := range w.rows {
		if r.to-r.from > 1 {
			torn++
		} else {
			sound++
		}
	}
	return sound >= fewest && (w.covered == w.of && sound*2 >= torn || w.of-w.covered <= w.of/odd && sound >= 2*torn)
}

// alike reports rows with figures in the same columns, two at least.
func (m *mender) alike(a, b span) bool {
	in := m.figures(a)
	return len(in) > 1 && slices.Equal(in, m.figures(b))
}

// figures are the columns of a row that hold figures.
func (m *mender) figures(r span) (columns []int) {
	for col, c := range m.cells(m.text(r.from, r.to)) {
		if figureLike(blank.Trim(c)) {
			columns = append(columns, col)
		}
	}
	return columns
}
