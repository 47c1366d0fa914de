package pdfin

import "math"

// twice deals with what stands on one spot. A character that a font's map turns
// into several figures is none of them: 55 for 5. Two figures from different
// runs printed on one another cannot be read by anybody.
func (p *onePage) twice(chars []char) []char {
	kept := chars[:0]
	for i := 0; i < len(chars); {
		n := 1
		for i+n < len(chars) && chars[i+n].obj == chars[i].obj && chars[i+n].index == chars[i].index+n && chars[i+n].x == chars[i].x && chars[i+n].y == chars[i].y {
			n++
		}
		all := n > 1
		for k := i; k < i+n; k++ {
			all = all && digit(chars[k].text)
		}
		if all {
			ch := chars[i]
			ch.text, ch.lied = unreadable, true
			kept = append(kept, ch)
		} else {
			kept = append(kept, chars[i:i+n]...)
		}
		i += n
	}
	return kept
}

// overprinted finds figures that are printed on other figures.
func (p *onePage) overprinted(chars []char) {
	const pitch = 6.0
	type spot struct{ x, y int }
	at := map[spot][]int{}
	for i := range chars {
		ch := &chars[i]
		if !digit(ch.text) {
			continue
		}
		x, y := int(math.Floor(ch.x/pitch)), int(math.Floor(ch.y/pitch))
		for dx := -1; dx <= 1; dx++ {
			for dy := -1; dy <= 1; dy++ {
				for _, k := range at[spot{x + dx, y + dy}] {
					p.mix(&chars[k], ch)
				}
			}
		}
		if len(at[spot{x, y}]) < 16 {
			at[spot{x, y}] = append(at[spot{x, y}], i)
		}
	}
	for i := range chars {
		if chars[i].mixed {
			chars[i].text = unreadable
		}
	}
}

// mix marks two figures of different runs that nobody can tell apart.
func (p *onePage) mix(a, b *char) {
	if a.obj == b.obj || a.text == b.text || a.obj.angle != b.obj.angle {
		return
	}
	size := min(a.obj.size, b.obj.size)
	dx, dy := b.x-a.x, b.y-a.y
	along, across := math.Abs(dx*a.obj.ux+dy*a.obj.uy), math.Abs(-dx*a.obj.uy+dy*a.obj.ux)
	if along > 0.3*min(a.along, b.along) || across > 0.3*size || max(a.obj.size, b.obj.size) > 2*size {
		return
	}
	p.mixed++
	a.mixed, b.mixed = true, true
}
