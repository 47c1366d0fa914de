package drawn

import (
	"math"

	"ziping/extract"
	"ziping/extract/pdfin/pdfium"
	"ziping/extract/pdfin/plane"
)

// thin is the most a filled shape may measure across to be a ruling. Word and
// Excel draw their rulings as filled rectangles of 0.5 to 2 points.
const thin = 3.0

// thick is the widest that Word offers for a ruling: it is one where it is long.
const (
	thick = 6.0
	long  = 6 // times as long as wide
	round = 0.1
)

// path takes the rulings out of one path.
func (d *Walker) path(obj pdfium.Object, v plane.Matrix) {
	filled, stroked, ok := obj.DrawMode()
	if !ok || !filled && !stroked {
		return
	}
	half := 0.0
	if stroked {
		if w, ok := obj.StrokeWidth(); ok {
			half = w / 2 * v.Scale()
		}
	}
	n := obj.Segments()
	d.limit -= max(n, 0)
	var pts [][2]float64
	closed, curved, first := false, false, len(d.out.Rules)
	plain := true // nothing but upright rectangles: borders, dashes of them
	around := plane.Nowhere
	flush := func() {
		if len(pts) > 1 {
			plain = plain && rectangle(pts)
			if stroked {
				d.stroke(pts, closed, half)
			}
			if filled {
				d.fill(obj, pts)
			}
		}
		pts, closed = pts[:0], false
	}
	for i := range max(n, 0) {
		if d.limit < 0 {
			return
		}
		s := obj.Segment(i)
		x, y, ok := s.Point()
		if !ok {
			continue
		}
		x, y = v.Apply(x, y)
		switch s.Kind() {
		case pdfium.MoveTo: // begins a new figure
			flush()
		case pdfium.CurveTo: // its points are no straight line
			pts, curved = append(pts, [2]float64{math.NaN(), 0}), true
		}
		pts, around = append(pts, [2]float64{x, y}), plane.Around(around, extract.Box{x, y, x, y})
		if s.Closes() {
			closed = true
		}
	}
	flush()
	if filled && !plain && (curved || n > corners) {
		d.shape(obj, around)
	}
	if curved {
		ring(d.out, obj, around, stroked)
	}
	const cell = 5 // corners, the first again
	if now := len(d.out.Rules); now > first && (curved || n > cell+2) {
		d.out.figures = append(d.out.figures, figures{first, now, !curved})
	}
}

// rectangle reports whether a figure is an upright rectangle.
func rectangle(pts [][2]float64) bool {
	const corners, straight = 5, 0.1
	if len(pts) > corners {
		return false
	}
	for i, p := range pts {
		q := pts[(i+1)%len(pts)]
		if math.IsNaN(p[0]) || min(math.Abs(p[0]-q[0]), math.Abs(p[1]-q[1])) > straight {
			return false
		}
	}
	return true
}

const (
	// corners are more than a rectangle or an arrow has.
	corners = 9
	// lowest and highest are how high a character, or a line of them, is, in points, and
	// darkShape how light it is at most.
	lowest, highest = 3.0, 30.0
	darkShape       = 128
)

// shape takes a filled figure that may be a character.
func (d *Walker) shape(obj pdfium.Object, b extract.Box) {
	if h := b[3] - b[1]; h >= lowest && h <= highest && b[2] > b[0] && len(d.out.Shapes) < mostAreas && shade(obj) <= darkShape {
		d.out.Shapes = append(d.out.Shapes, b)
	}
}

// stroke takes each straight and upright piece of a line.
func (d *Walker) stroke(pts [][2]float64, closed bool, half float64) {
	pts = squared(pts)
	if closed {
		pts = append(pts, pts[0])
	}
	for i := 1; i < len(pts); i++ {
		a, b := pts[i-1], pts[i]
		if math.IsNaN(a[0]) || math.IsNaN(b[0]) {
			continue
		}
		w, h := math.Abs(a[0]-b[0]), math.Abs(a[1]-b[1])
		if min(w, h) > 0.02*max(w, h)+0.1 || max(w, h) < 0.3 {
			continue // slanted, or a dot
		}
		box := extract.Box{min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])}
		across := min(half, thin/2)
		if w >= h {
			box[1], box[3] = box[1]-across, box[3]+across
		} else {
			box[0], box[2] = box[0]-across, box[2]+across
		}
		d.rule(box)
	}
}

// fill takes a filled figure that is too thin to hold text.
func (d *Walker) fill(obj pdfium.Object, pts [][2]float64) {
	box := plane.Nowhere
	for _, p := range pts {
		if math.IsNaN(p[0]) {
			continue
		}
		box = plane.Around(box, extract.Box{p[0], p[1], p[0], p[1]})
	}
	w, h := box[2]-box[0], box[3]-box[1]
	if min(w, h) <= thin || min(w, h) <= thick+round && max(w, h) >= long*min(w, h) {
		if max(w, h) >= 0.3 {
			d.rule(box)
		}
		return
	}
	light := shade(obj)
	if w > 5 && h > 5 {
		d.area(box, light)
	}
	d.cover(box, int(light), obj, len(pts) <= 5)
}

// shade is how light a filled figure is, from 0 to 255. A pattern counts as
// between: it may be dark.
func shade(obj pdfium.Object) uint32 {
	c, ok := obj.FillColour()
	if !ok {
		return 150
	}
	return uint32(c.Shade())
}

// area takes a filled area. Tables of old web pages and some report tools are
// light areas on a dark ground, which shows between them as rulings.
func (d *Walker) area(box extract.Box, shade uint32) {
	const dark, light, white = 110, 190, 245
	if shade >= light {
		for _, g := range d.ground {
			if g[0] <= box[0] && g[1] <= box[1] && g[2] >= box[2] && g[3] >= box[3] && (g[2]-g[0])*(g[3]-g[1]) > 1.01*(box[2]-box[0])*(box[3]-box[1]) {
				d.rule(extract.Box{box[0], box[1], box[2], box[1]})
				d.rule(extract.Box{box[0], box[3], box[2], box[3]})
				d.rule(extract.Box{box[0], box[1], box[0], box[3]})
				d.rule(extract.Box{box[2], box[1], box[2], box[3]})
				break
			}
		}
	}
	if shade < dark && len(d.ground) < 1000 {
		d.ground = append(d.ground, box)
	}
	if shade < white && len(d.out.Dark) < mostAreas {
		d.out.Dark = append(d.out.Dark, box)
	}
}
