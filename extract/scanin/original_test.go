package scanin

import (
	"bytes"
	"errors"
	"image"
	"math"
	"testing"

	"golang.org/x/image/bmp"

	"ziping/extract"
)

func originals(t *testing.T, data []byte) (out []Original) {
	t.Helper()
	for p, err := range Originals(data, extract.Options{Limits: extract.DefaultLimits()}) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, p)
	}
	return out
}

// JPEG and PNG come as they are, other kinds with all their dots.
func TestOriginals(t *testing.T) {
	m := page()
	j, p := jpegOf(t, m), pngOf(t, m)
	if got := originals(t, j); len(got) != 1 || !bytes.Equal(got[0].JPEG, j) || got[0].PNG != nil || got[0].Image != nil {
		t.Errorf("a JPEG: %+v", got)
	}
	if got := originals(t, p); len(got) != 1 || !bytes.Equal(got[0].PNG, p) || got[0].JPEG != nil || got[0].Image != nil {
		t.Errorf("a PNG: %+v", got)
	}
	for name, data := range map[string][]byte{"TIFF": tiffOf(t, m), "BMP": encoded(t, func(b *bytes.Buffer) error { return bmp.Encode(b, m) })} {
		got := originals(t, data)
		if len(got) != 1 || got[0].Image == nil || got[0].Image.Bounds().Size() != m.Bounds().Size() {
			t.Errorf("a %s: %+v", name, got)
			continue
		}
		for y := range 40 {
			for x := range 60 {
				r, g, b, _ := got[0].Image.At(x, y).RGBA()
				if r2, g2, b2, _ := m.At(x, y).RGBA(); r != r2 || g != g2 || b != b2 {
					t.Fatalf("a %s: the dot at %d, %d is another", name, x, y)
				}
			}
		}
	}
	dark, light := image.NewGray(image.Rect(0, 0, 8, 8)), image.NewGray(image.Rect(0, 0, 9, 9))
	if got := originals(t, joined(t, tiffOf(t, dark), tiffOf(t, light))); len(got) != 2 || got[1].Image.Bounds().Dx() != 9 {
		t.Errorf("two pages: %+v", got)
	}
}

// A page is as large as its dots say, upright; without a word on that, as long as A4.
func TestOriginalSize(t *testing.T) {
	for _, c := range []struct {
		w, h         int
		dpi, stretch float64
		quarters     int
		width, high  float64
	}{
		{1654, 2339, 200, 1, 0, 595.44, 842.04},
		{1654, 2339, 200, 1, 1, 842.04, 595.44},
		{1654, 2339, 200, 1, 2, 595.44, 842.04},
		{500, 1000, 0, 1, 0, 421, 842},
		{1728, 1170, 204, 2, 0, 609.88, 825.88},
	} {
		p := Original{Quarters: c.quarters}
		p.size(c.w, c.h, c.dpi, c.stretch)
		if math.Abs(p.Width-c.width) > 0.01 || math.Abs(p.Height-c.high) > 0.01 {
			t.Errorf("%+v: %.2f × %.2f", c, p.Width, p.Height)
		}
	}
}

func TestOriginalsEnd(t *testing.T) {
	n := 0
	for _, err := range Originals([]byte("GIF89a\x01\x00"), extract.Options{Limits: extract.DefaultLimits()}) {
		var e *extract.Error
		if n++; !errors.As(err, &e) {
			t.Errorf("got %v", err)
		}
	}
	if n != 1 {
		t.Errorf("%d pages of what is none", n)
	}
}
