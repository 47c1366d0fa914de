package pdfin

import (
	"bytes"
	"errors"
	"testing"

	"ziping/extract"
)

// FuzzRead holds the law that every file ends with a Document whose boxes and
// texts are sound, or with an *extract.Error in both languages.
func FuzzRead(f *testing.F) {
	for _, content := range []string{
		"BT /F 20 Tf 100 700 Td (500.25-) Tj ET 50 50 300 200 re S",
		"q 300 0 0 1 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q",
		"BT 3 Tr /F 10 Tf 0 1 -1 0 50 700 Tm (9) Tj ET /F Do",
	} {
		var b builder
		b.page(b.latin(), "/Rotate 90 /CropBox [40 50 540 750]", content)
		f.Add(b.bytes())
		var c builder
		c.page(c.embedded(trueType("0123"), ""), "", "BT /F 10 Tf 50 700 Td "+codes(1, 2, 3)+" Tj ET")
		f.Add(c.bytes())
	}
	f.Add(encrypt("", true))
	o := opts
	o.Limits.Bytes, o.Limits.Pages = 1<<20, 20
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := engine().Read(data, o)
		if err != nil {
			var e *extract.Error
			if !errors.As(err, &e) || e.Kind == "" || e.Reason.ZH == "" || e.Hint.EN == "" {
				t.Fatalf("got %v", err)
			}
			return
		}
		if len(doc.Pages) == 0 {
			t.Fatal("a Document without pages")
		}
	})
}

// FuzzParseFont holds that no font program makes its parser fail or run away.
func FuzzParseFont(f *testing.F) {
	f.Add(trueType("0123"))
	f.Add(bytes.Repeat([]byte{0xFF}, 200))
	f.Fuzz(func(t *testing.T, data []byte) {
		p := parseFont(data)
		if p == nil {
			return
		}
		for g := range 20 {
			p.outline(g)
			p.runeOf(g)
		}
		p.glyphOf('5')
	})
}
