package searchout

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"iter"
	"math"
	"runtime"
	"strings"
	"sync"
	"testing"

	"ziping/extract"
	"ziping/extract/pdfin"
	"ziping/extract/pdfin/handmade"
	"ziping/extract/pdfin/pdfium"
	"ziping/internal/ready"
)

// painted are the pages of a PDF as PDFium paints them, a dot for a point.
func painted(t *testing.T, data []byte) (out []*image.RGBA) {
	t.Helper()
	err := painter().Open(data, nil, func(d pdfium.Document) error {
		for i := range d.Pages() {
			p := d.Page(i)
			box, _ := p.BoundingBox()
			w, h := int(math.Round(box[2]-box[0])), int(math.Round(box[3]-box[1]))
			if p.Rotation()&1 != 0 {
				w, h = h, w
			}
			b := p.NewBitmap(w, h)
			dots := b.Paint(p, pdfium.Matrix{1, 0, 0, 1, 0, 0})
			img := image.NewRGBA(image.Rect(0, 0, w, h))
			for y := range h {
				for x := range w {
					at := y*b.Stride() + 4*x
					img.SetRGBA(x, y, color.RGBA{dots[at+2], dots[at+1], dots[at], 255})
				}
			}
			out = append(out, img)
			b.Close()
			p.Close()
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// The engines, once for all: starting takes longer than the tests.
var (
	painter = sync.OnceValue(func() *pdfium.Engine { return pdfium.New(pdfium.Settings{Cache: ready.Folder()}) })
	reader  = sync.OnceValue(func() *pdfin.Engine { return pdfin.New(pdfin.Settings{Cache: ready.Folder()}) })
)

// read is what stands on the pages, without recognition.
func read(t *testing.T, data []byte) *extract.Document {
	t.Helper()
	doc, err := reader().Read(data, extract.Options{Limits: extract.DefaultLimits(), Lang: extract.EN, Recognition: extract.RecogniseOff})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// line is a line at a place in the coordinates of a page, leaning by an angle.
func line(x, y, long, high, degrees float64, text string) extract.LayerLine {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	l := extract.LayerLine{Text: text, X: x, Y: y, AlongX: long * cos, AlongY: long * sin, UpX: -high * sin, UpY: high * cos}
	n := len([]rune(text))
	for i := range n {
		l.Ends = append(l.Ends, float64(i+1)/float64(n))
	}
	return l
}

// scans are pages that show a picture, written in the ways that files are.
func scans() map[string][]byte {
	const show = "q 600 0 0 800 0 0 cm /I Do Q"
	out := map[string][]byte{}
	file := func(name string, page func(b *handmade.Builder, image string)) {
		var b handmade.Builder
		page(&b, b.Stream("/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8", "\xf0\x90\xd0\x30"))
		out[name] = b.Bytes()
	}
	file("plain", func(b *handmade.Builder, image string) { b.Page("/XObject << /I "+image+" >>", "", show) })
	file("turned", func(b *handmade.Builder, image string) { b.Page("/XObject << /I "+image+" >>", "/Rotate 90", show) })
	file("with a font and text", func(b *handmade.Builder, image string) {
		b.Page(b.Latin()+"/XObject << /I "+image+" >>", "", show+" BT /F 20 Tf 50 60 Td (seen) Tj ET")
	})
	file("with coordinates left moved", func(b *handmade.Builder, image string) {
		b.Page("/XObject << /I "+image+" >>", "", "q q 600 0 0 800 0 0 cm /I Do 0.01 0 0 0.01 3 3 cm")
	})
	file("with resources elsewhere", func(b *handmade.Builder, image string) {
		fonts := b.Add("<< >>")
		resources := b.Add("<< /XObject << /I " + image + " >> /Font " + fonts + " >>")
		b.Page("", "/Resources "+resources, show)
	})
	return out
}

// What is drawn stays the same, dot for dot, and so does every byte of the file; the
// text stands where it was said to.
func TestOver(t *testing.T) {
	for name, data := range scans() {
		lines := []extract.LayerLine{line(100, 700, 60, 12, 0, "合计金额 12.5"), line(300, 400, 50, 10, 4, "指标值"), line(50, 100, 20, 10, 0, "�Ⅱ")}
		out, err := Over(data, []extract.Layer{{Page: 1, Lines: lines}, {Page: 7, Lines: lines}})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if !bytes.HasPrefix(out, data) || len(out) == len(data) {
			t.Errorf("%s: the file itself is changed", name)
		}
		before, after := painted(t, data), painted(t, out)
		if len(after) != 1 || !bytes.Equal(before[0].Pix, after[0].Pix) {
			t.Errorf("%s: it looks different", name)
		}
		doc := read(t, out)
		if got := texts(doc); !strings.Contains(got, "合计金额 12.5") && !strings.Contains(got, "合计金额12.5") || !strings.Contains(got, "�Ⅱ") {
			t.Errorf("%s: got %q", name, got)
		}
		if name != "plain" {
			continue
		}
		for _, l := range doc.Lines {
			if b := l.Box; strings.HasPrefix(l.Text, "合计") && (math.Abs(b[0]-100) > 0.5 || math.Abs(b[2]-160) > 0.5 || math.Abs(b[1]-88) > 0.5 || math.Abs(b[3]-100) > 0.5) {
				t.Errorf("%s stands at %v", l.Text, b)
			}
		}
	}
}

func texts(doc *extract.Document) string {
	var all []string
	for _, l := range doc.Lines {
		all = append(all, l.Text)
	}
	for _, t := range doc.Tables {
		for _, c := range t.Cells {
			all = append(all, c.Text)
		}
	}
	return strings.Join(all, "|")
}

// Without text there is nothing to add.
func TestNothing(t *testing.T) {
	data := scans()["plain"]
	out, err := Over(data, []extract.Layer{{Page: 1, Kept: true}, {Page: 0, Lines: []extract.LayerLine{line(1, 1, 9, 9, 0, "a")}}})
	if err != nil || !bytes.Equal(out, data) {
		t.Errorf("%d bytes of %d, %v", len(out), len(data), err)
	}
	if _, err := Over(data[:len(data)-40], nil); !errors.Is(err, ErrStructure) {
		t.Errorf("a file cut off: %v", err)
	}
}

// A line without extent, or whose parts do not fit together, is left out.
func TestOddLines(t *testing.T) {
	odd := line(5, 5, 0, 10, 0, "a")
	short := line(5, 5, 10, 10, 0, "ab")
	short.Ends = short.Ends[:1]
	if got := string(content([]extract.LayerLine{odd, short, line(5, 5, math.NaN(), 10, 0, "a")})); strings.Contains(got, "Tj") {
		t.Errorf("%s", got)
	}
}

func pictures(list ...Picture) iter.Seq2[Picture, error] {
	return func(yield func(Picture, error) bool) {
		for _, p := range list {
			if !yield(p, nil) {
				return
			}
		}
	}
}

// shades is a picture of every colour model, all of the same dots as far as it can.
func shades() map[string]image.Image {
	const w, h = 37, 23
	r := image.Rect(0, 0, w, h)
	gray, bits, rgb, alpha := image.NewGray(r), image.NewGray(r), image.NewRGBA(r), image.NewNRGBA(r)
	few := image.NewPaletted(r, color.Palette{color.White, color.Black, color.RGBA{200, 0, 0, 255}})
	for y := range h {
		for x := range w {
			gray.SetGray(x, y, color.Gray{uint8(7*x + 3*y)})
			bits.SetGray(x, y, color.Gray{uint8(x/3%2) * 255})
			rgb.SetRGBA(x, y, color.RGBA{uint8(7 * x), uint8(11 * y), uint8(x * y), 255})
			alpha.SetNRGBA(x, y, color.NRGBA{uint8(7 * x), 0, 0, uint8(y / 12 * 255)})
			few.SetColorIndex(x, y, uint8((x+y)%3))
		}
	}
	return map[string]image.Image{"grey": gray, "black and white": bits, "colours": rgb, "in part transparent": alpha, "a palette": few}
}

// Pictures look as they did, dot for dot; JPEG and PNG are in the file as they are.
func TestPictures(t *testing.T) {
	for name, img := range shades() {
		var p bytes.Buffer
		if err := png.Encode(&p, img); err != nil {
			t.Fatal(err)
		}
		for kind, picture := range map[string]Picture{"unpacked": {Image: img}, "PNG": {PNG: p.Bytes()}} {
			picture.Width, picture.Height = 37, 23
			out, err := Pictures(pictures(picture, picture), []extract.Layer{{Page: 2, Width: 37, Height: 23, Lines: []extract.LayerLine{{Text: "值", X: 3, Y: 20, AlongX: 10, UpY: -10, Ends: []float64{1}}}}})
			if err != nil {
				t.Errorf("%s, %s: %v", name, kind, err)
				continue
			}
			pages := painted(t, out)
			if len(pages) != 2 {
				t.Fatalf("%s, %s: %d pages", name, kind, len(pages))
			}
			seen := plain(img)
			for i, page := range pages {
				if at, ok := same(page, seen); !ok {
					t.Errorf("%s, %s, page %d: differs at %v: %v, want %v", name, kind, i+1, at, page.At(at.X, at.Y), seen.At(at.X, at.Y))
				}
			}
		}
	}
}

func same(a, b image.Image) (image.Point, bool) {
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			r1, g1, b1, _ := a.At(x, y).RGBA()
			r2, g2, b2, _ := b.At(x, y).RGBA()
			if r1>>8 != r2>>8 || g1>>8 != g2>>8 || b1>>8 != b2>>8 {
				return image.Point{x, y}, false
			}
		}
	}
	return image.Point{}, true
}

func TestJPEG(t *testing.T) {
	for name, img := range map[string]image.Image{"grey": shades()["grey"], "colours": shades()["colours"]} {
		var j bytes.Buffer
		if err := jpeg.Encode(&j, img, nil); err != nil {
			t.Fatal(err)
		}
		out, err := Pictures(pictures(Picture{JPEG: j.Bytes(), Width: 37, Height: 23}), nil)
		if err != nil || !bytes.Contains(out, j.Bytes()) {
			t.Errorf("%s: it is not in the file as it is; %v", name, err)
			continue
		}
		want, _ := jpeg.Decode(bytes.NewReader(j.Bytes()))
		page := painted(t, out)[0]
		if d := apart(page, want); d > 3 { // decoders round in their own ways
			t.Errorf("%s: differs by %d", name, d)
		}
	}
}

// apart is the largest difference of two pictures.
func apart(a, b image.Image) (most int) {
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			c, d := color.GrayModel.Convert(a.At(x, y)).(color.Gray), color.GrayModel.Convert(b.At(x, y)).(color.Gray)
			most = max(most, int(c.Y)-int(d.Y), int(d.Y)-int(c.Y))
		}
	}
	return most
}

// A picture that was taken on its side stands upright, and its text with it.
func TestTurned(t *testing.T) {
	const w, h = 30, 20
	img := image.NewGray(image.Rect(0, 0, w, h))
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	for y := range 6 { // a dark corner at the top left
		for x := range 6 {
			img.SetGray(x, y, color.Gray{})
		}
	}
	for quarters, want := range []image.Point{{2, 2}, {h - 3, 2}, {w - 3, h - 3}, {2, w - 3}} {
		p := Picture{Image: img, Quarters: quarters, Width: w, Height: h}
		if quarters&1 != 0 {
			p.Width, p.Height = h, w
		}
		out, err := Pictures(pictures(p), []extract.Layer{{Page: 1, Width: p.Width, Height: p.Height, Lines: []extract.LayerLine{{Text: "值", X: 4, Y: 14, AlongX: 8, UpY: -8, Ends: []float64{1}}}}})
		if err != nil {
			t.Fatal(err)
		}
		page := painted(t, out)[0]
		if b := page.Bounds(); b.Dx() != int(p.Width) || b.Dy() != int(p.Height) || page.RGBAAt(want.X, want.Y).R > 50 || page.RGBAAt(b.Dx()/2, b.Dy()/2).R < 200 {
			t.Errorf("turned by %d: %v, corner %v", quarters, b, page.RGBAAt(want.X, want.Y))
		}
	}
}

// A page that cannot be had ends the file.
func TestPicturesFail(t *testing.T) {
	gone := errors.New("gone")
	if _, err := Pictures(func(yield func(Picture, error) bool) { yield(Picture{}, gone) }, nil); !errors.Is(err, gone) {
		t.Errorf("got %v", err)
	}
	if _, err := Pictures(pictures(Picture{JPEG: []byte("no")}), nil); err == nil {
		t.Error("what is no JPEG goes in")
	}
	if _, err := Pictures(pictures(Picture{PNG: []byte("no")}), nil); err == nil {
		t.Error("what is no PNG goes in")
	}
}

// The same text gives the same bytes.
func TestSameBytes(t *testing.T) {
	data := scans()["with resources elsewhere"]
	layers := []extract.Layer{{Page: 1, Lines: []extract.LayerLine{line(10, 10, 50, 10, 3, "绩效")}}}
	first, _ := Over(data, layers)
	again, _ := Over(data, layers)
	if !bytes.Equal(first, again) {
		t.Error("they differ")
	}
	if twice, err := Over(first, layers); err != nil || !bytes.HasPrefix(twice, first) {
		t.Errorf("a file with an update does not take another: %v", err)
	}
}

// What a scan holds is not unpacked, and not held twice beside what comes out.
func TestMemory(t *testing.T) {
	var b handmade.Builder
	const side = 4000
	image := b.Stream(fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8", side, side), strings.Repeat("\xf0", side*side))
	b.Page("/XObject << /I "+image+" >>", "", "q 600 0 0 800 0 0 cm /I Do Q")
	data := b.Bytes()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if _, err := Over(data, []extract.Layer{{Page: 1, Lines: []extract.LayerLine{line(10, 10, 50, 10, 3, "绩效")}}}); err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	if got, most := after.TotalAlloc-before.TotalAlloc, uint64(len(data)+8<<20); got > most {
		t.Errorf("%d MB for a file of %d MB", got>>20, len(data)>>20)
	}
}

// Whatever a file says, what comes of it is an error, the file itself, or the file with
// something behind it.
func FuzzOver(f *testing.F) {
	for _, data := range scans() {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		out, err := Over(data, []extract.Layer{{Page: 1, Lines: []extract.LayerLine{line(10, 10, 50, 10, 3, "绩效")}}})
		if err == nil && !bytes.HasPrefix(out, data) || err != nil && !errors.Is(err, ErrStructure) {
			t.Errorf("%d bytes, %v", len(out), err)
		}
	})
}

// The font names what stands in the text, one by one, and nothing else.
func TestNames(t *testing.T) {
	got := string(toUnicode(codes([]extract.Layer{{Lines: []extract.LayerLine{{Text: "5合5"}}}, {Lines: []extract.LayerLine{{Text: "A\U00020000"}}}})))
	if want := "4 beginbfchar\n<0035> <0035>\n<0041> <0041>\n<5408> <5408>\n<FFFD> <FFFD>\nendbfchar"; !strings.Contains(got, want) {
		t.Errorf("got %s", got)
	}
	long := make([]uint16, 250)
	if n := strings.Count(string(toUnicode(long)), "100 beginbfchar"); n != 2 {
		t.Errorf("%d blocks of 100", n)
	}
}
