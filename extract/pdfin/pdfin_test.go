package pdfin

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"ziping/extract"
	"ziping/extract/grid"
	"ziping/extract/pdfin/handmade"
	"ziping/extract/pdfin/pdfium"
	"ziping/internal/ready"
)

// engine is one for all tests.
var engine = sync.OnceValue(func() *Engine { return New(Settings{Cache: ready.Folder()}) })

var opts = extract.Options{Limits: extract.DefaultLimits(), Lang: extract.EN}

// read returns the pages as they go to the search for tables, and warnings.
func read(t testing.TB, data []byte) (*reader, error) {
	t.Helper()
	e := engine()
	r := newReader(data, opts, e.progress)
	err := e.open(data, opts, r.read)
	return r, err
}

func mustRead(t testing.TB, data []byte) *reader {
	t.Helper()
	r, err := read(t, data)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func words(p grid.Page) string {
	var b strings.Builder
	for _, g := range p.Glyphs {
		b.WriteString(g.Text)
	}
	return b.String()
}

func (r *reader) warned(code string) bool {
	for _, w := range r.doc.Warnings {
		if w.Code == code {
			return true
		}
	}
	return false
}

// near fails unless a box is where it should be, within a point.
func near(t *testing.T, what string, got, want extract.Box) {
	t.Helper()
	for i := range got {
		if d := got[i] - want[i]; d < -1 || d > 1 {
			t.Errorf("%s: got %.1f want %.1f", what, got, want)
			return
		}
	}
}

func TestPlaces(t *testing.T) {
	for _, c := range []struct {
		name, extra   string
		width, height float64
		glyph         extract.Box // of the A at 100,700 in 20 points: ascent 0.945, descent 0.225, width 0.67
		rule          extract.Box // from 50,600 to 350,600
	}{
		{"upright", "", 600, 800, extract.Box{100, 81.1, 113.3, 104.5}, extract.Box{50, 199, 350, 201}},
		{"rotated 90", "/Rotate 90", 800, 600, extract.Box{695.5, 100, 718.9, 113.3}, extract.Box{599, 50, 601, 350}},
		{"rotated 180", "/Rotate 180", 600, 800, extract.Box{486.7, 695.5, 500, 718.9}, extract.Box{250, 599, 550, 601}},
		{"rotated 270", "/Rotate 270", 800, 600, extract.Box{81.1, 486.7, 104.5, 500}, extract.Box{199, 250, 201, 550}},
		{"cropped", "/CropBox [40 500 540 750]", 500, 250, extract.Box{60, 31.1, 73.3, 54.5}, extract.Box{10, 149, 310, 151}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b handmade.Builder
			b.Page(b.Latin(), c.extra, "BT /F 20 Tf 100 700 Td (A) Tj ET 50 600 m 350 600 l S")
			var p grid.Page
			if err := engine().open(b.Bytes(), opts, func(doc pdfium.Document) error {
				pr := newPageReader(nil, func() {})
				page, _ := pr.load(doc, 0)
				s := sceneOf(page, page.Rotation())
				drawn, ok := pr.walk.Draw(page, s.View, 1000)
				list, all := pr.chars.Read(page, pr.walk.Aside, 1000)
				if !ok || !all || len(list) != 1 {
					t.Fatalf("got %d characters", len(list))
				}
				p = grid.Page{Width: s.Width, Height: s.Height, Rules: drawn.Rules, Glyphs: []grid.Glyph{list[0].Glyph(s.View)}}
				return nil
			}); err != nil {
				t.Fatal(err)
			}
			if p.Width != c.width || p.Height != c.height || len(p.Rules) != 1 {
				t.Fatalf("got %g x %g, %d rules, want %g x %g and one", p.Width, p.Height, len(p.Rules), c.width, c.height)
			}
			near(t, "glyph", p.Glyphs[0].Box, c.glyph)
			near(t, "rule", extract.Box{p.Rules[0].X0, p.Rules[0].Y0, p.Rules[0].X1, p.Rules[0].Y1}, c.rule)
		})
	}
}

// TestRulesOnPaper: of what is drawn past the edge of the page, as where a
// browser cuts a long page into short ones, nothing is seen. A table wider than
// the paper, with its text, is read whole.
func TestRulesOnPaper(t *testing.T) {
	var wide handmade.Builder
	wide.Page(wide.Latin(), "", "BT /F 20 Tf 610 700 Td (A) Tj ET 50 600 m 650 600 l S 900 -40 m 900 -90 l S")
	if got := mustRead(t, wide.Bytes()).pages[0].Rules; len(got) != 1 || got[0].X1 != 650 {
		t.Errorf("got %v, want the ruling whole", got)
	}
	var b handmade.Builder
	b.Page(b.Latin(), "", "BT /F 20 Tf 100 700 Td (A) Tj ET 50 -40 m 550 -40 l S 50 -40 m 50 60 l S 599 100 m 602 100 l S 300 801 m 400 801 l S 900 0 m 900 800 l S")
	got := mustRead(t, b.Bytes()).pages[0].Rules
	want := []grid.Rule{{X0: 49.5, Y0: 740, X1: 50.5, Y1: 800}, {X0: 599, Y0: 699.5, X1: 600, Y1: 700.5}, {X0: 300, Y0: 0, X1: 400, Y1: 0}}
	if len(got) != len(want) {
		t.Fatalf("got %v, want %v", got, want)
	}
	for i, r := range got {
		near(t, "rule", extract.Box{r.X0, r.Y0, r.X1, r.Y1}, extract.Box{want[i].X0, want[i].Y0, want[i].X1, want[i].Y1})
	}
}

