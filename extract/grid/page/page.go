// Package page is what the search for tables starts from: the pages of a
// document, each with its characters and rulings where they are drawn, and the
// arithmetic of boxes. Lengths are points from the top left.
//
//	p := page.Page{Number: 1, Width: 595, Height: 842}
//	p.Glyphs = append(p.Glyphs, page.Glyph{Text: "项", Size: 10, Box: extract.Box{50, 60, 60, 72}})
//	p.Rules = append(p.Rules, page.Rule{X0: 40, Y0: 55, X1: 500, Y1: 55})
package page

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

// Box is the ruling as a box without width or height.
func (r Rule) Box() extract.Box { return extract.Box{r.X0, r.Y0, r.X1, r.Y1} }

// Rise reports glyphs that were each written by itself, in this order.
func Rise(glyphs []Glyph, order []int) bool {
	last := 0
	for _, n := range order {
		if glyphs[n].Run <= last {
			return false
		}
		last = glyphs[n].Run
	}
	return true
}
