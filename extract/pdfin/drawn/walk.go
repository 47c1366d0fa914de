package drawn

import (
	"math"

	"ziping/extract"
	"ziping/extract/pdfin/pdfium"
	"ziping/extract/pdfin/plane"
)

// formDepth is how deep forms in forms are followed.
const formDepth = 12

// tall is how high a path is whose clip is looked at, in points: a browser draws the whole
// of what a page cuts on either page, and lets the rest be clipped off. To the left and right
// it is read whole, as what stands off the paper is: see OnPaper.
const tall = 6.0

// object takes one object and what is in it. What lies in a form that is odd is
// odd too, see trace.
func (d *Walker) object(obj pdfium.Object, v plane.Matrix, depth int, odd bool) {
	d.limit--
	d.order++
	if !obj.Exists() || d.limit < 0 {
		return
	}
	kind := obj.Kind()
	if d.off.Hides(obj) {
		return
	}
	switch kind {
	case pdfium.KindText:
		widen(obj)
		d.trace(obj, v, odd)
		d.part(obj, v)
		d.hush(obj)
	case pdfium.KindPath:
		if e, ok := obj.Bounds(); ok && e[3]-e[1] > tall {
			clip := d.clipOf(obj, v)
			d.high, d.low = clip[1], clip[3]
		}
		d.path(obj, placed(obj, v))
		d.high, d.low = math.Inf(-1), math.Inf(1)
	case pdfium.KindImage:
		d.image(obj, placed(obj, v))
	case pdfium.KindShading:
		if e, ok := obj.Bounds(); ok && len(d.out.Dark) < mostAreas {
			d.out.Dark = append(d.out.Dark, v.Box(e[0], e[1], e[2], e[3]))
			d.cover(v.Box(e[0], e[1], e[2], e[3]), -1, obj, false)
		}
	case pdfium.KindForm:
		if depth >= formDepth {
			return
		}
		inner := placed(obj, v)
		odd = odd || obj.Transparent() || d.off.MayHide()
		before := d.runs
		d.runs = nil // PDFium looks for repeats in each form by itself
		for i := range max(obj.FormObjects(), 0) {
			d.object(obj.FormObject(i), inner, depth+1, odd)
		}
		d.runs = before
	}
}

// image takes a picture. A thin one is a ruling painted as a picture, or a stripe of one.
func (d *Walker) image(obj pdfium.Object, m plane.Matrix) {
	box := m.Box(0, 0, 1, 1)
	wide, high := box[2]-box[0], box[3]-box[1]
	w, h := 0, 0
	if max(wide, high) >= large {
		w, h, _ = obj.Dots()
		if math.Abs(m.B) > math.Abs(m.A) { // it lies on its side
			w, h = h, w
		}
	}
	if min(wide, high) <= thin && max(wide, high) > 3*thin {
		d.stripe(obj, box, float64(w), float64(h))
		return
	}
	d.unstripe()
	d.picture(obj, box, float64(w), float64(h))
}

// large is how wide or high a picture is whose fineness counts, in points.
const large = 100.0

// picture takes a picture of so many dots that is none of a ruling.
func (d *Walker) picture(obj pdfium.Object, box extract.Box, w, h float64) {
	if len(d.out.Images) < mostAreas {
		d.out.Images = append(d.out.Images, box)
	}
	if across, down := box[2]-box[0], box[3]-box[1]; min(across, down) > 0 && min(w, h) > 0 {
		f := Fineness{w / across * pointsPerInch, h / down * pointsPerInch}
		if max(f.Across, f.Down) > max(d.out.Finest.Across, d.out.Finest.Down) {
			d.out.Finest = f
		}
	}
	d.cover(box, -1, obj, false)
}

const pointsPerInch = 72

// placed is an object's own matrix, then the view.
func placed(obj pdfium.Object, v plane.Matrix) plane.Matrix {
	m, ok := obj.Matrix()
	if !ok {
		return v
	}
	return plane.Of(m).Then(v)
}

// widen mends a run of text that PDFium holds to have no width and would leave
// out of a page's characters: a single character that the font at hand cannot
// draw, as in `(④) Tj` set in SimSun that is not embedded. A stroked run has at
// least the width of its stroke.
func widen(obj pdfium.Object) {
	if e, ok := obj.Bounds(); !ok || e[2]-e[0] >= 0.01 {
		return
	}
	switch mode := obj.RenderMode(); mode {
	case pdfium.Fill, pdfium.Invisible:
		obj.SetRenderMode(pdfium.FillAndStroke)
		obj.SetStrokeWidth(1)
		obj.MoveRight(0) // has it measured anew
		if mode == pdfium.Invisible {
			obj.SetRenderMode(mode) // its measure stays
		}
	}
}
