package evidence

import (
	"math"

	"ziping/extract/pdfin/plane"
	"ziping/extract/pdfin/sfnt"
	"ziping/extract/pdfin/signs"
)

// Font is a font as evidence of what its characters are: it holds the names of
// characters against the font program that draws them, and takes from there
// those that the file does not give.
type Font struct {
	Embedded bool // its program is in the file
	Drawn    bool // its characters are drawings, not glyphs of a program (Type 3)
	Ours     bool // of a layer that this program wrote

	program *sfnt.Program // nil if it does not say
	// How many characters the file names, and does not.
	named, unnamed int

	// Codes of a blind font: is the ink that of the glyph of the same number?
	weighed map[rune]bool
	codes   map[rune]bool
	// Is it that of the glyph of the character of the same number? tFPDF and its
	// kin use characters as codes and say so in one range, which PDFium cuts off
	// after the first 256.
	straight map[rune]bool
	mirrored map[rune]rune // codes that PDFium turned round, and what they were

	// Characters of any other font: is the ink that of the character's glyph?
	claims  map[rune]bool
	figures map[rune]rune // for a figure, the one whose glyph the ink is, if only one would do
}

// NewFont is a font that nothing is known of yet but its program, nil if that is
// not in the file or does not say.
func NewFont(program *sfnt.Program) *Font {
	return &Font{program: program, weighed: map[rune]bool{}, codes: map[rune]bool{}, straight: map[rune]bool{}, claims: map[rune]bool{}, mirrored: map[rune]rune{}, figures: map[rune]rune{}}
}

// Paintable reports that PDFium can draw it.
func (f *Font) Paintable() bool { return f.Embedded || f.Drawn }

// How near the ink has to be to an outline, in parts of the font's size: a glyph
// has to be the very one, a claim has to be likely.
const (
	exactly = 0.003
	about   = 0.03
)

// weigh compares the ink of a character with what the font would draw. Each
// character of a font is looked at once.
func (f *Font) weigh(ch *Char, inks Inks) {
	unnamed := ch.Has(NoName)
	if unnamed {
		f.unnamed++
	} else {
		f.named++
	}
	if f.program == nil || ch.misnamed() {
		return
	}
	if f.unnamed > 0 {
		f.weighCode(ch, inks, unnamed)
	}
	if _, known := f.claims[ch.Named]; unnamed || known {
		return
	}
	if box, ok := f.program.Outline(f.program.GlyphOf(ch.Named)); ok {
		f.claims[ch.Named] = ch.same(inks, box, f.program.Em, about)
	}
	if signs.Digit(ch.Named) {
		f.figures[ch.Named] = f.figure(ch, inks)
	}
}

// figure is the figure that is drawn, 0 if several would do or none.
func (f *Font) figure(ch *Char, inks Inks) rune {
	found := rune(0)
	for d := '0'; d <= '9'; d++ {
		if box, ok := f.program.Outline(f.program.GlyphOf(d)); ok && ch.same(inks, box, f.program.Em, exactly) {
			if found != 0 {
				return 0
			}
			found = d
		}
	}
	return found
}

// weighCode compares a character that the file does not name with the glyph it
// may be. What PDFium gives is the character's code, which need not be its
// glyph's number: the outline of that glyph must be just as large as the ink.
func (f *Font) weighCode(ch *Char, inks Inks, unnamed bool) {
	code := ch.Named
	if f.weighed[code] {
		return
	}
	f.weighed[code] = true
	if box, ok := f.program.Outline(int(code)); ok {
		f.codes[code] = ch.same(inks, box, f.program.Em, exactly)
	}
	if box, ok := f.program.Outline(f.program.GlyphOf(code)); ok {
		f.straight[code] = ch.same(inks, box, f.program.Em, exactly)
	}
	if !f.codes[code] && !unnamed {
		f.unmirror(ch, inks)
	}
}