// A form wider than the paper, printed sideways: the page is turned, so that
// text stands upright, whether by the page's rotation or by the text's.
func TestTurned(t *testing.T) {
	for _, extra := range []string{"", "/Rotate 90", "/Rotate 180", "/Rotate 270"} {
		var b handmade.Builder
		b.Page(b.Latin(), extra, "BT /F 20 Tf 0 1 -1 0 300 100 Tm (ABC 1234.5) Tj ET 310 90 m 310 350 l S")
		r := mustRead(t, b.Bytes())
		p := r.pages[0]
		if p.Width != 800 || words(p) != "ABC1234.5" || r.doc.Pages[0].Rotation != 90 {
			t.Errorf("%q: got width %g, %q, rotation %d, want 800, ABC1234.5, 90", extra, p.Width, words(p), r.doc.Pages[0].Rotation)
		}
		near(t, "A", p.Glyphs[0].Box, extract.Box{100, 281.1, 113.3, 304.5})
		near(t, "rule", extract.Box{p.Rules[0].X0, p.Rules[0].Y0, p.Rules[0].X1, p.Rules[0].Y1}, extract.Box{90, 310, 350, 310})
		if want := extra != "/Rotate 90"; r.warned("page-turned") != want {
			t.Errorf("%q: warned of a turned page: %v, want %v", extra, !want, want)
		}
	}
}

// sameWords are words long enough to be taken for those of the line above.
const sameWords = "<cdf2c8cba3accdeab3c9caa1c8cbc9e7ccfccfc2b4efc8cecef1cafd>"

