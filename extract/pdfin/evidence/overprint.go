package evidence

import (
	"math"

	"ziping/extract/pdfin/signs"
)

// Overprints finds figures from different runs that are printed on one another:
// nobody can read them.
func Overprints(chars []Char) {
	const figure = '0'
	seen := newSpots(6, 16)
	mixed := map[int]bool{}
	for i := range chars {
		ch := &chars[i]
		if ch.Standing != OnPaper || !signs.Digit(ch.Text) {
			continue
		}
		seen.near(figure, ch, func(k int) bool {
			if chars[k].meets(ch) {
				mixed[k], mixed[i] = true, true
			}
			return false
		})
		seen.put(figure, ch, i)
	}
	for i := range mixed {
		chars[i].Add(Overprinted, signs.Unreadable)
	}
}

// meets reports that two figures of different runs lie on one another.
func (ch *Char) meets(b *Char) bool {
	if ch.Run == b.Run || ch.Text == b.Text || ch.Run.Angle != b.Run.Angle {
		return false
	}
	size := min(ch.Run.Size, b.Run.Size)
	along, across := ch.Step(b)
	return math.Abs(along) <= 0.3*min(ch.Along, b.Along) && math.Abs(across) <= 0.3*size && max(ch.Run.Size, b.Run.Size) <= 2*size
}
