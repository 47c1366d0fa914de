package evidence

import (
	"math"

	"ziping/extract/pdfin/signs"
)

// Overprints finds figures from different runs that are printed on one another:
// nobody can read them.
func Overprints(chars []Char) {
	const pitch = 6.0
	type spot struct{ x, y int }
	at := map[spot][]int{}
	var mixed []int
	for i := range chars {
		ch := &chars[i]
		if ch.Standing != OnPaper || !signs.Digit(ch.Text) {
			continue
		}
		x, y := int(math.Floor(ch.X/pitch)), int(math.Floor(ch.Y/pitch))
		for dx := -1; dx <= 1; dx++ {
			for dy := -1; dy <= 1; dy++ {
				for _, k := range at[spot{x + dx, y + dy}] {
					if chars[k].meets(ch) {
						mixed = append(mixed, k, i)
					}
				}
			}
		}
		if len(at[spot{x, y}]) < 16 {
			at[spot{x, y}] = append(at[spot{x, y}], i)
		}
	}
	for _, i := range mixed {
		if !chars[i].Has(Overprinted) {
			chars[i].Add(Overprinted, signs.Unreadable)
		}
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