func TestText(t *testing.T) {
	characters := "0123456789.-%≥项目"
	program := handmade.TrueType(characters)
	utf16 := func(s string) string { return "<" + handmade.HexUTF16(s) + "> Tj" }
	for _, c := range []struct {
		name    string
		font    func(b *handmade.Builder) string
		content string // with the font F
		want    string
		code    string // of a warning
	}{
		{"hyphen at a line's end", (*handmade.Builder).Latin, "BT /F 10 Tf 50 700 Td (-) Tj 5 0 Td (12) Tj 0 -12 Td (ab-) Tj 0 -12 Td (cd) Tj ET", "-12ab-cd", ""},
		{"CMap of Unicode, no font", func(b *handmade.Builder) string { return b.Chinese("UniGB-UCS2-H") }, "BT /F 10 Tf 50 700 Td " + utf16("一级指标≥①") + " ET", "一级指标≥①", ""},
		{"a character by itself in a font that is not there", func(b *handmade.Builder) string { return b.Chinese("GBK-EUC-H") }, "BT /F 10 Tf 50 700 Td <a2dc> Tj 0 -20 Td <b1ea> Tj ET", "④标", ""},
		{"GBK", func(b *handmade.Builder) string { return b.Chinese("GBKp-EUC-H") }, "BT /F 10 Tf 50 700 Td <bca8d0a73132> Tj ET", "绩效12", ""},
		{"named characters", func(b *handmade.Builder) string { return b.Embedded(program, characters) }, "BT /F 10 Tf 50 700 Td " + handmade.Codes(6, 1, 1, 11, 16) + " Tj ET", "500.目", ""},
		{"no names, font says", func(b *handmade.Builder) string { return b.Embedded(program, "") }, "BT /F 10 Tf 50 700 Td " + handmade.Codes(6, 1, 1, 11, 13, 15, 16) + " Tj ET", "500.%项目", "no-unicode-map"},
		{"no names, font does not say", func(b *handmade.Builder) string { return b.Embedded(handmade.TrueType(""), "") }, "BT /F 10 Tf 50 700 Td " + handmade.Codes(54, 49, 49) + " Tj ET", "���", "no-unicode-map"},
		{"a Chinese character called by a letter", func(b *handmade.Builder) string { return b.Wide(handmade.TrueType("里5"), "Ý5") }, "BT /F 10 Tf 50 700 Td " + handmade.Codes(1, 2) + " Tj ET", "�5", "no-unicode-map"},
		{"characters as codes, named in one range", func(b *handmade.Builder) string { return b.Straight("项目5绩效0.") }, "BT /F 10 Tf 50 700 Td " + utf16("绩效项目50.5") + " ET", "绩效项目50.5", ""},
		{"a layer that lies", func(b *handmade.Builder) string { return b.Embedded(program, "1234567890.-%≥项目") },
			"BT /F 10 Tf 50 700 Td " + handmade.Codes(6, 1, 1, 11, 12, 13, 14, 15, 16) + " Tj ET", "500.-%≥项目", "text-layer-lies"},
		{"surrogates", func(b *handmade.Builder) string { return b.Embedded(nil, "𠮷a") }, "BT /F 10 Tf 50 700 Td " + handmade.Codes(1, 2) + " Tj ET", "𠮷a", ""},
		{"radicals", func(b *handmade.Builder) string { return b.Embedded(nil, "⼈⾦⻔①２") }, "BT /F 10 Tf 50 700 Td " + handmade.Codes(1, 2, 3, 4, 5) + " Tj ET", "人金门①２", ""},
		{"the same words on the next line, almost below", func(b *handmade.Builder) string { return b.Chinese("GBK-EUC-H") },
			"BT /F 9 Tf 1 0 0 1 50 700 Tm " + sameWords + " Tj 1 0 0 1 52 687 Tm " + sameWords + " Tj 1 0 0 1 54 674 Tm " + sameWords + " Tj ET", strings.Repeat("万人，完成省人社厅下达任务数", 3), ""},
		{"drawn twice for bold", (*handmade.Builder).Latin, "BT /F 10 Tf 50 700 Td (11.1) Tj 0.3 0 Td (11.1) Tj ET", "11.1", ""},
		{"drawn twice, a character at a time", (*handmade.Builder).Latin, "BT /F 10 Tf 50 700 Td (1) Tj 0.2 0.2 Td (1) Tj 5.3 0 Td (1) Tj .2 0 Td (1) Tj ET", "11", ""},
		{"dots are no repeats", (*handmade.Builder).Latin, "BT /F 10 Tf 50 700 Td (...ll) Tj ET", "...ll", ""},
		{"white on white", (*handmade.Builder).Latin, "1 g BT /F 10 Tf 50 700 Td (9) Tj ET 0 g BT /F 10 Tf 50 650 Td (8) Tj ET", "8", "hidden-text"},
		{"white on dark", (*handmade.Builder).Latin, "0 0 .5 rg 40 690 100 30 re f 1 g BT /F 10 Tf 50 700 Td (9) Tj ET", "9", ""},
		{"painted over, and written again", (*handmade.Builder).Latin, "BT /F 10 Tf 50 700 Td (564.44) Tj ET q 1 g 48 697 60 12 re f Q BT /F 10 Tf 50 700 Td (120.00) Tj ET", "120.00", "hidden-text"},
		{"painted over with the same", (*handmade.Builder).Latin, "BT /F 10 Tf 50 700 Td (120.00) Tj ET q 1 g 48 697 60 12 re f Q BT /F 10 Tf 50 700 Td (120.00) Tj ET", "120.00", ""},
		{"painted over, in a font that is not there", func(b *handmade.Builder) string { return b.Chinese("GBK-EUC-H") }, "BT /F 10 Tf 50 700 Td <bca8d0a7> Tj ET q 1 g 48 697 60 12 re f Q BT /F 10 Tf 50 700 Td <cfeec4bf> Tj ET", "项目", "hidden-text"},
		{"on a white ground", (*handmade.Builder).Latin, "q 1 g 48 697 60 12 re f Q BT /F 10 Tf 50 700 Td (12) Tj ET", "12", ""},
		{"clipped off at the edge of a cell", (*handmade.Builder).Latin, "q 48 697 13.2 12 re W n BT /F 10 Tf 50 700 Td (1234) Tj ET Q", "12", "hidden-text"},
		{"half clipped", (*handmade.Builder).Latin, "q 48 697 16 12 re W n BT /F 10 Tf 50 700 Td (128) Tj ET Q", "128", ""},
		{"clipped away in a font that is not there", func(b *handmade.Builder) string { return b.Chinese("GBK-EUC-H") }, "q 200 697 13 12 re W n BT /F 10 Tf 50 700 Td <bca8d0a7> Tj ET Q BT /F 10 Tf 50 600 Td <cfeec4bf> Tj ET", "项目", "hidden-text"},
		{"the colour of its ground", (*handmade.Builder).Latin, "q .8 g 40 690 99 30 re f Q BT .81 g /F 10 Tf 50 700 Td (9) Tj 0 g 0 -50 Td (8) Tj ET", "8", "hidden-text"},
		{"too small to be read", (*handmade.Builder).Latin, "BT /F .2 Tf 50 700 Td (9) Tj /F 10 Tf 0 -50 Td (8) Tj ET", "8", "hidden-text"},
		{"beside the page", (*handmade.Builder).Latin, "BT /F 10 Tf -50 700 Td (9) Tj 100 0 Td (8) Tj ET", "8", "hidden-text"},
		{"two figures on one spot", (*handmade.Builder).Latin, "BT /F 10 Tf 50 700 Td (9) Tj ET BT /F 10 Tf 50.5 700 Td (8) Tj ET", "��", "overprinted"},
		{"a mark that says what is drawn", (*handmade.Builder).Latin, "/Span <</ActualText (120)>> BDC BT /F 10 Tf 50 700 Td (120) Tj ET EMC", "120", ""},
		{"a mark that says otherwise", (*handmade.Builder).Latin, "/Span <</ActualText (564)>> BDC BT /F 10 Tf 50 700 Td (120) Tj ET EMC", "120", "actual-text"},
		{"a mark that names a character better", func(b *handmade.Builder) string { return b.Embedded(program, "0123456789.-%≥戶目") }, "/Span <</ActualText <feff6237>>> BDC BT /F 10 Tf 50 700 Td " + handmade.Codes(15) + " Tj ET EMC", "户", ""},
		{"a minus called a soft hyphen", func(b *handmade.Builder) string { return b.Embedded(program, "0123456789.\u00ad%≥项目") }, "BT /F 10 Tf 50 700 Td " + handmade.Codes(12, 6) + " Tj ET", "-5", ""},
		{"a point called a blank", func(b *handmade.Builder) string { return b.Embedded(program, "0123456789\u00a0-%≥项目") }, "BT /F 10 Tf 50 700 Td " + handmade.Codes(6, 11, 6) + " Tj ET", "5�5", "no-unicode-map"},
		{"without ink", (*handmade.Builder).Latin, "BT 3 Tr /F 10 Tf 50 700 Td (9) Tj 0 Tr 0 -50 Td (8) Tj ET", "8", "hidden-text"},
		{"a watermark", (*handmade.Builder).Latin, "BT /F 10 Tf 50 700 Td (8) Tj ET BT /F 40 Tf .7 .7 -.7 .7 100 300 Tm (DRAFT) Tj ET", "8", "slanted-text"},
		{"the words of a seal", (*handmade.Builder).Latin, "BT /F 10 Tf 50 700 Td (8) Tj ET 1 0 0 RG " + ring(80, 30) + "S BT 1 0 0 rg /F 10 Tf 75 690 Td (AB) Tj ET", "8", "watermark"},
		{"the words of a seal with a filled border", (*handmade.Builder).Latin, "BT /F 10 Tf 50 700 Td (8) Tj ET 1 0 0 rg " + ring(80, 30) + ring(80, 28) + "f* BT /F 10 Tf 75 690 Td (AB) Tj ET", "8", "watermark"},
		{"red words in a small ring", (*handmade.Builder).Latin, "BT /F 10 Tf 50 700 Td (8) Tj ET 1 0 0 RG " + ring(80, 20) + "S BT 1 0 0 rg /F 10 Tf 75 690 Td (AB) Tj ET", "8AB", ""},
		{"black words in a black ring", (*handmade.Builder).Latin, "BT /F 10 Tf 50 700 Td (8) Tj ET " + ring(80, 30) + "S BT /F 10 Tf 75 690 Td (AB) Tj ET", "8AB", ""},
		{"a label on its side", (*handmade.Builder).Latin, "BT /F 10 Tf 50 700 Td (8) Tj ET BT /F 10 Tf 0 1 -1 0 100 300 Tm (AB) Tj ET BT /F 10 Tf 50 600 Td (8765) Tj ET", "8AB8765", ""},
		{"outside the crop box", (*handmade.Builder).Latin, "BT /F 10 Tf 50 700 Td (8) Tj ET", "8", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b handmade.Builder
			b.Page(c.font(&b), "", c.content)
			r := mustRead(t, b.Bytes())
			if got := words(r.pages[0]); got != c.want {
				t.Errorf("got %q want %q", got, c.want)
			}
			if c.code != "" && !r.warned(c.code) || c.code == "" && len(r.doc.Warnings) > 0 {
				t.Errorf("got warnings %v, want %q", r.doc.Warnings, c.code)
			}
		})
	}
}

