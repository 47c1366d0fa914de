package pdfium

import "bytes"

// Font is the font of a run of text.
type Font struct{ handle }

// Embedded reports that the font's program is in the file.
func (f Font) Embedded() bool { return f.lib.fn(fnFontGetIsEmbedded).int(f.ID()) == 1 }

// Name is its base name, "" if it has none.
func (f Font) Name() string {
	const room = 1000
	l := f.lib
	n := l.fn(fnFontGetBaseFontName).int(f.ID(), l.at(blobAt), room)
	switch {
	case n <= 1:
		return ""
	case n > room: // and nothing was written
		return "a name past all bounds"
	}
	return string(bytes.TrimRight(l.bytes(l.at(blobAt), n), "\x00"))
}

// Ascent is how high it reaches above the baseline, in parts of its size.
func (f Font) Ascent() (v float64, ok bool) { return f.height(fnFontGetAscent) }

// Descent is how high it begins: below the baseline if negative.
func (f Font) Descent() (v float64, ok bool) { return f.height(fnFontGetDescent) }

func (f Font) height(of function) (v float64, ok bool) {
	const size = 1
	if !f.lib.fn(of).ok(f.ID(), float(size), f.lib.at(0)) {
		return 0, false
	}
	return f.lib.f32(0), true
}

// Width is how far the file says that a character advances, in parts of the size;
// false where it does not say.
func (f Font) Width(r rune) (v float64, ok bool) {
	const size = 1
	if !f.lib.fn(fnFontGetGlyphWidth).ok(f.ID(), uint64(r), float(size), f.lib.at(0)) {
		return 0, false
	}
	v = f.lib.f32(0)
	return v, v > 0
}

// ProgramSize is how many bytes its program has.
func (f Font) ProgramSize() int {
	l := f.lib
	if !l.fn(fnFontGetFontData).ok(f.ID(), 0, 0, l.at(0)) {
		return 0
	}
	return int(l.u32(0))
}

// Program is a copy of its program, nil if it cannot be had.
func (f Font) Program() []byte {
	l, n := f.lib, f.ProgramSize()
	if n == 0 {
		return nil
	}
	addr := l.alloc(n)
	defer l.free(addr)
	if !l.fn(fnFontGetFontData).ok(f.ID(), addr, uint64(n), l.at(0)) {
		return nil
	}
	return bytes.Clone(l.bytes(addr, n))
}
