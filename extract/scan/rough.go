package scan

import "ziping/extract/scan/lines"

// Where paper is so rough that chance makes its dots as dark as thin strokes, what stands on it
// is looked for where each dot is evened out with those around it. Rulings are not: more than
// that tells them, and thin ones would lose half of their darkness. Nor are lines within cells,
// whose specks are known.

// rough reports such a page.
func (d *desk) rough() bool {
	o := d.writing(d.em)
	return o.Threshold() > o.Least()
}

// evened evens the page out if it is rough.
func (d *desk) evened() {
	d.even, d.least = d.ink, d.writing(d.em).Threshold()
	if d.rough() {
		d.even = d.ink.Even()
		d.least = lines.Options{Ink: darkness(d.even), Noise: d.even.Noise()}.Threshold()
	}
}

// spots is the ink of the page without its rulings, and the specks among what chance makes dark.
func (d *desk) spots() (spots []lines.Spot, specks int) {
	find := func(pix []uint8, least float64) []lines.Spot {
		return lines.Spots(pix, d.ink.W, d.ink.H, 255-least)
	}
	spots = find(d.without(d.even), d.least)
	all := spots
	if d.rough() {
		all = find(d.without(d.ink), d.writing(d.em).Threshold())
	}
	for _, s := range all {
		if float64(max(s.X1-s.X0, s.Y1-s.Y0)) < max(3, 0.1*d.em) {
			specks++
		}
	}
	return spots, specks
}
