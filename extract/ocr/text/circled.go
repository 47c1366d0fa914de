package text

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"ziping/extract/ocr"
	"ziping/extract/ocr/ctc"
)

// Circled numbers are read apart: half of them are not in the network's alphabet, and
// it gives another, a plain figure or nothing for those. A ring is found by its shape
// where the network saw nothing that it is sure of, a figure or a circled one. What
// stands in the ring is read once more by itself, larger.

const (
	circledOne  = '\u2460'
	circledMost = 20
	// shown is the radius at which what stands in a ring is shown, in dots of the
	// network: its figures are then as high as those of a line.
	shown = 22
	// Rings as good as roundish make what was read doubtful, those as good as round are
	// read. On good paper rings have 0.95 to 1; specks and strokes up to 0.89.
	roundish, round = 0.75, 0.88
	// inside is the share of a ring's radius within which it stands.
	inside = 0.8
)

// suspect is whether a ring may stand where a Slot is.
func suspect(s ocr.Slot) bool {
	const sure = 0.8
	a := s.Alternatives[0]
	for _, r := range a.Text {
		return r < 0x2e80 && r != ' ' || a.P < sure
	}
	return true
}

// circled reads circled numbers, into slots of the same line.
func (e *Engine) circled(img ocr.Image, l line, pieces []piece, slots []ocr.Slot) []ocr.Slot {
	e.places = e.places[:0]
	for _, s := range slots {
		if suspect(s) {
			e.places = append(e.places, (s.From+s.To)/2)
		}
	}
	for _, u := range e.fit.unread(slots, em/l.scale) {
		e.places = append(e.places, (u.from+u.to)/2)
	}
	if len(e.places) == 0 {
		return slots
	}
	slices.Sort(e.places)
	e.rings = e.rings[:0]
	for _, p := range pieces {
		shown := false
		for _, x := range e.places {
			x = (x - p.from) * l.scale
			if x < 0 || x >= float64(p.width) {
				continue
			}
			if !shown {
				e.shades.set(e.fit.picture(img, l, p), l)
				shown = true
			}
			r := e.shades.ring(x)
			if r.score < roundish {
				continue
			}
			// In dots of the Image from here.
			r.x, r.y, r.radius = r.x/l.scale+p.from, l.middle+(r.y-tall/2)/l.scale, r.radius/l.scale
			if n := len(e.rings); n > 0 && r.x-e.rings[n-1].x < r.radius {
				if r.score > e.rings[n-1].score {
					e.rings[n-1] = r
				}
				continue
			}
			e.rings = append(e.rings, r)
		}
	}
	for _, r := range e.rings {
		slots = e.circle(img, l, r, slots)
	}
	return slots
}

// circle puts the number in a ring in the place of what was read there.
func (e *Engine) circle(img ocr.Image, l line, r ring, slots []ocr.Slot) []ocr.Slot {
	within := func(s ocr.Slot) bool {
		middle := (s.From + s.To) / 2
		return middle > r.x-r.radius && middle < r.x+r.radius
	}
	s := ocr.Slot{From: max(r.x-r.radius, 0), To: min(r.x+r.radius, float64(img.W))}
	const beside = 0.5           // of the radius
	sum, off := 0.0, math.Inf(1) // off is how far from the middle something was seen
	for _, old := range slots {
		if within(old) && old.Alternatives[0].Text != "" {
			off = min(off, math.Abs((old.From+old.To)/2-r.x))
		}
	}
	if off < r.radius && off > beside*r.radius { // a bracket behind a character makes half a ring
		return slots
	}
	if bracketed(slots, within) {
		return slots
	}
	if r.score >= round {
		inner, seen := e.inner(img, l, r), e.seen(slots, within)
		for n := 1; n <= circledMost; n++ {
			// What the network saw in the line counts as well.
			p := float64(spelled(inner, strconv.Itoa(n)) * (1 + 2*seen[n-1]))
			s.Alternatives = append(s.Alternatives, ocr.Alternative{Text: string(rune(circledOne + n - 1)), P: p})
			sum += p
		}
	}
	const hardly = 0.05
	if sum < hardly { // no number, or none that can be read
		for i, old := range slots {
			if within(old) {
				for j := range old.Alternatives {
					slots[i].Alternatives[j].P *= 0.5
				}
			}
		}
		return slots
	}
	for i := range s.Alternatives {
		s.Alternatives[i].P *= min(1/sum, 1) * min((r.score-roundish)/(1-roundish)*2, 1)
	}
	const kept = 6
	s.Alternatives = ocr.Likeliest(s.Alternatives, kept)
	return placed(slices.DeleteFunc(slots, within), s)
}

// seen is how probable each circled number is by what the network saw in the line. One that it
// does not know looks to it like one that it knows: that speaks for both alike.
func (e *Engine) seen(slots []ocr.Slot, within func(ocr.Slot) bool) (p [circledMost]float64) {
	most := 0.0
	for _, s := range slots {
		if !within(s) {
			continue
		}
		for _, a := range s.Alternatives {
			if n := number(a.Text); n >= 0 {
				p[n] = max(p[n], a.P)
				most = max(most, a.P)
			}
		}
	}
	for n, known := range e.circles {
		if !known {
			p[n] = most
		}
	}
	return p
}

// number is which circled number a text is, from 0; -1 for another text.
func number(text string) int {
	if r := []rune(text); len(r) == 1 && r[0] >= circledOne && r[0] < circledOne+circledMost {
		return int(r[0] - circledOne)
	}
	return -1
}

// bracketed reports a bracket and a letter that the network surely saw: together they are
// round, and no ring.
func bracketed(slots []ocr.Slot, within func(ocr.Slot) bool) bool {
	const sure = 0.9
	bracket, letter := false, false
	for _, s := range slots {
		if a := s.Alternatives[0]; within(s) && a.P >= sure {
			bracket = bracket || strings.Contains("()（）", a.Text)
			letter = letter || len(a.Text) == 1 && (a.Text[0] >= 'A' && a.Text[0] <= 'Z' || a.Text[0] >= 'a' && a.Text[0] <= 'z')
		}
	}
	return bracket && letter
}

// inner reads what stands in a ring.
func (e *Engine) inner(img ocr.Image, l line, r ring) ocr.Reading {
	l.middle, l.scale = r.y, shown/r.radius
	half := r.radius * inside
	width := int(2*half*l.scale) + 2*around
	width = (width + stride - 1) / stride * stride
	p := piece{from: r.x - float64(width)/2/l.scale, width: width, left: 0, right: img.W}
	picture := e.fit.picture(img, l, p)
	for y := range tall {
		for x := range width {
			dx, dy := float64(x)+0.5-float64(width)/2, float64(y)+0.5-tall/2
			if float64(dx*dx)+float64(dy*dy) > half*half*l.scale*l.scale {
				picture[y*width+x] = paper
			}
		}
	}
	at := func(step int) float64 { return float64(step) }
	return ctc.Decode(e.network.run(picture), e.alphabet, at, 1)
}
