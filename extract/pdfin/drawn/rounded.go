package drawn

import (
	"math"

	"ziping/extract"
	"ziping/extract/pdfin/plane"
)

// roundest is how far the curve of a corner reaches at most, in parts of the shorter side of
// what it is a corner of.
const roundest = 0.4

// squared is a rectangle without its round corners, at which its sides do not meet: the
// borders of cells in pages of the web. Other figures stay as they are.
func squared(pts [][2]float64) [][2]float64 {
	b, curved := plane.Nowhere, false
	for _, p := range pts {
		if math.IsNaN(p[0]) {
			curved = true
		} else {
			b = plane.Around(b, extract.Box{p[0], p[1], p[0], p[1]})
		}
	}
	if !curved {
		return pts
	}
	w, h := b[2]-b[0], b[3]-b[1]
	short := roundest * min(w, h)
	var side [4]bool
	for i := 1; i < len(pts); i++ {
		p, q := pts[i-1], pts[i]
		if math.IsNaN(p[0]) || math.IsNaN(q[0]) {
			continue
		}
		along, down := math.Abs(p[0]-q[0]) >= w-2*short, math.Abs(p[1]-q[1]) >= h-2*short
		for k, on := range [4]bool{down && max(p[0], q[0]) < b[0]+edge, along && max(p[1], q[1]) < b[1]+edge, down && min(p[0], q[0]) > b[2]-edge, along && min(p[1], q[1]) > b[3]-edge} {
			side[k] = side[k] || on
		}
	}
	if side != [4]bool{true, true, true, true} {
		return pts
	}
	return [][2]float64{{b[0], b[1]}, {b[2], b[1]}, {b[2], b[3]}, {b[0], b[3]}, {b[0], b[1]}}
}

// edge is how near a side lies to the edge of its rectangle, in points.
const edge = 0.1