// ring is a path of curves around a place at the height of 690.
func ring(x, r float64) string {
	return fmt.Sprintf("%[1]g 690 m %[1]g %[3]g %[2]g %[3]g %[2]g 690 c %[2]g %[4]g %[1]g %[4]g %[1]g 690 c h ", x-r, x+r, 690+r*4/3, 690-r*4/3)
}

// What a browser draws of a table beyond the end of a page is clipped off there.
func TestClippedRulings(t *testing.T) {
	for _, c := range []struct {
		name, content string
		want          []grid.Rule
	}{
		{"cut", "q 0 400 600 400 re W n 100 100 m 100 700 l S Q", []grid.Rule{{X0: 99.5, Y0: 100, X1: 100.5, Y1: 400}}},
		{"gone", "q 0 400 600 400 re W n 100 100 m 100 300 l 200 300 l S Q", nil},
		{"not cut at its side", "q 0 400 150 400 re W n 100 500 300 100 re S Q", []grid.Rule{
			{X0: 100, Y0: 299.5, X1: 400, Y1: 300.5}, {X0: 399.5, Y0: 200, X1: 400.5, Y1: 300}, {X0: 100, Y0: 199.5, X1: 400, Y1: 200.5}, {X0: 99.5, Y0: 200, X1: 100.5, Y1: 300}}},
		{"the next not cut", "q 0 400 600 400 re W n 100 100 m 100 700 l S Q 300 300 m 300 100 l S", []grid.Rule{{X0: 99.5, Y0: 100, X1: 100.5, Y1: 400}, {X0: 299.5, Y0: 500, X1: 300.5, Y1: 700}}},
	} {
		var b handmade.Builder
		b.Page(b.Latin(), "", c.content+" BT /F 10 Tf 50 700 Td (8) Tj ET")
		if got := mustRead(t, b.Bytes()).pages[0].Rules; !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v", c.name, got)
		}
	}
}

