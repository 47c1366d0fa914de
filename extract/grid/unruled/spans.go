package unruled

import (
	"math"
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
	begins  []bool    // a part of the form begins before the row
	barrier []bool    // a group to the left ends before the row
	manner  manner
}

func newLabels(s *stack, blocks []block, rows []band, m manner) *labels {
	return &labels{stack: s, blocks: blocks, rows: rows, edges: rowEdges(rows), begins: s.sections(blocks, rows), barrier: make([]bool, len(rows)+1), manner: m}
}

// place sets the rows of each block and returns what the labels cost. Labels
// stand left of the first column that has a text in nearly every row; they share
// the rows between them, and none reaches over the end of a group left of it.
func (s *labels) place() float64 {
	total := 0.0
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
		label := 2*before > t.end-t.first && (!t.dense() || t.top == t.last) && (2*t.figures < len(t.blocks) || t.filled < len(t.blocks))
		cost := s.spanColumn(t, free, label)
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
		total += cost
		for _, i := range t.blocks {
			if b := &blocks[i]; b.r1-b.r0 > 1 {
				s.barrier[b.r0], s.barrier[b.r1] = true, true
			}
		}
	}
	return total
}

// filledRows counts the rows in which each column holds something, and the most.
func filledRows(blocks []block, cols int) (filled []int, most int) {
	filled = make([]int, cols)
	for i := range blocks {
		if b := &blocks[i]; b.row >= 0 {
			for c := b.c0; c < b.c1; c++ {
				filled[c]++
				most = max(most, filled[c])
			}
		}
	}
	return filled, most
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
