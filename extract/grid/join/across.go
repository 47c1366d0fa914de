package join

import (
	"cmp"
	"math"
	"slices"
	"sort"

	"ziping/extract"
	"ziping/extract/grid/page"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
	"ziping/extract/grid/table"
)

// A sheet wider than the paper is printed on pages down and then on those beside them: the
// same rows at the same heights again, with the columns that had no room. What tells it from
// another table is a cell that the break cuts: without a border at the right of one page,
// and at the left of the other.

// fewestRows is how many rows two such strips have in common at least.
const fewestRows = 4

// strip is a table with the pages of its right end, and where on them each of its rows
// begins.
type strip struct {
	*table.Table
	pages []*sheet.Sheet
	edges []edge // the last is the lower end
	end   float64
	down  map[*sheet.Sheet]int // which page of its strip each of the sheet's is
}

// edge is a height on one of a strip's pages.
type edge struct {
	page int
	y    float64
}

// beside puts tables together that are strips of one sheet.
func beside(tables []*table.Table) []*table.Table {
	var out []*table.Table
	var last *strip
	for _, t := range tables {
		next := newStrip(t)
		if last != nil && last.goesOnBeside(next) {
			continue
		}
		last = next
		out = append(out, t)
	}
	return out
}

func newStrip(t *table.Table) *strip {
	s := &strip{Table: t, end: t.Xs[len(t.Xs)-1], down: map[*sheet.Sheet]int{}}
	for _, e := range t.Cells {
		for k := range e.Parts {
			if p := e.Parts[k].Sheet; !slices.Contains(s.pages, p) {
				s.pages = append(s.pages, p)
			}
		}
	}
	slices.SortFunc(s.pages, func(a, b *sheet.Sheet) int { return cmp.Compare(a.Index, b.Index) })
	for k, p := range s.pages {
		s.down[p] = k
	}
	s.edges = make([]edge, t.Rows+1)
	for r := range s.edges {
		s.edges[r] = edge{math.MaxInt, math.Inf(1)}
	}
	for _, e := range t.Cells {
		first, end := &e.Parts[0], e.LastPart()
		if at := (edge{slices.Index(s.pages, first.Sheet), first.Cell.Box[1]}); at.before(s.edges[e.Row], 0) {
			s.edges[e.Row] = at
		}
		if e.Row+e.Rows == t.Rows {
			s.edges[t.Rows] = edge{slices.Index(s.pages, end.Sheet), end.Cell.Box[3]}
		}
	}
	return s
}

func (a edge) before(b edge, near float64) bool {
	return a.page < b.page || a.page == b.page && a.y < b.y-near
}

// goesOnBeside appends a strip that goes on at the right of this one, or reports false.
func (s *strip) goesOnBeside(o *strip) bool {
	if len(s.pages) != len(o.pages) || s.Aligned || o.Aligned || !s.bordered(true) || !o.bordered(false) {
		return false
	}
	for k := range s.pages {
		if o.pages[k].Index != s.pages[k].Index+len(s.pages) {
			return false
		}
	}
	rows := s.rowsOf(o)
	if rows == nil {
		return false
	}
	cut, past := s.cutCells(o, rows), s.pastCells(o, rows)
	if len(cut) == 0 && !slices.ContainsFunc(past, func(c pastCell) bool { return len(c.part.Cell.Glyphs) > 0 }) {
		return false
	}
	at := make([]table.Beside, len(s.pages))
	for k := range at {
		at[k] = table.Beside{Left: s.pages[k], Right: o.pages[k], End: s.end, Start: o.Xs[0]}
	}
	at[0].Top = s.edges[0].y
	for k, p := range o.pages {
		s.down[p] = k
	}
	cols, dx := len(s.Xs)-1, s.Xs[len(s.Xs)-1]-o.Xs[0]
	for _, x := range o.Xs[1:] {
		s.Xs = append(s.Xs, x+dx)
	}
	for _, c := range past {
		c.Cols += len(o.Xs) - 1
		if len(c.part.Cell.Glyphs) > 0 {
			c.part.Sheet.Take(c.part.Cell.Glyphs)
			c.Parts, c.Squashed = s.sideBySide(c.Parts, []table.Part{c.part}, at), nil
		}
	}
	for _, e := range o.Cells {
		if a := cut[e]; a != nil {
			open := e.Parts[0].Cell.NoRight
			a.Cols += e.Cols
			a.Parts, a.Squashed = s.sideBySide(a.Parts, e.Parts, at), nil
			a.Parts[0].Cell.NoRight = open
			continue
		}
		e.Row, e.Rows, e.Col = rows[e.Row], rows[e.Row+e.Rows]-rows[e.Row], e.Col+cols
		s.Cells = append(s.Cells, e)
	}
	for _, h := range o.Headers {
		h.Row = rows[h.Row]
		s.Headers = append(s.Headers, h)
	}
	s.Stacked = s.Stacked || o.Stacked
	s.Beside = append(s.Beside, at...)
	s.pages, s.end = o.pages, o.end
	return true
}