func TestOCRLayer(t *testing.T) {
	var b handmade.Builder
	image := b.Stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "\xf0")
	b.Page(b.Latin()+"/XObject << /I "+image+" >>", "", "q 600 0 0 800 0 0 cm /I Do Q BT 3 Tr /F 10 Tf 50 700 Td (500) Tj ET")
	r := mustRead(t, b.Bytes())
	if words(r.pages[0]) != "500" || !r.warned("ocr-layer") || r.doc.Pages[0].Origin != extract.OriginScanned {
		t.Errorf("got %q, %+v, %v", words(r.pages[0]), r.doc.Pages, r.doc.Warnings)
	}
}

// A page that holds nothing but unseen text is not empty.
func TestOnlyUnseen(t *testing.T) {
	var b handmade.Builder
	b.Page(b.Latin(), "", "1 g BT /F 10 Tf 50 700 Td (9.5) Tj ET")
	doc, err := engine().Read(b.Bytes(), opts)
	if err != nil || len(doc.Tables) != 0 || len(doc.Lines) != 1 || doc.Lines[0].Text != "9.5" {
		t.Errorf("got %+v, %v; want the text as a line", doc, err)
	}
}

func TestOnlyPictures(t *testing.T) {
	var b handmade.Builder
	image := b.Stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "\xf0")
	b.Page("/XObject << /I "+image+" >>", "", "q 600 0 0 800 0 0 cm /I Do Q")
	wantKind(t, b.Bytes(), extract.ErrScanned)
	b.Page(b.Latin(), "", "BT /F 10 Tf 50 700 Td (500) Tj ET")
	if r := mustRead(t, b.Bytes()); !r.warned("needs-recognition") || r.doc.Pages[0].Origin != extract.OriginScanned || r.doc.Pages[1].Origin != extract.OriginDigital {
		t.Errorf("got %+v %v", r.doc.Pages, r.doc.Warnings)
	}
}

func wantKind(t *testing.T, data []byte, want extract.ErrorKind) {
	t.Helper()
	_, err := engine().Read(data, opts)
	var e *extract.Error
	if !errors.As(err, &e) || e.Kind != want || e.Reason.ZH == "" || e.Hint.ZH == "" || e.Reason.EN == "" || e.Hint.EN == "" {
		t.Errorf("got %v, want kind %s with a reason and a remedy in both languages", err, want)
	}
}

func TestAnnotationsAndFields(t *testing.T) {
	var b handmade.Builder
	font := b.Latin()
	look := b.Stream("/Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources << "+font+" >>", "BT /F 10 Tf 2 5 Td (777.5) Tj ET")
	note := b.Add("<< /Type /Annot /Subtype /FreeText /F 4 /Rect [50 600 150 620] /DA (/F 10 Tf) /Contents (777.5) /AP << /N " + look + " >> >>")
	field := b.Add("<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (777.5) /F 4 /Rect [50 500 150 520] /DA (/F 10 Tf) /AP << /N " + look + " >> >>")
	b.Page(font, "/Annots ["+note+" "+field+"]", "BT /F 10 Tf 50 700 Td (1) Tj ET")
	r := mustRead(t, b.Bytes())
	if got := words(r.pages[0]); got != "1777.5777.5" {
		t.Errorf("got %q, want the page's 1 and 777.5 twice", got)
	}
}

// A field that holds a value and does not say how it looks.
func TestFieldWithoutLook(t *testing.T) {
	for value, want := range map[string]string{"(777.5)": "1777.5", "<FEFF7EE96548>": "1绩效"} {
		var b handmade.Builder
		font := b.Latin()
		field := b.Add("<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V " + value + " /F 4 /Rect [50 500 150 520] /DA (/F 10 Tf 0 g) >>")
		hidden := b.Add("<< /Type /Annot /Subtype /Widget /FT /Tx /T (b) /V (666) /F 2 /Rect [50 400 150 420] /DA (/F 10 Tf 0 g) >>")
		b.Page(font, "/Annots ["+field+" "+hidden+"]", "BT /F 10 Tf 50 700 Td (1) Tj ET")
		r := mustRead(t, b.Bytes())
		if words(r.pages[0]) != want || !r.warned("field-without-look") {
			t.Errorf("got %q, %v; want %q and a warning", words(r.pages[0]), r.doc.Warnings, want)
			continue
		}
		g := r.pages[0].Glyphs[1].Box
		if g[0] < 50 || g[0] > 55 || g[1] < 280 || g[3] > 300 {
			t.Errorf("got %v, want it at the left of 50,280 to 150,300", g)
		}
	}
}

