package pdfin

import (
	"cmp"
	"slices"

	"ziping/extract"
	"ziping/extract/grid"
	"ziping/extract/pdfin/pdfium"
	"ziping/extract/recognise"
)

// name is the reader's in Document.Source.
const name = "pdfin"

const mediaType = "application/pdf"

// reader reads one open file.
type reader struct {
	warner
	o        extract.Options
	data     []byte
	progress func()
	pages    []grid.Page
	apart    []extract.Line
	clipped  []clip
	// painting says that reading ended while a page was painted; blind that none
	// is to be.
	painting, blind bool
	// recogniser reads pages that are pictures, nil where they are not read;
	// recognised are those that were.
	recogniser func() *recognise.Reader
	recognised []*recognise.Page
	// under is what their layers are to lie on, by the number of the page.
	under map[int]under
}

func newReader(data []byte, o extract.Options, progress func()) *reader {
	return &reader{o: o, data: data, progress: progress, under: map[int]under{}, warner: warner{o.Lang, extract.NewDocument(name, mediaType)}}
}

// read reads the pages of a file.
func (r *reader) read(doc pdfium.Document) error {
	n := doc.Pages()
	if n > r.o.Limits.Pages {
		return tooMany(r.o.Limits.Pages, extract.Text{ZH: "页", EN: "pages"})
	}
	pr := newPageReader(r.data, r.progress)
	pr.look.Blind = r.blind
	pr.pictures = r.picturesRead()
	defer func() { r.painting = pr.look.Painting }()
	var pass *passer
	if n > longFile && r.o.MayHoldForm != nil && r.o.Pages == nil {
		pass = &passer{may: r.o.MayHoldForm}
	}
	var passed []int
	wanted, scanned := 0, 0
	for i := range max(n, 0) {
		if !r.o.Wanted(i + 1) {
			continue
		}
		wanted++
		r.progress()
		p, err := pr.read(doc, i, pass)
		switch {
		case err != nil:
			return err
		case p == nil:
			r.warn("page-damaged", "第 %d 页已损坏，未能读取", "page %d is damaged and was not read", i+1)
			continue
		}
		r.doc.Pages = append(r.doc.Pages, p.page)
		if p.passedOver {
			passed = append(passed, i+1)
			continue
		}
		if p.picture != nil && r.recognise(p) {
			continue
		}
		if p.page.Origin == extract.OriginScanned && p.layer == 0 {
			scanned++
		}
		r.pageWarnings(p)
		r.apart = append(r.apart, p.apartLines()...)
		r.clipped = append(r.clipped, p.clipped...)
		r.pages = append(r.pages, halves(&p.grid)...)
	}
	switch {
	case n <= 0:
		return damaged(nil)
	case wanted == 0:
		return noSuchPage(n)
	case scanned > 0 && scanned == len(r.doc.Pages):
		return onlyPictures(scanned)
	case len(passed) > 0:
		r.warn(extract.WarnPassedOver, "共 %d 页没有自评表的表头，未读取：%s（要读取请用 --pages）", "%d pages without headings of a form were not read: %s (--pages reads them)", len(passed), ranges(passed))
		return nil
	case slices.ContainsFunc(r.pages, func(p grid.Page) bool { return len(p.Glyphs) > 0 }):
		return nil
	case len(r.doc.Pages) == 0:
		return damaged(nil)
	case len(r.apart) > 0:
		return nil
	}
	return noText()
}

// tables takes what grid found on the pages.
func (r *reader) tables(found grid.Found) {
	r.doc.Tables = append(r.doc.Tables, found.Tables...)
	r.doc.Lines = r.withApart(found.Lines)
	for _, w := range found.Warnings {
		if w.Code != "doubtful-text" { // unreadablePlaces says more
			r.doc.Warnings = append(r.doc.Warnings, w)
		}
	}
	r.unreadablePlaces()
	r.clippedCells()
	recognise.Place(r.doc, r.recognised)
	r.layers()
}

// withApart puts text that is in no table among the lines, behind the tables of its page.
func (r *reader) withApart(lines []extract.Line) []extract.Line {
	for _, l := range r.apart {
		for _, t := range r.doc.Tables {
			if len(t.Cells) > 0 && t.Cells[0].Page <= l.Page {
				l.Before++
			}
		}
		lines = append(lines, l)
	}
	slices.SortStableFunc(lines, func(a, b extract.Line) int { return cmp.Compare(a.Before, b.Before) })
	return lines
}
