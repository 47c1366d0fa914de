package pdfin

import "math"

// PDFium drops a run of text that it takes for another one drawn again for want
// of a bold font: the same codes, at most a character aside, and as far below as
// an eighth of the run's length. Of a long run that is more than a line: words
// that stand at the same place of two lines, 完成省人社厅下达任务数, lose one of them.
// It drops single characters, too, that stand where one of the last few stood,
// although those may have been painted over, or never seen: of 120.00 written
// over a whitened 564.44 the point is lost. Such runs are moved aside before the
// text is taken, and their characters back.

// runsBack is how many runs PDFium looks back, and some more.
const runsBack = 8

// farAside is a distance to the right at which no page has text.
const farAside = 20_000

// textRun is where a run of text stands, in the coordinates of the page or of the
// form that it is part of. PDFium knows no height of characters whose font is not
// there, so size is the font's.
type textRun struct {
	obj                            uint64
	left, right, bottom, top, size float64
}

// moved tells how far the characters of a run were moved, in the page's own
// coordinates.
type moved struct{ x, y float64 }

// part moves a run of text aside that PDFium could take for one before it. v
// leads from where it stands to the reader's view.
func (d *drawer) part(obj uint64, v matrix) {
	if _, done := d.aside[obj]; done {
		return
	}
	r, ok := d.runAt(obj)
	if !ok {
		return
	}
	shift := 0.0
	for k := 0; k < len(d.runs) && shift < farAside; k++ {
		switch a := d.runs[k]; {
		case a.meets(r) && d.otherwise(a, r, v):
			shift = farAside + 10*r.size*float64(len(d.aside)%1000)
		case a.below(r, shift):
			shift += 2 * r.size
			k = -1 // it may meet another one there
			if shift > 20*r.size {
				shift = farAside
			}
		}
	}
	if shift > 0 {
		d.shift(obj, shift)
		d.shifts[obj] = shift
		d.aside[obj] = d.onPage(v, shift)
		r.left, r.right = r.left+shift, r.right+shift
	}
	if d.runs = append(d.runs, r); len(d.runs) > runsBack {
		d.runs = d.runs[1:]
	}
}

// onPage is a way to the right as it is in the page's own coordinates.
func (d *drawer) onPage(v matrix, by float64) moved {
	x, y := v.a*by, v.b*by // as the reader sees it
	p := d.view
	det := p.a*p.d - p.b*p.c
	if det == 0 {
		return moved{by, 0}
	}
	return moved{(x*p.d - y*p.c) / det, (y*p.a - x*p.b) / det}
}

// back moves the runs to where they stood, for the page to be painted.
func (d *drawer) back() {
	for obj, by := range d.shifts {
		d.shift(obj, -by)
	}
	clear(d.shifts)
}

func (d *drawer) runAt(obj uint64) (textRun, bool) {
	e, ok := d.edges(obj)
	if !ok {
		return textRun{}, false
	}
	c := d.c
	r := textRun{obj: obj, left: e[0], right: e[2], bottom: e[1], top: e[3]}
	var size [1]float64
	var m [6]float64
	if !c.fn("FPDFTextObj_GetFontSize").ok(obj, c.at(0)) {
		return r, false
	}
	c.floats(c.at(0), size[:])
	if !d.matrix.ok(obj, c.at(0)) {
		return r, false
	}
	c.floats(c.at(0), m[:])
	r.size = math.Abs(size[0]) * math.Hypot(m[2], m[3])
	return r, r.size > 0 && r.right > r.left
}

// below reports that b, moved by shift, could be taken for a, although it
// stands on another line.
func (a textRun) below(b textRun, shift float64) bool {
	width := b.right - b.left
	dx, dy := math.Abs(a.left-b.left-shift), math.Abs(a.bottom-b.bottom)
	return dy > b.size/4 && dy <= max(width, a.right-a.left)/8+1 && dx <= 1.3*b.size && math.Abs(a.right-a.left-width) <= width/2
}

// meets reports that two runs lie on one another.
func (a textRun) meets(b textRun) bool {
	near := 0.5 * b.size
	return a.left < b.right+near && a.right > b.left-near && a.bottom < b.top+near && a.top > b.bottom-near
}

// otherwise reports that of two runs on the same spot one may be seen and the
// other not: they are drawn in different ways, or something lies between.
func (d *drawer) otherwise(a, b textRun, v matrix) bool {
	ta, tb := d.traces[a.obj], d.traces[b.obj]
	if ta.clip != tb.clip || ta.odd != tb.odd {
		return true
	}
	if d.manner(a.obj) != d.manner(b.obj) {
		return true
	}
	box := v.box(b.left, b.bottom, b.right, b.top)
	for i := len(d.out.covers) - 1; i >= 0 && d.out.covers[i].order > ta.order; i-- {
		if !apartFrom(box, d.out.covers[i].box) {
			return true
		}
	}
	return false
}

// manner is the way and the colour in which a run is drawn.
func (d *drawer) manner(obj uint64) (m [5]uint32) {
	c := d.c
	m[0] = c.fn("FPDFTextObj_GetTextRenderMode").u32(obj)
	if c.fn("FPDFPageObj_GetFillColor").ok(obj, c.at(0), c.at(1), c.at(2), c.at(3)) {
		for i := range 4 {
			m[i+1] = c.u32(c.at(i))
		}
	}
	return m
}