// Where a file asks viewers to build the looks of its fields, those in it do not
// count: the values are read, by inheritance and by their labels too. Else what is
// drawn counts, and a value whose look is empty is told of.
func TestLooksToBeBuilt(t *testing.T) {
	for _, tt := range []struct {
		name, field, look, built, drawn string
		told                            bool // where the looks count
	}{
		{"an empty look", "/FT /Tx /V (98.5)", "/Tx BMC EMC", "98.5", "", true},
		{"an old look", "/FT /Tx /V (98.5)", "BT /F 10 Tf 2 5 Td (95) Tj ET", "98.5", "95", false},
		{"cleared", "/FT /Tx /V ()", "BT /F 10 Tf 2 5 Td (95) Tj ET", "", "95", false},
		{"never filled in", "/FT /Tx", "/Tx BMC EMC", "", "", false},
		{"on two lines", "/FT /Tx /Ff 4096 /V (line one\\nand two)", "/Tx BMC EMC", "lineoneandtwo", "", true},
		{"a secret", "/FT /Tx /Ff 8192 /V (98.5)", "/Tx BMC EMC", "", "", false},
		{"a choice", "/FT /Ch /Ff 131072 /V (b) /Opt [[(a) (bad)] [(b) (good)]]", "/Tx BMC EMC", "good", "", true},
		{"a choice typed in", "/FT /Ch /Ff 393216 /V (other) /Opt [(bad) (good)]", "/Tx BMC EMC", "other", "", true},
		{"a list", "/FT /Ch /Ff 2097152 /V [(a) (c)] /Opt [(a) (b) (c)]", "/Tx BMC EMC", "ac", "", true},
		{"a box to tick", "/FT /Btn /V /On /AS /On", "BT /F 10 Tf 2 5 Td (X) Tj ET", "X", "X", false},
	} {
		for _, built := range []bool{true, false} {
			var b handmade.Builder
			font := b.Latin()
			look := b.Stream("/Type /XObject /Subtype /Form /BBox [0 0 100 40] /Resources << "+font+" >>", tt.look)
			if tt.name == "a box to tick" {
				look = "<< /On " + look + " >>"
			}
			field := b.Add("<< /Type /Annot /Subtype /Widget /T (a) " + tt.field + " /F 4 /Rect [50 500 250 540] /DA (/F 10 Tf 0 g) /AP << /N " + look + " >> >>")
			b.Catalog = fmt.Sprintf("/AcroForm << /Fields [%s] /NeedAppearances %v /DA (/F 10 Tf 0 g) /DR << %s >> >>", field, built, font)
			b.Page(font, "/Annots ["+field+"]", "BT /F 10 Tf 50 700 Td (.) Tj ET")
			r := mustRead(t, b.Bytes())
			want := "." + tt.drawn
			if built {
				want = "." + tt.built
			}
			if got := words(r.pages[0]); got != want || r.warned("field-not-shown") != (tt.told && !built) {
				t.Errorf("%s, to be built %v: got %q, %v; want %q", tt.name, built, got, r.doc.Warnings, want)
			}
		}
	}
}

// A field may have its value from the one it is part of.
func TestFieldOfAnother(t *testing.T) {
	var b handmade.Builder
	font := b.Latin()
	parent := fmt.Sprintf("%d 0 R", b.Next()+1)
	field := b.Add("<< /Type /Annot /Subtype /Widget /Parent " + parent + " /F 4 /Rect [50 500 150 520] >>")
	b.Add("<< /FT /Tx /T (a) /V (98.5) /DA (/F 10 Tf 0 g) /Kids [" + field + "] >>")
	b.Catalog = "/AcroForm << /Fields [" + parent + "] /DR << " + font + " >> >>"
	b.Page(font, "/Annots ["+field+"]", "BT /F 10 Tf 50 700 Td (1) Tj ET")
	if got := words(mustRead(t, b.Bytes()).pages[0]); got != "198.5" {
		t.Errorf("got %q, want the value of the field above", got)
	}
}

func TestFormXObject(t *testing.T) {
	var b handmade.Builder
	font := b.Latin()
	inner := b.Stream("/Type /XObject /Subtype /Form /BBox [0 0 1000 1000] /Matrix [1 0 0 1 10 0] /Resources << "+font+" >>",
		"BT /F 10 Tf 20 20 Td (A) Tj ET 0 10 m 100 10 l S 0 0 50 1 re f")
	outer := b.Stream("/Type /XObject /Subtype /Form /BBox [0 0 1000 1000] /Resources << /XObject << /I "+inner+" >> >>", "q 2 0 0 2 0 0 cm /I Do Q")
	b.Page("/XObject << /O "+outer+" >>", "", "q 1 0 0 1 100 300 cm /O Do Q")
	p := mustRead(t, b.Bytes()).pages[0]
	if len(p.Glyphs) != 1 || len(p.Rules) != 2 {
		t.Fatalf("got %d glyphs and %d rules, want 1 and 2", len(p.Glyphs), len(p.Rules))
	}
	near(t, "A", p.Glyphs[0].Box, extract.Box{160, 441.1, 173.3, 464.5})
	near(t, "stroke", extract.Box{p.Rules[0].X0, p.Rules[0].Y0, p.Rules[0].X1, p.Rules[0].Y1}, extract.Box{120, 479, 320, 481})
	near(t, "filled", extract.Box{p.Rules[1].X0, p.Rules[1].Y0, p.Rules[1].X1, p.Rules[1].Y1}, extract.Box{120, 498, 220, 500})
	if p.Glyphs[0].Size != 20 {
		t.Errorf("got size %g, want 20", p.Glyphs[0].Size)
	}
}

