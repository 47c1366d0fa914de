package grid

import (
	"math"
	"sort"
)

// maxColumns bounds a table without rulings; what has more is a picture made of
// characters.
const maxColumns = 200

// columns finds the fewest edges such that every gap between two neighbours of
// a row holds one, sets the columns of each block, and returns the edges; nil where
// there would be too many.
func (s *stack) columns(blocks []block, rows []band) []float64 {
	lo, hi := math.Inf(1), math.Inf(-1)
	for i := range blocks {
		lo, hi = math.Min(lo, blocks[i].box[0]), math.Max(hi, blocks[i].box[2])
	}
	members := s.members(blocks, rows)
	var gaps []gap
	for r := range members {
		m := members[r]
		for k := 1; k < len(m); k++ {
			a, b := blocks[m[k-1]].box[2], blocks[m[k]].box[0]
			if b > a {
				gaps = append(gaps, gap{a, b})
			}
		}
	}
	edges := []float64{lo - 0.5*s.em}
	places := stab(gaps)
	if len(places) >= maxColumns {
		return nil
	}
	for _, g := range places {
		edges = append(edges, clearest(g, blocks))
	}
	edges = append(edges, hi+0.5*s.em)
	for i := range blocks {
		b := &blocks[i]
		b.c0 = sort.SearchFloat64s(edges, b.box[0]+0.01) - 1
		b.c1 = sort.SearchFloat64s(edges, b.box[2]-0.01)
		b.c0 = max(0, min(b.c0, len(edges)-2))
		b.c1 = max(b.c0+1, min(b.c1, len(edges)-1))
	}
	return edges
}

// members lists, for each row, the blocks that stand at its height, from left
// to right: its own and those of merged cells.
func (s *stack) members(blocks []block, rows []band) [][]int {
	out := make([][]int, len(rows))
	for i := range blocks {
		b := &blocks[i]
		if b.r1 > b.r0 {
			for r := b.r0; r < b.r1; r++ {
				out[r] = append(out[r], i)
			}
			continue
		}
		if b.row >= 0 {
			out[b.row] = append(out[b.row], i)
			continue
		}
		from := sort.Search(len(rows), func(r int) bool { return rows[r].bottom > b.box[1] })
		for r := from; r < len(rows) && rows[r].top < b.box[3]; r++ {
			out[r] = append(out[r], i)
		}
	}
	for _, m := range out {
		sort.Slice(m, func(i, j int) bool {
			if blocks[m[i]].box[0] != blocks[m[j]].box[0] {
				return blocks[m[i]].box[0] < blocks[m[j]].box[0]
			}
			return m[i] < m[j]
		})
	}
	return out
}

type gap struct{ lo, hi float64 }

// stab returns the fewest places such that each gap holds one: for each what its
// gaps share.
func stab(gaps []gap) []gap {
	sort.Slice(gaps, func(i, j int) bool {
		if gaps[i].hi != gaps[j].hi {
			return gaps[i].hi < gaps[j].hi
		}
		return gaps[i].lo < gaps[j].lo
	})
	var out []gap
	for i := 0; i < len(gaps); {
		g := gaps[i]
		for ; i < len(gaps) && gaps[i].lo < g.hi; i++ {
			g.lo = math.Max(g.lo, gaps[i].lo)
		}
		out = append(out, g)
	}
	return out
}

// clearest is the middle of the widest part of a gap that the fewest blocks of
// other rows reach into.
func clearest(g gap, blocks []block) float64 {
	cuts := []float64{g.lo, g.hi}
	for i := range blocks {
		for _, x := range []float64{blocks[i].box[0], blocks[i].box[2]} {
			if x > g.lo && x < g.hi {
				cuts = append(cuts, x)
			}
		}
	}
	if len(cuts) > 64 {
		return (g.lo + g.hi) / 2
	}
	sort.Float64s(cuts)
	best, fewest, width := (g.lo+g.hi)/2, math.MaxInt, 0.0
	for k := 1; k < len(cuts); k++ {
		a, b := cuts[k-1], cuts[k]
		n := 0
		for i := range blocks {
			if blocks[i].box[0] < b && blocks[i].box[2] > a {
				n++
			}
		}
		if n < fewest || n == fewest && b-a > width {
			best, fewest, width = (a+b)/2, n, b-a
		}
	}
	return best
}

