package pdfin

import "ziping/extract"

// hidden counts what the text layer holds and a reader of the page does not see.
type hidden struct {
	layer  int // characters without ink over a picture: another program's recognition
	unseen int // other characters without ink, or white on white
}

// lookHidden counts the hidden characters of a page. They are kept: an archive
// wants to know of them, but it must be told.
func lookHidden(chars []char, v matrix, d *drawing) (h hidden) {
	for i := range chars {
		o := chars[i].obj
		if !o.invisible && !o.white {
			continue
		}
		x, y := v.apply(chars[i].x+chars[i].along/2*o.ux, chars[i].y+chars[i].along/2*o.uy)
		switch {
		case inAny(d.images, x, y):
			if o.invisible {
				h.layer++
			}
		case o.invisible || !inAny(d.dark, x, y):
			h.unseen++
		}
	}
	return h
}

func inAny(boxes []extract.Box, x, y float64) bool {
	for _, b := range boxes {
		if x >= b[0] && x <= b[2] && y >= b[1] && y <= b[3] {
			return true
		}
	}
	return false
}
