package pdfin

import (
	"math"

	"ziping/extract"
)

// A text layer holds more than the paper: figures that were painted over when
// the form was corrected, what a spreadsheet clips off at a cell's edge, words
// in the colour of their ground. Characters that could be such are suspected
// here, from where things are drawn and in which order; whether they are is
// settled by painting the page with and without them (paint.go).

// legible is the size in points below which nobody reads a character.
const legible = 1.0

// sameShade is how near two shades are that cannot be told apart, with some room:
// painting decides.
const sameShade = 45

// pageView is how a page lies before the reader, and how large it is.
type pageView struct {
	m    matrix
	w, h float64
}

// suspect is a character that may not be seen.
type suspect struct {
	ch    *char
	box   extract.Box // the middle of its own, as the reader sees the page
	ink   extract.Box // around what is drawn for it
	drawn bool        // ink is known
	t     trace
	// Why: it lies outside its clip, at least in part; under something; on a ground
	// of its own shade; or is drawn in an odd way.
	clipped, under, same, odd bool
	sunk                      bool // its shade is that of its ground
}

// look marks the characters that are not seen on paper.
func (r *pageReader) look(p *onePage, page uint64, chars []char, v pageView, d *drawing) {
	b := newBands(d.covers, v.h)
	left, right := d.wider(v.w)
	var doubt []suspect
	for i := range chars {
		ch := &chars[i]
		if ch.obj.invisible {
			continue // part knows
		}
		box := ch.glyph(v.m).Box
		x, y := (box[0]+box[2])/2, (box[1]+box[3])/2
		if min(ch.obj.size, ch.obj.wide) < legible && v.h > 100 || x < 0 && !left || y < 0 || x > v.w && !right || y > v.h {
			ch.unseen = true
			continue
		}
		if s := (suspect{ch: ch, box: shrunk(box, 0.15)}); r.suspected(&s, b) {
			doubt = append(doubt, s)
		}
	}
	if len(doubt) == 0 {
		return
	}
	for i := range doubt {
		s := &doubt[i]
		ink, ok := r.t.inkOf(s.ch)
		s.drawn = ok && r.t.r.font(s.ch.obj.font).paintable
		if s.ink = v.m.box(ink[0], ink[1], ink[2], ink[3]); !ok {
			s.ink = s.box
		}
	}
	painted := r.paint(page, doubt, chars, v)
	over := 0 // characters under pictures
	for i := range doubt {
		s := &doubt[i]
		switch {
		case s.ch.unseen: // painting has shown it
		case painted && s.drawn:
			continue
		default:
			s.ch.unseen = s.hidden(b, r)
		}
		if s.ch.unseen && s.underPicture(b) {
			over++
		}
	}
	// A page that is a picture over its text was recognised by another program.
	if over > 20 && over*2 > len(chars) {
		for i := range doubt {
			if s := &doubt[i]; s.ch.unseen && s.underPicture(b) {
				s.ch.unseen = false
				p.hidden.layer++
			}
		}
	}
}

// wider reports whether rulings run past the left and the right edge of a page: a
// table is wider than the paper, and is read whole.
func (d *drawing) wider(width float64) (left, right bool) {
	const beyond = 10.0
	for _, r := range d.rules {
		left = left || r.X0 < -beyond && r.X1 > beyond
		right = right || r.X0 < width-beyond && r.X1 > width+beyond
	}
	return left, right
}

// suspected looks for a reason why a character may not be seen.
func (r *pageReader) suspected(s *suspect, b bands) bool {
	t, ok := r.d.traces[s.ch.obj.handle]
	if !ok {
		return false
	}
	s.t, s.odd = t, t.odd
	s.clipped = !within(s.box, t.clip)
	ground, top := 255, -1
	b.over(s.box, func(c *cover) {
		switch {
		case c.order > t.order:
			s.under = true
		case c.order > top && within(s.box, c.box):
			ground, top = c.shade, c.order
		}
	})
	// White on white is known to part, and white on dark is common.
	gap := math.Abs(float64(ground - s.ch.obj.shade))
	s.same = !s.ch.obj.white && ground >= 0 && gap < sameShade
	s.sunk = s.same && gap <= faint && !s.ch.obj.coloured
	return s.clipped || s.under || s.same || s.odd
}

// hidden decides by geometry where painting cannot: of fonts that are not in
// the file nothing may be painted. It takes only what is certain.
func (s *suspect) hidden(b bands, r *pageReader) bool {
	if s.clipped && apartFrom(s.box, s.t.clip) {
		return true
	}
	hidden := s.sunk
	b.over(s.box, func(c *cover) {
		hidden = hidden || c.order > s.t.order && within(s.box, c.box) && r.opaque(c)
	})
	return hidden
}

// opaque reports a cover that nothing shows through.
func (r *pageReader) opaque(c *cover) bool {
	return c.plain && c.shade >= 0 && !r.d.transparent.ok(c.obj)
}

func (s *suspect) underPicture(b bands) bool {
	under := false
	b.over(s.box, func(c *cover) { under = under || c.shade < 0 && c.order > s.t.order && within(s.box, c.box) })
	return under
}

// inkOf is the box around what is drawn for a character, in the page's own
// coordinates; false if nothing is.
func (t *text) inkOf(ch *char) (box extract.Box, ok bool) {
	c := t.c
	if !t.r.box.ok(t.page, uint64(ch.index), c.at(0), c.at(1), c.at(2), c.at(3)) {
		return box, false
	}
	by := ch.obj.aside
	box = extract.Box{c.f64(c.at(0)) - by.x, c.f64(c.at(2)) - by.y, c.f64(c.at(1)) - by.x, c.f64(c.at(3)) - by.y}
	return box, box[2] > box[0] && box[3] > box[1]
}
