package pdfin

import (
	"math"

	"ziping/extract"
	"ziping/extract/grid"
)

// textObject is what the characters of one run share.
type textObject struct {
	handle    uint64
	m         matrix  // of the text, without its place
	size      float64 // of the font on the page
	wide      float64 // the same along the baseline
	angle     float64 // of the baseline, in degrees counted anticlockwise
	ux, uy    float64 // a unit along the baseline
	ascent    float64 // of the font, in parts of its size
	descent   float64 // negative
	font      uint64
	invisible bool // drawn without ink: an OCR layer under a scan
	white     bool
	shade     int // of its colour, from 0 to 255
	coloured  bool
	off       bool  // on a layer that is switched off
	aside     moved // how far it was moved, see drawer.part
	number    int   // on the page, from 1
}

// char is one character of a page before the page is turned upright.
type char struct {
	text  rune
	obj   *textObject
	x, y  float64 // of its origin, in the page's own coordinates
	along float64 // its advance along the baseline
	index int     // in PDFium's list
	// unnamed says that the file does not say which character this is; the
	// embedded font program may.
	unnamed bool
	lied    bool // the file names a figure that its font does not draw here
	sealed  bool // a seal lies over it
	mixed   bool // another figure is printed on it
	unseen  bool // it is not on the paper, see pageReader.look
	// misnamed says that the file names a character that this cannot be.
	misnamed bool
}

// text reads the characters of a page.
type text struct {
	c       *calls
	r       *repairer
	layers  *switched
	page    uint64 // the text of the page last read, until close
	off     int    // characters of the page on layers that are switched off
	objects map[uint64]*textObject
	aside   map[uint64]moved
	fonts   map[uint64][2]float64 // ascent and descent

	unicode, mapError, hyphen, origin, loose, object, box *call
}

func newText(c *calls, layers *switched) *text {
	return &text{
		c: c, layers: layers, r: newRepairer(c), objects: map[uint64]*textObject{}, fonts: map[uint64][2]float64{},
		unicode: c.fn("FPDFText_GetUnicode"), mapError: c.fn("FPDFText_HasUnicodeMapError"), hyphen: c.fn("FPDFText_IsHyphen"),
		origin: c.fn("FPDFText_GetCharOrigin"), loose: c.fn("FPDFText_GetLooseCharBox"), object: c.fn("FPDFText_GetTextObject"), box: c.fn("FPDFText_GetCharBox"),
	}
}

// chars lists what is printed on a page. White space, and what PDFium makes up
// between words and lines, is left out. aside says how far runs were moved for it.
func (t *text) chars(page uint64, limit int, aside map[uint64]moved) ([]char, error) {
	tp := t.c.fn("FPDFText_LoadPage").raw(page)
	if uint32(tp) == 0 {
		return nil, nil
	}
	t.page = tp
	n := t.c.fn("FPDFText_CountChars").int(tp)
	if n > limit {
		return nil, tooMany(limit, extract.Text{ZH: "字(一页)", EN: "characters on a page"})
	}
	t.off, t.aside = 0, aside
	clear(t.objects)
	clear(t.fonts)
	t.r.turnPage()
	out := make([]char, 0, max(n, 0))
	var high rune // the first half of a surrogate pair
	for i := range max(n, 0) {
		r := rune(t.unicode.u32(tp, uint64(i)))
		noMap := t.mapError.int(tp, uint64(i)) == 1
		switch {
		case noMap:
		case r == 2 && t.hyphen.int(tp, uint64(i)) == 1:
			r = '-' // PDFium marks a hyphen at a line's end so; it may be a minus
		case r >= 0xD800 && r < 0xDC00:
			high = r
			continue
		case r >= 0xDC00 && r < 0xE000:
			if r, high = (high-0xD800)<<10+(r-0xDC00)+0x10000, 0; r < 0x10000 {
				r = unreadable
			}
		}
		blank := !noMap && isSpace(r) && !isControl(r)
		if blank && t.box.ok(tp, uint64(i), t.c.at(0), t.c.at(1), t.c.at(2), t.c.at(3)) && t.c.f64(t.c.at(0)) == t.c.f64(t.c.at(1)) {
			continue
		}
		ch := char{text: r, index: i, unnamed: noMap}
		if !t.place(&ch, tp) {
			continue
		}
		if blank {
			// Word calls the minus of some fonts a soft hyphen.
			if !t.inked(&ch, tp) {
				continue
			}
			if ch.text = '-'; r != 0xAD {
				ch.text, ch.misnamed = unreadable, true
			}
		}
		if ch.obj.off {
			t.off++
			continue
		}
		if !noMap && (isControl(r) || t.r.drawn(ch.obj.font) || (narrow(r) || r >= 0xA1 && r < 0xC0) && t.r.tooWide(&ch)) {
			if ink := t.r.ink(&ch, tp); isControl(r) && ink.height < 0.05 {
				continue // a tab or the like
			} else if !ink.plausible(r) {
				ch.text, ch.misnamed = unreadable, true
			}
		}
		t.r.weigh(&ch, tp)
		ch.x, ch.y = ch.x-ch.obj.aside.x, ch.y-ch.obj.aside.y
		out = append(out, ch)
	}
	out = t.r.settle(out)
	t.advance(out)
	return out, nil
}

