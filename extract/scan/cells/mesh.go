package cells

import (
	"slices"

	"ziping/extract"
)

// mesh is the page cut along all rulings: small areas between neighbouring places,
// and which of them a ruling parts. An area outside stands all around.
type mesh struct {
	xs, ys []float64
	nx, ny int // areas with those outside
	right  []bool
	below  []bool
	group  []int
}

func newMesh(all []Segment, xs, ys []float64) *mesh {
	m := &mesh{xs: xs, ys: ys, nx: len(xs) + 1, ny: len(ys) + 1}
	n := m.nx * m.ny
	m.right, m.below, m.group = make([]bool, n), make([]bool, n), make([]int, n)
	for i := range m.group {
		m.group[i] = i
	}
	for _, s := range all {
		if s.Level {
			j, _ := slices.BinarySearch(ys, s.At) // the areas above have this row
			m.wall(m.below, xs, s, func(i int) int { return j*m.nx + i })
		} else {
			j, _ := slices.BinarySearch(xs, s.At)
			m.wall(m.right, ys, s, func(i int) int { return i*m.nx + j })
		}
	}
	for y := range m.ny {
		for x := range m.nx {
			if x+1 < m.nx && !m.right[y*m.nx+x] {
				m.union(y*m.nx+x, y*m.nx+x+1)
			}
			if y+1 < m.ny && !m.below[y*m.nx+x] {
				m.union(y*m.nx+x, (y+1)*m.nx+x)
			}
		}
	}
	return m
}

// wall marks the sides that a ruling covers by more than half.
func (m *mesh) wall(side []bool, p []float64, s Segment, at func(i int) int) {
	for i := 1; i < len(p); i++ {
		a, b := p[i-1], p[i]
		if min(b, s.To)-max(a, s.From) > (b-a)/2 {
			side[at(i)] = true
		}
	}
}

func (m *mesh) find(i int) int {
	for m.group[i] != i {
		m.group[i] = m.group[m.group[i]]
		i = m.group[i]
	}
	return i
}

func (m *mesh) union(a, b int) {
	a, b = m.find(a), m.find(b)
	m.group[max(a, b)] = min(a, b)
}

// rooms are the groups of areas that are rectangles and not outside.
func (m *mesh) rooms() []extract.Box {
	type room struct{ x0, y0, x1, y1, n int }
	rooms := map[int]*room{}
	var order []int
	outside := m.find(0)
	for y := range m.ny {
		for x := range m.nx {
			g := m.find(y*m.nx + x)
			if g == outside {
				continue
			}
			r := rooms[g]
			if r == nil {
				r = &room{x, y, x, y, 0}
				rooms[g] = r
				order = append(order, g)
			}
			r.x0, r.y0, r.x1, r.y1 = min(r.x0, x), min(r.y0, y), max(r.x1, x), max(r.y1, y)
			r.n++
		}
	}
	var out []extract.Box
	for _, g := range order {
		r := rooms[g]
		if r.n != (r.x1-r.x0+1)*(r.y1-r.y0+1) || r.x0 == 0 || r.y0 == 0 || r.x1 == m.nx-1 || r.y1 == m.ny-1 {
			continue
		}
		out = append(out, extract.Box{m.xs[r.x0-1], m.ys[r.y0-1], m.xs[r.x1], m.ys[r.y1]})
	}
	return out
}
