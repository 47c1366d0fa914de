// Package handmade writes small PDF files by hand, each with the one oddity that
// a test is about. Only tests of the reader import it.
//
//	var b handmade.Builder
//	b.Page(b.Latin(), "", "BT /F 10 Tf 50 700 Td (500.25) Tj ET")
//	data := b.Bytes()
package handmade

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf16"
)

// Builder writes PDF files by hand: objects count from 1, and 1 and 2 are the
// catalog and the page tree.
type Builder struct {
	objects []string
	pages   []string
	Trailer string // more entries of the trailer
	Catalog string // and of the catalog
}

// Add adds an object and returns the way others refer to it.
func (b *Builder) Add(body string) string {
	b.objects = append(b.objects, body)
	return fmt.Sprintf("%d 0 R", len(b.objects)+2)
}

// Next is the number that the next object gets.
func (b *Builder) Next() int { return len(b.objects) + 3 }

// Stream adds a stream.
func (b *Builder) Stream(dict, data string) string {
	return b.Add(fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", dict, len(data), data))
}

// Page adds a page of 600 by 800 points.
func (b *Builder) Page(resources, extra, content string) {
	b.pages = append(b.pages, b.Add(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << %s >> %s /Contents %s >>",
		resources, extra, b.Stream("", content))))
}

// Bytes is the file.
func (b *Builder) Bytes() []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	all := append([]string{"<< /Type /Catalog /Pages 2 0 R " + b.Catalog + " >>",
		fmt.Sprintf("<< /Type /Pages /Count %d /Kids [%s] >>", len(b.pages), strings.Join(b.pages, " "))}, b.objects...)
	var at []int
	for i, o := range all {
		at = append(at, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	xref := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(all)+1)
	for _, a := range at {
		fmt.Fprintf(&out, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&out, "trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n", len(all)+1, b.Trailer, xref)
	return out.Bytes()
}

// Latin is a font that every reader has.
func (b *Builder) Latin() string {
	return "/Font << /F " + b.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>") + " >>"
}

// Chinese is a font that is not in the file, as old Distillers leave it.
func (b *Builder) Chinese(cmap string) string {
	descriptor := b.Add("<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /Ascent 860 /Descent -140 /CapHeight 700 /StemV 80 /ItalicAngle 0 /FontBBox [0 -140 1000 860] >>")
	kid := b.Add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor " + descriptor + " >>")
	return "/Font << /F " + b.Add("<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /"+cmap+" /DescendantFonts ["+kid+"] >>") + " >>"
}

// Embedded is a font whose codes are glyph numbers. named gives the characters
// of the codes from 1 on as the file tells them, "" if it does not.
func (b *Builder) Embedded(program []byte, named string) string {
	unicode := ""
	if named != "" {
		var cmap strings.Builder
		cmap.WriteString("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n")
		rs := []rune(named)
		fmt.Fprintf(&cmap, "%d beginbfchar\n", len(rs))
		for i, r := range rs {
			fmt.Fprintf(&cmap, "<%04X> <%s>\n", i+1, HexUTF16(string(r)))
		}
		cmap.WriteString("endbfchar endcmap end end\n")
		unicode = "/ToUnicode " + b.Stream("", cmap.String())
	}
	file := ""
	if program != nil {
		file = "/FontFile2 " + b.Stream(fmt.Sprintf("/Length1 %d", len(program)), string(program))
	}
	descriptor := b.Add("<< /Type /FontDescriptor /FontName /ABCDEF+T /Flags 4 /Ascent 860 /Descent -140 /CapHeight 700 /StemV 80 /ItalicAngle 0 /FontBBox [0 -140 1000 860] " + file + " >>")
	kid := b.Add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+T /DW 600 /CIDToGIDMap /Identity /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor " + descriptor + " >>")
	return "/Font << /F " + b.Add("<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+T /Encoding /Identity-H "+unicode+" /DescendantFonts ["+kid+"] >>") + " >>"
}

// Wide is Embedded with a first character as wide as it is high.
func (b *Builder) Wide(program []byte, named string) string {
	font := b.Embedded(program, named)
	for i, o := range b.objects {
		b.objects[i] = strings.Replace(o, "/DW 600", "/DW 1000 /W [2 [600]]", 1)
	}
	return font
}

// HexUTF16 is a text as the digits of a hexadecimal string.
func HexUTF16(s string) string {
	var out strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&out, "%04X", u)
	}
	return out.String()
}