// widen gives headings their merged columns: of the empty columns beside a text
// it takes as many as leave it in the middle of its cell.
func (s *stack) widen(blocks []block, rows []band, edges []float64) {
	for r, m := range s.members(blocks, rows) {
		for k, i := range m {
			b := &blocks[i]
			if b.row != r || b.figure && b.c1-b.c0 == 1 && 2*len(m) > len(edges) {
				continue
			}
			first, last := 0, len(edges)-1
			if k > 0 {
				first = blocks[m[k-1]].c1
			}
			if k+1 < len(m) {
				last = blocks[m[k+1]].c0
			}
			off := func(c0, c1 int) float64 { return math.Abs((edges[c0]+edges[c1])/2-midX(b.box)) / s.em }
			c0, c1 := b.c0, b.c1
			best := off(c0, c1)
			for x := b.c0; x >= first; x-- {
				for y := b.c1; y <= last; y++ {
					if d := off(x, y); d < centred || d < best-centred {
						best, c0, c1 = math.Max(d, centred), x, y
					}
				}
			}
			b.c0, b.c1 = c0, c1
		}
	}
}

// centred is how far (in character sizes) a text may be off the middle of its
// cell; the edges of unruled columns are not known better.
const centred = 0.8

// adopt gives blocks that stand between rows to the nearest row, where their
// column holds something in most rows: lines of a wrapped cell, not labels of
// merged ones. Blocks of one row that share a column become one.
func (s *stack) adopt(blocks []block, rows []band, cols int) []block {
	filled, _ := filledRows(blocks, cols)
	for i := range blocks {
		b := &blocks[i]
		if b.row >= 0 || 4*filled[b.c0] <= 3*len(rows) {
			continue
		}
		r := nearestRow(rows, b)
		b.row = r
		rows[r].top, rows[r].bottom = math.Min(rows[r].top, b.box[1]), math.Max(rows[r].bottom, b.box[3])
	}
	// Wrapped lines may make neighbouring rows overlap; the middle parts them.
	for r := 1; r < len(rows); r++ {
		if rows[r].top < rows[r-1].bottom {
			m := (rows[r].top + rows[r-1].bottom) / 2
			rows[r].top, rows[r-1].bottom = m, m
		}
	}
	byRow := make([][]int, len(rows))
	for i := range blocks {
		if r := blocks[i].row; r >= 0 {
			byRow[r] = append(byRow[r], i)
		}
	}
	gone := make([]bool, len(blocks))
	for _, list := range byRow {
		sort.Slice(list, func(i, j int) bool {
			a, b := &blocks[list[i]], &blocks[list[j]]
			if a.c0 != b.c0 {
				return a.c0 < b.c0
			}
			return list[i] < list[j]
		})
		last := -1
		for _, i := range list {
			if last < 0 || blocks[i].c0 >= blocks[last].c1 {
				last = i
				continue
			}
			a, b := &blocks[last], &blocks[i]
			a.phrases = append(a.phrases, b.phrases...)
			a.box = join(a.box, b.box)
			a.c1 = max(a.c1, b.c1)
			a.figure = false
			gone[i] = true
		}
	}
	var out []block
	for i := range blocks {
		if !gone[i] {
			out = append(out, blocks[i])
		}
	}
	for r := range rows {
		rows[r].blocks = nil
	}
	for i := range out {
		sort.Ints(out[i].phrases)
		if r := out[i].row; r >= 0 {
			rows[r].blocks = append(rows[r].blocks, i)
		}
	}
	return out
}
