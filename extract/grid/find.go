package grid

import (
	"sort"

	"ziping/extract"
	"ziping/extract/grid/join"
	"ziping/extract/grid/lined"
	"ziping/extract/grid/page"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/ruled"
	"ziping/extract/grid/sheet"
	"ziping/extract/grid/table"
	"ziping/extract/grid/unruled"
	"ziping/extract/grid/words"
)

// Find reads tables and lines from pages. Every character comes back in exactly
// one cell or line. It never fails: what makes no table is lines.
func Find(pages []page.Page, o Options) Found {
	w := o.Words
	if w == nil {
		w = words.Known()
	}
	d := sheet.NewDocument(pages, w, o.Heading, o.Progress)
	var pieces []*piece.Piece
	for _, s := range d.Sheets {
		pieces = append(pieces, ruled.Pieces(s, o.Limits)...)
		d.Progress()
	}
	d.FindRunning()
	pieces = append(pieces, lined.Pieces(d, pieces)...)
	sort.SliceStable(pieces, func(i, j int) bool { return pieces[i].Start().Before(pieces[j].Start()) })
	tables := join.Pages(d, pieces)
	for _, t := range unruled.Tables(d) {
		t.MergeBlanks()
		tables = append(tables, t)
	}
	sort.SliceStable(tables, func(i, j int) bool { return tables[i].First.Start().Before(tables[j].First.Start()) })
	return assemble(d.Sheets, tables, o)
}

// assemble makes the output.
func assemble(sheets []*sheet.Sheet, tables []*table.Table, o Options) Found {
	var f Found
	for _, s := range sheets {
		f.Warnings = append(f.Warnings, s.Skipped(o.Lang)...)
	}
	var starts []sheet.Place
	for i, t := range tables {
		starts = append(starts, t.First.Start())
		out, refs := t.Output(i)
		f.Tables = append(f.Tables, out)
		if t.Aligned {
			f.Warnings = append(f.Warnings, t.WithoutRulings(i, o.Lang))
		}
		if t.Stacked {
			f.Warnings = append(f.Warnings, t.SeveralInOne(i, o.Lang))
		}
		f.Warnings = append(f.Warnings, doubtful(refs, o.Lang)...)
		for _, h := range t.Headers {
			f.Warnings = append(f.Warnings, h.Warning(i, o.Lang))
		}
	}
	var refs []extract.Ref
	f.Lines, refs = collectLines(sheets, starts)
	f.Warnings = append(f.Warnings, doubtful(refs, o.Lang)...)
	return f
}
