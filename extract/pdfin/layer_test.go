package pdfin

import (
	"fmt"
	"math"
	"testing"

	"ziping/extract/pdfin/handmade"
)

// hiddenOver is a page that is a picture, with text over it in a mode of drawing.
func hiddenOver(b *handmade.Builder, font, mode, text string) {
	image := b.Stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "\xf0")
	b.Page(font+"/XObject << /I "+image+" >>", "", "q 600 0 0 800 0 0 cm /I Do Q BT "+mode+" Tr "+text+" ET")
}

// ranged is a font that is not there and names its characters in the ranges of a map.
func ranged(b *handmade.Builder, ranges string) string {
	named := b.Stream("", "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange "+ranges+" endbfrange endcmap end")
	descriptor := b.Add("<< /Type /FontDescriptor /FontName /Empty /Flags 5 /Ascent 1000 /Descent -1 /CapHeight 1000 /StemV 80 /ItalicAngle 0 /FontBBox [0 0 500 1000] >>")
	kid := b.Add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Empty /CIDToGIDMap /Identity /DW 500 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor " + descriptor + " >>")
	return "/Font << /F " + b.Add("<< /Type /Font /Subtype /Type0 /BaseFont /Empty /Encoding /Identity-H /ToUnicode "+named+" /DescendantFonts ["+kid+"] >>") + " >>"
}

// A hidden layer is named by the long ranges of its font's map, as recognition writes
// them; what no range holds has no name.
func TestLongRanges(t *testing.T) {
	text := "/F 10 Tf 50 700 Td <" + handmade.HexUTF16("绩效12") + "> Tj"
	for ranges, want := range map[string]string{
		"<0000> <FFFF> <0000>":                    "绩效12",
		"<0000> <7FFF> <0000> <8000><ffff><8000>": "绩效12",
		"<0000> <00FF> <0000>":                    "����", // half of it has no name
	} {
		var b handmade.Builder
		hiddenOver(&b, ranged(&b, ranges), "3", text)
		if r := mustRead(t, b.Bytes()); words(r.pages[0]) != want || !r.warned("ocr-layer") {
			t.Errorf("%s: got %q, %v; want %q", ranges, words(r.pages[0]), r.doc.Warnings, want)
		}
	}
	// Two fonts of one name that differ say nothing.
	var b handmade.Builder
	font := ranged(&b, "<0000> <FFFF> <0000>")
	ranged(&b, "<0000> <FFFE> <0001>")
	hiddenOver(&b, font, "3", text)
	if got := words(mustRead(t, b.Bytes()).pages[0]); got != "����" {
		t.Errorf("got %q of fonts that differ", got)
	}
}

// Characters set one by one in a font that is not there come in a hidden layer, too.
func TestHiddenOneByOne(t *testing.T) {
	for cmap, codes := range map[string][2]string{"GBK-EUC-H": {"<BCA8>", "<D0A7>"}, "UniGB-UCS2-H": {"<7EE9>", "<6548>"}} {
		var b handmade.Builder
		hiddenOver(&b, b.Chinese(cmap), "3", fmt.Sprintf("/F 10 Tf 50 700 Td %s Tj 200 0 Td %s Tj", codes[0], codes[1]))
		if r := mustRead(t, b.Bytes()); words(r.pages[0]) != "绩效" || !r.warned("ocr-layer") {
			t.Errorf("%s: got %q, %v", cmap, words(r.pages[0]), r.doc.Warnings)
		}
	}
}

// Of a font that is not in the file the widths that the file states count, not the ink
// of the font that is drawn in its place; where they are those of Chinese characters,
// how far most figures are set apart.
func TestWidthsOfTheFile(t *testing.T) {
	for name, c := range map[string]struct {
		widths, text string
		want         float64 // of the last figure
	}{
		"narrow":              {"/DW 1000 /W [1 95 300 814 939 300]", "<003100300030> Tj", 3},
		"half":                {"/DW 1000 /W [1 95 500 814 939 500]", "<0031> Tj", 5},
		"not stated, apart":   {"/DW 1000", "[<0031> 500 <0030> 500 <0030>] TJ", 5},
		"not stated, one run": {"/DW 1000", "<0031> Tj 5 0 Td <0030> Tj 5 0 Td <0030> Tj", 5},
		"not stated, alone":   {"/DW 1000", "<0031> Tj", 10},
	} {
		var b handmade.Builder
		descriptor := b.Add("<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /Ascent 860 /Descent -140 /CapHeight 700 /StemV 80 /ItalicAngle 0 /FontBBox [0 -140 1000 860] >>")
		kid := b.Add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun " + c.widths + " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor " + descriptor + " >>")
		font := "/Font << /F " + b.Add("<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-H /DescendantFonts ["+kid+"] >>") + " >>"
		b.Page(font, "", "BT /F 10 Tf 50 700 Td "+c.text+" ET")
		glyphs := mustRead(t, b.Bytes()).pages[0].Glyphs
		if len(glyphs) == 0 {
			t.Errorf("%s: no characters", name)
			continue
		}
		last := glyphs[len(glyphs)-1].Box
		if got := last[2] - last[0]; math.Abs(got-c.want) > 0.05 {
			t.Errorf("%s: the last figure is %.2f wide, want %.2f", name, got, c.want)
		}
	}
}
