// Package fields reads the values of form fields that do not say how they look,
// and puts them where a viewer would draw them:
//
//	for _, v := range fields.Of(page) { // before the page is flattened
//		glyphs = append(glyphs, v.LayOut(view)...)
//	}
//
// Where a field's look is given, flattening makes it part of the page.
package fields

import (
	"ziping/extract/grid"
	"ziping/extract/pdfin/pdfium"
	"ziping/extract/pdfin/plane"
	"ziping/extract/pdfin/signs"
)

// Bounds on the fields of a page, and on the text of one.
const (
	maxFields = 2_000
	maxText   = 4_000 // bytes of UTF-16
)

// Value is a value and the box it belongs into.
type Value struct {
	text string
	box  pdfium.Box
}

// Of reads the values of a page's fields that have no look of their own.
// Flattening would throw them away.
func Of(page pdfium.Page) (out []Value) {
	for i := range min(max(page.Annotations(), 0), maxFields) {
		a := page.Annotation(i)
		if !a.Exists() {
			continue
		}
		if a.Kind() == pdfium.Widget && a.Flags()&(pdfium.FlagHidden|pdfium.FlagNoView) == 0 && !a.Has("AP") {
			if text := a.Text("V", maxText); text != "" {
				if box, ok := a.Rect(); ok {
					out = append(out, Value{text, box})
				}
			}
		}
		a.Close()
	}
	return out
}

// LayOut puts a field's text into its box the way a viewer would, on one line,
// in a size that fits.
func (f *Value) LayOut(view plane.Matrix) (out []grid.Glyph) {
	text, box := f.text, f.box
	left, bottom, right, top := min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3])
	width := 0.0
	for _, r := range text {
		width += advanceOf(r)
	}
	size := min(12, 0.8*(top-bottom), 0.96*(right-left)/max(width, 1))
	if size < 0.5 {
		return nil
	}
	x, y := left+0.02*(right-left), (top+bottom)/2
	for _, r := range text {
		step := advanceOf(r) * size
		if !signs.Empty(r) {
			out = append(out, grid.Glyph{Text: string(signs.Ordinary(r)), Size: size, Box: view.Box(x, y-size/2, x+step, y+size/2)})
		}
		x += step
	}
	return out
}

func advanceOf(r rune) float64 {
	if r < 0x2E80 {
		return 0.5
	}
	return 1
}
