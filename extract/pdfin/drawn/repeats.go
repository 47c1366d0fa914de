package drawn

import (
	"math"

	"ziping/extract/pdfin/pdfium"
	"ziping/extract/pdfin/plane"
)

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
	obj                            pdfium.Object
	left, right, bottom, top, size float64
}

// moved tells how far the characters of a run were moved, in the page's own
// coordinates.
type moved struct {
	x, y float64
	// by is the same as the object was told, and obj that object.
	by  float64
	obj pdfium.Object
}

// Aside is how far the characters of a run stand from where they are on the
// page, in its own coordinates.
func (d *Walker) Aside(run uint64) (x, y float64) {
	m := d.aside[run]
	return m.x, m.y
}

// Back moves the runs to where they stood, for the page to be painted.
func (d *Walker) Back() {
	for id, m := range d.aside {
		if m.by != 0 {
			m.obj.MoveRight(-m.by)
			m.by = 0
			d.aside[id] = m
		}
	}
}

// part moves a run of text aside that PDFium could take for one before it. v
// leads from where it stands to the reader's view.
func (d *Walker) part(obj pdfium.Object, v plane.Matrix) {
	if _, done := d.aside[obj.ID()]; done {
		return
	}
	r, ok := runAt(obj)
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
		obj.MoveRight(shift)
		x, y := d.onPage(v, shift)
		d.aside[obj.ID()] = moved{x, y, shift, obj}
		r.left, r.right = r.left+shift, r.right+shift
	}
	if d.runs = append(d.runs, r); len(d.runs) > runsBack {
		d.runs = d.runs[1:]
	}
}

// onPage is a way to the right as it is in the page's own coordinates.
func (d *Walker) onPage(v plane.Matrix, by float64) (x, y float64) {
	if d.view.Det() == 0 {
		return by, 0
	}
	return d.view.Back(v.A*by, v.B*by)
}

// runAt is where a run stands; false if PDFium does not say.
func runAt(obj pdfium.Object) (textRun, bool) {
	e, ok := obj.Bounds()
	if !ok {
		return textRun{}, false
	}
	r := textRun{obj: obj, left: e[0], right: e[2], bottom: e[1], top: e[3]}
	size, ok := obj.FontSize()
	if !ok {
		return r, false
	}
	m, ok := obj.Matrix()
	if !ok {
		return r, false
	}
	r.size = math.Abs(size) * math.Hypot(m[2], m[3])
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
func (d *Walker) otherwise(a, b textRun, v plane.Matrix) bool {
	ta, tb := d.traces[a.obj.ID()], d.traces[b.obj.ID()]
	if ta.Clip != tb.Clip || ta.Odd != tb.Odd {
		return true
	}
	if mannerOf(a.obj) != mannerOf(b.obj) {
		return true
	}
	box := v.Box(b.left, b.bottom, b.right, b.top)
	for i := len(d.out.Covers) - 1; i >= 0 && d.out.Covers[i].Order > ta.Order; i-- {
		if !plane.Apart(box, d.out.Covers[i].Box) {
			return true
		}
	}
	return false
}

// manner is the way and the colour in which a run is drawn.
type manner struct {
	mode   pdfium.RenderMode
	colour pdfium.Colour
}

func mannerOf(obj pdfium.Object) manner {
	m := manner{mode: obj.RenderMode()}
	m.colour, _ = obj.FillColour()
	return m
}
