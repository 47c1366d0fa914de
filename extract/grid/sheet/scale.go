package sheet

import "math"

// Tolerances, in units of the page's usual character size, so that a form
// shrunk to fit, and a scan at any resolution, are judged alike.
const (
	SameLine  = 0.30 // rulings closer than this are one: doubled, jittered
	dashGap   = 0.60 // gaps in a ruling that do not interrupt it
	dashLong  = 0.90 // the same between pieces that are hardly longer than the gap
	TouchGap  = 0.40 // rulings that end this near each other meet
	thickest  = 0.50 // a wider bar is a filled area, a diagonal, a picture
	shortest  = 0.70 // shorter pieces, joined, are ornaments and stray dots
	OpenReach = 0.80 // how far rulings run past the last crossing one where a border is missing
)

// Tolerances of characters and texts, in the same units.
const (
	Touching  = 0.10 // characters closer than this are of one word
	SameBase  = 0.25 // lines this near in height are the same line
	SameLevel = 0.25 // blocks of one row agree this well in height
	RowMargin = 0.3  // left above the first and below the last row of a page
)

// Ruled is the share of a piece that must be drawn for it to part two cells.
const Ruled = 0.45

// Near is how close rulings are one. Double rulings have a gap of some 1.5 points
// however small the text is.
func Near(em float64) float64 {
	return math.Min(math.Max(SameLine*em, 1.8), 1.5*SameLine*em)
}
