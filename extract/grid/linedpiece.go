package grid

import (
	"math"
	"sort"

	"ziping/extract"
)

// The cells of a table of horizontal rulings.

// fitLined finds the columns of the pages of one table, and makes its pieces.
func fitLined(list []*lined) []*piece {
	if len(list) == 0 {
		return nil
	}
	em := list[0].sheet.em
	var seats []seat
	var sure []float64
	rows := 0
	for _, l := range list {
		dx := list[0].left - l.left
		for i := range l.texts {
			t := &l.texts[i]
			s := seat{box: gap{t.box[0] + dx, t.box[2] + dx}, r0: rows + t.r0, r1: rows + t.r1}
			for _, g := range t.lines {
				s.lines = append(s.lines, gap{g.lo + dx, g.hi + dx})
			}
			if startTogether(s.lines, em) {
				s.set = paragraph
			}
			seats = append(seats, s)
		}
		for _, b := range l.bars {
			for _, x := range []float64{b.lo, b.hi} {
				if x > l.left+0.7*em && x < l.right-0.7*em {
					sure = append(sure, x+dx)
				}
			}
		}
		rows += len(l.ys) - 1
	}
	f := newFitting(em, seats, rows)
	f.within(math.Min(f.left, list[0].left), math.Max(f.right, list[0].right))
	f.solve(sure)
	edges, spans := f.columns()
	if len(edges) < 3 {
		for _, l := range list {
			for i := range l.texts {
				l.sheet.give(l.texts[i].glyphs)
			}
		}
		return nil
	}
	var out []*piece
	for _, l := range list {
		out = append(out, l.fill(edges, spans[:len(l.texts)], list[0].left-l.left))
		spans = spans[len(l.texts):]
	}
	return out
}

// startTogether reports whether lines of a text start at one place and not at the same
// distance from their middle.
func startTogether(lines []gap, em float64) bool {
	if len(lines) < 2 {
		return false
	}
	left, middle := 0.0, 0.0
	for _, g := range lines {
		left = math.Max(left, math.Abs(g.lo-lines[0].lo))
		middle = math.Max(middle, math.Abs(g.lo+g.hi-lines[0].lo-lines[0].hi)/2)
	}
	return left < 0.3*em && middle > left+0.3*em
}

// fill makes the piece of a page.
func (l *lined) fill(edges []float64, spans []run, dx float64) *piece {
	p := &piece{sheet: l.sheet, ys: l.ys, ruled: true, open: [4]bool{true, false, true, false}}
	for _, x := range edges {
		p.xs = append(p.xs, x-dx)
	}
	rows, cols := p.rows(), p.cols()
	owner := make([]int, rows*cols)
	for k := range owner {
		owner[k] = -1
	}
	order := make([]int, len(l.texts))
	for i := range order {
		order[i] = i
	}
	size := func(i int) int { return (l.texts[i].r1 - l.texts[i].r0) * (spans[i].hi - spans[i].lo) }
	sort.SliceStable(order, func(i, j int) bool { return size(order[i]) < size(order[j]) })
	for _, i := range order {
		t, s := &l.texts[i], spans[i]
		for s.lo < s.hi-1 && l.taken(owner, cols, t, run{s.lo, s.lo + 1}) {
			s.lo++
		}
		for s.hi > s.lo+1 && l.taken(owner, cols, t, run{s.hi - 1, s.hi}) {
			s.hi--
		}
		if l.taken(owner, cols, t, s) {
			if k := l.ownerOf(owner, cols, t, s); k >= 0 {
				p.cells[k].glyphs = append(p.cells[k].glyphs, t.glyphs...)
			}
			continue
		}
		for r := t.r0; r < t.r1; r++ {
			for c := s.lo; c < s.hi; c++ {
				owner[r*cols+c] = len(p.cells)
			}
		}
		p.cells = append(p.cells, cell{row: t.r0, col: s.lo, rs: t.r1 - t.r0, cs: s.hi - s.lo, glyphs: t.glyphs})
	}
	l.blanks(p, owner)
	p.setBoxes()
	for k := range p.cells {
		c := &p.cells[k]
		c.lines = l.sheet.lines(c.glyphs)
		c.noTop, c.noBottom = !l.ruledAt(c.box, c.box[1]), !l.ruledAt(c.box, c.box[3])
	}
	sort.SliceStable(p.cells, func(i, j int) bool {
		if p.cells[i].row != p.cells[j].row {
			return p.cells[i].row < p.cells[j].row
		}
		return p.cells[i].col < p.cells[j].col
	})
	return p
}

func (l *lined) taken(owner []int, cols int, t *linedText, s run) bool {
	return l.ownerOf(owner, cols, t, s) >= 0
}

func (l *lined) ownerOf(owner []int, cols int, t *linedText, s run) int {
	for r := t.r0; r < t.r1; r++ {
		for c := s.lo; c < s.hi; c++ {
			if owner[r*cols+c] >= 0 {
				return owner[r*cols+c]
			}
		}
	}
	return -1
}

// ruledAt reports whether a ruling is drawn along the middle of a side of a box.
func (l *lined) ruledAt(b extract.Box, y float64) bool {
	for _, h := range l.bars {
		if math.Abs(h.at-y) <= near(l.sheet.em) && h.lo < midX(b) && h.hi > midX(b) {
			return true
		}
	}
	return false
}

// blanks fills the places without text: single ones, but for those that no ruling
// parts from the place below.
func (l *lined) blanks(p *piece, owner []int) {
	rows, cols := p.rows(), p.cols()
	end := func(r, c int) int { // the row behind the run of open places
		x := (p.xs[c] + p.xs[c+1]) / 2
		for r++; r < rows && owner[r*cols+c] < 0 && !l.ruledAt(extract.Box{x, 0, x, 0}, p.ys[r]); r++ {
		}
		return r
	}
	for r := range rows {
		for c := range cols {
			if owner[r*cols+c] >= 0 {
				continue
			}
			e, w := end(r, c), 1
			for e > r+1 && c+w < cols && owner[r*cols+c+w] < 0 && end(r, c+w) == e {
				w++
			}
			for y := r; y < e; y++ {
				for x := c; x < c+w; x++ {
					owner[y*cols+x] = len(p.cells)
				}
			}
			p.cells = append(p.cells, cell{row: r, col: c, rs: e - r, cs: w})
		}
	}
}
