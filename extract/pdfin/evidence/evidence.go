// Package evidence decides which characters stand on a page, and which they are.
// A text layer claims both, and is not believed blindly: what is drawn, the fonts
// themselves and marks of the content speak for or against its claims.
//
// Whoever finds something out adds a Piece to the character (Add) and decides
// nothing. One function weighs the pieces: Judge. A character's Verdict is always
// that of all its evidence.
//
//	for each character: ch.Examine(inks)      // its ink, and its font's word
//	chars = evidence.Settle(chars)            // once all of the page were examined
//	chars = evidence.Several(chars)
//	differing := evidence.Marks(chars, said)
//	sight.Look(…)                             // who is not seen on the paper
//	evidence.Repeats(chars)
//	evidence.Overprints(chars)
//	evidence.Count(chars, evidence.Sealed)    // what to warn of
//
// A new rule is a Kind with its place among the others, a function that adds it,
// and a shape in the tests that fails without it.
package evidence

import (
	"slices"

	"ziping/extract/grid"
	"ziping/extract/pdfin/plane"
	"ziping/extract/pdfin/signs"
)

// Run is what the characters of one run of text share.
type Run struct {
	ID      uint64       // of PDFium's
	Number  int          // on the page, from 1
	Font    *Font        // never nil
	Matrix  plane.Matrix // of the text, without its place
	Size    float64      // of the font on the page
	Wide    float64      // the same along the baseline
	Angle   float64      // of the baseline, in degrees counted anticlockwise
	UX, UY  float64      // a unit along the baseline
	Ascent  float64      // of the font, in parts of its size
	Descent float64      // negative
	// AsideX and AsideY are how far PDFium has it from where it stands.
	AsideX, AsideY float64

	Invisible bool // drawn without ink: a recognised layer under a scan
	White     bool
	Shade     int  // of its colour, from 0 to 255
	Tint      int  // how far red, green and blue are apart in it
	Thin      bool // painted so that what is below shows
	Off       bool // on a layer that is switched off
}

// Char is one character of a page before the page is turned upright.
type Char struct {
	Named rune // by the file; its code where the file does not say (NoName)
	Run   *Run
	X, Y  float64 // of its origin, in the page's own coordinates
	Along float64 // its advance along the baseline
	Index int     // in PDFium's list

	Pieces []Piece
	Verdict
}

// Add adds a piece of evidence. says is the character it speaks for,
// signs.Unreadable where it says that nobody can tell, 0 where it says nothing of
// that.
func (ch *Char) Add(k Kind, says rune) {
	ch.Pieces = append(ch.Pieces, Piece{k, says})
	ch.Verdict = Judge(ch.Named, ch.Pieces)
}

// Has reports that there is evidence of one of some kinds.
func (ch *Char) Has(kinds ...Kind) bool {
	return slices.ContainsFunc(ch.Pieces, func(p Piece) bool { return slices.Contains(kinds, p.Kind) })
}

// Glyph is the character as package grid takes it, placed by the page's view.
func (ch *Char) Glyph(view plane.Matrix) grid.Glyph {
	o := ch.Run
	m := plane.Matrix{A: o.UX, B: o.UY, C: -o.UY, D: o.UX, E: ch.X, F: ch.Y}
	if o.Matrix.Det() < 0 { // mirrored by its own matrix
		m.C, m.D = -m.C, -m.D
	}
	return grid.Glyph{
		Text:     string(ch.Text),
		Box:      m.Then(view).Box(0, o.Descent*o.Size, ch.Along, o.Ascent*o.Size),
		Size:     o.Size,
		Run:      o.Number,
		Doubtful: ch.Text == signs.Unreadable,
	}
}

// Step is the way from one character's origin to another's, along the baseline
// of the first and across it.
func (ch *Char) Step(to *Char) (along, across float64) {
	dx, dy, o := to.X-ch.X, to.Y-ch.Y, ch.Run
	return dx*o.UX + dy*o.UY, -dx*o.UY + dy*o.UX
}

// Count counts the characters on the paper that have evidence of one of some kinds.
func Count(chars []Char, of ...Kind) (n int) {
	for i := range chars {
		if chars[i].Standing == OnPaper && chars[i].Has(of...) {
			n++
		}
	}
	return n
}

// Part are the characters that stand on the paper, those of watermarks, and those
// that are not seen.
func Part(chars []Char) (seen, across, unseen []Char) {
	seen = make([]Char, 0, len(chars))
	for _, ch := range chars {
		switch ch.Standing {
		case OnPaper:
			seen = append(seen, ch)
		case Across:
			across = append(across, ch)
		case Unseen:
			unseen = append(unseen, ch)
		}
	}
	return seen, across, unseen
}
