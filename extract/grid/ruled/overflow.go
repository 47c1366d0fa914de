package ruled

import (
	"math"
	"sort"
	"unicode"
	"unicode/utf8"

	"ziping/extract"
	"ziping/extract/grid/page"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
)

// Text that runs over a ruling: characters went to cells by their centres, so a
// word that is too long for its cell has its end in the next cell, or outside
// the table. Such a word is put together again in the cell it belongs to.
const (
	flush     = 0.03 // so close that figures on both sides are one figure
	fullWidth = 0.8  // a bracket from which on is as wide as a character
	farthest  = 20   // how far outside the borders words are looked for
	indented  = 0.06 // words that usually keep so far off a ruling do not touch across it
)

// mender puts words that run over upright rulings together again.
type mender struct {
	*piece.Piece
	at          []int                // cell of each place, -1 where there is none
	left, right *piece.Cell          // free characters just outside the borders
	indent      float64              // how far words keep off the ruling at their left
	changed     map[*piece.Cell]bool // lines gained or lost characters
}

// mend is done column by column, so that a word is followed from where it begins.
func mend(p *piece.Piece) {
	m := &mender{Piece: p, at: p.Places(), indent: indent(p), changed: map[*piece.Cell]bool{}}
	m.left, m.right = fringe(p)
	columns := make([][]*piece.Cell, p.Cols())
	for k := range p.Cells {
		c := &p.Cells[k]
		columns[c.Col] = append(columns[c.Col], c)
	}
	for _, list := range columns {
		for _, c := range list {
			m.mendCell(c)
		}
	}
	// What hangs out on the left belongs to the line it touches.
	for _, c := range columns[0] {
		for i := range c.Lines {
			if f, ok := m.meeting(m.left, &c.Lines[i], c.Box[0]); ok {
				l := &m.left.Lines[f]
				m.move(m.left, f, len(l.Glyphs)-m.tail(l), len(l.Glyphs), c, i)
			}
		}
	}
	for c := range m.changed {
		c.Glyphs = nil
		for i := range c.Lines {
			c.Glyphs = append(c.Glyphs, c.Lines[i].Glyphs...)
		}
	}
	p.Sheet.Give(m.left.Glyphs)
	p.Sheet.Give(m.right.Glyphs)
}

// indent is how far, in character sizes, words keep off the ruling at their left:
// what all but a tenth of the lines, or one of few, do. A word that runs over does not.
func indent(p *piece.Piece) float64 {
	var off []float64
	for k := range p.Cells {
		c := &p.Cells[k]
		for i := range c.Lines {
			off = append(off, (c.Lines[i].Box[0]-c.Box[0])/p.Sheet.Glyphs[c.Lines[i].Glyphs[0]].Size)
		}
	}
	if len(off) < 2 {
		return 0
	}
	sort.Float64s(off)
	return off[max(1, len(off)/10)]
}

// fringe collects free characters just outside the left and right border.
func fringe(p *piece.Piece) (left, right *piece.Cell) {
	left, right = &piece.Cell{}, &piece.Cell{}
	b, s := p.Box(), p.Sheet
	for _, n := range s.Within(extract.Box{b[0] - farthest*s.Em, b[1], b[2] + farthest*s.Em, b[3]}) {
		switch x := page.MidX(s.Glyphs[n].Box); {
		case s.Taken[n]:
		case x > b[2]:
			right.Glyphs = append(right.Glyphs, n)
		case x < b[0]:
			left.Glyphs = append(left.Glyphs, n)
		}
	}
	left.Lines, right.Lines = s.Lines(left.Glyphs), s.Lines(right.Glyphs)
	return left, right
}

// mendCell follows each line of a cell over the rulings at its right.
func (p *mender) mendCell(c *piece.Cell) {
	for i := 0; i < len(c.Lines); i++ {
		edge := c // the cell the line now ends in
		for step := 0; step <= p.Cols() && i < len(c.Lines); step++ {
			r := edge.Box[2]
			next, f := p.follower(edge, &c.Lines[i])
			if next == nil {
				break
			}
			owner := p.owner(c, next, &c.Lines[i], &next.Lines[f], r)
			if owner == nil {
				break
			}
			if owner == next {
				n := len(c.Lines[i].Glyphs)
				p.move(c, i, n-p.tail(&c.Lines[i]), n, next, f)
				break
			}
			if whole := p.move(next, f, 0, p.head(&next.Lines[f]), c, i); !whole || next == p.right {
				break
			}
			edge = next
		}
	}
}

// follower finds the line at the right of a cell that goes on where l ends.
func (p *mender) follower(edge *piece.Cell, l *sheet.Line) (*piece.Cell, int) {
	col := edge.Col + edge.Cols
	if col >= p.Cols() {
		if f, ok := p.meeting(p.right, l, edge.Box[2]); ok {
			return p.right, f
		}
		return nil, 0
	}
	for j := edge.Row; j < edge.Row+edge.Rows; j++ {
		k := p.at[j*p.Cols()+col]
		if k < 0 || j > edge.Row && k == p.at[(j-1)*p.Cols()+col] {
			continue
		}
		if f, ok := p.meeting(&p.Cells[k], l, edge.Box[2]); ok {
			return &p.Cells[k], f
		}
	}
	return nil, 0
}

