// Package press prints forms on paper that is still clean: it sets them in type
// and paints the ink, and knows where every cell stands.
//
//	sheets := press.Print(form, look, fonts)
//	ink := sheets[0].Paint(400.0 / 72)
//	sheets[0].Cells // where its cells stand, in points
//
// It needs no other program; the fonts are files.
package press

import (
	"errors"
	"fmt"
	"strings"

	"ziping/tools/eval/forms"
	"ziping/tools/eval/looks"
	"ziping/tools/eval/pdfbuild"
	"ziping/tools/eval/typeset"
)

// ErrCannot says that a form cannot be printed in a look as people would.
var ErrCannot = errors.New("cannot be printed in this look")

// Sheet is one printed page.
type Sheet struct {
	Width, Height float64 // points
	Cells         []Place
	page          typeset.Page
	look          Look
	plain, bold   Stack
}

// Place is where a cell, or the part of it that lies on the page, stands.
type Place struct {
	Cell           int // its number in the form
	X0, Y0, X1, Y1 float64
	Again          bool // a heading printed again
	Shade          bool
}

// Print sets a form. It fails with ErrCannot where a font has no glyph for a
// character, or a figure would be broken over lines.
func Print(form *forms.Form, l Look, f Fonts) ([]Sheet, error) {
	plain, bold := l.Stacks(f)
	if len(plain) == 0 {
		return nil, fmt.Errorf("%w: no fonts", ErrCannot)
	}
	number := map[*forms.Cell]int{}
	for i := range form.Cells {
		c := &form.Cells[i]
		number[c] = i
		if !plain.Has(c.Text) || !bold.Has(c.Text) {
			return nil, fmt.Errorf("%w: no glyph for a character of %q", ErrCannot, c.Text)
		}
	}
	adv := func(r rune) float64 { return max(plain.Advance(r), bold.Advance(r)) }
	var out []Sheet
	for _, p := range typeset.Set([]*forms.Form{form}, l.Look, adv) {
		s := Sheet{Width: p.Width, Height: p.Height, page: p, look: l, plain: plain, bold: bold}
		for _, b := range p.Boxes {
			s.Cells = append(s.Cells, Place{number[b.Cell], b.X0, b.Y0, b.X1, b.Y1, b.Again, b.Shade})
		}
		if t := broken(p); t != "" {
			return nil, fmt.Errorf("%w: %q is broken over lines", ErrCannot, t)
		}
		out = append(out, s)
	}
	return out, nil
}

// broken is a figure of which the page has a line that is not all of it.
func broken(p typeset.Page) string {
	lines := map[string]bool{}
	for _, t := range p.Texts {
		if t.Kind == forms.Number {
			lines[strings.TrimSpace(t.Text)] = true
		}
	}
	for _, b := range p.Boxes {
		if c := b.Cell; c.Kind == forms.Number && !b.OpenTop && !b.OpenBelow && c.Text != "" && !strings.Contains(c.Text, "\n") && !lines[strings.TrimSpace(c.Text)] {
			return c.Text
		}
	}
	return ""
}

// Faces are the fonts that the sheet is printed with.
func (s *Sheet) Faces() []*Face {
	var out []*Face
	seen := map[*Face]bool{}
	for _, f := range append(append(Stack(nil), s.plain...), s.bold...) {
		if !seen[f] {
			seen[f] = true
			out = append(out, f)
		}
	}
	return out
}

// Paint prints the sheet with so many dots a point.
func (s *Sheet) Paint(scale float64) *Plane {
	p := NewPlane(s.Width, s.Height, scale)
	for _, b := range s.Cells {
		if b.Shade {
			p.Rect(b.X0, b.Y0, b.X1, b.Y1, 0.12)
		}
	}
	for _, l := range pdfbuild.Rulings(s.page.Boxes, s.look.Borders, false) {
		s.rule(p, l)
	}
	for _, t := range s.page.Texts {
		fonts := s.plain
		if t.Bold {
			fonts = s.bold
		}
		p.Text(fonts, t.Text, t.X, t.Y, t.Size)
	}
	return p
}

// rule draws a ruling as its look has it.
func (s *Sheet) rule(p *Plane, l pdfbuild.Line) {
	w := s.look.Line / 2
	switch s.look.Borders {
	case looks.Doubled:
		dx, dy := apart, 0.0
		if l.Y0 == l.Y1 {
			dx, dy = 0, apart
		}
		p.Rect(l.X0-dx-w, l.Y0-dy-w, l.X1-dx+w, l.Y1-dy+w, 1)
		p.Rect(l.X0+dx-w, l.Y0+dy-w, l.X1+dx+w, l.Y1+dy+w, 1)
	case looks.Dashed:
		for at := 0.0; at < max(l.X1-l.X0, l.Y1-l.Y0); at += 5 {
			if l.Y0 == l.Y1 {
				p.Rect(l.X0+at, l.Y0-w, min(l.X0+at+3, l.X1), l.Y1+w, 1)
			} else {
				p.Rect(l.X0-w, l.Y0+at, l.X1+w, min(l.Y0+at+3, l.Y1), 1)
			}
		}
	default:
		p.Rect(l.X0-w, l.Y0-w, l.X1+w, l.Y1+w, 1)
	}
}
