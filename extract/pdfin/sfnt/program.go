package sfnt

import (
	"encoding/binary"

	"ziping/extract/pdfin/signs"
)

// Program is an embedded TrueType or OpenType font: which character each
// glyph draws, and how large its outline is.
type Program struct {
	Em         float64 // units of the outlines that make the font's size
	spans      []span
	glyf, loca []byte
	long       bool         // loca has 32-bit offsets
	runes      map[int]rune // by glyph number; made when first needed
}

// span are characters of a map from Unicode to glyphs that follow one another.
type span struct {
	from, to rune
	glyph    func(r rune) int
}

// Bounds on what a font program may claim.
const (
	maxGlyphs = 70_000
	maxSpans  = 20_000
	maxNamed  = 1 << 21 // characters of all spans: Unicode about twice over
)

// Parse reads a font program; nil if it says nothing about characters.
func Parse(data []byte) *Program {
	f := file{data}
	cmap, head := f.table("cmap"), f.table("head")
	if cmap == nil || len(head) < 54 {
		return nil
	}
	p := &Program{Em: float64(u16(head, 18)), glyf: f.table("glyf"), loca: f.table("loca"), long: u16(head, 50) != 0}
	if p.spans = readCmap(cmap); len(p.spans) == 0 || p.Em < 16 {
		return nil
	}
	return p
}

// Outline is the box around a glyph's outline (xMin, yMin, xMax, yMax); false
// if nothing is drawn.
func (p *Program) Outline(g int) (box [4]int, ok bool) {
	from, to := u16(p.loca, 2*g)*2, u16(p.loca, 2*g+2)*2
	if p.long {
		from, to = u32(p.loca, 4*g), u32(p.loca, 4*g+4)
	}
	if g < 0 || to < from+10 || to > len(p.glyf) {
		return box, false
	}
	for i := range box {
		box[i] = int(int16(u16(p.glyf, from+2+2*i)))
	}
	return box, true
}

// GlyphOf is the glyph that draws a character, 0 if there is none.
func (p *Program) GlyphOf(r rune) int {
	for i := range p.spans {
		if s := &p.spans[i]; r >= s.from && r <= s.to {
			return s.glyph(r)
		}
	}
	return 0
}

// RuneOf is the character that a glyph draws, 0 if the font does not say. Of
// several the most ordinary stands: fonts draw 人 and the radical ⼈ with one.
func (p *Program) RuneOf(g int) rune {
	if p.runes == nil {
		p.runes = map[int]rune{}
		left := maxNamed
		for _, s := range p.spans {
			if left -= int(s.to-s.from) + 1; left < 0 {
				break
			}
			for r := s.from; r <= s.to; r++ {
				g := s.glyph(r)
				if old, ok := p.runes[g]; g > 0 && (!ok || signs.Ordinary(old) != old && signs.Ordinary(r) == r) {
					p.runes[g] = r
				}
			}
		}
	}
	return p.runes[g]
}

// file is a font file of named tables.
type file struct{ data []byte }

func (f file) table(name string) []byte {
	for i := range min(u16(f.data, 4), 64) {
		at := 12 + 16*i
		if at+16 > len(f.data) || string(f.data[at:at+4]) != name {
			continue
		}
		from, size := u32(f.data, at+8), u32(f.data, at+12)
		if from > len(f.data) || size > len(f.data)-from {
			return nil
		}
		return f.data[from : from+size]
	}
	return nil
}

// readCmap lists the maps from Unicode to glyphs.
func readCmap(cmap []byte) (out []span) {
	for i := range min(u16(cmap, 2), 64) {
		if len(out) >= maxSpans { // many entries may name one table
			break
		}
		platform, encoding, from := u16(cmap, 4+8*i), u16(cmap, 6+8*i), u32(cmap, 8+8*i)
		unicode := platform == 0 || platform == 3 && (encoding == 1 || encoding == 10)
		if !unicode || from > len(cmap) {
			continue
		}
		t := cmap[from:]
		switch u16(t, 0) {
		case 4:
			out = append(out, segments(t)...)
		case 6:
			first := rune(u16(t, 6))
			out = append(out, span{first, first + rune(u16(t, 8)) - 1, func(r rune) int { return u16(t, 10+2*int(r-first)) }})
		case 12:
			out = append(out, groups(t)...)
		}
	}
	return out[:min(len(out), maxSpans)]
}

// segments reads a table of format 4.
func segments(t []byte) (out []span) {
	n := u16(t, 6) / 2
	for s := range n {
		to, from := rune(u16(t, 14+2*s)), rune(u16(t, 16+2*n+2*s))
		delta, at := u16(t, 16+4*n+2*s), 16+6*n+2*s
		offset := u16(t, at)
		if from > to || from == 0xFFFF {
			continue
		}
		out = append(out, span{from, to, func(r rune) int {
			g := int(r)
			if offset != 0 {
				if g = u16(t, at+offset+2*int(r-from)); g == 0 {
					return 0
				}
			}
			return (g + delta) & 0xFFFF
		}})
	}
	return out
}

// groups reads a table of format 12.
func groups(t []byte) (out []span) {
	for i := range min(u32(t, 12), len(t)/12, maxSpans) {
		from, to, g := u32(t, 16+12*i), u32(t, 20+12*i), u32(t, 24+12*i)
		if to > 0x10FFFF || to-from > maxGlyphs || from > to {
			return out
		}
		out = append(out, span{rune(from), rune(to), func(r rune) int { return g + int(r) - from }})
	}
	return out
}

func u16(b []byte, at int) int {
	if at < 0 || at+2 > len(b) {
		return 0
	}
	return int(binary.BigEndian.Uint16(b[at:]))
}

func u32(b []byte, at int) int {
	if at < 0 || at+4 > len(b) {
		return 0
	}
	return int(binary.BigEndian.Uint32(b[at:]))
}
