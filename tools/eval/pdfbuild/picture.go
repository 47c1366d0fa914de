package pdfbuild

import (
	"fmt"

	"ziping/tools/eval/typeset"
)

// dots is the resolution of pictures, dots per point.
const dots = 2

// picture draws a page as a black and white image: its rulings, and for each
// character some ink of about its shape, for a reader to see that there is
// something to recognise.
func (b *builder) picture(p typeset.Page) int {
	w, h := int(p.Width*dots), int(p.Height*dots)
	row := (w + 7) / 8
	bits := make([]byte, row*h)
	for i := range bits {
		bits[i] = 0xff
	}
	ink := func(x, y int) {
		if x >= 0 && x < w && y >= 0 && y < h {
			bits[y*row+x/8] &^= 0x80 >> (x % 8)
		}
	}
	for _, l := range Rulings(p.Boxes, b.l.Borders, false) {
		for y := int(l.Y0 * dots); y <= int(l.Y1*dots)+1; y++ {
			for x := int(l.X0 * dots); x <= int(l.X1*dots)+1; x++ {
				ink(x, y)
			}
		}
	}
	for _, t := range p.Texts {
		x := t.X
		for _, r := range t.Text {
			a := b.code.advance(r) * t.Size
			n := int(t.Size * dots * 0.8)
			for i := range n {
				for k := range int(a * dots * 0.8) {
					if (i*7+k*5+int(r))%11 < 4 {
						ink(int(x*dots)+k, int(t.Y*dots)-i)
					}
				}
			}
			x += a
		}
	}
	return b.f.stream(fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 1", w, h), bits)
}
