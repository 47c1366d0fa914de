package pdfin

import "math"

// PDFium drops a run of text that it takes for another one drawn again for want
// of a bold font: the same codes, at most a character aside, and as far below as
// an eighth of the run's length. Of a long run that is more than a line: words
// that stand at the same place of two lines, 完成省人社厅下达任务数, lose one of them.
// Such runs are moved aside before the text is taken, and their characters back.

// runsBack is how many runs PDFium looks back, and some more.
const runsBack = 8

// textRun is where a run of text stands, in the page's own coordinates. PDFium
// knows no height of characters whose font is not there, so size is the font's.
type textRun struct{ left, right, bottom, size float64 }

// part moves a run of text aside that PDFium could take for one before it. It
// is for runs of the page itself: those of forms have coordinates of their own.
func (d *drawer) part(obj uint64) {
	if _, done := d.aside[obj]; done {
		return
	}
	r, ok := d.runAt(obj)
	if !ok {
		return
	}
	shift := 0.0
	for k := 0; k < len(d.runs); k++ {
		if d.runs[k].below(r, shift) {
			shift += 2 * r.size
			k = -1 // it may meet another one there
		}
		if shift > 20*r.size {
			break
		}
	}
	if shift > 0 {
		d.shift(obj, shift)
		d.aside[obj] = shift
		r.left, r.right = r.left+shift, r.right+shift
	}
	if d.runs = append(d.runs, r); len(d.runs) > runsBack {
		d.runs = d.runs[1:]
	}
}

func (d *drawer) runAt(obj uint64) (textRun, bool) {
	e, ok := d.edges(obj)
	if !ok {
		return textRun{}, false
	}
	c := d.c
	r := textRun{left: e[0], right: e[2], bottom: e[1]}
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
