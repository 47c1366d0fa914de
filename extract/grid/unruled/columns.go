package unruled

import (
	"math"
	"slices"
	"sort"

	"ziping/extract"
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

// joinLines gives blocks that stand between rows to the nearest row, where their
// column holds something in most rows: lines of a wrapped cell, not labels of
// merged ones. Blocks of one row that share a column become one, if not beside each other.
func (s *stack) joinLines(blocks []block, rows []band, cols int) []block {
	filled, _ := filledRows(blocks, cols)
	for i := range blocks {
		b := &blocks[i]
		if b.row >= 0 || 4*filled[b.c0] <= 3*len(rows) {
			continue
		}
		r := nearestRow(rows, b)
		// A wrapped line has the rest of its text beside it.
		rest := math.Abs(rows[r].top+rows[r].bottom-2*b.y()) < s.em
		for _, k := range rows[r].blocks {
			rest = rest || math.Min(b.box[2], blocks[k].box[2]) > math.Max(b.box[0], blocks[k].box[0])
		}
		if !rest {
			continue
		}
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
			if last < 0 || blocks[i].c0 >= blocks[last].c1 || beside(&blocks[last], &blocks[i]) {
				last = i
				continue
			}
			a, b := &blocks[last], &blocks[i]
			a.phrases = append(a.phrases, b.phrases...)
			a.box = page.Join(a.box, b.box)
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

// beside reports whether two blocks stand beside each other, one at the height of the other.
func beside(a, b *block) bool {
	within := func(y float64, in extract.Box) bool { return y > in[1] && y < in[3] }
	return math.Min(a.box[2], b.box[2]) <= math.Max(a.box[0], b.box[0]) && (within(a.y(), b.box) || within(b.y(), a.box))
}
