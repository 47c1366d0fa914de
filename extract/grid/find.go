package grid

import (
	"slices"
	"sort"

	"ziping/extract"
	"ziping/extract/grid/join"
	"ziping/extract/grid/lined"
	"ziping/extract/grid/page"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/rim"
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
	bare, rims := withoutRims(pages)
	d := sheet.NewDocument(bare, w, o.Heading, o.Progress)
	var pieces []*piece.Piece
	for i, s := range d.Sheets {
		var before *sheet.Sheet
		if i > 0 {
			before = d.Sheets[i-1]
		}
		pieces = append(pieces, ruled.Pieces(s, before, o.Limits)...)
		d.Progress()
	}
	d.FindRunning()
	pieces = append(pieces, lined.Pieces(d, pieces)...)
	sort.SliceStable(pieces, func(i, j int) bool { return pieces[i].Start().Before(pieces[j].Start()) })
	tables := join.Pages(d, pieces)
	for _, t := range tables {
		t.LinesAbove()
	}
	for _, t := range unruled.Tables(d) {
		t.MergeBlanks()
		tables = append(tables, t)
	}
	sort.SliceStable(tables, func(i, j int) bool { return tables[i].First.Start().Before(tables[j].First.Start()) })
	f := assemble(d.Sheets, tables, o)
	for i, t := range tables {
		for k := range t.Beside {
			f.joinBeside(&t.Beside[k], i)
			f.Warnings = append(f.Warnings, besideWarning(&t.Beside[k], o.Lang))
		}
	}
	for i := range pages {
		f.addRim(&pages[i], rims[i], o.Lang)
	}
	return f
}

// withoutRims are the pages without the letters and numbers that a spreadsheet prints
// around its sheets, and these.
func withoutRims(pages []page.Page) ([]page.Page, [][]page.Glyph) {
	bare, rims := make([]page.Page, len(pages)), make([][]page.Glyph, len(pages))
	for i := range pages {
		bare[i], rims[i] = rim.Off(pages[i])
	}
	return bare, rims
}

// addRim lists the headings of a sheet behind the tables of its page.
func (f *Found) addRim(p *page.Page, rim []page.Glyph, lang extract.Lang) {
	if rim == nil {
		return
	}
	before := 0
	for _, t := range f.Tables {
		if len(t.Cells) > 0 && t.Cells[0].Page <= p.Number {
			before++
		}
	}
	at := sort.Search(len(f.Lines), func(k int) bool { return f.Lines[k].Before > before })
	for k := range rim {
		f.Lines = slices.Insert(f.Lines, at+k, extract.Line{Text: rim[k].Text, Before: before, Page: p.Number, Box: page.Rounded(rim[k].Box)})
	}
	f.Warnings = append(f.Warnings, rimWarning(p.Number, lang))
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
