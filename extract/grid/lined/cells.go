package lined

import (
	"math"
	"slices"
	"sort"

	"ziping/extract"
	"ziping/extract/grid/fit"
	"ziping/extract/grid/page"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
)

// The cells of a table of horizontal rulings.

// fitLined finds the columns of the pages of one table, and makes its pieces.
func fitLined(list []*lined) []*piece.Piece {
	if len(list) == 0 {
		return nil
	}
	em := list[0].sheet.Em
	var seats []fit.Seat
	var sure []float64
	var rows int // of the pages before
	for _, l := range list {
		dx := list[0].left - l.left
		for i := range l.texts {
			t := &l.texts[i]
			s := fit.Seat{Box: fit.Interval{Lo: t.box[0] + dx, Hi: t.box[2] + dx}, FirstRow: rows + t.r0, EndRow: rows + t.r1}
			for _, g := range t.lines {
				s.Lines = append(s.Lines, fit.Interval{Lo: g.Lo + dx, Hi: g.Hi + dx})
			}
			if fit.StartTogether(s.Lines, em) {
				s.Set = fit.Paragraph
			}
			seats = append(seats, s)
		}
		for _, b := range l.bars {
			for _, x := range []float64{b.Lo, b.Hi} {
				if x > l.left+page.Word*em && x < l.right-page.Word*em {
					sure = append(sure, x+dx)
				}
			}
		}
		for _, v := range l.sheet.Some {
			if v.At > l.left+page.Word*em && v.At < l.right-page.Word*em && v.Hi > l.ys[0] && v.Lo < l.ys[len(l.ys)-1] {
				sure = append(sure, v.At+dx)
			}
		}
		rows += len(l.ys) - 1
	}
	f := fit.New(em, seats, rows)
	f.Within(math.Min(f.Left, list[0].left), math.Max(f.Right, list[0].right))
	f.Solve(sure)
	edges, spans := f.Columns()
	if len(edges) < 3 || rows*len(edges) > piece.MostPlaces {
		for _, l := range list {
			for i := range l.texts {
				l.sheet.Give(l.texts[i].glyphs)
			}
		}
		return nil
	}
	byPage := make([][]fit.Range, len(list))
	for n, l := range list {
		byPage[n], spans = spans[:len(l.texts)], spans[len(l.texts):]
	}
	var out []*piece.Piece
	for n, l := range list {
		var above, below []fit.Range
		if n > 0 && l.openTop && list[n-1].openBottom {
			above = spansOf(list[n-1], byPage[n-1], func(t *linedText) bool { return t.r1 == len(list[n-1].ys)-1 })
		}
		if n+1 < len(list) && l.openBottom && list[n+1].openTop {
			below = spansOf(list[n+1], byPage[n+1], func(t *linedText) bool { return t.r0 == 0 })
		}
		out = append(out, l.fill(edges, byPage[n], list[0].left-l.left, above, below))
	}
	return out
}

// spansOf are the columns of some texts.
func spansOf(l *lined, spans []fit.Range, of func(*linedText) bool) []fit.Range {
	var out []fit.Range
	for i := range l.texts {
		if of(&l.texts[i]) {
			out = append(out, spans[i])
		}
	}
	return out
}

