package unruled

import (
	"math"
	"slices"
)

// rowSpans decides over which rows the block of each column reaches, in the
// manner of the table's wrapped cells, or, where it has none, in the one that fits
// all labels better.
func (s *stack) rowSpans(blocks []block, rows []band) {
	other := append([]block(nil), blocks...)
	costMiddle := newLabels(s, blocks, rows, setMiddle).place()
	costFirst := newLabels(s, other, rows, setFirst).place()
	if s.tops > 0 || s.tops == 0 && costFirst < costMiddle {
		copy(blocks, other)
	}
}

// labels is the search for the rows of each block, in one manner.
type labels struct {
	*stack
	blocks  []block
	rows    []band
	edges   []float64 // between rows
	barrier []bool    // a group to the left, or a part of the form, ends before the row
	within  []bool    // a group to the right goes on over the row's upper border
	manner  manner
}

func newLabels(s *stack, blocks []block, rows []band, m manner) *labels {
	return &labels{stack: s, blocks: blocks, rows: rows, edges: rowEdges(rows), barrier: s.parts(blocks, rows), within: make([]bool, len(rows)+1), manner: m}
}

// place sets the rows of each block and returns what the labels cost. Labels
// stand left of the first column that has a text in nearly every row; they share
// the rows between them, and groups lie within each other: none reaches over the end of
// one left of it. Which of two is off the middle of its rows is told by what both cost:
// the groups at the left are placed first, and then once more those at the right. Of the
// rows that no label reaches over in either way, the way that costs less is taken.
func (s *labels) place() float64 {
	list := s.fromLeft()
	left := append([]block(nil), s.blocks...)
	s.fromRight(list)
	right := append([]block(nil), s.blocks...)
	total := 0.0
	for from := 0; from < len(s.rows); {
		to := s.partEnd(list, from, left, right)
		a, b := s.costIn(list, left, from, to), s.costIn(list, right, from, to)
		by := right
		if b > a-leastBetter {
			by, b = left, a
		}
		total += b
		for k := range list {
			for _, i := range list[k].blocks {
				if r := left[i].r0; r >= from && r < to {
					s.blocks[i].r0, s.blocks[i].r1 = by[i].r0, by[i].r1
				}
			}
		}
		from = to
	}
	return total
}

// leastBetter is how much cheaper labels must stand that are placed from the right.
const leastBetter = 0.3

// placed is a strip of labels with the rows that are free in its columns.
type placed struct {
	strip
	free []bool
}

// partEnd is the next row that no label reaches over, in none of some ways to place them.
func (s *labels) partEnd(list []placed, from int, ways ...[]block) int {
	end := from + 1
	for again := true; again; {
		again = false
		for k := range list {
			for _, i := range list[k].blocks {
				lo, hi := len(s.rows), 0
				for _, w := range ways {
					lo, hi = min(lo, w[i].r0), max(hi, w[i].r1)
				}
				if lo < end && hi > end {
					end, again = hi, true
				}
			}
		}
	}
	return end
}

// costIn is what labels cost, in one way to place them, that stand in rows from one to
// before another, and the places that none takes there.
func (s *labels) costIn(list []placed, way []block, from, to int) float64 {
	total := 0.0
	for k := range list {
		t := &list[k]
		texts := byHeight(way, t.blocks)
		above, below := s.blanksOf(&t.strip, t.free, true, costAbove), s.blanksOf(&t.strip, t.free, true, costBlank)
		within := func(b *blanks, lo, hi int) float64 {
			if lo, hi = max(lo, from), min(hi, to); lo < hi {
				return b.between(lo, hi)
			}
			return 0
		}
		blank, at := above, t.first
		for _, i := range texts {
			b := &way[i]
			total += within(blank, at, b.r0)
			if b.r0 >= from && b.r0 < to {
				total += s.textCost(b, b.r0, b.r1, true)
			}
			blank, at = below, b.r1
		}
		total += within(below, at, t.end)
	}
	return total
}

// fromRight places labels again, those at the right first.
func (s *labels) fromRight(list []placed) {
	s.barrier = s.parts(s.blocks, s.rows)
	for k := len(list) - 1; k >= 0; k-- {
		s.spanColumn(&list[k].strip, list[k].free, true)
		for _, i := range list[k].blocks {
			for r := s.blocks[i].r0 + 1; r < s.blocks[i].r1; r++ {
				s.within[r] = true
			}
		}
	}
	clear(s.within)
}

// fromLeft places all blocks, labels at the left first, and lists the strips of labels.
func (s *labels) fromLeft() (labels []placed) {
	blocks, rows := s.blocks, s.rows
	all := strips(blocks, rows)
	// The first dense column of each row.
	first := make([]int, len(rows))
	for r := range first {
		first[r] = math.MaxInt
	}
	for k := range all {
		t := &all[k]
		if t.last == t.top || !t.dense() {
			continue
		}
		for r := t.top; r <= t.last; r++ {
			first[r] = min(first[r], blocks[t.blocks[0]].c0)
		}
	}
	free := make([]bool, len(rows))
	covered := map[int][]bool{} // rows of each column that a text from further left covers
	for k := range all {
		t := &all[k]
		c0, c1 := blocks[t.blocks[0]].c0, blocks[t.blocks[0]].c1
		before := 0
		for r := t.first; r < t.end; r++ {
			free[r] = covered[c0] == nil || !covered[c0][r]
			if first[r] != math.MaxInt && c1 <= first[r] {
				before++
			}
		}
		label := 2*before > t.end-t.first && (!t.dense() || t.top == t.last)
		s.spanColumn(t, free, label)
		if label {
			labels = append(labels, placed{*t, slices.Clone(free)})
		}
		clear(free[t.first:t.end])
		for _, i := range t.blocks {
			for c := c0 + 1; c < c1; c++ {
				if covered[c] == nil {
					covered[c] = make([]bool, len(rows))
				}
				for r := blocks[i].r0; r < blocks[i].r1; r++ {
					covered[c][r] = true
				}
			}
		}
		if !label {
			continue
		}
		for _, i := range t.blocks {
			if b := &blocks[i]; b.r1-b.r0 > 1 {
				s.barrier[b.r0], s.barrier[b.r1] = true, true
			}
		}
	}
	return labels
}

// rowEdges are the heights between rows.
func rowEdges(rows []band) []float64 {
	out := make([]float64, len(rows)+1)
	out[0], out[len(rows)] = rows[0].top, rows[len(rows)-1].bottom
	for r := 1; r < len(rows); r++ {
		out[r] = (rows[r-1].bottom + rows[r].top) / 2
	}
	return out
}
