// Package unruled finds tables without rulings, or with too few to tell its rows,
// by how their text is aligned: lines of several phrases make a region
// (regions.go), the regions of all pages a stack (stack.go). In it the lines of a
// cell make a block (blocks.go, anchors.go), heights at which blocks stand a row
// (rows.go), gaps between blocks the columns (columns.go), and labels reach over
// the rows they stand in the middle of (spans.go). What can't be seen is not
// guessed: the columns of an empty row.
//
//	tables := unruled.Tables(d) // in what other tables left
package unruled

import (
	"math"
	"sort"

	"ziping/extract"
	"ziping/extract/grid/fit"
	"ziping/extract/grid/page"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
	"ziping/extract/grid/table"
)

// maxLevels is how many lines a table without rulings may have before another
// page is no longer taken for its continuation.
const maxLevels = 2_000

// Tables finds tables by alignment in what the ruled ones have left.
func Tables(d *sheet.Document) []*table.Table {
	var out []*table.Table
	var open []*region // of one table, over pages
	levels := 0        // lines in them
	flush := func() {
		var all score
		for _, r := range open {
			all = all.add(r.score)
		}
		if len(open) > 0 && all.enough() {
			if t := newStack(open).table(); t != nil {
				out = append(out, t)
			}
		}
		open, levels = nil, 0
	}
	for _, s := range d.Sheets {
		d.Progress()
		regions := regions(d, s)
		for k, r := range regions {
			goesOn := false
			if k == 0 && len(open) > 0 {
				prev := open[len(open)-1]
				goesOn = prev.sheet.Index == s.Index-1 && !r.onlyFields() && levels < maxLevels && !prev.textAfter() &&
					prev.besides(r) && (!r.textBefore() || r.goesOnAbove(prev) || r.beginsInColumns())
			}
			if !goesOn {
				flush()
			}
			open = append(open, r)
			levels += r.last - r.first + 1
		}
	}
	flush()
	return out
}

// table makes the table of a stack, nil where no columns show.
func (s *stack) table() *table.Table {
	blocks := s.dropAsides(s.splitAtAnchors(s.blocks()))
	rows := s.rows(blocks)
	edges := s.columns(blocks, rows, 0.1)
	cols := len(edges) - 1
	if cols < 2 || len(rows) < 2 {
		return nil
	}
	page := s.pageRows(rows)
	s.cellHeights(blocks, rows, page)
	s.rowSpans(blocks, rows)
	// Labels of merged cells now stand in all of their rows.
	if edges = s.columns(blocks, rows, fit.CostHole); edges == nil {
		return nil
	}
	s.rowSpans(blocks, rows)
	if fit.Crowded(standing(blocks)) {
		// Labels that stand beside each other do so in columns that no row had told.
		if edges = s.columns(blocks, rows, fit.CostHole); edges == nil {
			return nil
		}
		s.rowSpans(blocks, rows)
	}
	cols = len(edges) - 1
	plain := make([]fit.Range, len(blocks)) // columns of the letters
	for i := range blocks {
		c0 := sort.SearchFloat64s(edges, blocks[i].box[0]+0.01) - 1
		c1 := sort.SearchFloat64s(edges, blocks[i].box[2]-0.01)
		c0 = max(0, min(c0, cols-1))
		plain[i] = fit.Range{Lo: c0, Hi: max(c0+1, min(c1, cols))}
	}
	blocks = onePlaceEach(blocks, rows, cols, plain)
	heights := rowEdges(rows)
	t := &table.Table{Rows: len(rows), Xs: edges, Aligned: true}
	for i := range blocks {
		t.Cells = append(t.Cells, s.entry(&blocks[i], edges, heights, page))
	}
	for _, rep := range s.repeats {
		h := table.Header{Sheet: rep.sheet, Box: rep.box, Text: rep.text}
		for i := range blocks {
			for _, n := range blocks[i].phrases {
				if n == rep.phrase {
					h.Row = blocks[i].r0
				}
			}
		}
		t.Headers = append(t.Headers, h)
	}
	for k, p := range s.pages {
		ys := []float64{}
		for r := range rows {
			if page[r] == k {
				top, bottom := s.rowBox(r, heights, page)
				if len(ys) == 0 {
					ys = append(ys, top)
				}
				ys = append(ys, bottom)
			}
		}
		if len(ys) == 0 {
			continue
		}
		q := &piece.Piece{Sheet: p.sheet, Xs: edges, Ys: ys}
		if t.First == nil {
			t.First = q
		}
		t.Last = q
	}
	for _, p := range s.phrases {
		if !p.Aside {
			p.Sheet.Take(p.Glyphs)
		}
	}
	for _, rep := range s.repeats {
		rep.sheet.Take(rep.glyphs)
	}
	return t
}

