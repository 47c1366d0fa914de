// Package sfnt reads embedded font programs (TrueType and OpenType) for what they
// say about characters: which glyph draws which, and how large its outline is.
//
//	p := sfnt.Parse(data)              // nil if it says nothing about characters
//	box, ok := p.Outline(p.GlyphOf('5'))
//	r := p.RuneOf(17)                  // what glyph 17 draws
//
// It believes nothing of what the file says: every offset is checked where it is
// used, and what a program may claim is bounded.
package sfnt