// unmirror finds the glyph of a code that PDFium turned round, as it does with
// brackets among letters written from the right: codes that happen to be Hebrew
// letters make it think so. Unicode keeps such pairs close together.
func (f *Font) unmirror(ch *Char, inks Inks) {
	found := rune(0)
	for code := ch.Named - 16; code <= ch.Named+16; code++ {
		box, ok := f.program.Outline(int(code))
		if !ok || f.program.RuneOf(int(code)) == 0 || !ch.same(inks, box, f.program.Em, exactly) {
			continue
		}
		if found != 0 {
			return // two would do
		}
		found = code
	}
	if found != 0 {
		f.mirrored[ch.Named] = found
	}
}

// read is the character that a code of a blind font stands for.
func (f *Font) read(code rune, unnamed bool) rune {
	if f.program == nil {
		return signs.Unreadable
	}
	if m := f.mirrored[code]; m != 0 && !unnamed {
		return signs.Ordinary(f.program.RuneOf(int(m)))
	}
	r := f.program.RuneOf(int(code))
	if r == 0 || !fits(f.codes) || !unnamed && !f.codes[code] {
		return signs.Unreadable
	}
	return signs.Ordinary(r)
}

// drawnFigure is the figure that the font draws for one that the file names.
func (f *Font) drawnFigure(named rune) rune {
	if r := f.figures[named]; r != 0 {
		return r
	}
	return signs.Unreadable
}

// blind reports a font whose characters have no names, not even those that seem
// to: of long codes some come out as letters written from the right.
func (f *Font) blind() bool { return !f.Drawn && f.unnamed > 0 && f.unnamed >= f.named }

// fits reports that codes are what they were held to be. A few never fit: an
// outline whose curves bulge past its box is measured in two ways.
func fits(codes map[rune]bool) bool {
	fit, all := count(codes, func(rune) bool { return true })
	return fit > 0 && fit*5 >= all*4
}

// lies reports that the file gives figures other names than their font does:
// its other characters are what they are said to be, its figures are not.
func (f *Font) lies() bool {
	fit, all := count(f.claims, func(r rune) bool { return !signs.Digit(r) })
	if all < 3 || fit*10 < all*8 {
		return false
	}
	right, figures := count(f.claims, signs.Digit)
	return figures-right >= 2
}

func count(m map[rune]bool, of func(rune) bool) (yes, all int) {
	for r, ok := range m {
		if of(r) {
			all++
			if ok {
				yes++
			}
		}
	}
	return yes, all
}

// same compares the ink on the page with an outline, within a part of the
// size. How far the ink stands from its origin does not matter: fonts set that
// apart from the outline.
func (ch *Char) same(inks Inks, box [4]int, em, within float64) bool {
	ink, ok := inks.Box(ch.Index)
	if !ok {
		return false
	}
	o := ch.Run
	s := o.Size / em
	m := plane.Matrix{A: o.UX * s, B: o.UY * s, C: -o.UY * s, D: o.UX * s, E: ch.X, F: ch.Y}
	if sy := math.Hypot(o.Matrix.C, o.Matrix.D); sy > 0 {
		stretch := math.Hypot(o.Matrix.A, o.Matrix.B) / sy
		m.A, m.B = m.A*stretch, m.B*stretch
	}
	// PDFium adds a 64th to the top of some fonts' outlines.
	for _, top := range [2]float64{float64(box[3]), float64(box[3]) * (1 + 1.0/64)} {
		want := m.Box(float64(box[0]), float64(box[1]), float64(box[2]), top)
		shift := (ink[0]-want[0])*o.UX + (ink[1]-want[1])*o.UY
		fits := true
		for i, off := range [4]float64{shift * o.UX, shift * o.UY, shift * o.UX, shift * o.UY} {
			fits = fits && math.Abs(want[i]+off-ink[i]) <= within*o.Size+0.02
		}
		if fits {
			return true
		}
	}
	return false
}
