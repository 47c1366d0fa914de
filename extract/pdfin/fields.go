package pdfin

import (
	"unicode/utf16"

	"ziping/extract/grid"
)

// Form fields may hold a value without saying how it looks; viewers draw it by
// themselves. Where a field's look is given, flattening has made it part of
// the page.

// Bounds on the fields of a page, and on the text of one.
const (
	maxFields    = 2_000
	maxFieldText = 4_000 // bytes of UTF-16
)

// fieldValue is a value and the box it belongs into: left, top, right, bottom.
type fieldValue struct {
	text string
	box  [4]float64
}

// fields reads the values of a page's fields that have no look of their own.
// Flattening would throw them away.
func (r *pageReader) fields(page uint64) (out []fieldValue) {
	c := r.c
	const widget, hiddenOrNoView = 20, 2 | 32
	for i := range min(max(c.fn("FPDFPage_GetAnnotCount").int(page), 0), maxFields) {
		annot := uint64(c.fn("FPDFPage_GetAnnot").u32(page, uint64(i)))
		if annot == 0 {
			continue
		}
		if c.fn("FPDFAnnot_GetSubtype").int(annot) == widget && c.fn("FPDFAnnot_GetFlags").int(annot)&hiddenOrNoView == 0 && !c.annotHas(annot, "AP") {
			if f := (fieldValue{text: c.annotText(annot, "V")}); f.text != "" && c.fn("FPDFAnnot_GetRect").ok(annot, c.at(0)) {
				c.floats(c.at(0), f.box[:])
				out = append(out, f)
			}
		}
		c.fn("FPDFPage_CloseAnnot").raw(annot)
	}
	return out
}

// layOut puts a field's text into its box the way a viewer would, on one line,
// in a size that fits.
func (f *fieldValue) layOut(v matrix) (out []grid.Glyph) {
	text, box := f.text, f.box
	left, right, bottom, top := min(box[0], box[2]), max(box[0], box[2]), min(box[1], box[3]), max(box[1], box[3])
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
		if !isSpace(r) {
			out = append(out, grid.Glyph{Text: string(ordinary(r)), Size: size, Box: v.box(x, y-size/2, x+step, y+size/2)})
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

// key puts a name of a dictionary's entry into the scratch space.
func (c *calls) key(name string) uint64 {
	copy(c.bytes(c.at(2), len(name)+1), name+"\x00")
	return c.at(2)
}

func (c *calls) annotHas(annot uint64, name string) bool {
	return c.fn("FPDFAnnot_HasKey").ok(annot, c.key(name))
}

// annotText is a string entry of an annotation.
func (c *calls) annotText(annot uint64, name string) string {
	get := c.fn("FPDFAnnot_GetStringValue")
	n := get.int(annot, c.key(name), 0, 0)
	if n <= 2 || n > maxFieldText {
		return ""
	}
	addr := uint64(c.fn("malloc").u32(uint64(n)))
	if addr == 0 {
		panic(trap{errNoMemory})
	}
	defer c.free(addr)
	get.raw(annot, c.key(name), addr, uint64(n))
	var units []uint16
	for b := c.bytes(addr, n); len(b) > 1; b = b[2:] {
		if u := uint16(b[0]) | uint16(b[1])<<8; u != 0 {
			units = append(units, u)
		}
	}
	return string(utf16.Decode(units))
}

// fieldWarning says that values were placed by guess.
func (r *reader) fieldWarning(p *onePage) {
	if p.filled > 0 {
		r.warn("field-without-look", "第 %d 页的表单域没有写明外观,%d 个字按域的位置放入", "page %d: form fields do not say how they look; %d characters were placed by the fields' boxes", p.page.Number, p.filled)
	}
}
