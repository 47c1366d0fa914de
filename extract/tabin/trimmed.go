package tabin

import (
	"slices"
	"strconv"
	"strings"

	"ziping/text/blank"
)

// Some editors take the separators off the ends of lines. Then no number of separators
// tells which rows are whole, and a row that a line end tore is joined only where words
// show it: the parts make a heading together that they are not alone, or a row whose
// figures stand in the columns of the row beside it.

// trimmed joins such rows; nothing where a line ends in a separator, for then they were
// left.
func (m *mender) trimmed() {
	if m.padded {
		return
	}
	widest := 0
	for _, p := range m.pieces {
		widest = max(widest, p.n)
	}
	for i := 0; i+1 < len(m.pieces); i++ {
		if m.goesOn[i+1] || m.pieces[i].n == 0 && m.pieces[i+1].n == 0 || m.pieces[i].n+m.pieces[i+1].n > widest {
			continue // or more than any row has
		}
		if open, next := m.lastCell(i), m.cells(m.pieces[i+1].text)[0]; goesOn(open, next) && m.makesHeading(i, open, next) {
			m.goesOn[i+1] = true
		}
	}
	open := newRowSearch(m, widest).rows()
	if m.open = m.openEnd(widest); open >= 0 && (m.open < 0 || open < m.open) {
		m.open = open
	}
}

// mostTears is how often one row is taken to be torn.
const mostTears = 4

// lastCell is the cell that a line leaves open, with the lines that it went on in.
func (m *mender) lastCell(i int) string {
	from := i
	for m.goesOn[from] && m.pieces[from].n == 0 {
		from--
	}
	cells := m.cells(m.pieces[from].text)
	return cells[len(cells)-1] + m.text(from+1, i+1)
}

// makesHeading reports two parts of a heading, one of which is none; or both stand in
// lines of nothing but headings, where a row of them was torn.
func (m *mender) makesHeading(i int, a, b string) bool {
	if !m.joinedHeads(a, b) {
		return false
	}
	if !m.heading(blank.Trim(a)) || !m.heading(blank.Trim(b)) {
		return true
	}
	const fewest = 4
	const odd = 6 // of so many headings one may be nobody's
	named, strange := 0, 0
	for k, line := range m.pieces[i : i+2] {
		cells := m.cells(line.text)
		for col, c := range cells {
			goesOn := k == 1 && col > 0 && col == len(cells)-1 && i+2 < len(m.pieces) && m.joinedHeads(c, m.cells(m.pieces[i+2].text)[0])
			switch c = blank.Trim(c); {
			case c == "" || goesOn || k == 0 && col == 0 && m.goesOn[i]: // torn itself
			case m.heading(c):
				named++
			case figureLike(c):
				return false
			default:
				strange++
			}
		}
	}
	return named >= fewest && strange*odd <= named
}

// joinedHeads reports two texts that make a heading together.
func (m *mender) joinedHeads(a, b string) bool {
	return !inBrackets(a) && m.heading(blank.Trim(a)+blank.Trim(b))
}

// openEnd is the first line that may as well go on in the next one, though nothing shows
// that it does, -1 for none: words at its end and at the beginning of the next, which is
// no heading or makes one with them, in a row with figures that is no longer than others.
func (m *mender) openEnd(widest int) int {
	for i := 0; i+1 < len(m.pieces); i++ {
		a, b := &m.pieces[i], &m.pieces[i+1]
		if m.goesOn[i+1] || a.n+b.n == 0 || a.n+b.n > widest {
			continue
		}
		open, next := m.lastCell(i), m.cells(b.text)[0]
		if m.figureGoesOn(i, open, next) {
			return i
		}
		if !goesOn(open, next) || (m.heading(blank.Trim(next)) || labelled(next, m.heading)) && !m.joinedHeads(open, next) {
			continue
		}
		from, to := i, i+2
		for from > 0 && m.goesOn[from] {
			from--
		}
		for to < len(m.pieces) && m.goesOn[to] {
			to++
		}
		if len(m.figures(span{from, to})) > 1 {
			return i
		}
	}
	return -1
}

// figureGoesOn reports a figure at the end of a line, and one at the beginning of the next
// that no row begins with: 1757 over .50, 1.3 over 5万人次. A number goes over no line end,
// but some programs break it where their cells end. A whole number may count the rows, where
// the one before or behind it begins another.
func (m *mender) figureGoesOn(i int, open, next string) bool {
	open, next = blank.Trim(open), blank.Trim(next)
	begins := strings.TrimLeft(next, ".,")
	if !bareNumber(open) || strings.HasSuffix(open, "%") || begins == "" || begins[0] < '0' || begins[0] > '9' || !figureLike(open+next) {
		return false
	}
	n, err := strconv.Atoi(next)
	return err != nil || !m.counted(n-1) && !m.counted(n+1)
}

// counted reports a line that begins with a number, as one does that is counted.
func (m *mender) counted(n int) bool {
	return slices.ContainsFunc(m.pieces, func(p piece) bool {
		first, _, ok := strings.Cut(p.text, m.separator)
		k, err := strconv.Atoi(blank.Trim(first))
		return ok && err == nil && k == n
	})
}