// bordered reports that cells at the right, or the left, end of a strip have a border
// there: where none has, the table is ruled so, and no cell of it is cut.
func (s *strip) bordered(right bool) bool {
	return slices.ContainsFunc(s.Cells, func(e *table.Entry) bool {
		c := &e.Parts[0].Cell
		return right && e.Col+e.Cols == len(s.Xs)-1 && !c.NoRight || !right && e.Col == 0 && !c.NoLeft
	})
}

// rowsOf are the rows of a strip at which those of another begin, and its end; nil where
// they do not lie at the same heights.
func (s *strip) rowsOf(o *strip) []int {
	if o.Rows < fewestRows {
		return nil
	}
	near := page.Line * math.Max(s.pages[0].Em, o.pages[0].Em)
	rows := make([]int, len(o.edges))
	for r, at := range o.edges {
		k := sort.Search(len(s.edges), func(k int) bool { return !s.edges[k].before(at, near) })
		if k == len(s.edges) || at.before(s.edges[k], near) || r > 0 && k == rows[r-1] {
			return nil
		}
		rows[r] = k
	}
	return rows
}

// cutCells maps cells of the right strip to those of the left one that they are the rest of.
func (s *strip) cutCells(o *strip, rows []int) map[*table.Entry]*table.Entry {
	open := map[[2]int]*table.Entry{}
	for _, e := range s.Cells {
		if e.Col+e.Cols == len(s.Xs)-1 && e.Parts[0].Cell.NoRight {
			open[[2]int{e.Row, e.Row + e.Rows}] = e
		}
	}
	cut := map[*table.Entry]*table.Entry{}
	for _, e := range o.Cells {
		if a := open[[2]int{rows[e.Row], rows[e.Row+e.Rows]}]; a != nil && e.Col == 0 && e.Parts[0].Cell.NoLeft {
			cut[e] = a
		}
	}
	return cut
}

// pastCell is a cell that goes on where the right strip has no rows: nothing is drawn
// around what it shows there.
type pastCell struct {
	*table.Entry
	part table.Part
}

// pastCells are the cells above and below the rows of the right strip that go on beside them.
func (s *strip) pastCells(o *strip, rows []int) (out []pastCell) {
	for _, e := range s.Cells {
		q := &e.Parts[0]
		k := slices.Index(s.pages, q.Sheet)
		if e.Col+e.Cols < len(s.Xs)-1 || !q.Cell.NoRight || k < 0 || len(e.Parts) > 1 && e.LastPart().Sheet != q.Sheet || e.Row+e.Rows > rows[0] && e.Row < rows[o.Rows] {
			continue
		}
		b := extract.Box{o.Xs[0], q.Cell.Box[1], o.Xs[len(o.Xs)-1], e.LastPart().Cell.Box[3]}
		c := piece.Cell{Box: b, Glyphs: o.pages[k].FreeIn(b)}
		c.Lines = o.pages[k].CellLines(c.Glyphs, b)
		out = append(out, pastCell{e, table.Part{Sheet: o.pages[k], Cell: c}})
	}
	return out
}

// sideBySide are the parts of a cell of which one page shows the left and another the
// right: line by line.
func (s *strip) sideBySide(a, b []table.Part, at []table.Beside) []table.Part {
	var lines []table.Part
	for _, q := range slices.Concat(a, b) {
		lines = append(lines, linesOf(q)...)
	}
	slices.SortStableFunc(lines, func(x, y table.Part) int {
		d := page.MidY(x.Cell.Box) - page.MidY(y.Cell.Box)
		if math.Abs(d) < page.Line*x.Sheet.Em {
			d = 0
		}
		return cmp.Or(cmp.Compare(s.down[x.Sheet], s.down[y.Sheet]), cmp.Compare(d, 0), cmp.Compare(x.Sheet.Index, y.Sheet.Index))
	})
	for i := 1; i < len(lines); i++ {
		once(&lines[i-1], &lines[i], at)
	}
	return lines
}

// linesOf is a part of a cell for each of its lines; the part itself where it has none.
func linesOf(q table.Part) []table.Part {
	if len(q.Cell.Lines) == 0 {
		return []table.Part{q}
	}
	out := make([]table.Part, len(q.Cell.Lines))
	for k, l := range q.Cell.Lines {
		out[k] = q
		out[k].Cell.Lines, out[k].Cell.Glyphs = []sheet.Line{l}, l.Glyphs
		out[k].Cell.Box[1], out[k].Cell.Box[3] = l.Tall[1], l.Tall[3]
	}
	return out
}

// once takes a character out of the right half of a line that is seen at the end of the left
// one as well: the edge of the page cuts it.
func once(a, b *table.Part, at []table.Beside) {
	if len(a.Cell.Lines) == 0 || len(b.Cell.Lines) == 0 {
		return
	}
	l, r := &a.Cell.Lines[0], &b.Cell.Lines[0]
	x, y := a.Sheet.Glyphs[l.Glyphs[len(l.Glyphs)-1]], b.Sheet.Glyphs[r.Glyphs[0]]
	for k := range at {
		if at[k].Left == a.Sheet && at[k].Right == b.Sheet && len(r.Glyphs) > 1 && at[k].Twice(x.Box, y.Box, x.Text == y.Text) {
			line := *r
			line.Glyphs = r.Glyphs[1:]
			b.Cell.Lines, b.Cell.Glyphs = []sheet.Line{line}, line.Glyphs
		}
	}
}
