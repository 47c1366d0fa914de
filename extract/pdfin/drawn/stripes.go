package drawn

import (
	"math"

	"ziping/extract"
	"ziping/extract/pdfin/pdfium"
)

// Drivers of printers and scanners cut a picture into stripes of a few rows of dots, each
// drawn as a picture. A stripe by itself looks like a ruling that was painted as one;
// stripes that follow each other, as long as each other, are a picture.
type stripes struct {
	all  []extract.Box
	box  extract.Box // around them
	obj  pdfium.Object
	w, h float64 // dots of all of them
	flat bool    // each is wider than high
}

// stripe takes a thin picture of so many dots.
func (d *Walker) stripe(obj pdfium.Object, box extract.Box, w, h float64) {
	s := &d.striped
	if len(s.all) > 0 && !s.follows(box) {
		d.unstripe()
	}
	if len(s.all) == 0 {
		*s = stripes{all: s.all, box: box, obj: obj, w: w, h: h, flat: box[2]-box[0] > box[3]-box[1]}
	} else {
		s.box = extract.Box{min(s.box[0], box[0]), min(s.box[1], box[1]), max(s.box[2], box[2]), max(s.box[3], box[3])}
		if s.flat {
			s.h += h
		} else {
			s.w += w
		}
	}
	s.all = append(s.all, box)
}

// follows reports a stripe on either side of those before.
func (s *stripes) follows(b extract.Box) bool {
	const near = 0.5
	along, across := 0, 1
	if !s.flat {
		along, across = 1, 0
	}
	meets := math.Abs(b[across]-s.box[across+2]) < near || math.Abs(b[across+2]-s.box[across]) < near
	return meets && math.Abs(b[along]-s.box[along]) < near && math.Abs(b[along+2]-s.box[along+2]) < near
}

// unstripe takes the stripes so far for what they are: a picture, or rulings.
func (d *Walker) unstripe() {
	s := &d.striped
	if len(s.all) > 0 && min(s.box[2]-s.box[0], s.box[3]-s.box[1]) > thin {
		d.picture(s.obj, s.box, s.w, s.h)
	} else {
		for _, b := range s.all {
			d.rule(b)
		}
	}
	s.all = s.all[:0]
}
