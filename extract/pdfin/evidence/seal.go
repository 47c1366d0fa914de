package evidence

import (
	"ziping/extract"
	"ziping/extract/pdfin/plane"
)

// Ring is a coloured figure as large and as round as a seal.
type Ring struct {
	Box         extract.Box
	Shade, Tint int
}

// Seals finds the words of seals that are drawn: they stand in a ring of their own
// colour, whatever they lie over. boxes are those of the characters.
func Seals(chars []Char, boxes []extract.Box, rings []Ring) {
	const alike = 30 // shades and tints that may be of one colour
	for i := range chars {
		r := chars[i].Run
		for _, ring := range rings {
			x, y := (boxes[i][0]+boxes[i][2])/2, (boxes[i][1]+boxes[i][3])/2
			if max(r.Shade-ring.Shade, ring.Shade-r.Shade, r.Tint-ring.Tint, ring.Tint-r.Tint) <= alike && plane.InAny([]extract.Box{ring.Box}, x, y) {
				chars[i].Add(Watermark, 0)
				break
			}
		}
	}
}
