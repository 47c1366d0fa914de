// Package typeset places a form on pages: every line of text, every ruling. It
// draws nothing; the builders of PDF and SVG do.
//
//	pages := typeset.Set(list, look, advance)
//
// Lengths are points, y runs down from the top of the page.
package typeset

import (
	"fmt"

	"ziping/tools/eval/forms"
	"ziping/tools/eval/looks"
)

// Advance is the width of a character at size 1.
type Advance func(rune) float64

// Page is one page with what stands on it.
type Page struct {
	Width, Height float64
	Texts         []Text
	Boxes         []Box
}

// Text is one line of text; Y is its baseline.
type Text struct {
	X, Y, Size, Width float64
	Text              string
	Bold              bool
	Kind              forms.Kind // "" outside a table
	// Right is the edge of the cell it stands in, 0 outside a table.
	Left, Right float64
}

// Box is the part of a cell that lies on the page. Open sides were cut by a
// page break. A box may carry a shade.
type Box struct {
	X0, Y0, X1, Y1     float64
	OpenTop, OpenBelow bool
	Shade              bool
	Cell               *forms.Cell `json:"-"`
	Again              bool        `json:"-"` // a heading printed again behind a page break
}

const margin = 34.0

// setter is a document being set.
type setter struct {
	l       looks.Look
	adv     Advance
	w, h    float64
	pages   []*Page
	y       float64
	leading float64
}

// Set places forms one after the other, each beginning on a page of its own if
// it is not the first.
func Set(list []*forms.Form, l looks.Look, adv Advance) []Page {
	s := &setter{l: l, adv: adv, w: 595.3, h: 841.9, leading: l.Size * 1.3}
	if l.Landscape {
		s.w, s.h = s.h, s.w
	}
	if l.Short > 0 {
		s.h = 841.9 * l.Short
	}
	for i := range l.Cover {
		s.newPage()
		s.cover(i)
	}
	for i, f := range list {
		if i > 0 && s.y < s.h*0.5 {
			s.y += 3 * s.leading // two forms on one page
		} else {
			s.newPage()
		}
		s.form(f)
	}
	if l.Footer {
		for i, p := range s.pages {
			s.footer(p, i)
		}
	}
	out := make([]Page, len(s.pages))
	for i, p := range s.pages {
		out[i] = *p
	}
	return out
}

// footer writes what stands on every page outside the form.
func (s *setter) footer(p *Page, n int) {
	for _, t := range []Text{{X: margin, Y: 18, Size: 7, Text: HeadLine}, {Y: p.Height - 14, Size: 8, Text: fmt.Sprintf("— %d —", n+1)}} {
		t.Width = width(t.Text, s.adv) * t.Size
		if t.X == 0 {
			t.X = (p.Width - t.Width) / 2
		}
		p.Texts = append(p.Texts, t)
	}
}

// HeadLine stands at the head of pages with a footer.
const HeadLine = "附件2 绩效自评表"

func (s *setter) newPage() {
	s.pages = append(s.pages, &Page{Width: s.w, Height: s.h})
	s.y = margin
}

func (s *setter) page() *Page { return s.pages[len(s.pages)-1] }

func (s *setter) cover(n int) {
	for _, t := range forms.Cover(n) {
		s.lines(t, s.l.Size, false)
	}
}

// lines writes running text over the page's width.
func (s *setter) lines(text string, size float64, middle bool) {
	for _, t := range wrap(text, (s.w-2*margin)/size, s.adv) {
		if s.y+size*1.5 > s.h-margin {
			s.newPage()
		}
		w := width(t, s.adv) * size
		x := margin
		if middle {
			x = (s.w - w) / 2
		}
		s.page().Texts = append(s.page().Texts, Text{X: x, Y: s.y + size, Size: size, Width: w, Text: t})
		s.y += size * 1.5
	}
}

func (s *setter) form(f *forms.Form) {
	if !s.l.Alone {
		s.lines(f.Title, s.l.Size*1.6, true)
		for _, t := range append([]string{f.Sub}, f.Above...) {
			if t != "" {
				s.lines(t, s.l.Size, true)
			}
		}
		s.y += 4
	}
	newTable(s, f).set()
	if !s.l.Alone {
		s.y += 4
		for _, t := range f.Below {
			s.lines(t, s.l.Size, false)
		}
	}
}

func width(t string, adv Advance) float64 {
	w := 0.0
	for _, r := range t {
		w += adv(r)
	}
	return w
}

// wrap breaks a text into lines of at most room, between any two characters;
// spaces at a break are dropped.
func wrap(text string, room float64, adv Advance) []string {
	var out []string
	line, w := []rune{}, 0.0
	end := func() {
		for len(line) > 0 && line[len(line)-1] == ' ' {
			line = line[:len(line)-1]
		}
		out = append(out, string(line))
		line, w = nil, 0
	}
	for _, r := range text {
		if r == '\n' {
			end()
			continue
		}
		a := adv(r)
		if w+a > room && len(line) > 0 {
			end()
			if r == ' ' {
				continue
			}
		}
		line, w = append(line, r), w+a
	}
	if len(line) > 0 || len(out) == 0 {
		end()
	}
	return out
}
