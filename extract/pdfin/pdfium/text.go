package pdfium

import "math"

// TextPage are the characters of a page, in the order in which PDFium took them.
// Some it makes up: blanks between words, ends of lines.
type TextPage struct{ handle }

// Close ends it.
func (t TextPage) Close() { t.lib.fn(fnTextClosePage).raw(t.ID()) }

// Chars counts the characters.
func (t TextPage) Chars() int { return t.lib.fn(fnTextCountChars).int(t.ID()) }

// Plain is the text of the first n characters.
func (t TextPage) Plain(n int) string {
	l := t.lib
	addr := l.alloc(2*n + 2)
	defer l.free(addr)
	got := l.fn(fnTextGetText).int(t.ID(), 0, uint64(n), addr)
	return wide(l.bytes(addr, 2*max(min(got, n+1), 0)))
}

// Unicode is what the file calls a character, or half of a surrogate pair; for
// one that is Unnamed it is its code.
func (t TextPage) Unicode(i int) rune {
	return rune(t.lib.fn(fnTextGetUnicode).u32(t.ID(), uint64(i)))
}

// Unnamed reports that the file does not say which character this is.
func (t TextPage) Unnamed(i int) bool {
	return t.lib.fn(fnTextHasUnicodeMapError).int(t.ID(), uint64(i)) == 1
}

// Hyphen reports what PDFium takes for a hyphen at a line's end.
func (t TextPage) Hyphen(i int) bool { return t.lib.fn(fnTextIsHyphen).int(t.ID(), uint64(i)) == 1 }

// Object is the run of text that a character is part of, null for what PDFium
// made up.
func (t TextPage) Object(i int) Object {
	return Object{handle{t.lib, t.lib.fn(fnTextGetTextObject).u32(t.ID(), uint64(i))}}
}

// Origin is where a character stands on its baseline.
func (t TextPage) Origin(i int) (x, y float64) {
	l := t.lib
	l.fn(fnTextGetCharOrigin).raw(t.ID(), uint64(i), l.at(0), l.at(1))
	return l.f64(0), l.f64(1)
}

// LooseBox is the box of a character as its font states it, never less than its
// ink.
func (t TextPage) LooseBox(i int) Box {
	t.lib.fn(fnTextGetLooseCharBox).raw(t.ID(), uint64(i), t.lib.at(0))
	return t.lib.rect()
}

// Box is the box around a character's ink.
func (t TextPage) Box(i int) (b Box, ok bool) {
	l := t.lib
	if !l.fn(fnTextGetCharBox).ok(t.ID(), uint64(i), l.at(0), l.at(1), l.at(2), l.at(3)) {
		return b, false
	}
	return Box{l.f64(0), l.f64(2), l.f64(1), l.f64(3)}, true
}

// Matrix is the matrix of a character's text.
func (t TextPage) Matrix(i int) (m Matrix) {
	t.lib.fn(fnTextGetMatrix).raw(t.ID(), uint64(i), t.lib.at(0))
	t.lib.floats(m[:])
	return m
}

// FontSize is the size of a character's font before its matrix.
func (t TextPage) FontSize(i int) float64 {
	return math.Float64frombits(t.lib.fn(fnTextGetFontSize).raw(t.ID(), uint64(i)))
}