func TestType3(t *testing.T) {
	var b handmade.Builder
	glyph := b.Stream("", "500 0 d0 0 0 400 700 re f")
	named := b.Stream("", "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <61> <7EE9> endbfchar endcmap end")
	dot := b.Stream("", "1000 0 0 0 250 200 d1 0 0 250 200 re f")
	font := "/Font << /F " + b.Add("<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 700] /FontMatrix [.001 0 0 .001 0 0] /CharProcs << /g1 "+glyph+" /g2 "+dot+" >> /Encoding << /Type /Encoding /Differences [50 /g2 97 /g1] >> /FirstChar 97 /LastChar 97 /Widths [500] /ToUnicode "+named+" >>") + " >>"
	b.Page(font, "", "BT /F 20 Tf 100 700 Td (aa) Tj ET")
	b.Page(font, "", "BT /F 20 Tf 100 700 Td (a2) Tj ET") // 2 is a full stop that the map has no name for
	r := mustRead(t, b.Bytes())
	if words(r.pages[1]) != "绩�" || !r.warned("no-unicode-map") {
		t.Errorf("got %q, want 绩� and a warning: %v", words(r.pages[1]), r.doc.Warnings)
	}
	p := r.pages[0]
	if words(p) != "绩绩" {
		t.Fatalf("got %q, want 绩绩", words(p))
	}
	if d := p.Glyphs[1].Box[0] - p.Glyphs[0].Box[0]; d < 9 || d > 11 || p.Glyphs[0].Box[3] < 99 || p.Glyphs[0].Box[1] > 90 {
		t.Errorf("got %v and %v, want 10 points apart around 100,100", p.Glyphs[0].Box, p.Glyphs[1].Box)
	}
}

func TestRules(t *testing.T) {
	for _, c := range []struct {
		name, content string
		want          int
	}{
		{"rectangle", "50 50 300 200 re S", 4},
		{"thin filled rectangles in one path", "50 50 300 .5 re 50 100 300 1 re 50 50 1 200 re f", 3},
		{"dashed", "[3 2] 0 d 50 50 m 300 50 l S", 1},
		{"closed", "50 50 m 300 50 l 300 90 l h S", 2}, // and a slanted one
		{"shade", "0.8 g 50 50 300 200 re f", 0},
		{"light areas on a dark ground", "0 g 49 49 202 101 re f 1 g 50 50 99 99 re f 150 50 100 99 re f", 8},
		{"clip path", "50 50 300 200 re W n", 0},
		{"curve", "50 50 m 60 90 90 60 300 50 c S", 0},
		{"image as a ruling", "q 300 0 0 1 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q", 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b handmade.Builder
			b.Page(b.Latin(), "", c.content+" BT 0 g /F 10 Tf 50 700 Td (1) Tj ET")
			if got := mustRead(t, b.Bytes()).pages[0].Rules; len(got) != c.want {
				t.Errorf("got %d rules %v, want %d", len(got), got, c.want)
			}
		})
	}
}

