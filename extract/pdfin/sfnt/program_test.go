package sfnt

import (
	"encoding/binary"
	"testing"
)

// A font program that claims far more than a font can hold is followed so far
// and no further, in memory and in steps.
func TestFontThatClaimsTooMuch(t *testing.T) {
	u16, u32 := binary.BigEndian.AppendUint16, binary.BigEndian.AppendUint32
	// 64 entries that all name one table of 50,000 groups of 60,000 characters.
	const groups = 50_000
	cmap := u16(u16(nil, 0), 64)
	for range 64 {
		cmap = u32(u16(u16(cmap, 3), 10), 4+64*8)
	}
	cmap = u32(u32(u32(u16(u16(cmap, 12), 0), 16+12*groups), 0), groups)
	for range groups {
		cmap = u32(u32(u32(cmap, 0x4E00), 0x4E00+60_000), 1)
	}
	spans := readCmap(cmap)
	if len(spans) != maxSpans {
		t.Fatalf("got %d spans, want the bound of %d", len(spans), maxSpans)
	}
	asked := 0
	p := &Program{}
	for _, s := range spans {
		glyph := s.glyph
		p.spans = append(p.spans, span{s.from, s.to, func(r rune) int { asked++; return glyph(r) }})
	}
	if got := p.RuneOf(1); got != 0x4E00 {
		t.Errorf("got %U for glyph 1, want U+4E00", got)
	}
	if asked > maxNamed {
		t.Errorf("asked %d times for a glyph, want at most %d", asked, maxNamed)
	}
}