// inked reports that something is drawn for a character that is called a blank,
// by a font that is in the file.
func (t *text) inked(ch *char, tp uint64) bool {
	if w := t.r.font(ch.obj.font); ch.obj.off || ch.obj.invisible || !w.embedded {
		return false
	}
	ink := t.r.ink(ch, tp)
	return ink.height > 0.03 && ink.width > 0.03
}

// close ends what chars began.
func (t *text) close() {
	if t.page != 0 {
		t.c.fn("FPDFText_ClosePage").raw(t.page)
		t.page = 0
	}
}

// place finds where a character stands; false for what PDFium made up.
func (t *text) place(ch *char, tp uint64) bool {
	c, i := t.c, uint64(ch.index)
	handle := t.object.raw(tp, i)
	if uint32(handle) == 0 {
		return false
	}
	obj := t.objects[handle]
	if obj == nil {
		obj = t.readObject(tp, i, handle)
		obj.handle, obj.aside, obj.number = handle, t.aside[handle], len(t.objects)+1
		t.objects[handle] = obj
	}
	ch.obj = obj
	t.origin.raw(tp, i, c.at(0), c.at(1))
	ch.x, ch.y = c.f64(c.at(0)), c.f64(c.at(1))
	var box [4]float64 // left, top, right, bottom
	t.loose.raw(tp, i, c.at(0))
	c.floats(c.at(0), box[:])
	// How far the box reaches along the baseline. It is never less than the ink.
	for _, p := range [4][2]float64{{box[0], box[1]}, {box[2], box[1]}, {box[0], box[3]}, {box[2], box[3]}} {
		ch.along = max(ch.along, (p[0]-ch.x)*obj.ux+(p[1]-ch.y)*obj.uy)
	}
	return true
}

