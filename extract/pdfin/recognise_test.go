package pdfin

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/grid"
	"ziping/extract/ocr"
	"ziping/extract/pdfin/handmade"
	"ziping/extract/pdfin/pdfium"
	"ziping/extract/raster"
	"ziping/extract/recognise"
)

// sevens reads every line as the same figure.
type sevens struct{}

func (sevens) Read(img ocr.Image, _ float64) ocr.Reading {
	return ocr.Reading{Slots: []ocr.Slot{{Alternatives: []ocr.Alternative{{Text: "7", P: 0.99}}, From: 0, To: float64(img.W)}}}
}

// recognised reads a file with an engine that says 7 of everything.
func recognised(t *testing.T, data []byte, mode extract.Recognition) *reader {
	t.Helper()
	o := opts
	o.Recognition = mode
	e := engine()
	r := newReader(data, o, e.progress)
	r.recogniser = func() *recognise.Reader { return recognise.New(sevens{}, sevens{}, nil) }
	if err := e.open(data, o, r.read); err != nil {
		t.Fatal(err)
	}
	return r
}

func sevensOn(p grid.Page) (n int) {
	for _, g := range p.Glyphs {
		if g.Text == "7" && g.Confidence > 0 {
			n++
		}
	}
	return n
}

// beside is a page with a picture of writing, and text.
func beside(place, text string) []byte {
	var b handmade.Builder
	image := drawing(&b, strokesOn([3]byte{255, 255, 255}, [3]byte{}))
	b.Page(b.Latin()+"/XObject << /I "+image+" >>", "", "q "+place+" cm /I Do Q BT /F 14 Tf 50 700 Td "+text+" ET")
	return b.Bytes()
}

// A page that is a picture is read from it, and nothing else of it is taken.
func TestPictureIsThePage(t *testing.T) {
	data := beside("580 0 0 700 10 10", "")
	r := recognised(t, data, "")
	if len(r.pages) != 1 || sevensOn(r.pages[0]) == 0 || r.doc.Pages[0].Origin != extract.OriginScanned || !r.warned("recognised") || r.warned(extract.WarnNeedsRecognition) {
		t.Errorf("%d pages, warnings %v", len(r.pages), r.doc.Warnings)
	}
	o := opts
	o.Recognition = extract.RecogniseOff
	off := newReader(data, o, func() {})
	off.recogniser = func() *recognise.Reader { t.Error("asked though it is off"); return nil }
	_ = engine().open(data, o, off.read)
}

// On a page with text the picture is asked where no text stands.
func TestPictureBesideText(t *testing.T) {
	text := strings.Repeat("0 -20 Td (the text beside it) Tj ", 8)
	r := recognised(t, beside("240 0 0 140 60 100", text), "")
	p := r.pages[0]
	if n := sevensOn(p); n == 0 || !r.warned("recognised") || r.warned(extract.WarnNeedsRecognition) || r.doc.Pages[0].Origin != extract.OriginDigital {
		t.Errorf("%d recognised, origin %s, %v", n, r.doc.Pages[0].Origin, r.doc.Warnings)
	}
	if got := strings.Count(words(p), "thetextbesideit"); got != 8 {
		t.Errorf("the text stands %d times in %q", got, words(p))
	}
	for _, g := range p.Glyphs {
		if g.Confidence > 0 && (g.Box[0] < 50 || g.Box[2] > 310 || g.Box[1] < p.Height-250) {
			t.Errorf("recognised outside of the picture: %+v", g)
		}
	}
	if all := recognised(t, beside("240 0 0 140 60 100", text), extract.RecogniseForce); strings.Contains(words(all.pages[0]), "text") || sevensOn(all.pages[0]) < 8 {
		t.Errorf("forced: %q", words(all.pages[0]))
	}
}

// A page that says all itself is not painted.
func TestNoPicture(t *testing.T) {
	var b handmade.Builder
	b.Page(b.Latin(), "", "BT /F 14 Tf 50 700 Td (500) Tj ET")
	if r := recognised(t, b.Bytes(), ""); sevensOn(r.pages[0]) != 0 || len(r.recognised) != 0 {
		t.Error("the picture of a page with text was read")
	}
}

