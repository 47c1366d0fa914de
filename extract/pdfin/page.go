package pdfin

import (
	"math"
	"strings"

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
	c      *calls
	t      *text
	d      *drawer
	values []fieldValue // of the page last loaded

	progress  func()
	painting  *bool // set while a page is painted
	unpainted bool  // painting has failed on this file, and is not tried again
}

func newPageReader(c *calls, data []byte) *pageReader {
	layers := newSwitched(c, data)
	return &pageReader{c: c, progress: func() {}, painting: new(bool), t: newText(c, layers), d: newDrawer(c, layers)}
}

// onePage is a page as the Document lists it and as grid takes it.
type onePage struct {
	page   extract.Page
	grid   grid.Page
	apart  []grid.Glyph // text that is in no table: at odd angles, or unseen
	hidden hidden
	// unseenText is what nobody sees.
	unseenText string
	// passedOver pages were only looked at.
	passedOver bool

	turn int // quarter turns beyond the page's own rotation
	// unnamed characters have no name in the file, unreadable ones nowhere.
	unnamed, unreadable int
	filled              int         // characters of fields that do not say how they look
	off                 int         // characters on layers that are switched off
	lied                int         // figures under a wrong name
	other               []differing // what marks say and the page does not
	private             int         // characters that only their font knows
	sealed              int         // characters under a seal
	spoken              int         // characters known from marks alone
	mixed               int         // figures printed on one another
}

// read reads the page with the given index, nil if it cannot be loaded.
func (r *pageReader) read(doc uint64, index int, look *passer) (*onePage, error) {
	page := r.load(doc, index)
	if page == 0 {
		return nil, nil
	}
	defer r.c.fn("FPDF_ClosePage").raw(page)
	if look.pass(r.c, page) {
		_, w, h := r.view(page, r.rotation(page))
		return &onePage{passedOver: true, page: extract.Page{Number: index + 1, Width: round(w), Height: round(h), Rotation: r.rotation(page) * 90, Origin: extract.OriginDigital}}, nil
	}
	// First what is drawn: on the way runs of text are mended.
	r.d.runs = r.d.runs[:0]
	clear(r.d.aside)
	clear(r.d.shifts)
	clear(r.d.actual)
	clear(r.d.spoken)
	rotation := r.rotation(page)
	v, w, h := r.view(page, rotation)
	drawn, err := r.d.draw(page, v, pageShapes)
	if err != nil {
		return nil, err
	}
	defer r.t.close()
	chars, err := r.t.chars(page, pageChars, r.d.aside)
	if err != nil {
		return nil, err
	}
	look.took(len(drawn.rules))
	r.d.back()
	p := &onePage{off: r.t.off}
	chars = p.twice(chars)
	r.spoken(p, chars)
	r.look(p, page, chars, pageView{v, w, h}, drawn)
	all := len(chars)
	chars, unseen := p.hidden.part(chars, v, drawn)
	chars = once(chars)
	unseen = without(unseen, chars)
	p.overprinted(chars)
	p.hidden.unseen = len(unseen)
	p.turn = turned(chars, rotation)
	if p.turn != 0 {
		rotation += p.turn
		v, w, h = r.view(page, rotation)
		if drawn, err = r.d.draw(page, v, pageShapes); err != nil {
			return nil, err
		}
	}
	p.grid = grid.Page{Number: index + 1, Width: w, Height: h}
	p.page = extract.Page{Number: index + 1, Width: round(w), Height: round(h), Rotation: (rotation & 3) * 90, Origin: extract.OriginDigital}
	p.grid.Glyphs, p.apart = glyphs(chars, v, rotation&3)
	for _, g := range runs(unseen, v) {
		p.apart = append(p.apart, g)
		p.unseenText = strings.TrimSpace(p.unseenText + " " + g.Text)
	}
	for i := range r.values {
		filled := r.values[i].layOut(v)
		p.filled += len(filled)
		p.grid.Glyphs = append(p.grid.Glyphs, filled...)
	}
	p.grid.Rules = onPaper(withoutOutlines(drawn, p.grid.Glyphs), &p.grid)
	for i := range chars {
		if chars[i].unnamed {
			p.unnamed++
		}
		if chars[i].lied {
			p.lied++
		}
		if r := chars[i].text; r >= 0xE000 && r < 0xF900 && r>>8 != 0xF0 { // F0xx are the signs of symbol fonts
			p.private++
		}
		if chars[i].sealed {
			p.sealed++
		}
		if chars[i].text == unreadable {
			p.unreadable++
		}
	}
	if isScan(p, drawn, all) {
		p.page.Origin = extract.OriginScanned
	}
	return p, nil
}

// load loads a page with its annotations and filled-in form fields made part
// of what is drawn: only so does PDFium give their text.
func (r *pageReader) load(doc uint64, index int) uint64 {
	c := r.c
	page := uint64(c.fn("FPDF_LoadPage").u32(doc, uint64(index)))
	r.values = nil
	if page == 0 || c.fn("FPDFPage_GetAnnotCount").int(page) <= 0 {
		return page
	}
	r.values = r.fields(page)
	const flattened = 1
	if c.fn("FPDFPage_Flatten").int(page, 0) != flattened {
		return page
	}
	c.fn("FPDF_ClosePage").raw(page)
	return uint64(c.fn("FPDF_LoadPage").u32(doc, uint64(index)))
}

func (r *pageReader) rotation(page uint64) int { return r.c.fn("FPDFPage_GetRotation").int(page) & 3 }

// view is the way from the page's own coordinates to the reader's.
func (r *pageReader) view(page uint64, rotation int) (m matrix, width, height float64) {
	var box [4]float64 // left, top, right, bottom of what is shown
	if r.c.fn("FPDF_GetPageBoundingBox").ok(page, r.c.at(0)) {
		r.c.floats(r.c.at(0), box[:])
	}
	if box[2]-box[0] < 1 || box[1]-box[3] < 1 {
		box = [4]float64{0, 842, 595, 0}
	}
	return view(box[0], box[3], box[2], box[1], rotation)
}

// isScan reports a page that is a picture: with next to no text on it, or with
// text that another program recognised and laid over it unseen.
func isScan(p *onePage, d *drawing, chars int) bool {
	if chars-p.hidden.layer > 20+chars/10 {
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