func (t *text) readObject(tp, i, handle uint64) *textObject {
	c := t.c
	var v [6]float64
	c.fn("FPDFText_GetMatrix").raw(tp, i, c.at(0))
	c.floats(c.at(0), v[:])
	size := math.Float64frombits(c.fn("FPDFText_GetFontSize").raw(tp, i))
	if t.layers.isOff(handle) {
		return &textObject{off: true, ux: 1}
	}
	o := &textObject{m: matrix{a: v[0], b: v[1], c: v[2], d: v[3]}}
	o.size = math.Abs(size) * math.Hypot(v[2], v[3])
	width := math.Hypot(v[0], v[1])
	o.wide = math.Abs(size) * width
	o.ux, o.uy = 1, 0
	if width > 0 {
		o.ux, o.uy = v[0]/width, v[1]/width
	}
	if size < 0 {
		o.ux, o.uy = -o.ux, -o.uy
	}
	o.angle = math.Atan2(o.uy, o.ux) * 180 / math.Pi
	o.font = c.fn("FPDFTextObj_GetFont").raw(handle)
	o.ascent, o.descent = t.heights(o.font)
	mode := c.fn("FPDFTextObj_GetTextRenderMode").int(handle)
	o.invisible = mode == 3 || mode == 7
	if !o.invisible && c.fn("FPDFPageObj_GetFillColor").ok(handle, c.at(0), c.at(1), c.at(2), c.at(3)) {
		r, g, b, a := c.u32(c.at(0)), c.u32(c.at(1)), c.u32(c.at(2)), c.u32(c.at(3))
		o.white = r >= 250 && g >= 250 && b >= 250
		o.shade = int(r+g+b) / 3
		o.coloured = max(r, g, b)-min(r, g, b) > faint
		o.invisible = a == 0 && mode == 0
	}
	return o
}

// heights are a font's ascent and descent in parts of its size. Fonts that
// state nonsense get what most Chinese fonts have.
func (t *text) heights(font uint64) (ascent, descent float64) {
	if h, ok := t.fonts[font]; ok {
		return h[0], h[1]
	}
	c := t.c
	var v [1]float64
	one := uint64(math.Float32bits(1))
	if c.fn("FPDFFont_GetAscent").ok(font, one, c.at(0)) {
		c.floats(c.at(0), v[:])
		ascent = v[0]
	}
	if c.fn("FPDFFont_GetDescent").ok(font, one, c.at(0)) {
		c.floats(c.at(0), v[:])
		descent = v[0]
	}
	if ascent < 0.5 || ascent > 1.3 || descent > 0 || descent < -0.6 {
		ascent, descent = 0.86, -0.14
	}
	t.fonts[font] = [2]float64{ascent, descent}
	return ascent, descent
}

// advance trims a character's reach to where the next of its run begins: a font
// that is not embedded is drawn with another one, whose ink may be wider.
func (t *text) advance(chars []char) {
	for i := range chars {
		ch := &chars[i]
		if i+1 < len(chars) && chars[i+1].obj == ch.obj {
			next := &chars[i+1]
			dx, dy := next.x-ch.x, next.y-ch.y
			along, across := dx*ch.obj.ux+dy*ch.obj.uy, -dx*ch.obj.uy+dy*ch.obj.ux
			if along > 0.05*ch.obj.size && along < ch.along && math.Abs(across) < 0.2*ch.obj.size {
				ch.along = along
			}
		}
		if ch.along <= 0 {
			ch.along = 0.05 * ch.obj.size
		}
	}
}

// glyph is the character as package grid takes it, placed by the page's view.
func (ch *char) glyph(v matrix) grid.Glyph {
	o := ch.obj
	m := matrix{a: o.ux, b: o.uy, c: -o.uy, d: o.ux, e: ch.x, f: ch.y}
	if o.m.a*o.m.d-o.m.b*o.m.c < 0 { // mirrored by its own matrix
		m.c, m.d = -m.c, -m.d
	}
	return grid.Glyph{
		Text:     string(ch.text),
		Box:      m.then(v).box(0, o.descent*o.size, ch.along, o.ascent*o.size),
		Size:     o.size,
		Run:      o.number,
		Doubtful: ch.text == unreadable,
	}
}

func isControl(r rune) bool { return r < 0x20 || r >= 0x7F && r < 0xA0 }

func isSpace(r rune) bool {
	return r <= 0x20 || r >= 0x7F && r <= 0xA0 || r == 0xAD || r == 0x3000 || r >= 0x2000 && r <= 0x200F || r == 0x2028 || r == 0x2029 || r == 0xFEFF || r == 0xFFFE || r == 0xFFFF
}
