// Package plane is the geometry of a page: the transformations that PDF writes,
// the way from a page's own coordinates to those of its reader, and boxes.
//
//	view, width, height := plane.View(0, 0, 595, 842, 0)
//	box := plane.Of(object.Matrix()).Then(view).Box(0, 0, 1, 1)
package plane

import (
	"math"

	"ziping/extract"
)

// Everywhere is a box around everything, Nowhere one that has nothing in it.
var (
	Everywhere = extract.Box{math.Inf(-1), math.Inf(-1), math.Inf(1), math.Inf(1)}
	Nowhere    = extract.Box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
)

// Within reports that a box lies in another.
func Within(inner, outer extract.Box) bool {
	return inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3]
}

// Apart reports that two boxes have nothing in common.
func Apart(a, b extract.Box) bool {
	return a[2] <= b[0] || a[0] >= b[2] || a[3] <= b[1] || a[1] >= b[3]
}

// Around is the box around two.
func Around(a, b extract.Box) extract.Box {
	return extract.Box{min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])}
}

// Common is what two boxes share.
func Common(a, b extract.Box) extract.Box {
	return extract.Box{max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])}
}

// Shrunk is a box without a share of its width and height at each side.
func Shrunk(b extract.Box, share float64) extract.Box {
	w, h := share*(b[2]-b[0]), share*(b[3]-b[1])
	return extract.Box{b[0] + w, b[1] + h, b[2] - w, b[3] - h}
}

// InAny reports that a point lies in one of some boxes.
func InAny(boxes []extract.Box, x, y float64) bool {
	for _, b := range boxes {
		if x >= b[0] && x <= b[2] && y >= b[1] && y <= b[3] {
			return true
		}
	}
	return false
}
