package pdfin

import (
	"bytes"
	"errors"
	"testing"

	"ziping/extract"
	"ziping/extract/pdfin/handmade"
)

// A file written anew has the same pages, a sound table of objects and no password; its
// pictures stay packed as they are.
func TestAnew(t *testing.T) {
	var b handmade.Builder
	picture := "/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /ASCIIHexDecode"
	image := b.Stream(picture, "f09030d0>")
	b.Page(b.Latin()+"/XObject << /I "+image+" >>", "", "q 20 0 0 20 0 0 cm /I Do Q BT /F 10 Tf 50 700 Td (500.25) Tj ET")
	whole := b.Bytes()
	e := engine()
	for name, c := range map[string]struct {
		data     []byte
		password string
	}{
		"a sound one":                 {whole, ""},
		"a table that leads nowhere":  {bytes.Replace(whole, []byte("startxref\n"), []byte("startxref\n9"), 1), ""},
		"words before its head":       {append([]byte("note\n"), whole...), ""},
		"behind a password (RC4)":     {encrypt("secret", false), "secret"},
		"behind a password (AES)":     {encrypt("secret", true), "secret"},
		"behind the owner's password": {encrypt("", true), ""},
	} {
		o := opts
		if c.password != "" {
			o.Passwords = []string{"wrong", c.password}
		}
		out, err := e.Anew(c.data, o)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if bytes.Contains(out, []byte("/Encrypt")) || !bytes.HasPrefix(out, []byte("%PDF-")) {
			t.Errorf("%s: it is still encrypted, or begins with something else", name)
		}
		if bytes.Contains(c.data, []byte("f09030d0>")) != bytes.Contains(out, []byte("f09030d0>")) {
			t.Errorf("%s: its picture is packed in another way", name)
		}
		if doc, err := e.Read(out, opts); err != nil || len(doc.Pages) != 1 || words(mustRead(t, out).pages[0]) != "500.25" {
			t.Errorf("%s: read as %v, %v", name, doc, err)
		}
	}
	var failed *extract.Error
	if _, err := e.Anew(encrypt("secret", true), opts); !errors.As(err, &failed) || failed.Kind != extract.ErrEncrypted {
		t.Errorf("without its password: %v", err)
	}
	if _, err := e.Anew([]byte("%PDF-1.7 nothing"), opts); !errors.As(err, &failed) {
		t.Errorf("nothing: %v", err)
	}
}
