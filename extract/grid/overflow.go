package grid

import (
	"math"
	"sort"
	"unicode/utf8"

	"ziping/extract"
)

// Text that runs over a ruling: characters went to cells by their centres, so a
// word that is too long for its cell has its end in the next cell, or outside
// the table. Such a word is put together again in the cell it belongs to.
const (
	touching = 0.10 // characters closer than this are of one word
	flush    = 0.03 // so close that figures on both sides are one figure
	astride  = 0.12 // a character this far over a ruling on both sides is cut by it
	sameBase = 0.25 // lines this near in height are the same line
	indented = 0.06 // words that usually keep so far off a ruling do not touch across it
)

// mend puts words that run over upright rulings together again.
func (p *piece) mend() {
	at := p.places()
	left, right := p.fringe()
	indent := p.indent()
	for col := range p.cols() {
		for k := range p.cells {
			if c := &p.cells[k]; c.col == col {
				p.mendCell(c, at, right, indent)
			}
		}
	}
	// What hangs out on the left belongs to the line it touches.
	for k := range p.cells {
		c := &p.cells[k]
		for i := range c.lines {
			if c.col > 0 {
				continue
			}
			if f, ok := p.meeting(left, &c.lines[i], c.box[0]); ok {
				l := &left.lines[f]
				tail := p.tail(l)
				p.move(left, f, len(l.glyphs)-tail, len(l.glyphs), c, i)
			}
		}
	}
	p.sheet.give(left.glyphs)
	p.sheet.give(right.glyphs)
}

// indent is how far, in character sizes, words keep off the ruling at their left:
// what all but a tenth of the lines, or one of few, do. A word that runs over does not.
func (p *piece) indent() float64 {
	var off []float64
	for k := range p.cells {
		c := &p.cells[k]
		for i := range c.lines {
			off = append(off, (c.lines[i].box[0]-c.box[0])/p.size(&c.lines[i]))
		}
	}
	if len(off) < 2 {
		return 0
	}
	sort.Float64s(off)
	return off[max(1, len(off)/10)]
}

// fringe collects free characters just outside the left and right border.
func (p *piece) fringe() (left, right *cell) {
	left, right = &cell{}, &cell{}
	b, s := p.box(), p.sheet
	for n := range s.glyphs {
		g := s.glyphs[n].Box
		if y := midY(g); s.taken[n] || y < b[1] || y > b[3] {
			continue
		}
		switch x := midX(g); {
		case x > b[2] && g[0] < b[2]+20*s.em:
			right.glyphs = append(right.glyphs, n)
		case x < b[0] && g[2] > b[0]-20*s.em:
			left.glyphs = append(left.glyphs, n)
		}
	}
	left.lines, right.lines = s.lines(left.glyphs), s.lines(right.glyphs)
	return left, right
}

// mendCell follows each line of a cell over the rulings at its right.
func (p *piece) mendCell(c *cell, at []int, right *cell, indent float64) {
	for i := 0; i < len(c.lines); i++ {
		edge := c // the cell the line now ends in
		for step := 0; step <= p.cols() && i < len(c.lines); step++ {
			r := edge.box[2]
			if c.lines[i].box[2] < r-1.6*p.size(&c.lines[i]) {
				break
			}
			next, f := p.follower(edge, at, right, &c.lines[i])
			if next == nil {
				break
			}
			owner := p.owner(c, next, &c.lines[i], &next.lines[f], r, indent, next == right)
			if owner == nil {
				break
			}
			if owner == next {
				n := len(c.lines[i].glyphs)
				p.move(c, i, n-p.tail(&c.lines[i]), n, next, f)
				break
			}
			if whole := p.move(next, f, 0, p.head(&next.lines[f]), c, i); !whole || next == right {
				break
			}
			edge = next
		}
	}
}

// follower finds the line at the right of a cell that goes on where l ends.
func (p *piece) follower(edge *cell, at []int, right *cell, l *line) (*cell, int) {
	col := edge.col + edge.cs
	if col >= p.cols() {
		if f, ok := p.meeting(right, l, edge.box[2]); ok {
			return right, f
		}
		return nil, 0
	}
	for j := edge.row; j < edge.row+edge.rs; j++ {
		k := at[j*p.cols()+col]
		if k < 0 || j > edge.row && k == at[(j-1)*p.cols()+col] {
			continue
		}
		if f, ok := p.meeting(&p.cells[k], l, edge.box[2]); ok {
			return &p.cells[k], f
		}
	}
	return nil, 0
}

