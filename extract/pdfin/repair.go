package pdfin

import (
	"fmt"
	"math"
)

// unreadable stands for a character that the file does not name. PDFium gives
// the number of its glyph instead: 500 may come as 611, plausible and wrong.
const unreadable = '\uFFFD'

// repairer holds the names of characters against the font program that draws
// them, and takes from there those that the file does not give.
type repairer struct {
	c        *calls
	programs map[string]*witness // by name and size: handles are used again
	fonts    map[uint64]*witness // of the page
	box      *call
}

// witness is a font as evidence of what its characters are.
type witness struct {
	program *fontProgram // nil if it does not say
	// How many characters the file names, and does not.
	named, unnamed int

	embedded  bool // its program is in the file
	drawn     bool // its characters are drawings, not glyphs of a program
	paintable bool // PDFium can draw it

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

func newRepairer(c *calls) *repairer {
	return &repairer{c: c, programs: map[string]*witness{}, fonts: map[uint64]*witness{}, box: c.fn("FPDFText_GetCharBox")}
}

// drawn reports a font without a name: its characters are drawings (Type 3).
func (r *repairer) drawn(font uint64) bool { return r.font(font).drawn }

// weigh compares the ink of a character with what the font would draw. Each
// character of a font is looked at once.
func (r *repairer) weigh(ch *char, tp uint64) {
	w := r.font(ch.obj.font)
	if ch.unnamed {
		w.unnamed++
	} else {
		w.named++
	}
	if ch.misnamed || w.program == nil {
		return
	}
	if w.unnamed > 0 {
		r.weighCode(w, ch, tp)
	}
	if _, known := w.claims[ch.text]; ch.unnamed || known {
		return
	}
	if box, ok := w.program.outline(w.program.glyphOf(ch.text)); ok {
		w.claims[ch.text] = r.same(ch, tp, box, w.program.em, 0.03)
	}
	if digit(ch.text) {
		w.figures[ch.text] = r.figure(w, ch, tp)
	}
}

// figure is the figure that is drawn, 0 if several would do or none.
func (r *repairer) figure(w *witness, ch *char, tp uint64) rune {
	found := rune(0)
	for d := '0'; d <= '9'; d++ {
		if box, ok := w.program.outline(w.program.glyphOf(d)); ok && r.same(ch, tp, box, w.program.em, 0.003) {
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
func (r *repairer) weighCode(w *witness, ch *char, tp uint64) {
	if w.weighed[ch.text] {
		return
	}
	w.weighed[ch.text] = true
	if box, ok := w.program.outline(int(ch.text)); ok {
		w.codes[ch.text] = r.same(ch, tp, box, w.program.em, 0.003)
	}
	if box, ok := w.program.outline(w.program.glyphOf(ch.text)); ok {
		w.straight[ch.text] = r.same(ch, tp, box, w.program.em, 0.003)
	}
	if !w.codes[ch.text] && !ch.unnamed {
		r.unmirror(w, ch, tp)
	}
}

// unmirror finds the glyph of a code that PDFium turned round, as it does with
// brackets among letters written from the right: codes that happen to be Hebrew
// letters make it think so. Unicode keeps such pairs close together.
func (r *repairer) unmirror(w *witness, ch *char, tp uint64) {
	found := rune(0)
	for code := ch.text - 16; code <= ch.text+16; code++ {
		box, ok := w.program.outline(int(code))
		if !ok || w.program.runeOf(int(code)) == 0 || !r.same(ch, tp, box, w.program.em, 0.003) {
			continue
		}
		if found != 0 {
			return // two would do
		}
		found = code
	}
	if found != 0 {
		w.mirrored[ch.text] = found
	}
}

// settle gives the characters of a page their text, once all were weighed.
func (r *repairer) settle(chars []char) []char {
	r.full(chars)
	kept := chars[:0]
	for _, ch := range chars {
		w := r.font(ch.obj.font)
		switch {
		case ch.misnamed:
			ch.unnamed = true
		case ch.unnamed || w.blind():
			if fits(w.straight) {
				ch.text, ch.unnamed = ordinary(ch.text), false
				break
			}
			ch.text, ch.unnamed = w.read(ch.text, ch.unnamed), true
			if isSpace(ch.text) {
				continue
			}
		case digit(ch.text) && w.lies():
			if ch.lied, ch.text = true, w.figures[ch.text]; ch.text == 0 {
				ch.text = unreadable
			}
		default:
			ch.text = ordinary(ch.text)
		}
		kept = append(kept, ch)
	}
	return kept
}

// read is the character that a code of a blind font stands for.
func (w *witness) read(code rune, unnamed bool) rune {
	if w.program == nil {
		return unreadable
	}
	if m := w.mirrored[code]; m != 0 && !unnamed {
		return ordinary(w.program.runeOf(int(m)))
	}
	r := w.program.runeOf(int(code))
	if r == 0 || !fits(w.codes) || !unnamed && !w.codes[code] {
		return unreadable
	}
	return ordinary(r)
}

// blind reports a font whose characters have no names, not even those that seem
// to: of long codes some come out as letters written from the right.
func (w *witness) blind() bool { return !w.drawn && w.unnamed > 0 && w.unnamed >= w.named }

// fits reports that codes are what they were held to be. A few never fit: an
// outline whose curves bulge past its box is measured in two ways.
func fits(codes map[rune]bool) bool {
	fit, all := count(codes, func(rune) bool { return true })
	return fit > 0 && fit*5 >= all*4
}

// lies reports that the file gives figures other names than their font does:
// its other characters are what they are said to be, its figures are not.
func (w *witness) lies() bool {
	fit, all := count(w.claims, func(r rune) bool { return !digit(r) })
	if all < 3 || fit*10 < all*8 {
		return false
	}
	right, figures := count(w.claims, digit)
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

func digit(r rune) bool { return r >= '0' && r <= '9' }

// same compares the ink on the page with an outline, within a part of the
// size. How far the ink stands from its origin does not matter: fonts set that
// apart from the outline.
func (r *repairer) same(ch *char, tp uint64, box [4]int, em, within float64) bool {
	c, o := r.c, ch.obj
	if !r.box.ok(tp, uint64(ch.index), c.at(0), c.at(1), c.at(2), c.at(3)) {
		return false
	}
	ink := [4]float64{c.f64(c.at(0)), c.f64(c.at(2)), c.f64(c.at(1)), c.f64(c.at(3))}
	s := o.size / em
	m := matrix{a: o.ux * s, b: o.uy * s, c: -o.uy * s, d: o.ux * s, e: ch.x, f: ch.y}
	if sy := math.Hypot(o.m.c, o.m.d); sy > 0 {
		stretch := math.Hypot(o.m.a, o.m.b) / sy
		m.a, m.b = m.a*stretch, m.b*stretch
	}
	// PDFium adds a 64th to the top of some fonts' outlines.
	for _, top := range [2]float64{float64(box[3]), float64(box[3]) * (1 + 1.0/64)} {
		want := m.box(float64(box[0]), float64(box[1]), float64(box[2]), top)
		shift := (ink[0]-want[0])*o.ux + (ink[1]-want[1])*o.uy
		fits := true
		for i, off := range [4]float64{shift * o.ux, shift * o.uy, shift * o.ux, shift * o.uy} {
			fits = fits && math.Abs(want[i]+off-ink[i]) <= within*o.size+0.02
		}
		if fits {
			return true
		}
	}
	return false
}

// turnPage forgets the handles of fonts, which the next page may use again for
// others.
func (r *repairer) turnPage() { clear(r.fonts) }

// maxProgram is far above the fonts that forms are set in.
const maxProgram = 32 << 20

// font finds a font's witness; a program is parsed once for a file.
func (r *repairer) font(handle uint64) *witness {
	if w := r.fonts[handle]; w != nil {
		return w
	}
	c := r.c
	get := c.fn("FPDFFont_GetFontData")
	size := uint32(0)
	if uint32(handle) != 0 && c.fn("FPDFFont_GetIsEmbedded").int(handle) == 1 && get.ok(handle, 0, 0, c.at(0)) {
		size = c.u32(c.at(0))
	}
	key := fmt.Sprintf("%d %d", handle, size) // without a program it stands for itself
	if size > 0 && size <= maxProgram {
		n := min(c.fn("FPDFFont_GetBaseFontName").int(handle, c.at(2), 200), 200)
		key = fmt.Sprintf("%s %d", c.bytes(c.at(2), max(n, 0)), size)
	}
	w := r.programs[key]
	if w == nil {
		w = &witness{embedded: size > 0, drawn: size == 0 && c.fn("FPDFFont_GetBaseFontName").int(handle, c.at(2), 200) <= 1, weighed: map[rune]bool{}, codes: map[rune]bool{}, straight: map[rune]bool{}, claims: map[rune]bool{}, mirrored: map[rune]rune{}, figures: map[rune]rune{}}
		w.paintable = w.embedded || w.drawn
		if size > 0 && size <= maxProgram {
			w.program = r.program(handle, size)
			r.programs[key] = w
		}
	}
	r.fonts[handle] = w
	return w
}

func (r *repairer) program(handle uint64, size uint32) *fontProgram {
	c := r.c
	addr := uint64(c.fn("malloc").u32(uint64(size)))
	if addr == 0 {
		panic(trap{errNoMemory})
	}
	defer c.free(addr)
	if !c.fn("FPDFFont_GetFontData").ok(handle, addr, uint64(size), c.at(0)) {
		return nil
	}
	return parseFont(append([]byte(nil), c.bytes(addr, int(size))...))
}
