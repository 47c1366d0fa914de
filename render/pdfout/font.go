package pdfout

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"sync"
)

// The font is Noto Sans CJK SC, converted to TrueType outlines with the
// characters of GBK and some more (tools/font/build.py).
//
//go:embed font/NotoSansCJKsc-Regular.ttf
var fontData []byte

// font is the embedded font and the characters it has glyphs for.
type font struct {
	data  []byte
	glyph [65536 / 64]uint64 // a bit for each character of the basic plane
}

// loadFont reads the font's character map, once; nothing but the PDF writer
// pays for it.
var loadFont = sync.OnceValues(func() (*font, error) {
	f := &font{data: fontData}
	return f, f.readCmap()
})

var errFont = errors.New("the embedded font has no usable character map")

func (f *font) has(r rune) bool {
	return r >= 0 && r < 65536 && f.glyph[r/64]&(1<<(uint(r)%64)) != 0
}

func (f *font) set(r uint32) {
	if r < 65536 {
		f.glyph[r/64] |= 1 << (r % 64)
	}
}

// readCmap reads the format 4 or 12 map of the font's cmap table.
func (f *font) readCmap() error {
	be := binary.BigEndian
	d := f.data
	if len(d) < 12 {
		return errFont
	}
	var cmap []byte
	for i := range int(be.Uint16(d[4:])) {
		e := 12 + 16*i
		if e+16 > len(d) {
			return errFont
		}
		if string(d[e:e+4]) == "cmap" {
			from, n := int(be.Uint32(d[e+8:])), int(be.Uint32(d[e+12:]))
			if from+n > len(d) {
				return errFont
			}
			cmap = d[from : from+n]
		}
	}
	if len(cmap) < 4 {
		return errFont
	}
	for i := range int(be.Uint16(cmap[2:])) {
		e := 4 + 8*i
		if e+8 > len(cmap) {
			return errFont
		}
		off := int(be.Uint32(cmap[e+4:]))
		if off+16 > len(cmap) {
			continue
		}
		t := cmap[off:]
		switch be.Uint16(t) {
		case 12:
			for g := range int(be.Uint32(t[12:])) {
				p := 16 + 12*g
				if p+12 > len(t) {
					return errFont
				}
				for c := be.Uint32(t[p:]); c <= be.Uint32(t[p+4:]); c++ {
					f.set(c)
				}
			}
			return nil
		case 4:
			n := int(be.Uint16(t[6:])) / 2
			if 16+8*n > len(t) {
				return errFont
			}
			for s := range n {
				end, start := uint32(be.Uint16(t[14+2*s:])), uint32(be.Uint16(t[16+2*n+2*s:]))
				for c := start; c <= end && c < 0xffff; c++ {
					f.set(c)
				}
			}
			return nil
		}
	}
	return errFont
}
