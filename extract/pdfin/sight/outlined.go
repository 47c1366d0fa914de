package sight

import (
	"ziping/extract"
	"ziping/extract/pdfin/drawn"
	"ziping/extract/pdfin/plane"
)

// Some programs draw characters as figures: what stands in a table is ink, and no
// character tells it.

const (
	// fewShapes are no text but signs and ornaments.
	fewShapes = 3
	// fewRules are no table.
	fewRules = 4
)

// outlined are the figures in the tables of a page that may be characters and where none
// stands.
func outlined(d *drawn.Drawing, chars []extract.Box) (out []extract.Box) {
	if len(d.Shapes) < fewShapes || len(d.Rules) < fewRules {
		return nil
	}
	table := plane.Nowhere
	for _, r := range d.Rules {
		table = plane.Around(table, r.Box())
	}
	for _, b := range d.Shapes {
		if !plane.Within(b, table) {
			continue
		}
		told := false
		for _, c := range chars {
			told = told || plane.InAny([]extract.Box{b}, (c[0]+c[2])/2, (c[1]+c[3])/2) || plane.InAny([]extract.Box{c}, (b[0]+b[2])/2, (b[1]+b[3])/2)
		}
		if !told {
			// The middle of its line may lie beside it.
			high := b[3] - b[1]
			out = append(out, extract.Box{b[0] - 2*high, b[1] - high/2, b[2] + 2*high, b[3] + high/2})
		}
	}
	if len(out) < fewShapes {
		return nil
	}
	return joinedBoxes(out)
}

// joinedBoxes puts together boxes that touch.
func joinedBoxes(in []extract.Box) []extract.Box {
	var out []extract.Box
	for _, b := range in {
		for k := 0; k < len(out); k++ {
			if !plane.Apart(b, out[k]) {
				b = plane.Around(b, out[k])
				out = append(out[:k], out[k+1:]...)
				k = -1
			}
		}
		out = append(out, b)
	}
	return out
}
