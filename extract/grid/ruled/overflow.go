package ruled

import (
	"math"
	"sort"
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
	flush    = 0.03 // so close that figures on both sides are one figure
	astride  = 0.12 // a character this far over a ruling on both sides is cut by it
	indented = 0.06 // words that usually keep so far off a ruling do not touch across it
)

// mend puts words that run over upright rulings together again.
func mend(p *piece.Piece) {
	at := p.Places()
	left, right := fringe(p)
	indent := indent(p)
	for col := range p.Cols() {
		for k := range p.Cells {
			if c := &p.Cells[k]; c.Col == col {
				mendCell(p, c, at, right, indent)
			}
		}
	}
	// What hangs out on the left belongs to the line it touches.
	for k := range p.Cells {
		c := &p.Cells[k]
		for i := range c.Lines {
			if c.Col > 0 {
				continue
			}
			if f, ok := meeting(p, left, &c.Lines[i], c.Box[0]); ok {
				l := &left.Lines[f]
				tail := tail(p, l)
				move(p, left, f, len(l.Glyphs)-tail, len(l.Glyphs), c, i)
			}
		}
	}
	p.Sheet.Give(left.Glyphs)
	p.Sheet.Give(right.Glyphs)
}

// indent is how far, in character sizes, words keep off the ruling at their left:
// what all but a tenth of the lines, or one of few, do. A word that runs over does not.
func indent(p *piece.Piece) float64 {
	var off []float64
	for k := range p.Cells {
		c := &p.Cells[k]
		for i := range c.Lines {
			off = append(off, (c.Lines[i].Box[0]-c.Box[0])/size(p, &c.Lines[i]))
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
	for n := range s.Glyphs {
		g := s.Glyphs[n].Box
		if y := page.MidY(g); s.Taken[n] || y < b[1] || y > b[3] {
			continue
		}
		switch x := page.MidX(g); {
		case x > b[2] && g[0] < b[2]+20*s.Em:
			right.Glyphs = append(right.Glyphs, n)
		case x < b[0] && g[2] > b[0]-20*s.Em:
			left.Glyphs = append(left.Glyphs, n)
		}
	}
	left.Lines, right.Lines = s.Lines(left.Glyphs), s.Lines(right.Glyphs)
	return left, right
}

// mendCell follows each line of a cell over the rulings at its right.
func mendCell(p *piece.Piece, c *piece.Cell, at []int, right *piece.Cell, indent float64) {
	for i := 0; i < len(c.Lines); i++ {
		edge := c // the cell the line now ends in
		for step := 0; step <= p.Cols() && i < len(c.Lines); step++ {
			r := edge.Box[2]
			if c.Lines[i].Box[2] < r-1.6*size(p, &c.Lines[i]) {
				break
			}
			next, f := follower(p, edge, at, right, &c.Lines[i])
			if next == nil {
				break
			}
			owner := owner(p, c, next, &c.Lines[i], &next.Lines[f], r, indent, next == right)
			if owner == nil {
				break
			}
			if owner == next {
				n := len(c.Lines[i].Glyphs)
				move(p, c, i, n-tail(p, &c.Lines[i]), n, next, f)
				break
			}
			if whole := move(p, next, f, 0, head(p, &next.Lines[f]), c, i); !whole || next == right {
				break
			}
			edge = next
		}
	}
}

// follower finds the line at the right of a cell that goes on where l ends.
func follower(p *piece.Piece, edge *piece.Cell, at []int, right *piece.Cell, l *sheet.Line) (*piece.Cell, int) {
	col := edge.Col + edge.Cols
	if col >= p.Cols() {
		if f, ok := meeting(p, right, l, edge.Box[2]); ok {
			return right, f
		}
		return nil, 0
	}
	for j := edge.Row; j < edge.Row+edge.Rows; j++ {
		k := at[j*p.Cols()+col]
		if k < 0 || j > edge.Row && k == at[(j-1)*p.Cols()+col] {
			continue
		}
		if f, ok := meeting(p, &p.Cells[k], l, edge.Box[2]); ok {
			return &p.Cells[k], f
		}
	}
	return nil, 0
}

// meeting is the line of a cell that touches l at the ruling x = r.
func meeting(p *piece.Piece, c *piece.Cell, l *sheet.Line, r float64) (int, bool) {
	for f := range c.Lines {
		m := &c.Lines[f]
		em := size(p, l)
		if math.Abs(page.MidY(m.Tall)-page.MidY(l.Tall)) > sheet.SameBase*em {
			continue
		}
		a, b := l, m
		if l.Box[0] > m.Box[0] {
			a, b = m, l
		}
		x, y := glyph(p, a, len(a.Glyphs)-1).Box, glyph(p, b, 0).Box
		if p.Seated(a.Glyphs[len(a.Glyphs)-1]) || p.Seated(b.Glyphs[0]) {
			continue
		}
		gap := y[0] - x[2]
		near := sheet.Touching
		cut, fringe := over(x, r, em) || over(y, r, em), c.Rows == 0
		switch {
		case fringe && (cut || y[0] < r+sheet.Touching*em && x[2] > r-2*em):
			near = 3 // with no cell behind the ruling a blank does not matter
		case cut:
			near = 1 // a character that the ruling cuts belongs to some word near by
		}
		if gap <= near*em && gap > -0.6*em && math.Abs(a.Box[2]-r) < 1.5*em {
			return f, true
		}
	}
	return 0, false
}

// owner decides in which of two cells a word over the ruling at r belongs; nil
// where there are two words.
func owner(p *piece.Piece, a, b *piece.Cell, l, m *sheet.Line, r, indent float64, fringe bool) *piece.Cell {
	if fringe {
		return a
	}
	em := size(p, l)
	last, first := glyph(p, l, len(l.Glyphs)-1), glyph(p, m, 0)
	if !over(last.Box, r, em) && !over(first.Box, r, em) {
		x, _ := utf8.DecodeLastRuneInString(last.Text)
		y, _ := utf8.DecodeRuneInString(first.Text)
		if first.Box[0]-last.Box[2] > flush*em || indent < indented && !(sheet.Figure(x) && sheet.Figure(y)) {
			return nil
		}
	}
	start := glyph(p, l, len(l.Glyphs)-tail(p, l)).Box[0]
	end := glyph(p, m, head(p, m)-1).Box[2]
	switch {
	case math.Abs((start+end)/2-page.MidX(a.Box)) < 0.3*em:
		return a // centred in its cell
	case math.Abs((start+end)/2-page.MidX(b.Box)) < 0.3*em:
		return b
	case start < a.Box[0]+em:
		return a // set from the left
	case end > b.Box[2]-em && r-start < end-r:
		return b // set from the right
	case r-start >= end-r:
		return a
	}
	return b
}

// over reports whether the ruling at r goes through a character.
func over(b extract.Box, r, em float64) bool { return b[0] < r-astride*em && b[2] > r+astride*em }

// tail is how many characters at the end of a line are of one word.
func tail(p *piece.Piece, l *sheet.Line) int {
	n := 1
	for k := len(l.Glyphs) - 1; k > 0 && joined(p, l, k); k-- {
		n++
	}
	return n
}

// head is how many at its start.
func head(p *piece.Piece, l *sheet.Line) int {
	n := 1
	for n < len(l.Glyphs) && joined(p, l, n) {
		n++
	}
	return n
}

func joined(p *piece.Piece, l *sheet.Line, k int) bool {
	return gap(p, l, k) <= sheet.Touching && !p.Parted(l.Glyphs[k-1], l.Glyphs[k])
}

func gap(p *piece.Piece, l *sheet.Line, k int) float64 {
	return (glyph(p, l, k).Box[0] - glyph(p, l, k-1).Box[2]) / size(p, l)
}

func glyph(p *piece.Piece, l *sheet.Line, k int) *page.Glyph { return &p.Sheet.Glyphs[l.Glyphs[k]] }

func size(p *piece.Piece, l *sheet.Line) float64 { return glyph(p, l, 0).Size }

// move takes characters from a line of one cell to a line of another and
// reports whether nothing of the line is left.
func move(p *piece.Piece, from *piece.Cell, f, i, j int, to *piece.Cell, t int) bool {
	s := p.Sheet
	moved := append([]int(nil), from.Lines[f].Glyphs[i:j]...)
	rest := append(append([]int(nil), from.Lines[f].Glyphs[:i]...), from.Lines[f].Glyphs[j:]...)
	s.Take(moved)
	l := &to.Lines[t]
	l.Glyphs = append(append([]int(nil), l.Glyphs...), moved...)
	s.SortLine(l.Glyphs)
	l.Box = s.Around(l.Glyphs)
	to.Glyphs = append(to.Glyphs, moved...)
	from.Glyphs = without(from.Glyphs, moved)
	if len(rest) == 0 {
		from.Lines = append(from.Lines[:f:f], from.Lines[f+1:]...)
		return true
	}
	from.Lines[f].Glyphs = rest
	from.Lines[f].Box = s.Around(rest)
	return false
}

func without(list, gone []int) []int {
	out := make([]int, 0, len(list))
	for _, n := range list {
		found := false
		for _, g := range gone {
			found = found || g == n
		}
		if !found {
			out = append(out, n)
		}
	}
	return out
}