// Layers lie in the coordinates of the page, however it is turned and wherever it begins.
func TestTextLayers(t *testing.T) {
	for extra, want := range map[string][2]float64{
		"":                          {1, 0},
		"/Rotate 90":                {0, 1},
		"/Rotate 180":               {-1, 0},
		"/Rotate 270":               {0, -1},
		"/CropBox [100 50 590 790]": {1, 0},
	} {
		var b handmade.Builder
		image := drawing(&b, strokesOn([3]byte{255, 255, 255}, [3]byte{}))
		b.Page("/XObject << /I "+image+" >>", extra, "q 580 0 0 700 10 10 cm /I Do Q")
		r := recognised(t, b.Bytes(), "")
		r.tables(grid.Find(r.pages, grid.Options{}))
		if len(r.doc.Layers) != 1 || len(r.doc.Layers[0].Lines) == 0 || r.doc.Layers[0].Kept {
			t.Errorf("%s: layers %+v", extra, r.doc.Layers)
			continue
		}
		for _, l := range r.doc.Layers[0].Lines {
			if l.X < 0 || l.X > 600 || l.Y < 0 || l.Y > 800 || math.Abs(l.AlongX*want[1]-l.AlongY*want[0]) > 0.05*(math.Abs(l.AlongX)+math.Abs(l.AlongY)) || l.AlongX*want[0]+l.AlongY*want[1] <= 0 {
				t.Errorf("%s: %+v", extra, l)
			}
			if l.AlongX*l.UpY-l.AlongY*l.UpX <= 0 {
				t.Errorf("%s: it stands on its head: %+v", extra, l)
			}
		}
	}
	// Text that is there is not doubled.
	hidden := beside("580 0 0 700 10 10", "3 Tr (of another program) Tj")
	r := recognised(t, hidden, "")
	if r.tables(grid.Find(r.pages, grid.Options{})); len(r.doc.Layers) != 1 || !r.doc.Layers[0].Kept || r.doc.Layers[0].Lines != nil {
		t.Errorf("over a layer: %+v", r.doc.Layers)
	}
	text := strings.Repeat("0 -20 Td (the text beside it) Tj ", 8)
	r = recognised(t, beside("240 0 0 140 60 100", text), extract.RecogniseForce)
	if r.tables(grid.Find(r.pages, grid.Options{})); len(r.doc.Layers) != 0 {
		t.Errorf("over text: %+v", r.doc.Layers)
	}
	r = recognised(t, beside("240 0 0 140 60 100", text), "")
	if r.tables(grid.Find(r.pages, grid.Options{})); len(r.doc.Layers) != 1 || len(r.doc.Layers[0].Lines) == 0 {
		t.Fatalf("beside text: %+v", r.doc.Layers)
	}
	for _, l := range r.doc.Layers[0].Lines {
		if l.Y < 90 || l.Y > 250 {
			t.Errorf("outside of the picture: %+v", l)
		}
	}
}

// painted is the first page of a file, painted to be read as a picture.
func painted(t *testing.T, data []byte) (p *onePage) {
	t.Helper()
	pr := newPageReader(data, func() {})
	pr.pictures = extract.RecogniseAuto
	if err := engine().open(data, opts, func(doc pdfium.Document) (err error) {
		p, err = pr.read(doc, 0, nil)
		return err
	}); err != nil || p.picture == nil {
		t.Fatalf("%v, %+v", err, p)
	}
	return p
}

