// Package scanin reads pictures of pages: JPEG, PNG, TIFF of one or several pages,
// BMP and WebP. What stands on a picture is found and read by whoever is given.
//
//	r := scanin.New(recognise.New(figures, text, nil))
//	doc, err := r.Read(data, extract.Options{Limits: extract.DefaultLimits()})
//
// Decoding takes memory by the size that a file claims to have; the claim is looked
// at before anything is decoded.
package scanin

import (
	"fmt"
	"slices"

	"ziping/extract"
	"ziping/extract/grid"
	"ziping/extract/raster"
	"ziping/extract/recognise"
)

// name is the reader's in Document.Source.
const name = "scanin"

// Reader reads pictures. It is not safe for use by several goroutines.
type Reader struct {
	recognise *recognise.Reader
	progress  func()
}

// New reads pictures with what recognises their text. progress, if not nil, is told
// of every step.
func New(r *recognise.Reader, progress func()) *Reader {
	if progress == nil {
		progress = func() {}
	}
	return &Reader{r, progress}
}

// Read reads one file. Errors are *extract.Error.
func (r *Reader) Read(data []byte, o extract.Options) (doc *extract.Document, err error) {
	defer func() {
		if p := recover(); p != nil {
			doc, err = nil, extract.Caught("read", p)
		}
	}()
	file, err := open(data, o.Limits)
	if err != nil {
		return nil, err
	}
	doc = extract.NewDocument(name, file.mediaType)
	var pages []*recognise.Page
	for i := range file.pages {
		if !o.Wanted(i + 1) {
			continue
		}
		r.progress()
		picture, err := file.picture(i)
		if err != nil {
			return nil, err
		}
		pages = append(pages, r.page(doc, picture, i+1, o))
	}
	if len(pages) == 0 {
		return nil, noSuchPage(file.pages)
	}
	if !slices.ContainsFunc(pages, func(p *recognise.Page) bool { return !p.Poor }) {
		return nil, poor()
	}
	r.tables(doc, pages, o)
	return doc, nil
}

// page recognises one page and lists it.
func (r *Reader) page(doc *extract.Document, picture *raster.Picture, number int, o extract.Options) *recognise.Page {
	p := r.recognise.Page(picture, recognise.Options{Number: number, DPI: o.DPI, Lang: o.Lang, Heading: o.Heading, Progress: r.progress})
	doc.Pages = append(doc.Pages, p.Listed)
	doc.Warnings = append(doc.Warnings, p.Warnings...)
	return p
}

// tables finds the tables on the pages.
func (r *Reader) tables(doc *extract.Document, pages []*recognise.Page, o extract.Options) {
	var in []grid.Page
	for _, p := range pages {
		in = append(in, p.Grids()...)
	}
	found := grid.Find(in, grid.Options{Lang: o.Lang, Heading: o.Heading, Progress: r.progress, Limits: o.Limits})
	doc.Tables = append(doc.Tables, found.Tables...)
	doc.Lines = append(doc.Lines, found.Lines...)
	for _, w := range found.Warnings {
		if w.Code != "doubtful-text" { // that speaks of text layers
			doc.Warnings = append(doc.Warnings, w)
		}
	}
	recognise.Place(doc, pages)
}

// poor is the end of a file of which nothing can be made out.
func poor() *extract.Error {
	return &extract.Error{
		Kind:   extract.ErrScanned,
		Reason: extract.Text{ZH: "图像太差，几乎认不出字，未读入", EN: "next to nothing can be made out on the picture, and nothing was taken from it"},
		Hint:   extract.Text{ZH: "请以 300 dpi、灰度重新扫描原件，或提供表格的电子版", EN: "scan the original again at 300 dpi in grey, or supply the form as a digital file"},
	}
}

func noSuchPage(pages int) *extract.Error {
	return &extract.Error{
		Kind: extract.ErrEmpty,
		Reason: extract.Text{
			ZH: fmt.Sprintf("指定的页不存在，此文件共 %d 页", pages),
			EN: fmt.Sprintf("none of the pages asked for is there; the file has %d", pages),
		},
		Hint: extract.Text{ZH: "请改用 --pages 指定文件里有的页", EN: "change --pages"},
	}
}
