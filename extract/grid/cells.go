package grid

import (
	"math"
	"sort"

	"ziping/extract"
)

// piece is a table, or what one page holds of it.
type piece struct {
	sheet  *sheet
	xs, ys []float64
	cells  []cell
	open   [4]bool // left, top, right, bottom border is missing
	ruled  bool    // found by rulings
	// tentative is a piece without horizontal rulings, which is only a table
	// where it goes on from the page before.
	tentative bool
	seats     seats // where words that meet belong
}

// cell is one place of a piece with what stands in it.
type cell struct {
	row, col, rs, cs int
	box              extract.Box
	glyphs           []int // of the sheet
	lines            []line
	outside          bool // in the frame's box, but not enclosed by it
	noTop, noBottom  bool // no ruling is drawn there
}

func (p *piece) rows() int { return len(p.ys) - 1 }
func (p *piece) cols() int { return len(p.xs) - 1 }

func (p *piece) box() extract.Box {
	return extract.Box{p.xs[0], p.ys[0], p.xs[len(p.xs)-1], p.ys[len(p.ys)-1]}
}

// area is a rectangle of mesh places, ends not included.
type area struct{ r0, c0, r1, c1 int }

// carve makes rectangular cells of a mesh: places without a ruling between them
// are one cell.
func (m *mesh) carve() []area {
	rows, cols := m.rows(), m.cols()
	set := newSets(rows * cols)
	for j := range rows {
		for i := range cols {
			if i+1 < cols && m.v[(i+1)*rows+j] < ruled {
				set.union(j*cols+i, j*cols+i+1)
			}
			if j+1 < rows && m.h[(j+1)*cols+i] < ruled {
				set.union(j*cols+i, (j+1)*cols+i)
			}
		}
	}
	bounds := make([]area, rows*cols)
	count := make([]int, rows*cols)
	for j := range rows {
		for i := range cols {
			r := set.find(j*cols + i)
			b := &bounds[r]
			if count[r] == 0 {
				*b = area{j, i, j + 1, i + 1}
			}
			count[r]++
			*b = area{min(b.r0, j), min(b.c0, i), max(b.r1, j+1), max(b.c1, i+1)}
		}
	}
	var out []area
	for r, n := range count {
		if n == 0 {
			continue
		}
		b := bounds[r]
		if (b.r1-b.r0)*(b.c1-b.c0) == n {
			out = append(out, b)
			continue
		}
		out = append(out, m.split(set, r, b)...)
	}
	sort.Slice(out, func(i, j int) bool {
		if out[i].r0 != out[j].r0 {
			return out[i].r0 < out[j].r0
		}
		return out[i].c0 < out[j].c0
	})
	return out
}

// split cuts a region that is no rectangle into rectangles: once along rows and
// once along columns first, and the cut that needs fewer pieces is taken. A
// ruling that is drawn in part is a likelier cut than none.
func (m *mesh) split(set sets, root int, b area) []area {
	byRow := m.tile(set, root, b, false)
	byCol := m.tile(set, root, b, true)
	if len(byCol) < len(byRow) || len(byCol) == len(byRow) && m.drawn(byCol) > m.drawn(byRow) {
		return byCol
	}
	return byRow
}

