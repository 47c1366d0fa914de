package scanin

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"

	"golang.org/x/image/bmp"
	"golang.org/x/image/tiff"

	"ziping/extract"
	"ziping/extract/raster"
)

// page is a small picture with a dark and a red corner.
func page() *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, 60, 40))
	for y := range 40 {
		for x := range 60 {
			c := color.RGBA{255, 255, 255, 255}
			switch {
			case x < 20 && y < 16:
				c = color.RGBA{0, 0, 0, 255}
			case x >= 40 && y >= 24:
				c = color.RGBA{220, 20, 30, 255}
			}
			m.SetRGBA(x, y, c)
		}
	}
	return m
}

func encoded(t *testing.T, write func(b *bytes.Buffer) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func pngOf(t *testing.T, m image.Image) []byte {
	return encoded(t, func(b *bytes.Buffer) error { return png.Encode(b, m) })
}

func jpegOf(t *testing.T, m image.Image) []byte {
	return encoded(t, func(b *bytes.Buffer) error { return jpeg.Encode(b, m, &jpeg.Options{Quality: 95}) })
}

func tiffOf(t *testing.T, m image.Image) []byte {
	return encoded(t, func(b *bytes.Buffer) error { return tiff.Encode(b, m, nil) })
}

func pictures(t *testing.T, data []byte) []*raster.Picture {
	t.Helper()
	f, err := open(data, extract.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	var out []*raster.Picture
	for i := range f.pages {
		p, err := f.picture(i)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, p)
	}
	return out
}

// Every kind shows the same page: ink is dark, and a seal is as light as paper in red.
func TestKinds(t *testing.T) {
	m := page()
	for name, data := range map[string][]byte{
		"png": pngOf(t, m), "jpeg": jpegOf(t, m), "tiff": tiffOf(t, m),
		"bmp": encoded(t, func(b *bytes.Buffer) error { return bmp.Encode(b, m) }),
	} {
		p := pictures(t, data)[0]
		if p.W != 60 || p.H != 40 || p.Red == nil {
			t.Errorf("%s: %d×%d, red %v", name, p.W, p.H, p.Red != nil)
			continue
		}
		ink, paper, seal := 8*60+8, 8*60+50, 32*60+50
		if p.Grey[ink] > 20 || p.Grey[paper] < 240 || p.Grey[seal] > 110 || p.Red[seal] < 200 || p.Red[ink] > 30 {
			t.Errorf("%s: ink %d/%d, paper %d, seal %d/%d", name, p.Grey[ink], p.Red[ink], p.Grey[paper], p.Grey[seal], p.Red[seal])
		}
	}
}

// A page without colour keeps one tone only, in whatever way it was saved.
func TestColourless(t *testing.T) {
	g := image.NewGray(image.Rect(0, 0, 30, 20))
	rgb := image.NewNRGBA(g.Bounds())
	for i := range g.Pix {
		g.Pix[i] = uint8(i)
		rgb.Set(i%30, i/30, color.Gray{uint8(i)})
	}
	for name, data := range map[string][]byte{"grey": pngOf(t, g), "colour": pngOf(t, rgb), "jpeg": jpegOf(t, g)} {
		if p := pictures(t, data)[0]; p.Red != nil {
			t.Errorf("%s: has red", name)
		}
	}
}

// Rows of a grey picture are moved together where they are.
func TestGreyMoved(t *testing.T) {
	m := image.NewGray(image.Rect(0, 0, 5, 4))
	for i := range m.Pix {
		m.Pix[i] = uint8(i)
	}
	part := m.SubImage(image.Rect(1, 1, 4, 4))
	if p := tones(part); p.W != 3 || p.H != 3 || p.Red != nil || !bytes.Equal(p.Grey, []uint8{6, 7, 8, 11, 12, 13, 16, 17, 18}) {
		t.Errorf("%d×%d: %v", p.W, p.H, p.Grey)
	}
}

// What is transparent shows paper, not black.
func TestTransparent(t *testing.T) {
	if p := pictures(t, pngOf(t, image.NewNRGBA(image.Rect(0, 0, 4, 4))))[0]; p.Grey[5] != 255 {
		t.Errorf("nothing at all is %d", p.Grey[5])
	}
}

// TestBeside holds to what files say beside the dots.
func TestBeside(t *testing.T) {
	m := page()
	data := pngOf(t, m)
	phys := []byte("\x00\x00\x00\x09pHYs\x00\x00\x1e\xc3\x00\x00\x1e\xc3\x01\x00\x00\x00\x00") // 7875 to the metre
	const afterHeader = 8 + 25
	withDPI := append(append(bytes.Clone(data[:afterHeader]), phys...), data[afterHeader:]...)
	// The checksum of the chunk is wrong on purpose: it is not what is decoded.
	if dpi := pngDPI(withDPI); dpi < 199 || dpi > 201 {
		t.Errorf("png: %v dpi", dpi)
	}
	if dpi := pngDPI(data); dpi != 0 {
		t.Errorf("png that says nothing: %v dpi", dpi)
	}
	jfif := []byte("\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x01\x00\xc8\x00\xc8\x00\x00")
	if dpi := jpegDPI(jfif); dpi != 200 {
		t.Errorf("jpeg: %v dpi", dpi)
	}
	exif := "Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00\x06\x00\x00\x00\x00\x00\x00\x00"
	lying := append([]byte("\xff\xd8\xff\xe1\x00"+string(rune(len(exif)+2))+exif), jpegOf(t, m)[2:]...)
	p := pictures(t, lying)[0]
	if p.W != 40 || p.H != 60 || p.Grey[8*40+35] > 20 {
		t.Errorf("a camera on its side: %d×%d, dark corner %d", p.W, p.H, p.Grey[8*40+35])
	}
}

// joined is a TIFF of two pages: the second file behind the first, with its offsets
// moved.
func joined(t *testing.T, a, b []byte) []byte {
	t.Helper()
	le := binary.LittleEndian
	out := bytes.Clone(a)
	shift := uint32(len(out))
	second := bytes.Clone(b)
	at := le.Uint32(second[4:])
	n := int(le.Uint16(second[at:]))
	for i := range n {
		e := second[int(at)+2+i*entrySize:]
		count, kind, tag := le.Uint32(e[4:]), le.Uint16(e[2:]), le.Uint16(e)
		size := count * map[uint16]uint32{1: 1, 3: 2, 4: 4, 5: 8}[kind]
		if size > 4 || tag == 273 { // strips are offsets themselves
			le.PutUint32(e[8:], le.Uint32(e[8:])+shift)
		}
	}
	out = append(out, second...)
	first := le.Uint32(out[4:])
	le.PutUint32(out[int(first)+2+int(le.Uint16(out[first:]))*entrySize:], at+shift)
	return out
}

func TestTIFFPages(t *testing.T) {
	dark, light := image.NewGray(image.Rect(0, 0, 8, 8)), image.NewGray(image.Rect(0, 0, 9, 9))
	for i := range light.Pix {
		light.Pix[i] = 200
	}
	data := joined(t, tiffOf(t, dark), tiffOf(t, light))
	p := pictures(t, data)
	if len(p) != 2 || p[0].W != 8 || p[0].Grey[9] != 0 || p[1].W != 9 || p[1].Grey[9] != 200 {
		t.Fatalf("%d pages", len(p))
	}
	// A chain that bites its tail ends.
	le := binary.LittleEndian
	last := le.Uint32(data[4:])
	for range 1 {
		last = le.Uint32(data[int(last)+2+int(le.Uint16(data[last:]))*entrySize:])
	}
	le.PutUint32(data[int(last)+2+int(le.Uint16(data[last:]))*entrySize:], le.Uint32(data[4:]))
	if got := pictures(t, data); len(got) != 2 {
		t.Errorf("a ring of two pages has %d", len(got))
	}
}

// TestBad holds what cannot be decoded to a clear error of the right kind.
func TestBad(t *testing.T) {
	m := page()
	huge := pngOf(t, m)
	binary.BigEndian.PutUint32(huge[16:], 100_000)
	binary.BigEndian.PutUint32(huge[20:], 100_000)
	for _, c := range []struct {
		name string
		data []byte
		want extract.ErrorKind
	}{
		{"half a PNG", pngOf(t, m)[:90], extract.ErrTruncated},
		{"half a JPEG", jpegOf(t, m)[:400], extract.ErrTruncated},
		{"a BMP's head", []byte("BM\x00\x00"), extract.ErrTruncated},
		{"a TIFF's head", []byte("II*\x00\x08\x00\x00\x00"), extract.ErrTruncated},
		{"a TIFF's mark", []byte("II*\x00"), extract.ErrTruncated},
		{"a film", []byte("RIFF\x24\x00\x00\x00AVI LIST"), extract.ErrDamaged},
		{"a GIF", []byte("GIF89a\x01\x00\x01\x00\x00\x00\x00"), extract.ErrUnsupported},
	} {
		err := firstError(c.data)
		var e *extract.Error
		if !errors.As(err, &e) || e.Kind != c.want || e.Hint.ZH == "" || e.Hint.EN == "" {
			t.Errorf("%s: %v, want kind %s", c.name, err, c.want)
		}
	}
}

func firstError(data []byte) error {
	f, err := open(data, extract.DefaultLimits())
	if err != nil {
		return err
	}
	for i := range f.pages {
		if _, err := f.picture(i); err != nil {
			return err
		}
	}
	return nil
}

// A size that no page has is refused before anything is made of it.
func TestHuge(t *testing.T) {
	for _, side := range [][2]int{{100_000, 100_000}, {30_000, 1}, {8_000, 8_000}, {0, 5}} {
		if err := fits(image.Config{Width: side[0], Height: side[1]}); err == nil {
			t.Errorf("%v fits", side)
		}
	}
	if err := fits(image.Config{Width: 4961, Height: 6300}); err != nil {
		t.Errorf("A3 at 400 dpi: %v", err)
	}
}

func FuzzOpen(f *testing.F) {
	var b bytes.Buffer
	_ = png.Encode(&b, image.NewGray(image.Rect(0, 0, 3, 3)))
	f.Add(b.Bytes())
	f.Add([]byte("II*\x00\x08\x00\x00\x00\x01\x00\x00\x01\x03\x00\x01\x00\x00\x00\x06\x00\x00\x00\x00\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) < 1<<16 {
			_ = firstError(data)
		}
	})
}

