package scanin

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"testing"

	"ziping/extract"
)

// striped is a picture of a dark square on paper as a TIFF of JPEG strips of so many rows,
// whose tables stand once for all.
func striped(t *testing.T, img image.Image, rows int, photometric uint16) []byte {
	t.Helper()
	b := img.Bounds()
	var strips [][]byte
	var tables []byte
	for y := 0; y < b.Dy(); y += rows {
		part := image.NewRGBA(image.Rect(0, 0, b.Dx(), min(rows, b.Dy()-y)))
		for v := range part.Rect.Dy() {
			for x := range b.Dx() {
				part.Set(x, v, img.At(x, y+v))
			}
		}
		var src image.Image = part
		if photometric < 2 {
			grey := image.NewGray(part.Rect)
			for i := range grey.Pix {
				grey.Pix[i] = part.Pix[4*i]
			}
			src = grey
		}
		var packed bytes.Buffer
		if err := jpeg.Encode(&packed, src, &jpeg.Options{Quality: 95}); err != nil {
			t.Fatal(err)
		}
		// Quantisation and Huffman tables go to the tables of the page.
		data, strip := packed.Bytes(), []byte{0xff, 0xd8}
		tables = []byte{0xff, 0xd8}
		at := 2
		for data[at+1] != 0xda {
			end := at + 2 + int(binary.BigEndian.Uint16(data[at+2:]))
			if m := data[at+1]; m == 0xdb || m == 0xc4 {
				tables = append(tables, data[at:end]...)
			} else {
				strip = append(strip, data[at:end]...)
			}
			at = end
		}
		strips = append(strips, append(strip, data[at:]...))
		tables = append(tables, 0xff, 0xd9)
	}
	out := []byte("II*\x00\x00\x00\x00\x00")
	put := func(data []byte) uint32 {
		at := uint32(len(out))
		out = append(out, data...)
		return at
	}
	var at, lengths []byte
	for _, s := range strips {
		at = binary.LittleEndian.AppendUint32(at, put(s))
		lengths = binary.LittleEndian.AppendUint32(lengths, uint32(len(s)))
	}
	tablesAt, ats, ns := put(tables), put(at), put(lengths)
	if len(strips) == 1 { // a value that fits stands in the entry itself
		ats, ns = binary.LittleEndian.Uint32(at), binary.LittleEndian.Uint32(lengths)
	}
	binary.LittleEndian.PutUint32(out[4:], uint32(len(out)))
	type entry struct {
		tag, kind uint16
		n, v      uint32
	}
	entries := []entry{
		{256, 4, 1, uint32(b.Dx())}, {257, 4, 1, uint32(b.Dy())}, {258, 3, 1, 8}, {259, 3, 1, 7}, {262, 3, 1, uint32(photometric)},
		{273, 4, uint32(len(strips)), ats}, {277, 3, 1, 3}, {278, 4, 1, uint32(rows)}, {279, 4, uint32(len(strips)), ns}, {347, 7, uint32(len(tables)), tablesAt},
	}
	out = binary.LittleEndian.AppendUint16(out, uint16(len(entries)))
	for _, e := range entries {
		out = binary.LittleEndian.AppendUint16(out, e.tag)
		out = binary.LittleEndian.AppendUint16(out, e.kind)
		out = binary.LittleEndian.AppendUint32(out, e.n)
		out = binary.LittleEndian.AppendUint32(out, e.v)
	}
	return append(out, 0, 0, 0, 0)
}

// square is a dark square in the lower half of light paper.
func square() *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, 120, 100))
	for y := range 100 {
		for x := range 120 {
			c := color.RGBA{230, 230, 230, 255}
			if x >= 40 && x < 80 && y >= 60 && y < 90 {
				c = color.RGBA{20, 20, 20, 255}
			}
			img.SetRGBA(x, y, c)
		}
	}
	return img
}

func TestJPEGInTIFF(t *testing.T) {
	for name, c := range map[string]struct {
		rows        int
		photometric uint16
	}{
		"grey strips": {32, 1}, "one grey strip": {100, 1}, "colour strips": {16, 6},
	} {
		file, err := openTIFF(striped(t, square(), c.rows, c.photometric), extract.DefaultLimits())
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		p, err := file.picture(0)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if p.W != 120 || p.H != 100 {
			t.Fatalf("%s: %d×%d dots", name, p.W, p.H)
		}
		for _, at := range []struct{ x, y, least, most int }{{60, 75, 0, 60}, {60, 30, 200, 255}, {20, 75, 200, 255}, {60, 95, 200, 255}} {
			if v := int(p.Grey[at.y*p.W+at.x]); v < at.least || v > at.most {
				t.Errorf("%s: %d at %d, %d", name, v, at.x, at.y)
			}
		}
		if o, err := file.original(0); err != nil || o.Image == nil {
			t.Errorf("%s: no original: %v", name, err)
		}
	}
}

func TestDamagedJPEGInTIFF(t *testing.T) {
	whole := striped(t, square(), 32, 1)
	for n := range whole {
		file, err := openTIFF(whole[:n], extract.DefaultLimits())
		if err != nil {
			continue
		}
		if _, err := file.picture(0); err != nil && extract.AsError("reading", err) == nil {
			t.Fatal("an error without words")
		}
	}
	for i := range whole {
		spoilt := bytes.Clone(whole)
		spoilt[i] ^= 0x5a
		if file, err := openTIFF(spoilt, extract.DefaultLimits()); err == nil {
			for k := range file.pages {
				_, _ = file.picture(k)
			}
		}
	}
}
