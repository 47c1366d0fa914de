package pdfin

import (
	"strings"

	"ziping/extract/pdfin/pdfium"
	"ziping/extract/pdfin/signs"
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
func (p *passer) pass(page pdfium.Page) bool {
	if p == nil {
		return false
	}
	text, sure := peek(page)
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
func peek(page pdfium.Page) (text string, sure bool) {
	tp := page.Text()
	if !tp.Exists() {
		return "", false
	}
	defer tp.Close()
	n := min(tp.Chars(), peekChars)
	if n <= 0 {
		return "", false
	}
	for i := 0; i < n; i += 1 + n/32 {
		if tp.Unnamed(i) {
			return "", false
		}
	}
	return strings.Map(func(r rune) rune {
		if signs.Empty(r) {
			return -1
		}
		return signs.Ordinary(r)
	}, tp.Plain(n)), true
}
