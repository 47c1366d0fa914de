package chars

import (
	"math"
	"slices"

	"ziping/extract/pdfin/evidence"
	"ziping/extract/pdfin/pdfium"
	"ziping/extract/pdfin/plane"
	"ziping/extract/pdfin/signs"
)

// place finds where a character stands; false for what PDFium made up, and for a
// blank that takes no room.
func (r *Reader) place(ch *evidence.Char) bool {
	if r.blank(ch) {
		if b, ok := r.page.Box(ch.Index); ok && b[0] == b[2] {
			return false
		}
	}
	obj := r.page.Object(ch.Index)
	if !obj.Exists() {
		return false
	}
	run := r.runs[obj.ID()]
	if run == nil {
		run = r.run(ch.Index, obj)
		r.runs[obj.ID()] = run
	}
	ch.Run = run
	ch.X, ch.Y = r.page.Origin(ch.Index)
	// How far the box reaches along the baseline. It is never less than the ink.
	b := r.page.LooseBox(ch.Index)
	for _, p := range [4][2]float64{{b[0], b[3]}, {b[2], b[3]}, {b[0], b[1]}, {b[2], b[1]}} {
		ch.Along = max(ch.Along, (p[0]-ch.X)*run.UX+(p[1]-ch.Y)*run.UY)
	}
	// Of a font that is not in the file the ink is another font's, which may be wider
	// than the room that the file gives the character.
	if w, ok := r.fonts.widthOf(obj, ch.Named); ok {
		ch.Along = min(ch.Along, w*run.Wide)
	}
	return true
}

// run is what the characters of an object share, of which the ith of the page is
// the first.
func (r *Reader) run(i int, obj pdfium.Object) *evidence.Run {
	o := &evidence.Run{ID: obj.ID(), Number: len(r.runs) + 1, UX: 1}
	o.AsideX, o.AsideY = r.aside(o.ID)
	if o.Off = r.off.Hides(obj); o.Off {
		return o
	}
	m, size := r.page.Matrix(i), r.page.FontSize(i)
	o.Matrix = plane.Matrix{A: m[0], B: m[1], C: m[2], D: m[3]}
	o.Size = math.Abs(size) * math.Hypot(m[2], m[3])
	width := math.Hypot(m[0], m[1])
	o.Wide = math.Abs(size) * width
	if width > 0 {
		o.UX, o.UY = m[0]/width, m[1]/width
	}
	if size < 0 {
		o.UX, o.UY = -o.UX, -o.UY
	}
	o.Angle = math.Atan2(o.UY, o.UX) * 180 / math.Pi
	o.Font, o.Ascent, o.Descent = r.fonts.of(obj.Font())
	mode := obj.RenderMode()
	o.Invisible = mode == pdfium.Invisible || mode == pdfium.ClipOnly
	if c, ok := obj.FillColour(); !o.Invisible && ok {
		o.White = c.R >= 250 && c.G >= 250 && c.B >= 250
		o.Shade, o.Tint = c.Shade(), c.Tint()
		o.Invisible = c.A == 0 && mode == pdfium.Fill
		o.Thin = c.A < seeThrough
	}
	return o
}

// seeThrough is the least alpha of paint that hides what is below, for the most part.
const seeThrough = 200

// advance trims a character's reach to where the next of its line begins: a font
// that is not embedded is drawn with another one, whose ink may be wider, and the
// widths that stand in for those that the file does not state are those of Chinese
// characters. The figures of a font that nothing stops reach as far as most others.
func advance(list []evidence.Char) {
	steps := map[*evidence.Font][]float64{} // from figure to figure, in parts of the size
	for i := range list {
		ch := &list[i]
		if i+1 < len(list) && ch.Run.Font == list[i+1].Run.Font && ch.Run.Size == list[i+1].Run.Size && ch.Run.Angle == list[i+1].Run.Angle {
			along, across := ch.Step(&list[i+1])
			if along > 0.05*ch.Run.Size && along < ch.Along && math.Abs(across) < 0.2*ch.Run.Size {
				ch.Along = along
				if signs.Digit(ch.Named) && signs.Digit(list[i+1].Named) {
					steps[ch.Run.Font] = append(steps[ch.Run.Font], along/ch.Run.Wide)
				}
			}
		}
		if ch.Along <= 0 {
			ch.Along = 0.05 * ch.Run.Size
		}
	}
	for _, s := range steps {
		slices.Sort(s)
	}
	for i := range list {
		ch := &list[i]
		if s := steps[ch.Run.Font]; len(s) > 0 && !ch.Run.Font.Paintable() && signs.Digit(ch.Named) {
			ch.Along = min(ch.Along, s[len(s)/2]*ch.Run.Wide)
		}
	}
}
