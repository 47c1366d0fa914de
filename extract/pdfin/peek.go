package pdfin

import (
	"strings"
	"unicode/utf16"
)

// longFile is the number of pages above which pages are looked at before they
// are read: annual accounts have 60 to 200, with one to forty forms among them.
const longFile = 12

// peekChars is as much of a page's text as is looked at.
const peekChars = 20_000

// passer decides which pages of a long file are read.
type passer struct {
	may     func(text string) bool
	follows bool // the page before holds a form, which may go on
}

// pass reports whether a page can be passed over, from its plain text alone.
func (p *passer) pass(c *calls, page uint64) bool {
	if p == nil {
		return false
	}
	text, sure := peek(c, page)
	switch {
	case !sure || p.may(text):
		p.follows = true
	case !p.follows:
		return true
	default:
		p.follows = false // one page more; with rulings it may go on
	}
	return false
}

// took tells of a page that was read. Rulings on a page without headings are
// a form that goes on.
func (p *passer) took(rules int) {
	if p != nil && rules >= fewRules {
		p.follows = true
	}
}

// fewRules is less than any table has.
const fewRules = 8

// peek is the text of a page without white space. It is not sure if PDFium
// found nothing, or characters without a name.
func peek(c *calls, page uint64) (text string, sure bool) {
	tp := c.fn("FPDFText_LoadPage").raw(page)
	if uint32(tp) == 0 {
		return "", false
	}
	defer c.fn("FPDFText_ClosePage").raw(tp)
	n := min(c.fn("FPDFText_CountChars").int(tp), peekChars)
	if n <= 0 {
		return "", false
	}
	unnamed := c.fn("FPDFText_HasUnicodeMapError")
	for i := 0; i < n; i += 1 + n/32 {
		if unnamed.int(tp, uint64(i)) == 1 {
			return "", false
		}
	}
	addr := uint64(c.fn("malloc").u32(uint64(2*n + 2)))
	if addr == 0 {
		panic(trap{errNoMemory})
	}
	defer c.free(addr)
	got := c.fn("FPDFText_GetText").int(tp, 0, uint64(n), addr)
	raw := c.bytes(addr, 2*max(min(got, n+1), 0))
	units := make([]uint16, 0, n)
	for i := 0; i+1 < len(raw); i += 2 {
		if u := uint16(raw[i]) | uint16(raw[i+1])<<8; u != 0 {
			units = append(units, u)
		}
	}
	var b strings.Builder
	for _, r := range utf16.Decode(units) {
		if !isSpace(r) {
			b.WriteRune(ordinary(r))
		}
	}
	return b.String(), true
}
