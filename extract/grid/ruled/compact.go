package ruled

import "ziping/extract/grid/piece"

// compact forgets the notches outside the frame and the lines that part no
// cells, and closes slivers between two lines that no cell with text needs both
// of: a double ruling, a jittered one. Characters keep their cells.
func compact(p *piece.Piece) {
	kept := p.Cells[:0]
	for _, c := range p.Cells {
		if !c.Outside || len(c.Glyphs) > 0 {
			kept = append(kept, c)
		}
	}
	p.Cells = kept
	if len(kept) == 0 {
		return
	}
	column := func(c *piece.Cell) (*int, *int) { return &c.Col, &c.Cols }
	row := func(c *piece.Cell) (*int, *int) { return &c.Row, &c.Rows }
	p.Xs = closeSlivers(p, dropIdle(p, p.Xs, column), column)
	p.Ys = closeSlivers(p, dropIdle(p, p.Ys, row), row)
	p.SetBoxes()
}

// Slivers narrower than these (in character sizes) hold no column of their own.
const (
	sharedSliver = 0.70 // every cell in it reaches beyond it
	emptySliver  = 0.70 // the cells that are only it are empty
)

// dropIdle removes lines at which no cell begins or ends.
func dropIdle(p *piece.Piece, edges []float64, span func(*piece.Cell) (*int, *int)) []float64 {
	used := make([]bool, len(edges))
	for k := range p.Cells {
		at, size := span(&p.Cells[k])
		used[*at], used[*at+*size] = true, true
	}
	to := make([]int, len(edges))
	var out []float64
	for i, u := range used {
		to[i] = len(out)
		if u {
			out = append(out, edges[i])
		}
	}
	renumber(p, to, span)
	return out
}

func closeSlivers(p *piece.Piece, edges []float64, span func(*piece.Cell) (*int, *int)) []float64 {
	n := len(edges) - 1 // intervals
	own := make([]int, n)
	text := make([]bool, n)
	for k := range p.Cells {
		at, size := span(&p.Cells[k])
		if *size == 1 {
			own[*at]++
			text[*at] = text[*at] || len(p.Cells[k].Glyphs) > 0
		}
	}
	to := make([]int, n+1)
	out := []float64{edges[0]}
	closed := false // the interval before was closed; never two in a row
	for i := range n {
		w, em := edges[i+1]-edges[i], p.Sheet.Em
		sliver := own[i] == 0 && w < sharedSliver*em || !text[i] && w < emptySliver*em
		if closed = sliver && !closed && (len(out) > 1 || i+1 < n); closed {
			// At the rim the outer line stays, inside the first.
			if i+1 == n {
				out[len(out)-1] = edges[n]
			}
		} else {
			out = append(out, edges[i+1])
		}
		to[i+1] = len(out) - 1
	}
	renumber(p, to, span)
	return out
}

// renumber moves cells to new lines; cells that lose all extent go.
func renumber(p *piece.Piece, to []int, span func(*piece.Cell) (*int, *int)) {
	kept := p.Cells[:0]
	for _, c := range p.Cells {
		at, size := span(&c)
		*at, *size = to[*at], to[*at+*size]-to[*at]
		if *size > 0 {
			kept = append(kept, c)
		}
	}
	p.Cells = kept
}
