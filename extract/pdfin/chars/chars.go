// Package chars takes the characters of a page from PDFium: which they are said
// to be, where they stand and how they are drawn, each with the evidence on what
// it is.
//
//	r := chars.New(data, off)
//	list, ok := r.Read(page, walker.Aside, 200_000) // !ok: the page has more
//	defer r.Close()
//
// What PDFium makes up between words and lines is left out, and its order is its
// own: package grid finds order by place.
package chars

import (
	"ziping/extract"
	"ziping/extract/pdfin/evidence"
	"ziping/extract/pdfin/layers"
	"ziping/extract/pdfin/pdfium"
	"ziping/extract/pdfin/signs"
)

// Reader reads the characters of the pages of one file. What it learns of an
// embedded font on one page holds for the next.
type Reader struct {
	off   *layers.Off
	fonts *fonts

	page  pdfium.TextPage // last read, until Close
	runs  map[uint64]*evidence.Run
	aside func(run uint64) (x, y float64)
	// Off counts the characters of the page that lie on layers that are off.
	Off int
}

// New returns a Reader of a file that leaves out what lies on layers that are off.
func New(data []byte, off *layers.Off) *Reader {
	return &Reader{off: off, fonts: newFonts(data), runs: map[uint64]*evidence.Run{}}
}

// Read lists what is printed on a page, false if that is more than limit
// characters. aside says how far a run was moved for it. The page's text stays
// open until Close, so that Ink can be asked for.
func (r *Reader) Read(page pdfium.Page, aside func(run uint64) (x, y float64), limit int) ([]evidence.Char, bool) {
	r.Off, r.aside = 0, aside
	clear(r.runs)
	r.fonts.turnPage()
	if r.page = page.Text(); !r.page.Exists() {
		return nil, true
	}
	n := max(r.page.Chars(), 0)
	if n > limit {
		return nil, false
	}
	out := make([]evidence.Char, 0, n)
	var inks evidence.Inks = r.page
	var high rune // the first half of a surrogate pair
	for i := range n {
		ch := evidence.Char{Index: i, Named: r.page.Unicode(i)}
		switch {
		case r.page.Unnamed(i):
			ch.Add(evidence.NoName, signs.Unreadable)
		case ch.Named >= 0xD800 && ch.Named < 0xDC00:
			high = ch.Named
			continue
		default:
			ch.Named, high = r.named(i, ch.Named, high)
		}
		if !r.place(&ch) {
			continue
		}
		if ch.Run.Off {
			if !r.blank(&ch) {
				r.Off++
			}
			continue
		}
		r.inRange(&ch)
		if !ch.Examine(inks) {
			continue
		}
		ch.X, ch.Y = ch.X-ch.Run.AsideX, ch.Y-ch.Run.AsideY
		out = append(out, ch)
	}
	out = evidence.Settle(out)
	advance(out)
	return out, true
}

// Close ends what Read began.
func (r *Reader) Close() {
	if r.page.Exists() {
		r.page.Close()
		r.page = pdfium.TextPage{}
	}
}

// named is a character that the file names: high is the first half of a pair, if
// that came before it.
func (r *Reader) named(i int, c, high rune) (is, stillHigh rune) {
	switch {
	case c == 2 && r.page.Hyphen(i):
		return '-', high // PDFium marks a hyphen at a line's end so; it may be a minus
	case c >= 0xDC00 && c < 0xE000:
		if pair := (high-0xD800)<<10 + (c - 0xDC00) + 0x10000; pair >= 0x10000 {
			return pair, 0
		}
		return signs.Unreadable, 0
	}
	return c, high
}

// blank reports a character that is called a blank.
func (r *Reader) blank(ch *evidence.Char) bool {
	return !ch.Has(evidence.NoName) && signs.Empty(ch.Named) && !signs.Control(ch.Named)
}

// Ink is the box around what is drawn for a character, in the page's own
// coordinates; false if nothing is.
func (r *Reader) Ink(ch *evidence.Char) (box extract.Box, ok bool) {
	b, ok := r.page.Box(ch.Index)
	if !ok {
		return box, false
	}
	x, y := ch.Run.AsideX, ch.Run.AsideY
	box = extract.Box{b[0] - x, b[1] - y, b[2] - x, b[3] - y}
	return box, box[2] > box[0] && box[3] > box[1]
}