// A picture that is the page is painted dot for dot, one with more dots across than down
// too: rulings of a fax are one dot wide, and gone where dots are mixed. One that is finer
// than is of use is not. Most pages of scanners are no whole number of points wide or high.
func TestPaintedDotForDot(t *testing.T) {
	for _, c := range []struct {
		w, h, want int
		wide, high float64 // of the page
	}{
		{1700, 2267, 2267, 600, 800}, // 204 dots to an inch of 600 points, the same down
		{1700, 1111, 2267, 600, 800}, // half as many down
		{1700, 2178, 2267, 600, 800}, // 196 down
		{900, 1200, 1200, 600, 800},
		{1665, 2220, 2220, 599.4, 799.2},
		{1239, 1645, 1645, 594.72, 789.6},
	} {
		var b handmade.Builder
		rnd := rand.New(rand.NewPCG(3, uint64(c.h)))
		dots := make([]byte, c.w*c.h) // 0 black
		row := (c.w + 7) / 8
		bits := make([]byte, row*c.h)
		for y := range c.h {
			for x := range c.w {
				if rnd.IntN(9) > 0 {
					dots[y*c.w+x] = 255
					bits[y*row+x/8] |= 0x80 >> (x % 8)
				}
			}
		}
		image := b.Stream(fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 1", c.w, c.h), string(bits))
		b.Page("/XObject << /I "+image+" >>", fmt.Sprintf("/CropBox [0 0 %g %g]", c.wide, c.high), fmt.Sprintf("q %g 0 0 %g 0 0 cm /I Do Q", c.wide, c.high))
		p := painted(t, b.Bytes())
		got := p.picture
		if got.W != c.w || got.H != c.want || math.Abs(got.DPI-float64(c.w)*72/c.wide) > 0.01 {
			t.Fatalf("%v: painted %d×%d at %g", c, got.W, got.H, got.DPI)
		}
		want := (&raster.Picture{W: c.w, H: c.h, Grey: dots}).Stretched(c.want).Grey
		if c.want == c.h {
			want = dots
		}
		if !slices.Equal(got.Grey, want) {
			t.Errorf("%v: dots are mixed", c)
		}
	}
}

// A page that is a picture is painted once, to be read: what its pictures hold is asked
// only where they are not the page, or none is read.
func TestAPictureIsPaintedOnce(t *testing.T) {
	var b handmade.Builder
	image := drawing(&b, strokesOn([3]byte{255, 255, 255}, [3]byte{}))
	b.Page("/XObject << /I "+image+" >>", "", "q 580 0 0 700 10 10 cm /I Do Q")
	for _, how := range []extract.Recognition{extract.RecogniseAuto, extract.RecogniseForce, extract.RecogniseOff} {
		painted := 0
		pr := newPageReader(b.Bytes(), func() { painted++ })
		pr.pictures = how
		if err := engine().open(b.Bytes(), opts, func(doc pdfium.Document) error {
			p, err := pr.read(doc, 0, nil)
			if read := how != extract.RecogniseOff; err == nil && (p.page.Origin != extract.OriginScanned || (p.picture != nil) != read || (len(p.pictures) == 0) != read) {
				t.Errorf("%s: %s, picture %v, unread %v", how, p.page.Origin, p.picture != nil, p.pictures)
			}
			return err
		}); err != nil {
			t.Fatal(err)
		}
		if painted != 1 {
			t.Errorf("%s: painted %d times", how, painted)
		}
	}
}

// A page that is cut into stripes of a few rows, as drivers do, is a picture still, and as
// fine as they are; no stripe is a ruling.
func TestStripesArePainted(t *testing.T) {
	const w, h, rows = 900, 1200, 3 // 1.5 dots to a point
	var b handmade.Builder
	var resources, content strings.Builder
	for y := 0; y < h; y += rows {
		bits := strings.Repeat("\xff", rows*(w+7)/8)
		if y >= h/2 {
			bits = strings.Repeat("\x00", rows*(w+7)/8)
		}
		image := b.Stream(fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 1", w, rows), bits+"\x00\x00")
		fmt.Fprintf(&resources, "/I%d %s ", y, image)
		fmt.Fprintf(&content, "q 600 0 0 %d 0 %d cm /I%d Do Q ", rows*2/3, 800-(y+rows)*2/3, y)
	}
	b.Page("/XObject << "+resources.String()+" >>", "", content.String())
	p := painted(t, b.Bytes())
	if p.picture.W != w || p.picture.H != h || p.picture.Grey[(h/2-3)*w+w/2] != 255 || p.picture.Grey[(h/2+3)*w+w/2] != 0 {
		t.Errorf("painted %d×%d", p.picture.W, p.picture.H)
	}
	if len(p.grid.Rules) > 0 {
		t.Errorf("%d stripes are rulings", len(p.grid.Rules))
	}
}

// A layer of another program is a second reading; one that we wrote ourselves is none.
func TestSecondReading(t *testing.T) {
	for font, want := range map[string]int{"Other": 1, "ZipingLayer": 0} {
		var b handmade.Builder
		image := drawing(&b, strokesOn([3]byte{255, 255, 255}, [3]byte{}))
		b.Page(b.Embedded(handmade.TrueType("7"), "7")+"/XObject << /I "+image+" >>", "", "q 580 0 0 700 10 10 cm /I Do Q BT 3 Tr /F 14 Tf 50 600 Td <0001> Tj ET")
		data := bytes.ReplaceAll(b.Bytes(), []byte("ABCDEF+T"), []byte(font))
		e := engine()
		r := newReader(data, opts, e.progress)
		r.recogniser = func() *recognise.Reader { return recognise.New(sevens{}, sevens{}, nil) }
		if err := e.open(data, opts, func(doc pdfium.Document) error {
			pr := newPageReader(data, func() {})
			pr.pictures = extract.RecogniseAuto
			p, err := pr.read(doc, 0, nil)
			if err == nil && len(p.second()) != want {
				t.Errorf("%s: %d characters of a second reading, want %d", font, len(p.second()), want)
			}
			return err
		}); err != nil {
			t.Fatal(err)
		}
		if err := e.open(data, opts, r.read); err != nil {
			t.Fatal(err)
		}
		if !r.warned("ocr-layer") || !r.warned("recognised") {
			t.Errorf("%s: warnings %v", font, r.doc.Warnings)
		}
	}
}

// A scan on its side that has a hidden layer is turned as the layer's text stands, and its
// picture with it.
func TestPictureOfLyingLayer(t *testing.T) {
	for _, c := range []struct {
		text   string // how the layer's text runs
		rotate string
		w, h   int
		dark   [2]float64 // where the picture's dark corner lies then, in parts of its sides
	}{
		{"1 0 0 1 100 100", "", 600, 800, [2]float64{0.1, 0.9}},
		{"0 1 -1 0 300 100", "", 800, 600, [2]float64{0.1, 0.1}},
		{"-1 0 0 -1 500 700", "", 600, 800, [2]float64{0.9, 0.1}},
		{"0 -1 1 0 300 700", "", 800, 600, [2]float64{0.9, 0.9}},
		{"1 0 0 1 100 100", "/Rotate 90", 600, 800, [2]float64{0.1, 0.9}},
		{"0 1 -1 0 300 100", "/Rotate 90", 800, 600, [2]float64{0.1, 0.1}},
	} {
		var b handmade.Builder
		image := b.Stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "\xf0")
		b.Page(b.Latin()+"/XObject << /I "+image+" >>", c.rotate, "q 600 0 0 800 0 0 cm /I Do Q 0 0 120 160 re f BT 3 Tr /F 14 Tf "+c.text+" Tm (a layer of another program) Tj ET")
		p := painted(t, b.Bytes())
		m := p.picture
		at := func(x, y float64) uint8 { return m.Grey[int(y*float64(m.H))*m.W+int(x*float64(m.W))] }
		if m.W > m.H != (c.w > c.h) || at(c.dark[0], c.dark[1]) > 50 || at(1-c.dark[0], 1-c.dark[1]) < 200 || int(p.page.Width) != c.w {
			t.Errorf("%v: %d×%d for a page %v wide, dark %d, light %d", c, m.W, m.H, p.page.Width, at(c.dark[0], c.dark[1]), at(1-c.dark[0], 1-c.dark[1]))
		}
	}
}

// Borders that a program fills as rectangles, the two lines of a double one or the dashes of
// one in a path, are no characters that were drawn as figures.
func TestBordersAreNoCharacters(t *testing.T) {
	for name, border := range map[string]string{
		"double": "%d 500 80 0 re %[1]d 501 80 -1 re %[1]d 503 80 0 re %[1]d 504 80 -4 re",
		"dashed": "%d 500 1 3 re %[1]d 505 1 3 re %[1]d 510 1 3 re %[1]d 515 1 3 re",
	} {
		var c strings.Builder
		for x := 50; x <= 370; x += 80 {
			fmt.Fprintf(&c, border+" f*\n", x)
			fmt.Fprintf(&c, "%d 520 80 1 re f %[1]d 480 80 1 re f %[1]d 480 1 40 re f\n", x)
			fmt.Fprintf(&c, "BT /F 10 Tf %d 508 Td (12) Tj 0 -22 Td (34) Tj ET\n", x+30)
		}
		var b handmade.Builder
		b.Page(b.Latin(), "", c.String())
		r := recognised(t, b.Bytes(), "")
		if len(r.pages) != 1 || sevensOn(r.pages[0]) != 0 || r.warned("recognised") {
			t.Errorf("%s: %d characters of borders, warnings %v", name, sevensOn(r.pages[0]), r.doc.Warnings)
		}
	}
}

// A bracket of full width has its ink in one half: it is on the line of the picture that its
// ink is on, though its middle is not; a character with a name is where its middle is.
func TestOnLine(t *testing.T) {
	at := func(text string, x0, x1, y float64) grid.Glyph {
		return grid.Glyph{Text: text, Size: 10, Box: extract.Box{x0, y, x1, y + 10}}
	}
	glyphs := []grid.Glyph{at("�", 40, 50, 100), at("�", 50, 60, 100), at("分", 60, 70, 100), at("�", 70, 80, 100), at("指", 82, 92, 100), at("�", 70, 80, 112)}
	if got := onLine(extract.Box{58, 101, 73, 109}, glyphs); !slices.Equal(got, []int{1, 2, 3}) {
		t.Errorf("got %v", got)
	}
	if got := onLine(extract.Box{58, 101, 85, 109}, glyphs); !slices.Equal(got, []int{1, 2, 3}) {
		t.Errorf("got %v, a named character among them", got)
	}
}
