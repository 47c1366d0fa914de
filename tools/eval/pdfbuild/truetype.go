package pdfbuild

import (
	"encoding/binary"
	"errors"
)

// Font is a TrueType font with glyf outlines.
type Font struct {
	data   []byte
	tables map[string][]byte
	units  float64
	glyphs int
	longs  int // entries of hmtx with an advance
	long   bool
	cmap   map[rune]int
}

var errFont = errors.New("pdfbuild: not a TrueType font with outlines and a character map")

// ParseFont reads a font file.
func ParseFont(data []byte) (f *Font, err error) {
	defer func() {
		if recover() != nil { // a table is shorter than it says
			f, err = nil, errFont
		}
	}()
	be := binary.BigEndian
	f = &Font{data: data, tables: map[string][]byte{}, cmap: map[rune]int{}}
	for i := range int(be.Uint16(data[4:])) {
		e := data[12+16*i:]
		at, n := be.Uint32(e[8:]), be.Uint32(e[12:])
		f.tables[string(e[:4])] = data[at : at+n]
	}
	for _, need := range []string{"head", "maxp", "hhea", "hmtx", "loca", "glyf", "cmap"} {
		if f.tables[need] == nil {
			return nil, errFont
		}
	}
	f.units = float64(be.Uint16(f.tables["head"][18:]))
	f.long = be.Uint16(f.tables["head"][50:]) == 1
	f.glyphs = int(be.Uint16(f.tables["maxp"][4:]))
	f.longs = int(be.Uint16(f.tables["hhea"][34:]))
	f.readCmap()
	if len(f.cmap) == 0 {
		return nil, errFont
	}
	return f, nil
}

func (f *Font) readCmap() {
	be := binary.BigEndian
	c := f.tables["cmap"]
	for i := range int(be.Uint16(c[2:])) {
		t := c[be.Uint32(c[4+8*i+4:]):]
		switch be.Uint16(t) {
		case 12:
			for g := range int(be.Uint32(t[12:])) {
				e := t[16+12*g:]
				first, last, glyph := be.Uint32(e), be.Uint32(e[4:]), be.Uint32(e[8:])
				for k := first; k <= last; k++ {
					f.cmap[rune(k)] = int(glyph + k - first)
				}
			}
		case 4:
			n := int(be.Uint16(t[6:])) / 2
			for s := range n {
				end, start := be.Uint16(t[14+2*s:]), be.Uint16(t[16+2*n+2*s:])
				delta, offset := be.Uint16(t[16+4*n+2*s:]), be.Uint16(t[16+6*n+2*s:])
				for k := int(start); k <= int(end) && k != 0xffff; k++ {
					glyph := uint16(k) + delta
					if offset != 0 {
						glyph = be.Uint16(t[16+6*n+2*s+int(offset)+2*(k-int(start)):])
						if glyph != 0 {
							glyph += delta
						}
					}
					if glyph != 0 {
						f.cmap[rune(k)] = int(glyph)
					}
				}
			}
		}
	}
}

// Glyph is the number of a character's glyph, 0 if there is none.
func (f *Font) Glyph(r rune) int { return f.cmap[r] }

// Advance is the width of a character at size 1.
func (f *Font) Advance(r rune) float64 { return f.advance(f.cmap[r]) }

func (f *Font) advance(glyph int) float64 {
	return float64(binary.BigEndian.Uint16(f.tables["hmtx"][4*min(glyph, f.longs-1):])) / f.units
}

// outlineData is the glyf entry of a glyph, empty for a blank one.
func (f *Font) outlineData(glyph int) []byte {
	be := binary.BigEndian
	loca := f.tables["loca"]
	var from, to uint32
	if f.long {
		from, to = be.Uint32(loca[4*glyph:]), be.Uint32(loca[4*glyph+4:])
	} else {
		from, to = 2*uint32(be.Uint16(loca[2*glyph:])), 2*uint32(be.Uint16(loca[2*glyph+2:]))
	}
	return f.tables["glyf"][from:to]
}

// parts lists the places of glyph numbers in a compound glyph.
func parts(g []byte) []int {
	be := binary.BigEndian
	if len(g) < 10 || int16(be.Uint16(g)) >= 0 {
		return nil
	}
	var out []int
	for p := 10; p+4 <= len(g); {
		flags := be.Uint16(g[p:])
		out = append(out, p+2)
		p += 4 + 2
		if flags&1 != 0 {
			p += 2
		}
		switch {
		case flags&8 != 0:
			p += 2
		case flags&0x40 != 0:
			p += 4
		case flags&0x80 != 0:
			p += 8
		}
		if flags&0x20 == 0 {
			break
		}
	}
	return out
}
