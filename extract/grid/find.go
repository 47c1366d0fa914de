package grid

import (
	"sort"

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
		pieces = append(pieces, s.ruledPieces(o.Limits)...)
	}
	furniture := runningLines(sheets)
	pieces = append(pieces, linedPieces(sheets, pieces, furniture, o.Heading)...)
	sort.SliceStable(pieces, func(i, j int) bool { return pieces[i].start().before(pieces[j].start()) })
	tables := joinPages(pieces, furniture, o.Heading)
	tables = append(tables, unruledTables(sheets, furniture, o.Heading)...)
	sort.SliceStable(tables, func(i, j int) bool { return tables[i].first.start().before(tables[j].first.start()) })
	return assemble(sheets, tables, o)
}

// ruledPieces finds the tables that rulings make on one page. One past the limits
// is left to the lines, with a warning.
func (s *sheet) ruledPieces(l extract.Limits) []*piece {
	var out []*piece
	fs := frames(s.hs, s.vs, s.em)
	// Larger frames first: a box in a cell (a check mark, a drawing) is no table of
	// its own. A box around the page has one cell, hence is none either.
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
		if !p.isTable() || p.hidesColumns() {
			continue
		}
		if l.Rows > 0 && p.rows() > l.Rows || l.Cols > 0 && p.cols() > l.Cols || l.Cells > 0 && len(p.cells) > l.Cells {
			s.tooFine = true
			continue
		}
		p.take()
		out = append(out, p)
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].start().before(out[j].start()) })
	for _, p := range out {
		for k := range p.cells {
			c := &p.cells[k]
			c.lines = s.cellLines(c.glyphs, c.box)
		}
		p.mend()
		p.splitRows()
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
func assemble(sheets []*sheet, tables []*table, o Options) Found {
	var f Found
	for _, s := range sheets {
		f.Warnings = append(f.Warnings, s.skipped(o.Lang)...)
	}
	var starts []place
	for i, t := range tables {
		starts = append(starts, t.first.start())
		out, refs := t.output(i)
		f.Tables = append(f.Tables, out)
		if t.aligned {
			f.Warnings = append(f.Warnings, t.withoutRulings(i, o.Lang))
		}
		f.Warnings = append(f.Warnings, doubtful(refs, o.Lang)...)
		for _, h := range t.headers {
			f.Warnings = append(f.Warnings, h.warning(i, o.Lang))
		}
	}
	var refs []extract.Ref
	f.Lines, refs = collectLines(sheets, starts)
	f.Warnings = append(f.Warnings, doubtful(refs, o.Lang)...)
	return f
}
