package text

import (
	"math"

	"ziping/extract/ocr"
)

// A small figure above the line is an exponent or a note. The network reads most of
// them as plain figures, and its alphabet has one of the three common ones only.

// raisedForms are figures and what they are above the line.
var raisedForms = map[string]string{"1": "\u00b9", "2": square, "3": cube}

const square, cube = "\u00b2", "\u00b3"

// doubtRaised makes figures doubtful that stand higher than what is before them, and
// squares, which the network says for cubes.
func (f *fitter) doubtRaised(img ocr.Image, l line, slots []ocr.Slot) {
	const higher = 0.25 // of an em
	last := -1
	for i := range slots {
		s := &slots[i]
		text := s.Alternatives[0].Text
		switch text {
		case "", " ":
			continue
		case square:
			first(s, square, cube)
			continue
		}
		bottom := f.bottom(img, l, *s)
		figure := len(text) == 1 && text[0] >= '0' && text[0] <= '9'
		if figure && last >= 0 && bottom >= 0 && float64(last-bottom)*l.scale > higher*em {
			if form, ok := raisedForms[text]; ok {
				first(s, form, text)
			} else {
				s.Alternatives[0].P = math.Min(s.Alternatives[0].P, 0.5)
			}
			continue
		}
		last = bottom
	}
}

// first puts two texts before what else may stand in a Slot, neither of them sure.
func first(s *ocr.Slot, one, two string) {
	all := []ocr.Alternative{{Text: one, P: 0.6}, {Text: two, P: 0.3}}
	for _, a := range s.Alternatives {
		if a.Text != one && a.Text != two {
			a.P *= 0.1
			all = append(all, a)
		}
	}
	s.Alternatives = all
}

// bottom is the row below the ink of the character of a Slot; -1 where it cannot be told
// from its neighbours.
func (f *fitter) bottom(img ocr.Image, l line, s ocr.Slot) int {
	const widest = 1.1 // ems
	middle := int((s.From + s.To) / 2)
	if middle < 0 || middle >= len(f.columns) || f.columns[middle] == 0 {
		return -1
	}
	from, to := middle, middle
	for from > 0 && f.columns[from-1] > 0 {
		from--
	}
	for to < len(f.columns) && f.columns[to] > 0 {
		to++
	}
	if float64(to-from)*l.scale > widest*em {
		return -1
	}
	threshold := uint8(l.dark())
	lowest := min(int(l.middle+em/l.scale), img.H)
	for y := lowest - 1; y >= 0; y-- {
		for _, v := range img.Pix[y*img.W+from : y*img.W+to] {
			if v < threshold {
				return y + 1
			}
		}
	}
	return -1
}