// Codes are glyph numbers as a string of an Identity-H font.
func Codes(glyphs ...int) string {
	var out strings.Builder
	for _, g := range glyphs {
		fmt.Fprintf(&out, "%04X", g)
	}
	return "<" + out.String() + ">"
}

// TrueType makes a font program: glyph n+1 draws the nth character of chars as
// a rectangle of a width of its own.
func TrueType(chars string) []byte {
	be := func(values ...int) []byte {
		var b []byte
		for _, v := range values {
			b = binary.BigEndian.AppendUint16(b, uint16(v))
		}
		return b
	}
	rs := []rune(chars)
	glyf, loca, hmtx := []byte(nil), be(0, 0), be(1000, 0)
	cmap := be(0, 1, 3, 10, 0, 12, 12, 0, 0, 16+12*len(rs), 0, 0, 0, len(rs))
	for i, r := range rs {
		right, top := 150+37*i, 300+29*i
		if r == '里' { // as wide as Chinese characters are
			right = 930
		}
		glyf = append(glyf, be(1, 50, 0, right, top, 3, 0)...)
		glyf = append(glyf, 1, 1, 1, 1)
		glyf = append(glyf, be(50, right-50, 0, 50-right, 0, 0, top, 0)...)
		loca = append(loca, be(len(glyf)/2)...)
		hmtx = append(hmtx, be(1000, 50)...)
		cmap = append(cmap, be(int(r>>16), int(r&0xFFFF), int(r>>16), int(r&0xFFFF), 0, i+1)...)
	}
	n := len(rs) + 1
	tables := []struct {
		tag  string
		data []byte
	}{
		{"cmap", cmap},
		{"glyf", glyf},
		{"head", be(1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 0, 1000, 0, 0, 0, 0, 0, 0, 0, 0, 0, -140, 1000, 860, 0, 8, 2, 0, 0)},
		{"hhea", be(1, 0, 860, -140, 0, 1000, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, n)},
		{"hmtx", hmtx},
		{"loca", loca},
		{"maxp", be(1, 0, n, 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)},
	}
	out := append(be(1, 0), be(len(tables), 64, 2, 48)...)
	var body []byte
	for _, t := range tables {
		out = append(out, t.tag...)
		out = binary.BigEndian.AppendUint32(out, 0)
		out = binary.BigEndian.AppendUint32(out, uint32(12+16*len(tables)+len(body)))
		out = binary.BigEndian.AppendUint32(out, uint32(len(t.data)))
		body = append(body, t.data...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	return append(out, body...)
}

// Straight is a font whose codes are characters, named by one range over all of
// them, as tFPDF and its kin write it. A map takes them to glyph numbers.
func (b *Builder) Straight(chars string) string {
	gids := make([]byte, 2*0x10000)
	for i, r := range []rune(chars) {
		binary.BigEndian.PutUint16(gids[2*r:], uint16(i+1))
	}
	unicode := b.Stream("", "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Adobe-Identity-UCS def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end")
	program := TrueType(chars)
	descriptor := b.Add("<< /Type /FontDescriptor /FontName /T /Flags 4 /Ascent 860 /Descent -140 /CapHeight 700 /StemV 80 /ItalicAngle 0 /FontBBox [0 -140 1000 860] /FontFile2 " + b.Stream(fmt.Sprintf("/Length1 %d", len(program)), string(program)) + " >>")
	kid := b.Add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /T /DW 600 /CIDToGIDMap " + b.Stream("", string(gids)) + " /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> /FontDescriptor " + descriptor + " >>")
	return "/Font << /F " + b.Add("<< /Type /Font /Subtype /Type0 /BaseFont /T /Encoding /Identity-H /ToUnicode "+unicode+" /DescendantFonts ["+kid+"] >>") + " >>"
}
