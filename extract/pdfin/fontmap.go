package pdfin

import "encoding/binary"

// fontMap says which character a glyph of an embedded TrueType or OpenType
// font draws, told from the font program itself, and how large it is.
type fontMap struct {
	runes map[int]rune // by glyph number
	em    float64
	boxes func(glyph int) (box [4]int, ok bool) // xMin, yMin, xMax, yMax of the outline

	fits map[rune]bool // codes seen: is the ink that of the glyph of the same number
	fit  int           // how many do

	mirrored map[rune]rune // codes that PDFium turned round, and what they were
}

// trusted reports that the codes are glyph numbers. A few never fit: an outline
// whose curves bulge past its box is measured in two ways.
func (m *fontMap) trusted() bool { return m.fit > 0 && m.fit*5 >= len(m.fits)*4 }

// maxGlyphs bounds what a font program may claim.
const maxGlyphs = 70_000

// parseFont reads a font program; nil if it says nothing about characters.
// It believes nothing: every offset is checked by table.
func parseFont(data []byte) *fontMap {
	f := sfnt{data}
	cmap, head := f.table("cmap"), f.table("head")
	if cmap == nil || len(head) < 54 {
		return nil
	}
	m := &fontMap{runes: map[int]rune{}, fits: map[rune]bool{}, mirrored: map[rune]rune{}, em: float64(u16(head, 18))}
	if m.em < 16 {
		return nil
	}
	readCmap(cmap, m.runes)
	if len(m.runes) == 0 {
		return nil
	}
	glyf, loca := f.table("glyf"), f.table("loca")
	long := u16(head, 50) != 0
	m.boxes = func(g int) (box [4]int, ok bool) {
		from, to := u16(loca, 2*g)*2, u16(loca, 2*g+2)*2
		if long {
			from, to = u32(loca, 4*g), u32(loca, 4*g+4)
		}
		if g < 0 || to < from+10 || to > len(glyf) {
			return box, false
		}
		for i := range box {
			box[i] = int(int16(u16(glyf, from+2+2*i)))
		}
		return box, true
	}
	return m
}

// sfnt is a font file of named tables.
type sfnt struct{ data []byte }

func (f sfnt) table(name string) []byte {
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

// readCmap inverts the tables that map Unicode to glyphs. Of several
// characters drawn by one glyph the first, most ordinary one stands.
func readCmap(cmap []byte, runes map[int]rune) {
	for i := range min(u16(cmap, 2), 64) {
		platform, encoding, from := u16(cmap, 4+8*i), u16(cmap, 6+8*i), u32(cmap, 8+8*i)
		unicode := platform == 0 || platform == 3 && (encoding == 1 || encoding == 10)
		if !unicode || from > len(cmap) {
			continue
		}
		t := cmap[from:]
		switch u16(t, 0) {
		case 4:
			readSegments(t, runes)
		case 6:
			for k := range u16(t, 8) {
				note(runes, u16(t, 10+2*k), rune(u16(t, 6)+k))
			}
		case 12:
			readGroups(t, runes)
		}
	}
}

// readSegments reads a table of format 4.
func readSegments(t []byte, runes map[int]rune) {
	n := u16(t, 6) / 2
	for s := range n {
		end, start := u16(t, 14+2*s), u16(t, 16+2*n+2*s)
		delta, offset := u16(t, 16+4*n+2*s), u16(t, 16+6*n+2*s)
		for c := start; c <= end && c < 0xFFFF; c++ {
			g := c + delta
			if offset != 0 {
				if g = u16(t, 16+6*n+2*s+offset+2*(c-start)); g != 0 {
					g += delta
				}
			}
			note(runes, g&0xFFFF, rune(c))
		}
	}
}

// readGroups reads a table of format 12.
func readGroups(t []byte, runes map[int]rune) {
	for i := range min(u32(t, 12), len(t)/12) {
		start, end, g := u32(t, 16+12*i), u32(t, 20+12*i), u32(t, 24+12*i)
		if end > 0x10FFFF || end-start > maxGlyphs {
			return
		}
		for c := start; c <= end; c++ {
			note(runes, g+c-start, rune(c))
		}
	}
}

func note(runes map[int]rune, glyph int, r rune) {
	if glyph <= 0 || glyph > maxGlyphs {
		return
	}
	// Fonts draw 人 and the radical ⼈ with one glyph; the radical's code is lower.
	if old, ok := runes[glyph]; !ok || ordinary(old) != old && ordinary(r) == r {
		runes[glyph] = r
	}
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
