package sight

import (
	"math"

	"ziping/extract"
	"ziping/extract/pdfin/drawn"
	"ziping/extract/pdfin/evidence"
	"ziping/extract/pdfin/plane"
)

// sameShade is how near two shades are that cannot be told apart, with some room:
// painting decides.
const sameShade = 45

// faint is a difference of colour, of 255, that nobody sees.
const faint = 20

// suspect is a character that may not be seen.
type suspect struct {
	ch    *evidence.Char
	box   extract.Box // the middle of its own, as the reader sees the page
	ink   extract.Box // around what is drawn for it
	drawn bool        // ink is known
	t     drawn.Trace
	// Why: it lies outside its clip, at least in part; under something; on a ground
	// of its own shade; or is drawn in an odd way.
	clipped, under, same bool
	sunk                 bool // its shade is that of its ground
}

// suspected looks for a reason why a character may not be seen.
func (d *suspect) suspected(s *Scene, b bands) bool {
	t, ok := s.Trace(d.ch.Run.ID)
	if !ok {
		return false
	}
	d.t = t
	d.clipped = !plane.Within(d.box, t.Clip)
	ground, top := 255, -1
	b.over(d.box, func(c *drawn.Cover) {
		switch {
		case c.Order > t.Order:
			d.under = true
		case c.Order > top && plane.Within(d.box, c.Box):
			ground, top = c.Shade, c.Order
		}
	})
	// White on white is known to bare, and white on dark is common.
	gap := math.Abs(float64(ground - d.ch.Run.Shade))
	d.same = !d.ch.Run.White && ground >= 0 && gap < sameShade
	d.sunk = d.same && gap <= faint && d.ch.Run.Tint <= faint
	return d.clipped || d.under || d.same || t.Odd
}

// measure finds the ink of a suspect.
func (d *suspect) measure(s *Scene) {
	ink, ok := s.Ink(d.ch)
	d.drawn = ok && d.ch.Run.Font.Paintable()
	if d.ink = s.View.Box(ink[0], ink[1], ink[2], ink[3]); !ok {
		d.ink = d.box
	}
}

// byGeometry decides where painting cannot: of fonts that are not in the file
// nothing may be painted. It takes only what is certain.
func (d *suspect) byGeometry(b bands) {
	if d.clipped && plane.Apart(d.box, d.t.Clip) {
		d.ch.Add(evidence.ClippedOff, 0)
	}
	if d.sunk {
		d.ch.Add(evidence.Sunk, 0)
	}
	covered := false
	b.over(d.box, func(c *drawn.Cover) {
		covered = covered || c.Order > d.t.Order && plane.Within(d.box, c.Box) && c.Opaque()
	})
	if covered {
		d.ch.Add(evidence.Covered, 0)
	}
}

func (d *suspect) underPicture(b bands) bool {
	under := false
	b.over(d.box, func(c *drawn.Cover) {
		under = under || c.Shade < 0 && c.Order > d.t.Order && plane.Within(d.box, c.Box)
	})
	return under
}
