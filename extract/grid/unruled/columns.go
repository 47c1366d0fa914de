package unruled

import (
	"slices"
	"sort"

	"ziping/extract/grid/fit"
	"ziping/extract/grid/page"
)

// maxColumns bounds a table without rulings; what has more is a picture made of
// characters.
const maxColumns = 200

// columns finds the columns of the table from how its texts stand (fit.go), sets
// those of each block, and returns the edges; nil where there would be too many.
func (s *stack) columns(blocks []block, rows []band, hole float64) []float64 {
	seats := make([]fit.Seat, len(blocks))
	for i := range blocks {
		seats[i].Box = fit.Interval{Lo: blocks[i].box[0], Hi: blocks[i].box[2]}
		for _, n := range blocks[i].phrases {
			seats[i].Lines = append(seats[i].Lines, fit.Interval{Lo: s.boxes[n][0], Hi: s.boxes[n][2]})
		}
		if fit.StartTogether(seats[i].Lines, s.em) {
			seats[i].Set = fit.Paragraph
		}
		seats[i].FirstRow, seats[i].EndRow = len(rows), 0
	}
	for r, m := range s.members(blocks, rows) {
		for _, i := range m {
			seats[i].FirstRow, seats[i].EndRow = min(seats[i].FirstRow, r), max(seats[i].EndRow, r+1)
		}
	}
	for i := range seats {
		if b := &blocks[i]; b.row < 0 && b.r1 <= b.r0 || seats[i].FirstRow >= seats[i].EndRow {
			// What stands between two rows reaches over both.
			below := sort.Search(len(rows), func(r int) bool { return rows[r].top+rows[r].bottom > 2*b.y() })
			seats[i].FirstRow = min(seats[i].FirstRow, max(0, below-1))
			seats[i].EndRow = max(seats[i].EndRow, min(len(rows), below+1))
		}
	}
	f := fit.New(s.em, seats, len(rows))
	f.Hole = hole
	near := page.Word * s.em
	lo, hi := f.Left+near, f.Right-near // of what stands in the table
	f.Within(f.Borders(s.pages[0].sheet.Page.Width / 2))
	drawn := s.uprights()
	if n := len(drawn); n > 0 {
		// Outside of the first and the last of them is a column whose border is not drawn.
		left, right := f.Left, f.Right
		if drawn[0] < lo {
			left = drawn[0]
		}
		if drawn[n-1] > hi {
			right = drawn[n-1]
		}
		f.Within(left, right)
		drawn = slices.DeleteFunc(drawn, func(x float64) bool { return x < left+near || x > right-near })
	}
	f.Solve(drawn)
	edges, spans := f.Columns()
	if len(edges) > maxColumns {
		return nil
	}
	for i := range blocks {
		blocks[i].c0, blocks[i].c1 = spans[i].Lo, spans[i].Hi
	}
	return edges
}

// uprights are the places of uprights drawn at the table whose rows none parts, from left
// to right.
func (s *stack) uprights() []float64 {
	var xs []float64
	for _, p := range s.pages {
		for _, v := range p.sheet.Edges {
			if v.Hi+p.dy > p.top && v.Lo+p.dy < p.bottom {
				xs = append(xs, v.At)
			}
		}
	}
	sort.Float64s(xs)
	return xs
}

// members lists, for each row, the blocks that stand at its height: its own and those
// of merged cells.
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
	return out
}
