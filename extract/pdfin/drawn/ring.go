package drawn

import (
	"ziping/extract"
	"ziping/extract/pdfin/pdfium"
)

// Ring is a figure drawn with curves, as large as a seal and about as wide as high.
type Ring struct {
	Box         extract.Box
	Shade, Tint int
}

const (
	smallestSeal = 55.0 // across, in points: seals of offices measure 20 mm and more
	oblong       = 1.7  // times as wide as high, or as high as wide: oval seals are less
	inColour     = 60   // tint: black rings are of drawings
)

// ring takes a figure that may be the border of a seal.
func ring(d *Drawing, obj pdfium.Object, b extract.Box, stroked bool) {
	w, h := b[2]-b[0], b[3]-b[1]
	if min(w, h) < smallestSeal || max(w, h) > oblong*min(w, h) || len(d.Rings) == mostAreas {
		return
	}
	c, ok := obj.FillColour()
	if stroked {
		c, ok = obj.StrokeColour()
	}
	if ok && c.A > 0 && c.Tint() > inColour {
		d.Rings = append(d.Rings, Ring{b, c.Shade(), c.Tint()})
	}
}