// fill makes the piece of a page. above and below are the columns of texts on the other
// pages in the rows that the breaks cut: places without text are cells of the same.
func (l *lined) fill(edges []float64, spans []fit.Range, dx float64, above, below []fit.Range) *piece.Piece {
	p := &piece.Piece{Sheet: l.sheet, Ys: l.ys, Ruled: true, Open: [4]bool{true, false, true, false}}
	for _, x := range edges {
		p.Xs = append(p.Xs, x-dx)
	}
	rows, cols := p.Rows(), p.Cols()
	owner := make([]int, rows*cols)
	for k := range owner {
		owner[k] = -1
	}
	order := make([]int, len(l.texts))
	for i := range order {
		order[i] = i
	}
	size := func(i int) int { return (l.texts[i].r1 - l.texts[i].r0) * (spans[i].Hi - spans[i].Lo) }
	sort.SliceStable(order, func(i, j int) bool { return size(order[i]) < size(order[j]) })
	for _, i := range order {
		t, s := &l.texts[i], spans[i]
		for s.Lo < s.Hi-1 && l.taken(owner, cols, t, fit.Range{Lo: s.Lo, Hi: s.Lo + 1}) {
			s.Lo++
		}
		for s.Hi > s.Lo+1 && l.taken(owner, cols, t, fit.Range{Lo: s.Hi - 1, Hi: s.Hi}) {
			s.Hi--
		}
		if l.taken(owner, cols, t, s) {
			if k := l.ownerOf(owner, cols, t, s); k >= 0 {
				p.Cells[k].Glyphs = append(p.Cells[k].Glyphs, t.glyphs...)
			}
			continue
		}
		for r := t.r0; r < t.r1; r++ {
			for c := s.Lo; c < s.Hi; c++ {
				owner[r*cols+c] = len(p.Cells)
			}
		}
		p.Cells = append(p.Cells, piece.Cell{Row: t.r0, Col: s.Lo, Rows: t.r1 - t.r0, Cols: s.Hi - s.Lo, Glyphs: t.glyphs})
	}
	cut := func(r int, like []fit.Range) {
		for _, s := range like {
			row := owner[r*cols : (r+1)*cols]
			if slices.ContainsFunc(row[s.Lo:s.Hi], func(k int) bool { return k >= 0 }) {
				continue
			}
			for c := s.Lo; c < s.Hi; c++ {
				row[c] = len(p.Cells)
			}
			p.Cells = append(p.Cells, piece.Cell{Row: r, Col: s.Lo, Rows: 1, Cols: s.Hi - s.Lo})
		}
	}
	cut(0, above)
	cut(rows-1, below)
	l.blanks(p, owner)
	p.SetBoxes()
	for k := range p.Cells {
		c := &p.Cells[k]
		c.Lines = l.sheet.Lines(c.Glyphs)
		c.NoTop, c.NoBottom = !l.ruledAt(c.Box, c.Box[1]), !l.ruledAt(c.Box, c.Box[3])
	}
	return p
}

func (l *lined) taken(owner []int, cols int, t *linedText, s fit.Range) bool {
	return l.ownerOf(owner, cols, t, s) >= 0
}

func (l *lined) ownerOf(owner []int, cols int, t *linedText, s fit.Range) int {
	for r := t.r0; r < t.r1; r++ {
		for c := s.Lo; c < s.Hi; c++ {
			if owner[r*cols+c] >= 0 {
				return owner[r*cols+c]
			}
		}
	}
	return -1
}

// ruledAt reports whether a ruling is drawn at a height, over the middle of a box.
func (l *lined) ruledAt(b extract.Box, y float64) bool {
	x, near := page.MidX(b), sheet.Near(l.sheet.Em)
	_, k := l.reach.around(y-near, x, x)
	return k >= 0 && l.bars[k].At <= y+near
}

// blanks fills the places without text: single ones, but for those that no ruling
// parts from the place below.
func (l *lined) blanks(p *piece.Piece, owner []int) {
	rows, cols := p.Rows(), p.Cols()
	ends := make([]int, rows*cols) // the row behind the run of open places
	for r := rows - 1; r >= 0; r-- {
		for c := range cols {
			ends[r*cols+c] = r + 1
			x := (p.Xs[c] + p.Xs[c+1]) / 2
			if r+1 < rows && owner[(r+1)*cols+c] < 0 && !l.ruledAt(extract.Box{x, 0, x, 0}, p.Ys[r+1]) {
				ends[r*cols+c] = ends[(r+1)*cols+c]
			}
		}
	}
	end := func(r, c int) int { return ends[r*cols+c] }
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
					owner[y*cols+x] = len(p.Cells)
				}
			}
			p.Cells = append(p.Cells, piece.Cell{Row: r, Col: c, Rows: e - r, Cols: w})
		}
	}
}
