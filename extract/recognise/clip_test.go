package recognise

import (
	"bytes"
	"image/png"
	"math/rand/v2"
	"testing"

	"ziping/extract"
	"ziping/extract/ocr"
)

func noise(w, h int) ocr.Image {
	rng := rand.New(rand.NewPCG(1, 2))
	img := ocr.Image{W: w, H: h, Pix: make([]uint8, w*h)}
	for i := range img.Pix {
		img.Pix[i] = uint8(rng.IntN(256))
	}
	return img
}

// A cell has a picture where a figure in it was not read for certain, and where it was read
// for certain, is no figure or is long it has none.
func TestWhatHasAPicture(t *testing.T) {
	img := noise(200, 30)
	sure := func(places ...string) ocr.Reading {
		r := spell(places...)
		for i := range r.Slots {
			if r.Slots[i].Alternatives[0].P == 0.99 {
				r.Slots[i].Alternatives[0].P = 0.999
			}
		}
		return r
	}
	for _, c := range []struct {
		reading ocr.Reading
		size    float64
		want    bool
	}{
		{sure("3:6", "8"), 20, true},
		{sure("≥", "5:9", "台"), 20, true},
		{sure("3", "8"), 20, false},
		{sure("合:6", "计"), 20, false},
		{sure("3:6", "8"), 5, false},
	} {
		l := line{reading: c.reading}
		l.keepPicture(img, c.size)
		if got := l.picture.W > 0; got != c.want {
			t.Errorf("%q at size %g: a picture %v, want %v", c.reading.Text(), c.size, got, c.want)
		}
	}
}

// However large a line and however noisy, its picture is a small PNG.
func TestPicturesAreSmall(t *testing.T) {
	for _, size := range [][2]int{{80, 25}, {1200, 90}, {3, 400}, {1, 1}} {
		data := encoded(reduced(noise(size[0], size[1])))
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil || len(data) > extract.MostClip {
			t.Errorf("%v: got %d bytes, %v", size, len(data), err)
			continue
		}
		if b := img.Bounds(); b.Dx() > clipWidth || b.Dy() > clipHeight {
			t.Errorf("%v: got %v", size, b)
		}
	}
}

// Of more cells than a document may have pictures of, the least sure have one, in the
// order in which they stand.
func TestLeastSure(t *testing.T) {
	p := &Page{back: func(x, y float64) (float64, float64) { return x, y }}
	p.Listed.Number = 1
	doc := extract.NewDocument("test", "")
	doc.Tables = []extract.Table{{Rows: 300, Cols: 1}}
	for i := range 300 {
		box := extract.Box{0, float64(10 * i), 50, float64(10*i + 8)}
		l := line{reading: spell("7:5"), figures: true, box: box, picture: noise(20, 10)}
		l.reading.Slots[0].Alternatives[0].P = 0.2 + 0.002*float64((i*7)%300)
		p.lines = append(p.lines, l)
		b := box
		doc.Tables[0].Cells = append(doc.Tables[0].Cells, extract.Cell{Row: i, RowSpan: 1, ColSpan: 1, Text: "7", Page: 1, Box: &b})
	}
	Place(doc, []*Page{p})
	if len(doc.Clips) != extract.MostClips {
		t.Fatalf("got %d pictures, want %d", len(doc.Clips), extract.MostClips)
	}
	last := -1
	for _, c := range doc.Clips {
		if c.At.Row <= last || (c.At.Row*7)%300 >= extract.MostClips {
			t.Errorf("row %d has a picture", c.At.Row)
		}
		last = c.At.Row
	}
}
