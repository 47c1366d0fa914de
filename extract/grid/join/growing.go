package join

import (
	"math"
	"sort"

	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
	"ziping/extract/grid/table"
)

// growing is a table while it grows over pages.
type growing struct {
	table.Table
	early    []*table.Entry // those of the first rows
	recent   []*table.Entry // those on the last page
	doc      *sheet.Document
	cutsOpen bool // see cutsOpen
}

func newTable(p *piece.Piece) *growing {
	t := &growing{Table: table.Table{First: p, Last: p, Rows: p.Rows(), Xs: append([]float64(nil), p.Xs...), Aligned: p.Aligned, Stacked: p.Stacked}}
	for _, c := range p.Cells {
		t.put(&table.Entry{Row: c.Row, Col: c.Col, Rows: c.Rows, Cols: c.Cols, Parts: []table.Part{{Sheet: p.Sheet, Cell: c}}})
	}
	return t
}

func (t *growing) put(e *table.Entry) {
	t.Cells = append(t.Cells, e)
	t.recent = append(t.recent, e)
	if e.Row < earlyRows {
		t.early = append(t.early, e)
	}
}

// below appends the rows of a piece on the same page.
func (t *growing) below(p *piece.Piece) bool {
	xs, from, to := mergeEdges(t.Xs, p.Xs, t.First.Xs[0]-p.Xs[0], sheet.Near(p.Sheet.Em))
	next := newTable(p)
	next.recount(to)
	t.recount(from)
	t.Xs = xs
	t.recent = nil
	for _, e := range next.Cells {
		e.Row += t.Rows
		t.put(e)
	}
	t.Rows += next.Rows
	t.Last = p
	return true
}

// recount gives cells new numbers of columns; to[i] is the new number of edge i.
func (t *growing) recount(to []int) {
	same := true
	for i, k := range to {
		same = same && i == k
	}
	if same {
		return
	}
	for _, e := range t.Cells {
		e.Col, e.Cols = to[e.Col], to[e.Col+e.Cols]-to[e.Col]
	}
}

// bottom lists the cells that reach the last row, left to right. (Of a long table
// only those of the last page and what they went on from are looked at.)
func (t *growing) bottom() []*table.Entry {
	var out []*table.Entry
	for _, e := range t.recent {
		if e.Row+e.Rows == t.Rows {
			out = append(out, e)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Col < out[j].Col })
	return out
}

func (t *growing) top() []*table.Entry {
	var out []*table.Entry
	for _, e := range t.Cells {
		if e.Row == 0 {
			out = append(out, e)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Col < out[j].Col })
	return out
}

// mergeEdges unites two sets of column edges: values within tol are one. from
// and to give the new numbers of the edges of a and b.
func mergeEdges(a, b []float64, dx, tol float64) (xs []float64, from, to []int) {
	from, to = make([]int, len(a)), make([]int, len(b))
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && math.Abs(a[i]-b[j]-dx) <= tol:
			// The nearer partner may still come.
			if i+1 < len(a) && math.Abs(a[i+1]-b[j]-dx) < math.Abs(a[i]-b[j]-dx) {
				from[i] = len(xs)
				xs = append(xs, a[i])
				i++
				continue
			}
			if j+1 < len(b) && math.Abs(a[i]-b[j+1]-dx) < math.Abs(a[i]-b[j]-dx) {
				to[j] = len(xs)
				xs = append(xs, b[j]+dx)
				j++
				continue
			}
			from[i], to[j] = len(xs), len(xs)
			xs = append(xs, a[i])
			i++
			j++
		case j >= len(b) || i < len(a) && a[i] < b[j]+dx:
			from[i] = len(xs)
			xs = append(xs, a[i])
			i++
		default:
			to[j] = len(xs)
			xs = append(xs, b[j]+dx)
			j++
		}
	}
	return xs, from, to
}
