package sfnt

import (
	"bytes"
	"testing"

	"ziping/extract/pdfin/handmade"
)

// FuzzParse holds that no font program makes its parser fail or run away.
func FuzzParse(f *testing.F) {
	f.Add(handmade.TrueType("0123"))
	f.Add(bytes.Repeat([]byte{0xFF}, 200))
	f.Fuzz(func(t *testing.T, data []byte) {
		p := Parse(data)
		if p == nil {
			return
		}
		for g := range 20 {
			p.Outline(g)
			p.RuneOf(g)
		}
		p.GlyphOf('5')
	})
}