// meeting is the line of a cell that touches l at the ruling x = r.
func (p *piece) meeting(c *cell, l *line, r float64) (int, bool) {
	for f := range c.lines {
		m := &c.lines[f]
		em := p.size(l)
		if math.Abs(midY(m.tall)-midY(l.tall)) > sameBase*em {
			continue
		}
		a, b := l, m
		if l.box[0] > m.box[0] {
			a, b = m, l
		}
		x, y := p.glyph(a, len(a.glyphs)-1).Box, p.glyph(b, 0).Box
		if p.seated(a.glyphs[len(a.glyphs)-1]) || p.seated(b.glyphs[0]) {
			continue
		}
		gap := y[0] - x[2]
		near := touching
		cut, fringe := over(x, r, em) || over(y, r, em), c.rs == 0
		switch {
		case fringe && (cut || y[0] < r+touching*em && x[2] > r-2*em):
			near = 3 // with no cell behind the ruling a blank does not matter
		case cut:
			near = 1 // a character that the ruling cuts belongs to some word near by
		}
		if gap <= near*em && gap > -0.6*em && math.Abs(a.box[2]-r) < 1.5*em {
			return f, true
		}
	}
	return 0, false
}

// owner decides in which of two cells a word over the ruling at r belongs; nil
// where there are two words.
func (p *piece) owner(a, b *cell, l, m *line, r, indent float64, fringe bool) *cell {
	if fringe {
		return a
	}
	em := p.size(l)
	last, first := p.glyph(l, len(l.glyphs)-1), p.glyph(m, 0)
	if !over(last.Box, r, em) && !over(first.Box, r, em) {
		x, _ := utf8.DecodeLastRuneInString(last.Text)
		y, _ := utf8.DecodeRuneInString(first.Text)
		if first.Box[0]-last.Box[2] > flush*em || indent < indented && !(figure(x) && figure(y)) {
			return nil
		}
	}
	start := p.glyph(l, len(l.glyphs)-p.tail(l)).Box[0]
	end := p.glyph(m, p.head(m)-1).Box[2]
	switch {
	case math.Abs((start+end)/2-midX(a.box)) < 0.3*em:
		return a // centred in its cell
	case math.Abs((start+end)/2-midX(b.box)) < 0.3*em:
		return b
	case start < a.box[0]+em:
		return a // set from the left
	case end > b.box[2]-em && r-start < end-r:
		return b // set from the right
	case r-start >= end-r:
		return a
	}
	return b
}

// over reports whether the ruling at r goes through a character.
func over(b extract.Box, r, em float64) bool { return b[0] < r-astride*em && b[2] > r+astride*em }

// tail is how many characters at the end of a line are of one word.
func (p *piece) tail(l *line) int {
	n := 1
	for k := len(l.glyphs) - 1; k > 0 && p.joined(l, k); k-- {
		n++
	}
	return n
}

// head is how many at its start.
func (p *piece) head(l *line) int {
	n := 1
	for n < len(l.glyphs) && p.joined(l, n) {
		n++
	}
	return n
}

func (p *piece) joined(l *line, k int) bool {
	return p.gap(l, k) <= touching && !p.parted(l.glyphs[k-1], l.glyphs[k])
}

func (p *piece) gap(l *line, k int) float64 {
	return (p.glyph(l, k).Box[0] - p.glyph(l, k-1).Box[2]) / p.size(l)
}

func (p *piece) glyph(l *line, k int) *Glyph { return &p.sheet.glyphs[l.glyphs[k]] }

func (p *piece) size(l *line) float64 { return p.glyph(l, 0).Size }

// move takes characters from a line of one cell to a line of another and
// reports whether nothing of the line is left.
func (p *piece) move(from *cell, f, i, j int, to *cell, t int) bool {
	s := p.sheet
	moved := append([]int(nil), from.lines[f].glyphs[i:j]...)
	rest := append(append([]int(nil), from.lines[f].glyphs[:i]...), from.lines[f].glyphs[j:]...)
	s.take(moved)
	l := &to.lines[t]
	l.glyphs = append(append([]int(nil), l.glyphs...), moved...)
	s.sortLine(l.glyphs)
	l.box = s.around(l.glyphs)
	to.glyphs = append(to.glyphs, moved...)
	from.glyphs = without(from.glyphs, moved)
	if len(rest) == 0 {
		from.lines = append(from.lines[:f:f], from.lines[f+1:]...)
		return true
	}
	from.lines[f].glyphs = rest
	from.lines[f].box = s.around(rest)
	return false
}

// around is the box of some characters.
func (s *chars) around(glyphs []int) extract.Box {
	b := s.glyphs[glyphs[0]].Box
	for _, n := range glyphs[1:] {
		b = join(b, s.glyphs[n].Box)
	}
	return b
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
