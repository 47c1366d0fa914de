package pdfin

import (
	"ziping/extract"
	"ziping/extract/recognise"
)

// picturesRead says which pages are painted to be read as pictures.
func (r *reader) picturesRead() extract.Recognition {
	switch {
	case r.recogniser == nil || r.blind:
		return extract.RecogniseOff
	case r.o.Recognition == "":
		return extract.RecogniseAuto
	}
	return r.o.Recognition
}

// recognise reads a page from its picture. What stands in a text layer over it, and
// what is drawn, are left aside: the picture is the paper.
func (r *reader) recognise(p *onePage) {
	page := r.recogniser().Page(p.picture, recognise.Options{Number: p.page.Number, DPI: r.o.DPI, Lang: r.o.Lang, Progress: r.progress})
	p.picture = nil
	r.doc.Warnings = append(r.doc.Warnings, page.Warnings...)
	r.pages = append(r.pages, page.Grid)
	r.recognised = append(r.recognised, page)
}