// pageRows tells the page of each row, and each page its rows.
func (s *stack) pageRows(rows []band) []int {
	page := make([]int, len(rows))
	for k := range s.pages {
		s.pages[k].first, s.pages[k].end = len(rows), 0
	}
	for r := range rows {
		m := (rows[r].top + rows[r].bottom) / 2
		k := sort.Search(len(s.pages), func(k int) bool { return s.pages[k].bottom >= m })
		k = min(k, len(s.pages)-1)
		page[r] = k
		s.pages[k].first, s.pages[k].end = min(s.pages[k].first, r), max(s.pages[k].end, r+1)
	}
	return page
}

// rowBox is the height of a row on its own page.
func (s *stack) rowBox(r int, heights []float64, pages []int) (top, bottom float64) {
	k := pages[r]
	top, bottom = heights[r], heights[r+1]
	if r == 0 || pages[r-1] != k {
		top = s.pages[k].top - page.Line*s.em
	}
	if r+1 == len(pages) || pages[r+1] != k {
		bottom = s.pages[k].bottom + page.Line*s.em
	}
	return top - s.pages[k].dy, bottom - s.pages[k].dy
}

// entry makes the cell of a block, with a part for each page it reaches.
func (s *stack) entry(b *block, edges, heights []float64, pages []int) *table.Entry {
	e := &table.Entry{Row: b.r0, Col: b.c0, Rows: b.r1 - b.r0, Cols: b.c1 - b.c0}
	for k := pages[b.r0]; k <= pages[b.r1-1]; k++ {
		p := table.Part{Sheet: s.pages[k].sheet}
		p.Cell.Box = extract.Box{edges[b.c0], math.Inf(1), edges[b.c1], math.Inf(-1)}
		for r := b.r0; r < b.r1; r++ {
			if pages[r] != k {
				continue
			}
			top, bottom := s.rowBox(r, heights, pages)
			p.Cell.Box[1], p.Cell.Box[3] = math.Min(p.Cell.Box[1], top), math.Max(p.Cell.Box[3], bottom)
		}
		if p.Cell.Box[1] > p.Cell.Box[3] {
			continue
		}
		e.Parts = append(e.Parts, p)
	}
	for _, i := range b.phrases {
		q := &s.phrases[i]
		at := -1
		for k := range e.Parts {
			if e.Parts[k].Sheet == q.Sheet {
				at = k
			}
		}
		if at < 0 { // a line across the break from its row
			at = len(e.Parts)
			e.Parts = append(e.Parts, table.Part{Sheet: q.Sheet, Cell: piece.Cell{Box: q.Box}})
		}
		p := &e.Parts[at]
		p.Cell.Glyphs = append(p.Cell.Glyphs, q.Glyphs...)
		if !(p.Cell.Box[1] <= q.Box[3] && p.Cell.Box[3] >= q.Box[1]) {
			p.Cell.Box = page.Join(p.Cell.Box, q.Box)
		}
	}
	sort.SliceStable(e.Parts, func(i, j int) bool { return e.Parts[i].Sheet.Index < e.Parts[j].Sheet.Index })
	for k := range e.Parts {
		p := &e.Parts[k]
		p.Cell.Lines = p.Sheet.Lines(p.Cell.Glyphs)
	}
	return e
}
