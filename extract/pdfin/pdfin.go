// Package pdfin reads PDF: characters and rulings with their places, by PDFium
// in a sandbox; package grid makes tables of them.
//
//	engine := pdfin.New(pdfin.Settings{Cache: dir})
//	doc, err := engine.Read(data, extract.Options{Limits: extract.DefaultLimits()})
//
// PDFium's order of reading and its words are not used, only what is drawn and
// where. The sandbox bounds memory, not time: callers who read strange files do
// so in a process they can kill (internal/worker).
package pdfin

import (
	"ziping/extract"
	"ziping/extract/grid"
)

// Name is the reader's name in Document.Source.
const Name = "pdfin"

const mediaType = "application/pdf"

// Read reads a PDF. Errors are *extract.Error.
func (e *Engine) Read(data []byte, o extract.Options) (doc *extract.Document, err error) {
	r := &reader{o: o, data: data, progress: e.progress, doc: extract.NewDocument(Name, mediaType)}
	if err := e.open(data, o, r.read); err != nil && r.painting {
		// Painting takes more memory, and more can go wrong, than reading.
		r = &reader{o: o, data: data, progress: e.progress, doc: extract.NewDocument(Name, mediaType), unpainted: true}
		if err := e.open(data, o, r.read); err != nil {
			return nil, err
		}
	} else if err != nil {
		return nil, err
	}
	found := grid.Find(r.pages, grid.Options{Lang: o.Lang, Heading: o.Heading, Limits: o.Limits})
	r.doc.Tables = append(r.doc.Tables, found.Tables...)
	r.doc.Lines = r.withApart(found.Lines)
	for _, w := range found.Warnings {
		if w.Code != "doubtful-text" { // unreadablePlaces says more
			r.doc.Warnings = append(r.doc.Warnings, w)
		}
	}
	r.unreadablePlaces()
	return r.doc, nil
}

// open opens a file and hands it to use. It is the fence around PDFium: what
// goes wrong inside becomes an error, and the instance is thrown away.
func (e *Engine) open(data []byte, o extract.Options, use func(c *calls, doc uint64) error) (err error) {
	if int64(len(data)) > o.Limits.Bytes {
		return tooMany(int(o.Limits.Bytes>>20), extract.Text{ZH: "MB", EN: "MB"})
	}
	if err := e.start(); err != nil {
		return cannotStart(err)
	}
	defer func() {
		if p := recover(); p != nil {
			e.recycle()
			err = caught(p)
		} else if e.c.memory.Size() > recycleAbove {
			e.recycle()
		}
	}()
	c := e.c
	addr := c.put(data)
	defer c.free(addr)
	doc, code := openDocument(c, addr, len(data), o.Passwords)
	if doc == 0 {
		return openError(data, code, len(o.Passwords))
	}
	defer c.fn("FPDF_CloseDocument").raw(doc)
	return use(c, doc)
}

// openDocument tries the empty password and then those given.
func openDocument(c *calls, addr uint64, size int, passwords []string) (doc uint64, code uint32) {
	load := c.fn("FPDF_LoadMemDocument")
	if doc = uint64(load.u32(addr, uint64(size), 0)); doc != 0 {
		return doc, 0
	}
	code = c.fn("FPDF_GetLastError").u32()
	for _, p := range passwords {
		if code != lastErrorPassword {
			break
		}
		word := c.put(append([]byte(p), 0))
		doc = uint64(load.u32(addr, uint64(size), word))
		c.free(word)
		if doc != 0 {
			return doc, 0
		}
		code = c.fn("FPDF_GetLastError").u32()
	}
	return 0, code
}

// reader reads one open file.
type reader struct {
	o        extract.Options
	data     []byte
	progress func()
	doc      *extract.Document
	pages    []grid.Page
	apart    []extract.Line
	// painting is set while a page is painted; unpainted says that none is to be.
	painting, unpainted bool
}

func (r *reader) read(c *calls, doc uint64) error {
	n := c.fn("FPDF_GetPageCount").int(doc)
	if n > r.o.Limits.Pages {
		return tooMany(r.o.Limits.Pages, extract.Text{ZH: "页", EN: "pages"})
	}
	pr := newPageReader(c, r.data)
	pr.progress, pr.unpainted, pr.painting = r.progress, r.unpainted, &r.painting
	var look *passer
	if n > longFile && r.o.MayHoldForm != nil && r.o.Pages == nil {
		look = &passer{may: r.o.MayHoldForm}
	}
	var passed []int
	wanted, scanned := 0, 0
	for i := range max(n, 0) {
		if !r.o.Wanted(i + 1) {
			continue
		}
		wanted++
		r.progress()
		p, err := pr.read(doc, i, look)
		switch {
		case err != nil:
			return err
		case p != nil && p.passedOver:
			passed = append(passed, i+1)
			r.doc.Pages = append(r.doc.Pages, p.page)
			continue
		case p == nil:
			r.warn("page-damaged", "第 %d 页已损坏，未能读取", "page %d is damaged and was not read", i+1)
			continue
		}
		r.doc.Pages = append(r.doc.Pages, p.page)
		if p.page.Origin == extract.OriginScanned && p.hidden.layer == 0 {
			scanned++
		}
		r.pageWarnings(p)
		r.apart = append(r.apart, p.apartLines()...)
		r.pages = append(r.pages, p.grid)
	}
	switch {
	case n <= 0:
		return damaged(nil)
	case wanted == 0:
		return noSuchPage(n)
	case scanned > 0 && scanned == len(r.doc.Pages):
		return onlyPictures(scanned)
	case len(passed) > 0:
		r.warn(extract.WarnPassedOver, "共 %d 页没有自评表的表头，未读取：%s(要读取请用 --pages)", "%d pages without headings of a form were not read: %s (--pages reads them)", len(passed), ranges(passed))
		return nil
	}
	for i := range r.pages {
		if len(r.pages[i].Glyphs) > 0 {
			return nil
		}
	}
	switch {
	case len(r.doc.Pages) == 0:
		return damaged(nil)
	case len(r.apart) > 0:
		return nil
	}
	return noText()
}
