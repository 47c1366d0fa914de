package text

import (
	"math"

	"ziping/extract/ocr"
)

// A dash that stands alone is a common way to say that a cell is empty. The network,
// made for lines of characters, takes it for almost anything.

// A level stroke as wide as a character is a dash, or the figure one in Chinese.
const dash, one = "\u2014", string(rune(0x4e00))

// flat is a line of nothing but one flat stroke: a dash, or the figure one in Chinese.
// em is in dots of the Image.
func (f *fitter) flat(l line, em float64) (s ocr.Slot, ok bool) {
	const (
		specks           = 0.02
		low, short, long = 0.2, 0.15, 1.2
		slender          = 1.8
		wide             = 0.55
	)
	top, bottom := ends(f.rows, specks)
	left, right := ends(f.columns, specks)
	w, h := float64(right-left), float64(bottom-top)
	if h > math.Max(low*em, 2) || w < short*em || w > long*em || w < slender*h {
		return s, false
	}
	for _, ink := range f.columns[left:right] {
		if ink == 0 { // two strokes
			return s, false
		}
	}
	s.From, s.To = float64(left), float64(right)
	if w < wide*em {
		s.Alternatives = []ocr.Alternative{{Text: "-", P: 0.8}, {Text: dash, P: 0.15}, {Text: "", P: 0.05}}
	} else {
		s.Alternatives = []ocr.Alternative{{Text: dash, P: 0.7}, {Text: one, P: 0.15}, {Text: "-", P: 0.1}, {Text: "", P: 0.05}}
	}
	return s, true
}