// meeting is the line of a cell that touches l at the ruling x = r.
func (p *mender) meeting(c *piece.Cell, l *sheet.Line, r float64) (int, bool) {
	em := p.size(l)
	for f := range c.Lines {
		m := &c.Lines[f]
		if math.Abs(page.MidY(m.Tall)-page.MidY(l.Tall)) > page.Line*em {
			continue
		}
		a, b := l, m
		if l.Box[0] > m.Box[0] {
			a, b = m, l
		}
		x, y := inked(p.glyph(a, len(a.Glyphs)-1)), inked(p.glyph(b, 0))
		if p.Seated(a.Glyphs[len(a.Glyphs)-1]) || p.Seated(b.Glyphs[0]) {
			continue
		}
		gap := y[0] - x[2]
		near := page.Touch
		cut, fringe := over(x, r, em) || over(y, r, em), c.Rows == 0
		switch {
		case fringe && (cut || y[0] < r+page.Touch*em && x[2] > r-page.Column*em):
			near = 3 // with no cell behind the ruling a blank does not matter
		case cut:
			near = 1 // a character that the ruling cuts belongs to some word near by
		}
		if gap <= near*em && gap > -page.Word*em && math.Abs(a.Box[2]-r) < page.Column*em {
			return f, true
		}
	}
	return 0, false
}

// owner decides in which of two cells a word over the ruling at r belongs; nil
// where there are two words.
func (p *mender) owner(a, b *piece.Cell, l, m *sheet.Line, r float64) *piece.Cell {
	if b == p.right {
		return a
	}
	em := p.size(l)
	last, first := p.glyph(l, len(l.Glyphs)-1), p.glyph(m, 0)
	if !over(inked(last), r, em) && !over(inked(first), r, em) {
		x, _ := utf8.DecodeLastRuneInString(last.Text)
		y, _ := utf8.DecodeRuneInString(first.Text)
		if first.Box[0]-last.Box[2] > flush*em || p.indent < indented && !(sheet.Figure(x) && sheet.Figure(y)) {
			return nil
		}
	}
	start := p.glyph(l, len(l.Glyphs)-p.tail(l)).Box[0]
	end := p.glyph(m, p.head(m)-1).Box[2]
	if start < a.Box[0]+em || r-start >= end-r {
		return a // set from the left, or where most of it lies
	}
	return b
}

// inked is the half of a bracket or of a point, as wide as a character, in which its ink
// is; all of any other character. Programs let the empty half run over a ruling.
func inked(g *page.Glyph) extract.Box {
	r, _ := utf8.DecodeRuneInString(g.Text)
	b := g.Box
	switch half := (b[2] - b[0]) / 2; {
	case r < 0x3000 || b[2]-b[0] < fullWidth*g.Size: // of Latin writing, or set as half a character
	case unicode.In(r, unicode.Pe, unicode.Pf, unicode.Po):
		b[2] -= half
	case unicode.In(r, unicode.Ps, unicode.Pi):
		b[0] += half
	}
	return b
}

// over reports whether the ruling at r goes through a character.
func over(b extract.Box, r, em float64) bool { return b[0] < r-page.Touch*em && b[2] > r+page.Touch*em }

// tail is how many characters at the end of a line are of one word.
func (p *mender) tail(l *sheet.Line) int {
	n := 1
	for k := len(l.Glyphs) - 1; k > 0 && p.joined(l, k); k-- {
		n++
	}
	return n
}

// head is how many at its start.
func (p *mender) head(l *sheet.Line) int {
	n := 1
	for n < len(l.Glyphs) && p.joined(l, n) {
		n++
	}
	return n
}

func (p *mender) joined(l *sheet.Line, k int) bool {
	return p.gap(l, k) <= page.Touch && !p.Parted(l.Glyphs[k-1], l.Glyphs[k])
}

func (p *mender) gap(l *sheet.Line, k int) float64 {
	return (p.glyph(l, k).Box[0] - p.glyph(l, k-1).Box[2]) / p.size(l)
}

func (p *mender) glyph(l *sheet.Line, k int) *page.Glyph { return &p.Sheet.Glyphs[l.Glyphs[k]] }

func (p *mender) size(l *sheet.Line) float64 { return p.glyph(l, 0).Size }

// move takes characters from a line of one cell to a line of another and
// reports whether nothing of the line is left.
func (p *mender) move(from *piece.Cell, f, i, j int, to *piece.Cell, t int) bool {
	s := p.Sheet
	moved := append([]int(nil), from.Lines[f].Glyphs[i:j]...)
	rest := append(append([]int(nil), from.Lines[f].Glyphs[:i]...), from.Lines[f].Glyphs[j:]...)
	s.Take(moved)
	l := &to.Lines[t]
	l.Glyphs = append(append([]int(nil), l.Glyphs...), moved...)
	s.SortLine(l.Glyphs)
	l.Box = s.Around(l.Glyphs)
	p.changed[from], p.changed[to] = true, true
	if len(rest) == 0 {
		from.Lines = append(from.Lines[:f:f], from.Lines[f+1:]...)
		return true
	}
	from.Lines[f].Glyphs = rest
	from.Lines[f].Box = s.Around(rest)
	return false
}