func TestBroken(t *testing.T) {
	var b handmade.Builder
	for range 20 {
		b.Page(b.Latin(), "", "BT /F 10 Tf 50 700 Td (500.25) Tj ET")
	}
	sound := b.Bytes()
	for _, c := range []struct {
		name string
		data []byte
		want extract.ErrorKind
	}{
		{"head only", []byte("%PDF-1.7\n"), extract.ErrTruncated},
		{"first half", sound[:200], extract.ErrTruncated},
		{"noise", []byte("%PDF-1.7\n" + strings.Repeat("\x00\xff\x13(<[", 500) + "%%EOF"), extract.ErrDamaged},
		{"no pages", []byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj trailer<</Root 1 0 R>>\n%%EOF"), extract.ErrDamaged},
	} {
		t.Run(c.name, func(t *testing.T) { wantKind(t, c.data, c.want) })
	}
	// Junk around a sound file, and a lost end mark, do no harm.
	for name, data := range map[string][]byte{
		"junk before": append([]byte("\r\n\x00junk\n"), sound...),
		"junk behind": append(sound[:len(sound):len(sound)], strings.Repeat("\x00\n", 900)...),
		"no end mark": sound[:len(sound)-6],
		"no xref":     []byte(strings.Replace(string(sound), "xref\n0", "yref\n0", 1)),
	} {
		if r, err := read(t, data); err != nil || len(r.pages) != 20 || words(r.pages[19]) != "500.25" {
			t.Errorf("%s: got %v, want 20 pages", name, err)
		}
	}
	empty := handmade.Builder{}
	empty.Page("", "", "")
	wantKind(t, empty.Bytes(), extract.ErrEmpty)
}

func TestLimits(t *testing.T) {
	var b handmade.Builder
	for range 3 {
		b.Page(b.Latin(), "", "BT /F 10 Tf 50 700 Td (1) Tj ET")
	}
	o := opts
	o.Limits.Pages = 2
	if _, err := engine().Read(b.Bytes(), o); kindOf(err) != extract.ErrLimit {
		t.Errorf("3 pages of 2: got %v", err)
	}
	o = opts
	o.Limits.Bytes = 100
	if _, err := engine().Read(b.Bytes(), o); kindOf(err) != extract.ErrLimit {
		t.Errorf("bytes: got %v", err)
	}
	o = opts
	o.Pages = []extract.PageRange{{From: 2, To: 0}}
	if doc, err := engine().Read(b.Bytes(), o); err != nil || len(doc.Pages) != 2 || doc.Pages[0].Number != 2 {
		t.Errorf("pages 2-: got %v, want two", err)
	}
	o.Pages = []extract.PageRange{{From: 9, To: 9}}
	if _, err := engine().Read(b.Bytes(), o); err == nil {
		t.Error("page 9 of 3: got no error")
	}
}

func kindOf(err error) extract.ErrorKind {
	var e *extract.Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return ""
}

func TestLongFile(t *testing.T) {
	var b handmade.Builder
	font := b.Latin()
	table := "50 500 500 200 re S " + strings.Repeat("50 520 m 550 520 l S ", 10)
	for i := range 30 {
		label, ruled := "report", ""
		switch i {
		case 10:
			label, ruled = "FORM", table
		case 11, 20: // the form goes on; a table of something else
			label, ruled = "more", table
		}
		b.Page(font, "", fmt.Sprintf("BT /F 10 Tf 60 600 Td (%s) Tj ET %s", label, ruled))
	}
	o := opts
	o.MayHoldForm = func(text string) bool { return strings.Contains(text, "FORM") }
	e := engine()
	r := newReader(b.Bytes(), o, e.progress)
	if err := e.open(b.Bytes(), o, r.read); err != nil {
		t.Fatal(err)
	}
	var got []int
	for _, p := range r.pages {
		got = append(got, p.Number)
	}
	if want := "[11 12 13]"; fmt.Sprint(got) != want || len(r.doc.Pages) != 30 || !r.warned("pages-passed-over") {
		t.Errorf("read %v of %d pages, want %s of 30, and a warning: %v", got, len(r.doc.Pages), want, r.doc.Warnings)
	}
	if want := "1-10,14-30"; !strings.Contains(r.doc.Warnings[0].Message, want) {
		t.Errorf("got %q, want it to name %s", r.doc.Warnings[0].Message, want)
	}
}

func TestLayers(t *testing.T) {
	for _, name := range []string{"(draft)", "<FEFF8349>", `(a\(b\051)`} {
		var b handmade.Builder
		font := b.Latin()
		off := b.Add("<< /Type /OCG /Name " + name + " >>")
		on := b.Add("<< /Type /OCG /Name (shown) >>")
		b.Add("<< /OCGs [" + off + " " + on + "] /D << /OFF [" + off + "] /ON [" + on + "] >> >>") // stands for the catalog's
		b.Page(font+" /Properties << /A "+off+" /B "+on+" >>", "",
			"/OC /A BDC BT /F 10 Tf 50 700 Td (99.99) Tj ET 50 50 m 90 50 l S EMC /OC /B BDC BT /F 10 Tf 50 650 Td (8) Tj ET EMC BT /F 10 Tf 50 600 Td (10) Tj ET")
		r := mustRead(t, b.Bytes())
		if words(r.pages[0]) != "810" || len(r.pages[0].Rules) != 0 || !r.warned("layer-off") {
			t.Errorf("%s: got %q, %d rules, %v; want 810, none and a warning", name, words(r.pages[0]), len(r.pages[0].Rules), r.doc.Warnings)
		}
	}
}

// TestBoldByOutline: what a program draws over a character to make it bold is
// read as no ruling, a ruling beside it is.
func TestBoldByOutline(t *testing.T) {
	b := &handmade.Builder{}
	outline := "0.4 w 103 702 m 103 708 l 107 708 l 107 702 l h 104 703 m 104 704 105 704 106 703 c 106 705 l 104 705 l h S "
	b.Page(b.Latin(), "", "BT /F 14 Tf 100 700 Td (8) Tj ET "+outline+"100 650 m 200 650 l S")
	p := mustRead(t, b.Bytes()).pages[0]
	if len(p.Rules) != 1 || p.Rules[0].X1-p.Rules[0].X0 < 99 {
		t.Errorf("got rulings %v, want the one of 100 points", p.Rules)
	}
}

// The warning counts the figures that cannot be read, not the pairs they make.
func TestOverprintedCount(t *testing.T) {
	var b handmade.Builder
	b.Page(b.Latin(), "", "BT /F 10 Tf 50 700 Td (98) Tj ET BT /F 10 Tf 50.5 700 Td (17) Tj ET")
	r := mustRead(t, b.Bytes())
	if got := words(r.pages[0]); strings.Count(got, "\uFFFD") != 4 || len(r.doc.Warnings) != 1 || !strings.Contains(r.doc.Warnings[0].Message, "; 4 cannot") {
		t.Errorf("got %q, %v; want four that cannot be read, and a warning of four", got, r.doc.Warnings)
	}
}
