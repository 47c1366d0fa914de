package opc

import (
	"archive/zip"
	"bytes"
	"errors"
	"testing"

	"ziping/extract"
	"ziping/internal/bound"
)

// packed makes a package of parts given as name and content.
func packed(t testing.TB, method uint16, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i+1 < len(parts); i += 2 {
		w, err := z.CreateHeader(&zip.FileHeader{Name: parts[i], Method: method})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(parts[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// FuzzOpen: whatever a packed file says of its parts, each is read whole or refused by an
// error of ours, and no more is unpacked than may be.
func FuzzOpen(f *testing.F) {
	const types, rels = `<Types><Override PartName="/xl/workbook.xml"/></Types>`, `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	sound := packed(f, zip.Deflate, "[Content_Types].xml", types, "_rels/.rels", rels, "xl/workbook.xml", "<workbook/>", "xl/Workbook.xml", "<x/>")
	f.Add(sound)
	f.Add(packed(f, zip.Store, `xl\workbook.xml`, "<workbook/>", "../a", "x", "a/", "", "xl/a.xml", "<a>"+string(make([]byte, 300))+"</a>"))
	f.Add(packed(f, zip.Deflate, "a", string(make([]byte, 1<<20))))
	f.Add(sound[:len(sound)-30])
	f.Add(bytes.Replace(sound, []byte("PK\x01\x02"), []byte("PK\x01\x02\xff\xff\xff\xff"), 1))
	limits := extract.DefaultLimits()
	limits.Unpacked = 4 << 20
	f.Fuzz(func(t *testing.T, data []byte) {
		bound.Holds(t, bound.Limit{Base: 256 << 20, PerByte: 4_000}, len(data), func() {
			p, err := Open(data, "X", limits)
			if ours(t, err) != nil {
				return
			}
			var unpacked int64
			main := p.Main()
			p.Root(main)
			if _, err := p.Relations(main); ours(t, err) != nil {
				return
			}
			z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
			if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
				return // mended
			}
			for _, part := range z.File {
				if !p.Has(part.Name) {
					continue
				}
				got, err := p.Bytes(part.Name, limits.Unpacked)
				if ours(t, err) != nil {
					return
				}
				unpacked += int64(len(got))
			}
			if most := limits.Unpacked * 4; unpacked > most {
				t.Errorf("%d bytes unpacked, want at most %d", unpacked, most)
			}
		})
	})
}

func ours(t *testing.T, err error) error {
	t.Helper()
	var e *extract.Error
	if err != nil && !errors.As(err, &e) {
		t.Fatalf("got %v, want an error of ours", err)
	}
	return err
}
