package pdfium

// Document is an open file.
type Document struct{ handle }

// Pages counts the pages.
func (d Document) Pages() int { return d.lib.fn(fnGetPageCount).int(d.ID()) }

// Page loads a page, counted from 0; it is null if it cannot be. Close ends it.
func (d Document) Page(index int) Page {
	return Page{handle{d.lib, d.lib.fn(fnLoadPage).u32(d.ID(), uint64(index))}}
}

// Page is a loaded page.
type Page struct{ handle }

// Close ends the page and all that was reached from it.
func (p Page) Close() { p.lib.fn(fnClosePage).raw(p.ID()) }

// Rotation is by how many quarter turns clockwise the page is shown turned.
func (p Page) Rotation() int { return p.lib.fn(fnPageGetRotation).int(p.ID()) & 3 }

// BoundingBox is what of the page is shown.
func (p Page) BoundingBox() (b Box, ok bool) {
	if !p.lib.fn(fnGetPageBoundingBox).ok(p.ID(), p.lib.at(0)) {
		return b, false
	}
	return p.lib.rect(), true
}

// rect is a rectangle of PDFium's at the beginning of the scratch space: left,
// top, right, bottom.
func (l *library) rect() Box {
	var v [4]float64
	l.floats(v[:])
	return Box{v[0], v[3], v[2], v[1]}
}

// Flatten makes annotations and filled-in form fields part of what is drawn,
// once the page is loaded anew: only so does PDFium give their text. It reports
// whether there was anything to do, and it worked.
func (p Page) Flatten() bool {
	const forDisplay, flattened = 0, 1
	return p.lib.fn(fnPageFlatten).int(p.ID(), forDisplay) == flattened
}

// Objects counts what is drawn on the page.
func (p Page) Objects() int { return p.lib.fn(fnPageCountObjects).int(p.ID()) }

// Object is one of them, in the order of drawing.
func (p Page) Object(i int) Object {
	return Object{handle{p.lib, p.lib.fn(fnPageGetObject).u32(p.ID(), uint64(i))}}
}

// At is the object of the page that has an ID, which must still be there.
func (p Page) At(id uint64) Object { return Object{handle{p.lib, uint32(id)}} }

// Annotations counts the notes and form fields of the page.
func (p Page) Annotations() int { return p.lib.fn(fnPageGetAnnotCount).int(p.ID()) }

// Annotation is one of them. Close ends it.
func (p Page) Annotation(i int) Annotation {
	return Annotation{handle{p.lib, p.lib.fn(fnPageGetAnnot).u32(p.ID(), uint64(i))}}
}

// Text takes the characters of the page; it is null if there is none. Close
// ends it.
func (p Page) Text() TextPage {
	return TextPage{handle{p.lib, p.lib.fn(fnTextLoadPage).u32(p.ID())}}
}
