package searchout

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"

	"ziping/extract"
)

// The font of the layer has no ink: two empty glyphs, half as wide as high and as wide
// as high. Its codes are characters.

const (
	// fontName tells a layer of ours from one of another program; extract/pdfin knows it.
	fontName = "ZipingLayer"
	fontKey  = "ZipingLayer" // among the resources of a page

	em, ascent, descent = 1000.0, 880, -120
	// narrow is the first code whose character is as wide as high.
	narrow = 0x2000
)

func width(code uint16) float64 {
	if code < narrow {
		return em / 2
	}
	return em
}

// font adds the font for what some layers say and gives the way to refer to it.
func (o *objects) font(layers []extract.Layer) string {
	program := o.stream(fmt.Sprintf("/Length1 %d", len(fontProgram())), fontProgram())
	glyphs := make([]byte, 2*0x10000)
	for c := range 0x10000 {
		glyphs[2*c+1] = 1
		if c >= narrow {
			glyphs[2*c+1] = 2
		}
	}
	descriptor := o.add(fmt.Sprintf("<< /Type /FontDescriptor /FontName /%s /Flags 4 /FontBBox [0 %d %d %d] /ItalicAngle 0 /Ascent %d /Descent %d /CapHeight %d /StemV 80 /FontFile2 %s >>", fontName, descent, int(em), ascent, ascent, descent, ascent, program))
	kid := o.add(fmt.Sprintf("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW %d /W [0 %d %d] /CIDToGIDMap %s /FontDescriptor %s >>", fontName, int(em), narrow-1, int(em/2), o.stream("", glyphs), descriptor))
	return o.add(fmt.Sprintf("<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%s] /ToUnicode %s >>", fontName, kid, o.stream("", toUnicode(codes(layers)))))
}

// codes are those of the characters of some layers, in order.
func codes(layers []extract.Layer) []uint16 {
	var used [0x10000]bool
	for i := range layers {
		for _, l := range layers[i].Lines {
			for _, r := range l.Text {
				used[code(r)] = true
			}
		}
	}
	var out []uint16
	for c, is := range used {
		if is {
			out = append(out, uint16(c))
		}
	}
	return out
}

// toUnicode names the characters one by one. One range over all of them would be shorter,
// but PDFium takes 256 of a range, and Ghostscript mistakes one of several.
func toUnicode(codes []uint16) []byte {
	const most = 100 // in one block
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n")
	for block := range slices.Chunk(codes, most) {
		fmt.Fprintf(&b, "%d beginbfchar\n", len(block))
		for _, c := range block {
			fmt.Fprintf(&b, "<%04X> <%04X>\n", c, c)
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap CMapName currentdict /CMap defineresource pop end end\n")
	return b.Bytes()
}

// fontProgram is the font as TrueType: a glyph for what is missing and the two others,
// none with an outline.
func fontProgram() []byte {
	const glyphs = 3
	words := func(values ...int) (b []byte) {
		for _, v := range values {
			b = binary.BigEndian.AppendUint16(b, uint16(v))
		}
		return b
	}
	tables := []struct {
		tag  string
		data []byte
	}{
		{"glyf", make([]byte, 4)},
		{"head", words(1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 0, int(em), 0, 0, 0, 0, 0, 0, 0, 0, 0, descent, int(em), ascent, 0, 8, 2, 0, 0)},
		{"hhea", words(1, 0, ascent, descent, 0, int(em), 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, glyphs)},
		{"hmtx", words(int(em), 0, int(em/2), 0, int(em), 0)},
		{"loca", words(0, 0, 0, 0)},
		{"maxp", words(1, 0, glyphs, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)},
	}
	const head, entry = 12, 16
	out := append(words(1, 0), words(len(tables), 64, 2, 16*len(tables)-64)...)
	at := head + entry*len(tables)
	var body []byte
	for _, t := range tables {
		padded := append(t.data, make([]byte, -len(t.data)&3)...)
		out = append(out, t.tag...)
		for _, v := range []uint32{sum(padded), uint32(at + len(body)), uint32(len(t.data))} {
			out = binary.BigEndian.AppendUint32(out, v)
		}
		body = append(body, padded...)
	}
	return append(out, body...)
}

// sum is the checksum of a table.
func sum(b []byte) (s uint32) {
	for ; len(b) >= 4; b = b[4:] {
		s += binary.BigEndian.Uint32(b)
	}
	return s
}