// faxed is a TIFF of eight by eight dots in Group 4, all of them the white of a fax.
func faxed(photometric uint16) []byte {
	le := binary.LittleEndian
	strip := []byte{0xff, 0x00, 0x10, 0x01} // as the row above, eight times, and the end
	out := append([]byte("II*\x00\x0c\x00\x00\x00"), strip...)
	entries := [][2]uint32{{256, 8}, {257, 8}, {258, 1}, {259, 4}, {262, uint32(photometric)}, {273, 8}, {277, 1}, {278, 8}, {279, uint32(len(strip))}}
	out = le.AppendUint16(out, uint16(len(entries)))
	for _, e := range entries {
		out = le.AppendUint16(out, uint16(e[0]))
		out = le.AppendUint16(out, 4)
		out = le.AppendUint32(out, 1)
		out = le.AppendUint32(out, e[1])
	}
	return le.AppendUint32(out, 0)
}

// What a fax calls white is white or black by what the file says of zero.
func TestFaxed(t *testing.T) {
	for photometric, want := range map[uint16]uint8{0: 255, 1: 0} {
		if p := pictures(t, faxed(photometric))[0]; p.W != 8 || p.Grey[9] != want {
			t.Errorf("photometric %d: %d, want %d", photometric, p.Grey[9], want)
		}
		for o, err := range Originals(faxed(photometric), extract.Options{Limits: extract.DefaultLimits()}) {
			if err != nil || o.Image.(*image.Gray).Pix[9] != want {
				t.Errorf("photometric %d as it is: %v", photometric, err)
			}
		}
	}
}
