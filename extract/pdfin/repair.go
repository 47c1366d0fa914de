package pdfin

import (
	"math"

	"golang.org/x/text/unicode/norm"
)

// unreadable stands for a character that the file does not name. PDFium gives
// the number of its glyph instead: 500 may come as 611, plausible and wrong.
const unreadable = '\uFFFD'

// repairer reads characters that a file does not name from the font program
// that draws them.
type repairer struct {
	c     *calls
	fonts map[uint64]*fontMap
	blind map[uint64]bool // fonts of which a character had no name
	box   *call
}

func newRepairer(c *calls) *repairer {
	return &repairer{c: c, fonts: map[uint64]*fontMap{}, blind: map[uint64]bool{}, box: c.fn("FPDFText_GetCharBox")}
}

// weigh compares a character of a font that names none with the glyph it may
// be. The number PDFium gives is the character's code, which need not be its
// glyph's number: the outline of that glyph must be just as large as the ink.
func (r *repairer) weigh(ch *char, tp uint64) {
	f := r.font(ch.obj.font)
	if f == nil {
		return
	}
	if _, known := f.fits[ch.text]; known {
		return
	}
	if box, ok := f.boxes(int(ch.text)); ok { // something is drawn
		f.fits[ch.text] = r.same(ch, tp, box, f.em)
		if f.fits[ch.text] {
			f.fit++
			return
		}
	}
	if !ch.unnamed {
		r.unmirror(ch, tp, f)
	}
}

// unmirror finds the glyph of a code that PDFium turned round, as it does with
// brackets among letters written from the right: the one of its neighbours that
// is just as large as the ink. Unicode keeps such pairs close together.
func (r *repairer) unmirror(ch *char, tp uint64, f *fontMap) {
	found := rune(0)
	for code := ch.text - 16; code <= ch.text+16; code++ {
		box, ok := f.boxes(int(code))
		if !ok || f.runes[int(code)] == 0 || !r.same(ch, tp, box, f.em) {
			continue
		}
		if found != 0 {
			return // two would do
		}
		found = code
	}
	if found != 0 {
		f.mirrored[ch.text] = found
	}
}

// settle gives the characters of a page that the file does not name their
// text, once all of them were weighed.
func (r *repairer) settle(chars []char) []char {
	kept := chars[:0]
	for _, ch := range chars {
		if r.blind[ch.obj.font] {
			ch.text = r.read(ch.text, ch.unnamed, r.font(ch.obj.font))
			if isSpace(ch.text) {
				continue
			}
		}
		kept = append(kept, ch)
	}
	return kept
}

// read is the character a code of a blind font stands for. PDFium takes codes
// that happen to be Hebrew letters for writing from the right: such a code must
// fit by itself.
func (r *repairer) read(code rune, unnamed bool, f *fontMap) rune {
	if f == nil {
		return unreadable
	}
	if m := f.mirrored[code]; m != 0 && !unnamed {
		return ordinary(f.runes[int(m)])
	}
	if !f.trusted() || f.runes[int(code)] == 0 || !unnamed && !f.fits[code] {
		return unreadable
	}
	return ordinary(f.runes[int(code)])
}

// same compares the ink on the page with the outline in the font.
func (r *repairer) same(ch *char, tp uint64, box [4]int, em float64) bool {
	c, o := r.c, ch.obj
	if !r.box.ok(tp, uint64(ch.index), c.at(0), c.at(1), c.at(2), c.at(3)) {
		return false
	}
	left, right, bottom, top := c.f64(c.at(0)), c.f64(c.at(1)), c.f64(c.at(2)), c.f64(c.at(3))
	s := o.size / em
	m := matrix{a: o.ux * s, b: o.uy * s, c: -o.uy * s, d: o.ux * s, e: ch.x, f: ch.y}
	if sx := math.Hypot(o.m.a, o.m.b); sx > 0 {
		stretch := sx / math.Hypot(o.m.c, o.m.d)
		m.a, m.b = m.a*stretch, m.b*stretch
	}
	want := m.box(float64(box[0]), float64(box[1]), float64(box[2]), float64(box[3]))
	within := func(a, b float64) bool { return math.Abs(a-b) <= 0.003*o.size+0.02 }
	raised := m.box(float64(box[0]), float64(box[1]), float64(box[2]), float64(box[3])*(1+1.0/64)) // PDFium adds so much to a top
	return within(left, want[0]) && within(bottom, want[1]) && within(right, want[2]) && within(top, want[3]) ||
		within(left, raised[0]) && within(bottom, raised[1]) && within(right, raised[2]) && within(top, raised[3])
}

// font reads a font program once.
func (r *repairer) font(handle uint64) *fontMap {
	if f, ok := r.fonts[handle]; ok {
		return f
	}
	r.fonts[handle] = nil
	c := r.c
	get := c.fn("FPDFFont_GetFontData")
	if uint32(handle) == 0 || !get.ok(handle, 0, 0, c.at(0)) {
		return nil
	}
	size := c.u32(c.at(0))
	if size == 0 || size > 64<<20 {
		return nil
	}
	addr := uint64(c.fn("malloc").u32(uint64(size)))
	if addr == 0 {
		panic(trap{errNoMemory})
	}
	defer c.free(addr)
	if !get.ok(handle, addr, uint64(size), c.at(0)) {
		return nil
	}
	r.fonts[handle] = parseFont(c.bytes(addr, int(size)))
	return r.fonts[handle]
}

// ordinary gives the character that people type for one that fonts' maps hand
// out in its place: Kangxi radicals (⼈ for 人), radicals supplement and
// compatibility ideographs. Nothing else is touched: ①, ≥ and full-width
// figures are what is printed.
func ordinary(r rune) rune {
	switch {
	case r >= 0x2F00 && r <= 0x2FD5, r >= 0x2E80 && r <= 0x2EFF, r >= 0xF900 && r <= 0xFAFF, r >= 0x2F800 && r <= 0x2FA1F:
		if s := []rune(norm.NFKC.String(string(r))); len(s) == 1 {
			return s[0]
		}
	}
	return r
}