// tile covers a region greedily from its top left.
func (m *mesh) tile(set sets, root int, b area, down bool) []area {
	cols := m.cols()
	w := b.c1 - b.c0
	free := make([]bool, (b.r1-b.r0)*w)
	for j := b.r0; j < b.r1; j++ {
		for i := b.c0; i < b.c1; i++ {
			free[(j-b.r0)*w+i-b.c0] = set.find(j*cols+i) == root
		}
	}
	ok := func(r0, c0, r1, c1 int) bool {
		if r1 > b.r1 || c1 > b.c1 {
			return false
		}
		for j := r0; j < r1; j++ {
			for i := c0; i < c1; i++ {
				if !free[(j-b.r0)*w+i-b.c0] {
					return false
				}
			}
		}
		return true
	}
	var out []area
	for j := b.r0; j < b.r1; j++ {
		for i := b.c0; i < b.c1; i++ {
			if !free[(j-b.r0)*w+i-b.c0] {
				continue
			}
			a := area{j, i, j + 1, i + 1}
			growRight := func() {
				for ok(a.r0, a.c1, a.r1, a.c1+1) {
					a.c1++
				}
			}
			growDown := func() {
				for ok(a.r1, a.c0, a.r1+1, a.c1) {
					a.r1++
				}
			}
			if down {
				growDown()
				growRight()
			} else {
				growRight()
				growDown()
			}
			for y := a.r0; y < a.r1; y++ {
				for x := a.c0; x < a.c1; x++ {
					free[(y-b.r0)*w+x-b.c0] = false
				}
			}
			out = append(out, a)
		}
	}
	return out
}

// drawn adds up how much of the inner sides of areas is ruled.
func (m *mesh) drawn(areas []area) float64 {
	sum := 0.0
	rows, cols := m.rows(), m.cols()
	for _, a := range areas {
		if a.r0 > 0 {
			for i := a.c0; i < a.c1; i++ {
				sum += math.Min(1, m.h[a.r0*cols+i])
			}
		}
		if a.c0 > 0 {
			for j := a.r0; j < a.r1; j++ {
				sum += math.Min(1, m.v[a.c0*rows+j])
			}
		}
	}
	return sum
}

// outside reports whether an area is a notch in a corner of the mesh, as beside a
// narrower first row: no border runs past it on two sides. (With one side bare it
// is a cell that a page break cuts.)
func (m *mesh) outside(a area) bool {
	rows, cols := m.rows(), m.cols()
	beside := a.c0 == 0 && !m.open[0] && bare(m.v[a.r0:a.r1]) ||
		a.c1 == cols && !m.open[2] && bare(m.v[cols*rows+a.r0:cols*rows+a.r1])
	above := a.r0 == 0 && !m.open[1] && bare(m.h[a.c0:a.c1]) ||
		a.r1 == rows && !m.open[3] && bare(m.h[rows*cols+a.c0:rows*cols+a.c1])
	return beside && above
}

// bare reports whether next to nothing of a border is drawn.
func bare(share []float64) bool {
	for _, s := range share {
		if s >= ruled/2 {
			return false
		}
	}
	return true
}

// newPiece makes the cells of a frame, or returns nil.
func newPiece(s *sheet, f *frame) *piece {
	m := newMesh(f, s.em)
	if m == nil {
		s.tooFine = s.tooFine || len(f.hs) > 100 && len(f.vs) > 100
		return nil
	}
	m.fillGaps()
	p := &piece{sheet: s, xs: m.xs, ys: m.ys, open: m.open, ruled: true, tentative: f.upright()}
	for _, a := range m.carve() {
		p.cells = append(p.cells, cell{row: a.r0, col: a.c0, rs: a.r1 - a.r0, cs: a.c1 - a.c0, outside: m.outside(a),
			noTop: bare(m.h[a.r0*m.cols()+a.c0 : a.r0*m.cols()+a.c1]), noBottom: bare(m.h[a.r1*m.cols()+a.c0 : a.r1*m.cols()+a.c1])})
	}
	p.setBoxes()
	return p
}

func (p *piece) setBoxes() {
	for i := range p.cells {
		c := &p.cells[i]
		c.box = extract.Box{p.xs[c.col], p.ys[c.row], p.xs[c.col+c.cs], p.ys[c.row+c.rs]}
	}
}

// places maps each place of the piece to its cell, -1 where there is none.
func (p *piece) places() []int {
	at := make([]int, p.rows()*p.cols())
	for i := range at {
		at[i] = -1
	}
	for k := range p.cells {
		c := &p.cells[k]
		for j := c.row; j < c.row+c.rs; j++ {
			for i := c.col; i < c.col+c.cs; i++ {
				at[j*p.cols()+i] = k
			}
		}
	}
	return at
}
