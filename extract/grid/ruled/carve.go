package ruled

import (
	"math"
	"sort"

	"ziping/extract/grid/disjoint"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
)

// area is a rectangle of mesh places, ends not included.
type area struct{ r0, c0, r1, c1 int }

// carve makes rectangular cells of a mesh: places without a ruling between them
// are one cell.
func (m *mesh) carve() []area {
	rows, cols := m.rows(), m.cols()
	set := disjoint.New(rows * cols)
	for j := range rows {
		for i := range cols {
			if i+1 < cols && m.v[(i+1)*rows+j] < sheet.Ruled {
				set.Union(j*cols+i, j*cols+i+1)
			}
			if j+1 < rows && m.h[(j+1)*cols+i] < sheet.Ruled {
				set.Union(j*cols+i, (j+1)*cols+i)
			}
		}
	}
	bounds := make([]area, rows*cols)
	count := make([]int, rows*cols)
	for j := range rows {
		for i := range cols {
			r := set.Find(j*cols + i)
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
func (m *mesh) split(set disjoint.Sets, root int, b area) []area {
	byRow := m.tile(set, root, b, false)
	byCol := m.tile(set, root, b, true)
	if len(byCol) < len(byRow) || len(byCol) == len(byRow) && m.drawn(byCol) > m.drawn(byRow) {
		return byCol
	}
	return byRow
}

// tile covers a region greedily from its top left.
func (m *mesh) tile(set disjoint.Sets, root int, b area, down bool) []area {
	cols := m.cols()
	w := b.c1 - b.c0
	free := make([]bool, (b.r1-b.r0)*w)
	for j := b.r0; j < b.r1; j++ {
		for i := b.c0; i < b.c1; i++ {
			free[(j-b.r0)*w+i-b.c0] = set.Find(j*cols+i) == root
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
		if s >= sheet.Ruled/2 {
			return false
		}
	}
	return true
}

// newPiece makes the cells of a frame, or returns nil.
func newPiece(s *sheet.Sheet, f *frame) *piece.Piece {
	m := newMesh(f, s.Em)
	if m == nil {
		s.TooFine = s.TooFine || len(f.hs) > 100 && len(f.vs) > 100
		return nil
	}
	m.fillGaps()
	m.ruleLabels()
	p := &piece.Piece{Sheet: s, Xs: m.xs, Ys: m.ys, Open: m.open, Ruled: true, Tentative: f.upright()}
	for _, a := range m.carve() {
		p.Cells = append(p.Cells, piece.Cell{Row: a.r0, Col: a.c0, Rows: a.r1 - a.r0, Cols: a.c1 - a.c0, Outside: m.outside(a),
			NoTop: bare(m.h[a.r0*m.cols()+a.c0 : a.r0*m.cols()+a.c1]), NoBottom: bare(m.h[a.r1*m.cols()+a.c0 : a.r1*m.cols()+a.c1]),
			NoLeft: bare(m.v[a.c0*m.rows()+a.r0 : a.c0*m.rows()+a.r1]), NoRight: bare(m.v[a.c1*m.rows()+a.r0 : a.c1*m.rows()+a.r1])})
	}
	p.SetBoxes()
	return p
}
