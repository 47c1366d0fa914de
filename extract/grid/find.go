package grid

import (
	"math"
	"sort"
	"strconv"

	"ziping/extract"
)

// Find reads tables and lines from pages. Every character comes back in exactly
// one cell or line. It never fails: what makes no table is lines.
func Find(pages []Page, o Options) Found {
	var sheets []*sheet
	var pieces []*piece
	for i := range pages {
		s := newSheet(i, &pages[i])
		sheets = append(sheets, s)
		pieces = append(pieces, s.ruledPieces()...)
	}
	return assemble(sheets, pieces, o)
}

// ruledPieces finds the tables that rulings make on one page.
func (s *sheet) ruledPieces() []*piece {
	var out []*piece
	fs := frames(s.hs, s.vs, s.em)
	// Inner frames first: a box around the page must not swallow the table in it,
	// a box in a cell (a check mark, a drawing) is no table.
	sort.SliceStable(fs, func(i, j int) bool {
		a, b := fs[i].box, fs[j].box
		return (a[2]-a[0])*(a[3]-a[1]) > (b[2]-b[0])*(b[3]-b[1])
	})
	for k := range fs {
		p := newPiece(s, &fs[k])
		if p == nil {
			continue
		}
		p.assign()
		p.compact()
		if !p.isTable() {
			continue
		}
		p.take()
		out = append(out, p)
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].start().before(out[j].start()) })
	for _, p := range out {
		for k := range p.cells {
			c := &p.cells[k]
			c.lines = s.lines(c.glyphs)
		}
	}
	return out
}

// isTable asks for two cells and some text.
func (p *piece) isTable() bool {
	if len(p.cells) < 2 {
		return false
	}
	for k := range p.cells {
		if len(p.cells[k].glyphs) > 0 {
			return true
		}
	}
	return false
}

func (p *piece) start() place { return place{p.sheet.index, p.ys[0], p.xs[0]} }

// assemble makes the output.
func assemble(sheets []*sheet, pieces []*piece, o Options) Found {
	var f Found
	var starts []place
	for _, p := range pieces {
		starts = append(starts, p.start())
		f.Tables = append(f.Tables, p.table())
	}
	f.Lines = collectLines(sheets, starts)
	return f
}

func (p *piece) table() extract.Table {
	t := extract.Table{Rows: p.rows(), Cols: p.cols()}
	s := p.sheet
	cells := append([]cell(nil), p.cells...)
	sort.SliceStable(cells, func(i, j int) bool {
		if cells[i].row != cells[j].row {
			return cells[i].row < cells[j].row
		}
		return cells[i].col < cells[j].col
	})
	for k := range cells {
		c := &cells[k]
		text := s.textOf(c.lines, c.box)
		if text == "" && c.rs == 1 && c.cs == 1 {
			continue
		}
		t.Cells = append(t.Cells, extract.Cell{
			Row: c.row, Col: c.col, RowSpan: c.rs, ColSpan: c.cs, Text: text,
			Page: s.page.Number, Box: rounded(c.box), Confidence: s.confidence(c.glyphs),
		})
	}
	return t
}

// confidence is the lowest of the characters', empty where none was recognised
// from a picture.
func (s *sheet) confidence(glyphs []int) string {
	lowest := math.Inf(1)
	for _, n := range glyphs {
		if c := s.glyphs[n].Confidence; c > 0 && c < lowest {
			lowest = c
		}
	}
	if lowest > 1 {
		return ""
	}
	return strconv.FormatFloat(math.Floor(lowest*1000)/1000, 'f', -1, 64)
}
