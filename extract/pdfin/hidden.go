package pdfin

import "ziping/extract"

// hidden counts what the text layer holds and a reader of the page does not see.
type hidden struct {
	layer  int // characters without ink over a picture: another program's recognition
	unseen int // other characters that nobody sees
}

// part counts the hidden characters of a page and takes those out that a reader
// does not see at all. They are kept apart: an archive wants to know of them,
// but they are no part of the form. What was recognised over a picture is.
func (h *hidden) part(chars []char, v matrix, d *drawing) (seen, unseen []char) {
	seen = chars[:0:0]
	for i := range chars {
		o := chars[i].obj
		if chars[i].unseen {
			unseen = append(unseen, chars[i])
			continue
		}
		if o.invisible || o.white {
			x, y := v.apply(chars[i].x+chars[i].along/2*o.ux, chars[i].y+chars[i].along/2*o.uy)
			switch {
			case inAny(d.images, x, y):
				if o.invisible {
					h.layer++
				}
			case o.invisible || !inAny(d.dark, x, y):
				unseen = append(unseen, chars[i])
				continue
			}
		}
		seen = append(seen, chars[i])
	}
	return seen, unseen
}

func inAny(boxes []extract.Box, x, y float64) bool {
	for _, b := range boxes {
		if x >= b[0] && x <= b[2] && y >= b[1] && y <= b[3] {
			return true
		}
	}
	return false
}

// without drops the hidden characters that stand where a seen one says the
// same: nothing is lost with them.
func without(unseen, seen []char) []char {
	if len(unseen) == 0 {
		return nil
	}
	type spot struct {
		r    rune
		x, y int
	}
	const pitch = 2.0
	at := make(map[spot]bool, len(seen))
	for i := range seen {
		at[spot{seen[i].text, int(seen[i].x / pitch), int(seen[i].y / pitch)}] = true
	}
	kept := unseen[:0:0]
	for _, ch := range unseen {
		again := false
		for dx := -1; dx <= 1; dx++ {
			for dy := -1; dy <= 1; dy++ {
				again = again || at[spot{ch.text, int(ch.x/pitch) + dx, int(ch.y/pitch) + dy}]
			}
		}
		if !again {
			kept = append(kept, ch)
		}
	}
	return kept
}
