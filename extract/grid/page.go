// Package grid finds tables in what stands on a page: characters and rulings
// with their places. It knows no file format, so that PDF pages and recognised
// scans go through the same door.
//
//	found := grid.Find(pages, grid.Options{})
//	found.Tables // one for each table, also where it runs over pages
//	found.Lines  // text outside tables
//
// All lengths are points (1/72 inch) from the top left of the page as a reader
// sees it: rotation and crop box are already applied.
package grid

import "ziping/extract"

// Page is one page as it is drawn.
type Page struct {
	Number        int // from 1
	Width, Height float64
	Glyphs        []Glyph // in any order
	Rules         []Rule  // in any order; may overlap, repeat and have gaps
}

// Glyph is one drawn character.
type Glyph struct {
	// Text is the character as a reader of the page would type it; several for a
	// ligature or a recognised word. Never empty or white space.
	Text string
	// Box is the character's advance by its font's ascent and descent, so that
	// neighbours of one line share top and bottom.
	Box  extract.Box
	Size float64 // of the font, on the page
	// Run numbers the runs of text that were written in one go, from 1; 0 where
	// nothing is known.
	Run int
	// Doubtful marks text that the file does not vouch for, such as a glyph
	// number passed on as a character.
	Doubtful bool
	// Confidence is between 0 and 1 for recognised text, 0 for a text layer.
	Confidence float64
}

// Rule is a straight ruling: a stroke, or a rectangle too thin to hold text.
// X0 ≤ X1 and Y0 ≤ Y1; the longer side is its direction.
type Rule struct {
	X0, Y0, X1, Y1 float64
}
