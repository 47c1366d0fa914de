package drawn

import (
	"ziping/extract"
	"ziping/extract/pdfin/pdfium"
	"ziping/extract/pdfin/plane"
)

// Cover is a filled area or a picture: what lies under it may not be seen, and
// what lies on it may have its colour.
type Cover struct {
	Box   extract.Box
	Order int // of drawing
	Shade int // of a filled area from 0 to 255, -1 for pictures and patterns
	// Plain says that it is a rectangle: nothing inside the box is left out.
	Plain bool
	obj   pdfium.Object
}

// Opaque reports a cover that nothing shows through.
func (c *Cover) Opaque() bool {
	return c.Plain && c.Shade >= 0 && !c.obj.Transparent()
}

// Trace is what the walk over a page's objects tells of a run of text.
type Trace struct {
	Order int         // of drawing
	Clip  extract.Box // what lies outside is not drawn
	Odd   bool        // transparent, blended or masked, or may be switched off
}

// Trace is that of a run of text, false if the walk did not meet it.
func (d *Walker) Trace(run uint64) (Trace, bool) {
	t, ok := d.traces[run]
	return t, ok
}

// mostClip is the number of segments of a clip path that are looked at.
const mostClip = 40

// trace notes where in the order of drawing a run of text stands, and what it
// is clipped to.
func (d *Walker) trace(obj pdfium.Object, v plane.Matrix, odd bool) {
	d.traces[obj.ID()] = Trace{Order: d.order, Clip: d.clipOf(obj, v), Odd: odd || obj.Transparent()}
}

// clipOf is a box around what an object's clip lets through.
func (d *Walker) clipOf(obj pdfium.Object, v plane.Matrix) extract.Box {
	out := plane.Everywhere
	clip := obj.Clip()
	if !clip.Exists() {
		return out
	}
	for p := range max(clip.Paths(), 0) {
		n := clip.Segments(p)
		if n < 1 || n > mostClip {
			continue
		}
		d.limit -= n
		box := plane.Nowhere
		for i := range n {
			if x, y, ok := clip.Segment(p, i).Point(); ok {
				x, y = v.Apply(x, y)
				box = plane.Around(box, extract.Box{x, y, x, y})
			}
		}
		out = plane.Common(out, box)
	}
	return out
}

// cover notes an area that may hide text.
func (d *Walker) cover(box extract.Box, shade int, obj pdfium.Object, plain bool) {
	if len(d.out.Covers) < mostAreas {
		d.out.Covers = append(d.out.Covers, Cover{box, d.order, shade, plain, obj})
	}
}
