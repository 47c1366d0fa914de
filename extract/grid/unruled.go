package grid

import (
	"math"
	"sort"

	"ziping/extract"
)

// Tables without rulings, or with horizontal ones only, are found by how their
// text is aligned: characters make phrases (phrases.go), lines of several phrases
// a region (regions.go), the regions of all pages a stack (stack.go). In it the
// lines of a cell make a block (blocks.go, anchors.go), heights at which blocks
// stand a row, gaps between blocks the columns (columns.go), and labels reach over
// the rows they stand in the middle of (spans.go). What can't be seen is not
// guessed: an empty merged cell, the columns of an empty row.

// maxLevels is how many lines a table without rulings may have before another
// page is no longer taken for its continuation.
const maxLevels = 2_000

// unruledTables finds tables by alignment in what the ruled ones have left.
func unruledTables(sheets []*sheet, furniture map[string]bool, heading func(string) bool) []*table {
	var out []*table
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
	for _, s := range sheets {
		regions := s.regions(heading)
		for k, r := range regions {
			goesOn := false
			if k == 0 && len(open) > 0 {
				prev := open[len(open)-1]
				goesOn = prev.sheet.index == s.index-1 && levels < maxLevels && !prev.textAfter(furniture) &&
					prev.besides(r) && (!r.textBefore(furniture) || r.leadsOn(prev, furniture) || r.beginsInColumns(furniture))
			}
			if !goesOn {
				flush()
			}
			open = append(open, r)
			levels += r.last - r.first + 1
			if k+1 < len(regions) {
				flush()
			}
		}
		if len(regions) == 0 {
			flush()
		}
	}
	flush()
	return out
}

// table makes the table of a stack, nil where no columns show.
func (s *stack) table() *table {
	blocks := s.dropAsides(s.splitAtAnchors(s.blocks()))
	rows := s.rows(blocks)
	edges := s.columns(blocks, rows, 0.1)
	cols := len(edges) - 1
	if cols < 2 || len(rows) < 2 {
		return nil
	}
	blocks = s.adopt(blocks, rows, cols)
	page := s.pageRows(rows)
	s.cellHeights(blocks, rows, page)
	s.rowSpans(blocks, rows)
	// Labels of merged cells now stand in all of their rows.
	if edges = s.columns(blocks, rows, costHole); edges == nil {
		return nil
	}
	cols = len(edges) - 1
	plain := make([]run, len(blocks)) // columns of the letters
	for i := range blocks {
		c0 := sort.SearchFloat64s(edges, blocks[i].box[0]+0.01) - 1
		c1 := sort.SearchFloat64s(edges, blocks[i].box[2]-0.01)
		c0 = max(0, min(c0, cols-1))
		plain[i] = run{c0, max(c0+1, min(c1, cols))}
	}
	s.rowSpans(blocks, rows)
	if blocks = s.settle(blocks, rows, cols, plain); blocks == nil {
		return nil
	}
	heights := rowEdges(rows)
	t := &table{rows: len(rows), xs: edges, aligned: true}
	for i := range blocks {
		t.cells = append(t.cells, s.entry(&blocks[i], edges, heights, page))
	}
	for _, rep := range s.repeats {
		h := header{sheet: rep.sheet, box: rep.box, text: rep.text}
		for i := range blocks {
			for _, n := range blocks[i].phrases {
				if n == rep.phrase {
					h.row = blocks[i].r0
				}
			}
		}
		t.headers = append(t.headers, h)
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
		q := &piece{sheet: p.sheet, xs: edges, ys: ys}
		if t.first == nil {
			t.first = q
		}
		t.last = q
	}
	for _, p := range s.phrases {
		if !p.aside {
			p.sheet.take(p.glyphs)
		}
	}
	for _, rep := range s.repeats {
		rep.sheet.take(rep.glyphs)
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

// rowMargin is left above the first and below the last row of a page.
const rowMargin = 0.3

// rowBox is the height of a row on its own page.
func (s *stack) rowBox(r int, heights []float64, page []int) (top, bottom float64) {
	k := page[r]
	top, bottom = heights[r], heights[r+1]
	if r == 0 || page[r-1] != k {
		top = s.pages[k].top - rowMargin*s.em
	}
	if r+1 == len(page) || page[r+1] != k {
		bottom = s.pages[k].bottom + rowMargin*s.em
	}
	return top - s.pages[k].dy, bottom - s.pages[k].dy
}

// entry makes the cell of a block, with a part for each page it reaches.
func (s *stack) entry(b *block, edges, heights []float64, page []int) *entry {
	e := &entry{row: b.r0, col: b.c0, rs: b.r1 - b.r0, cs: b.c1 - b.c0}
	for k := page[b.r0]; k <= page[b.r1-1]; k++ {
		p := part{sheet: s.pages[k].sheet}
		p.cell.box = extract.Box{edges[b.c0], math.Inf(1), edges[b.c1], math.Inf(-1)}
		for r := b.r0; r < b.r1; r++ {
			if page[r] != k {
				continue
			}
			top, bottom := s.rowBox(r, heights, page)
			p.cell.box[1], p.cell.box[3] = math.Min(p.cell.box[1], top), math.Max(p.cell.box[3], bottom)
		}
		if p.cell.box[1] > p.cell.box[3] {
			continue
		}
		e.parts = append(e.parts, p)
	}
	for _, i := range b.phrases {
		q := &s.phrases[i]
		at := -1
		for k := range e.parts {
			if e.parts[k].sheet == q.sheet {
				at = k
			}
		}
		if at < 0 { // a line across the break from its row
			at = len(e.parts)
			e.parts = append(e.parts, part{sheet: q.sheet, cell: cell{box: q.box}})
		}
		p := &e.parts[at]
		p.cell.glyphs = append(p.cell.glyphs, q.glyphs...)
		if !(p.cell.box[1] <= q.box[3] && p.cell.box[3] >= q.box[1]) {
			p.cell.box = join(p.cell.box, q.box)
		}
	}
	sort.SliceStable(e.parts, func(i, j int) bool { return e.parts[i].sheet.index < e.parts[j].sheet.index })
	for k := range e.parts {
		p := &e.parts[k]
		p.cell.lines = p.sheet.lines(p.cell.glyphs)
	}
	return e
}
