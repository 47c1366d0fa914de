package pdfin

import (
	"math"

	"ziping/extract"
	"ziping/extract/grid"
)

// The most one page may hold: a hundred times the fullest form seen.
const (
	pageChars  = 200_000
	pageShapes = 1_000_000
)

// pageReader reads pages of one file.
type pageReader struct {
	c *calls
	t *text
	d *drawer
}

func newPageReader(c *calls) *pageReader {
	return &pageReader{c: c, t: newText(c), d: newDrawer(c)}
}

// onePage is a page as the Document lists it and as grid takes it.
type onePage struct {
	page extract.Page
	grid grid.Page
}

// read reads the page with the given index, nil if it cannot be loaded.
func (r *pageReader) read(doc uint64, index int) (*onePage, error) {
	page := r.load(doc, index)
	if page == 0 {
		return nil, nil
	}
	defer r.c.fn("FPDF_ClosePage").raw(page)
	v, w, h := r.view(page)
	p := &onePage{
		page: extract.Page{Number: index + 1, Width: round(w), Height: round(h), Rotation: r.rotation(page) * 90, Origin: extract.OriginDigital},
		grid: grid.Page{Number: index + 1, Width: w, Height: h},
	}
	drawn, err := r.d.draw(page, v, pageShapes)
	if err != nil {
		return nil, err
	}
	chars, err := r.t.chars(page, pageChars)
	if err != nil {
		return nil, err
	}
	p.grid.Rules = drawn.rules
	p.grid.Glyphs = make([]grid.Glyph, len(chars))
	for i := range chars {
		p.grid.Glyphs[i] = chars[i].glyph(v)
	}
	if isScan(p, drawn) {
		p.page.Origin = extract.OriginScanned
	}
	return p, nil
}

// load loads a page with its annotations and filled-in form fields made part
// of what is drawn: only so does PDFium give their text.
func (r *pageReader) load(doc uint64, index int) uint64 {
	c := r.c
	page := uint64(c.fn("FPDF_LoadPage").u32(doc, uint64(index)))
	if page == 0 || c.fn("FPDFPage_GetAnnotCount").int(page) <= 0 {
		return page
	}
	const flattened = 1
	if c.fn("FPDFPage_Flatten").int(page, 0) != flattened {
		return page
	}
	c.fn("FPDF_ClosePage").raw(page)
	return uint64(c.fn("FPDF_LoadPage").u32(doc, uint64(index)))
}

func (r *pageReader) rotation(page uint64) int { return r.c.fn("FPDFPage_GetRotation").int(page) & 3 }

// view is the way from the page's own coordinates to the reader's.
func (r *pageReader) view(page uint64) (m matrix, width, height float64) {
	var box [4]float64 // left, top, right, bottom of what is shown
	if r.c.fn("FPDF_GetPageBoundingBox").ok(page, r.c.at(0)) {
		r.c.floats(r.c.at(0), box[:])
	}
	if box[2]-box[0] < 1 || box[1]-box[3] < 1 {
		box = [4]float64{0, 842, 595, 0}
	}
	return view(box[0], box[3], box[2], box[1], r.rotation(page))
}

// isScan reports a page that is a picture with next to no text on it.
func isScan(p *onePage, d *drawing) bool {
	if len(p.grid.Glyphs) > 20 {
		return false
	}
	area := 0.0
	for _, b := range d.images {
		w := min(b[2], p.grid.Width) - max(b[0], 0)
		h := min(b[3], p.grid.Height) - max(b[1], 0)
		if w > 0 && h > 0 {
			area += w * h
		}
	}
	return area > 0.4*p.grid.Width*p.grid.Height
}

func round(v float64) float64 { return math.Round(v*100) / 100 }
