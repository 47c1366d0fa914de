package sheet

import "math"

// Tolerances, in units of the page's usual character size, so that a form
// shrunk to fit, and a scan at any resolution, are judged alike.
const (
	SameLine  = 0.30 // rulings closer than this are one: doubled, jittered
	shortest  = 0.70 // shorter pieces, joined, are ornaments, stray dots, and strokes of digits drawn as paths
	dashLong  = 0.90 // the same between pieces that are hardly longer than the gap
	dashShape = 2.00 // times as long as wide: a longer piece is a dash, no dot
	dashPiece = 1.50 // a piece that is longer is no dash
	OpenReach = 0.80 // how far rulings run past the last crossing one where a border is missing
)

// Ruled is the share of a piece that must be drawn for it to part two cells.
const Ruled = 0.45

// Near is how close rulings are one. Double rulings have a gap of some 1.5 points
// however small the text is.
func Near(em float64) float64 {
	return math.Min(math.Max(SameLine*em, 1.8), 1.5*SameLine*em)
}
