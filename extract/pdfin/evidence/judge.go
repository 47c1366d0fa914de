package evidence

import "ziping/extract/pdfin/signs"

// Kind names what a piece of evidence is.
type Kind uint8

// What speaks of which character it is. Each outweighs those before it: the
// nearer to the ink, the stronger, and what makes a figure unreadable last.
const (
	// NoName: the file does not say which character this is.
	NoName Kind = iota
	// Program: the embedded font's own map has a name for the glyph of that
	// number, or has none.
	Program
	// Straight: the font's codes are characters.
	Straight
	// BlankWithInk: the file calls it a blank, and something is drawn.
	BlankWithInk
	// WrongInk: no font draws the named character with such ink.
	WrongInk
	// TooWide: a narrow character advances by just the size of the font.
	TooWide
	// OtherFigure: the font's figures are not the ones that the file names.
	OtherFigure
	// ManyForOne: one code of the font is several figures.
	ManyForOne
	// Marked: a mark of the content names the character, and agrees with what is
	// drawn; MarkedOnly: nothing else names it.
	Marked
	MarkedOnly
	// Overprinted: another figure is printed on it.
	Overprinted

	// What speaks of whether it stands on the paper.

	// Speck: too small to be read. Beside: not on the page.
	Speck
	Beside
	// NoInk: drawn without ink. White: on white.
	NoInk
	White
	// Painted: the page painted without it looks the same where it stands.
	Painted
	// ClippedOff, Sunk (in the colour of its ground), Covered: by geometry, where
	// the page cannot be painted.
	ClippedOff
	Sunk
	Covered
	// Recognised: the page is a picture that lies over its text.
	Recognised
	// Cut: what hides it cuts through its line, and the line is seen.
	Cut
	// Again: drawn once more where it stands, for bold. Echo: not seen, and what
	// stands in the same place says the same.
	Again
	Echo

	// Watermark: it lies across what is on the page.
	Watermark

	// What is to be known, and changes nothing.

	// OverPicture: drawn without ink over a picture: another program's recognition.
	OverPicture
	// Sealed: a seal lies over it.
	Sealed
)

// Piece is one piece of evidence.
type Piece struct {
	Kind Kind
	Says rune // which character it speaks for, 0 if it does not
}

// Standing is whether a character stands on the paper.
type Standing uint8

const (
	// OnPaper means that a reader of the page sees it.
	OnPaper Standing = iota
	// Unseen means that an archive wants to know of it, but it is no part of the form.
	Unseen
	// Across means that a reader sees it, and that it is no part of the form.
	Across
	// Gone means that nothing is lost with it.
	Gone
)

// Verdict is what the evidence on a character comes to.
type Verdict struct {
	Text     rune
	Standing Standing
}

// Judge weighs the evidence on a character that the file gives a name. Of what it
// is the strongest piece decides, of two alike the later; without any the file is
// believed, but for the forms of characters that only fonts use. It is not on
// the paper if anything says so, unless the page is a picture that lies over it or
// its line is.
func Judge(named rune, list []Piece) Verdict {
	v := Verdict{Text: signs.Ordinary(named)}
	strongest := NoName
	unseen, shown, again, across := false, false, false, false
	for _, p := range list {
		if p.Says != 0 && p.Kind >= strongest {
			strongest, v.Text = p.Kind, p.Says
		}
		switch p.Kind {
		case Speck, Beside, NoInk, White, Painted, ClippedOff, Sunk, Covered:
			unseen = true
		case Recognised, Cut:
			shown = true
		case Again, Echo:
			again = true
		case Watermark:
			across = true
		}
	}
	switch {
	case again:
		v.Standing = Gone
	case unseen && !shown:
		v.Standing = Unseen
	case across:
		v.Standing = Across
	}
	return v
}
