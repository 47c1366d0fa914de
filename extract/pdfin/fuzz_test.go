package pdfin

import (
	"errors"
	"testing"

	"ziping/extract"
	"ziping/extract/pdfin/handmade"
)

// FuzzRead holds the law that every file ends with a Document whose boxes and
// texts are sound, or with an *extract.Error in both languages.
func FuzzRead(f *testing.F) {
	for _, content := range []string{
		"BT /F 20 Tf 100 700 Td (500.25-) Tj ET 50 50 300 200 re S",
		"q 300 0 0 1 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q",
		"BT 3 Tr /F 10 Tf 0 1 -1 0 50 700 Tm (9) Tj ET /F Do",
	} {
		var b handmade.Builder
		b.Page(b.Latin(), "/Rotate 90 /CropBox [40 50 540 750]", content)
		f.Add(b.Bytes())
		var c handmade.Builder
		c.Page(c.Embedded(handmade.TrueType("0123"), ""), "", "BT /F 10 Tf 50 700 Td "+handmade.Codes(1, 2, 3)+" Tj ET")
		f.Add(c.Bytes())
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
