package pdfbuild

import (
	"encoding/binary"
	"fmt"
	"strings"
)

// latin is a simple TrueType font with the Windows encoding, as Word writes it.
type latin struct {
	subsetter
	lies bool // digits have other digits' codes
}

func (c *latin) encode(r rune) (string, string, error) {
	if _, err := c.number(r); err != nil {
		return "", "", err
	}
	return "F2", fmt.Sprintf("%02X", c.codeOf(r)), nil
}

func (c *latin) codeOf(r rune) rune {
	if c.lies {
		return otherDigit(r)
	}
	return r
}

func (c *latin) fonts(f *file) string {
	order, code, widths := []int{0}, make([]byte, 256), make([]string, 95)
	for i := range widths {
		widths[i] = "0"
	}
	for i, r := range c.list {
		order = append(order, c.font.Glyph(r))
		code[c.codeOf(r)] = byte(i + 1)
		widths[c.codeOf(r)-32] = fmt.Sprintf("%.0f", 1000*c.font.Advance(r))
	}
	be := binary.BigEndian
	table := []byte{0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 12, 0, 0}
	table = be.AppendUint16(table, 262)
	table = append(be.AppendUint16(table, 0), code...)
	data := c.font.subsetWith(order, table)
	file := f.stream(fmt.Sprintf("/Length1 %d", len(data)), data)
	d := f.add(fmt.Sprintf("<</Type/FontDescriptor/FontName/BCDEEE+TimesNewRomanPSMT/Flags 32/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 891/Descent -216/CapHeight 693/StemV 40/FontFile2 %d 0 R>>", file))
	return fmt.Sprintf("/F2 %d 0 R", f.add(fmt.Sprintf("<</Type/Font/Subtype/TrueType/BaseFont/BCDEEE+TimesNewRomanPSMT/Encoding/WinAnsiEncoding/FontDescriptor %d 0 R/FirstChar 32/LastChar 126/Widths[%s]>>", d, strings.Join(widths, " "))))
}

// word writes Latin in one font and the rest in another.
type word struct {
	cjk   identity
	latin latin
}

func (c *word) encode(r rune) (string, string, error) {
	if r >= 32 && r < 127 {
		return c.latin.encode(r)
	}
	return c.cjk.encode(r)
}

func (c *word) advance(r rune) float64 { return c.cjk.advance(r) }

func (c *word) fonts(f *file) string { return c.cjk.fonts(f) + c.latin.fonts(f) }

// type3 draws each glyph itself; a font holds 255.
type type3 struct {
	subsetter
	blind, lies bool
}

func (c *type3) encode(r rune) (string, string, error) {
	n, err := c.number(r)
	if err != nil {
		return "", "", err
	}
	return fmt.Sprintf("T%d", (n-1)/255), fmt.Sprintf("%02X", (n-1)%255+1), nil
}

func (c *type3) fonts(f *file) string {
	var out strings.Builder
	for i := 0; i < len(c.list); i += 255 {
		part := c.list[i:min(i+255, len(c.list))]
		var procs, names, widths strings.Builder
		for k, r := range part {
			w := c.font.Advance(r) * c.font.units
			proc := f.stream("", []byte(fmt.Sprintf("%.0f 0 0 -200 %.0f 1000 d1 %s", w, w, c.font.path(c.font.Glyph(r)))))
			fmt.Fprintf(&procs, "/g%d %d 0 R", k+1, proc)
			fmt.Fprintf(&names, "/g%d", k+1)
			fmt.Fprintf(&widths, "%.0f ", w)
		}
		back, tell := "", plainly
		if c.lies {
			tell = func(r rune) string { return string(otherDigit(r)) }
		}
		if !c.blind {
			back = fmt.Sprintf("/ToUnicode %d 0 R", f.stream("", toUnicode(part, 1, tell)))
		}
		u := 1 / c.font.units
		n := f.add(fmt.Sprintf("<</Type/Font/Subtype/Type3/FontBBox[0 -200 1000 1000]/FontMatrix[%g 0 0 %g 0 0]/FirstChar 1/LastChar %d/Widths[%s]/Encoding<</Type/Encoding/Differences[1%s]>>/CharProcs<<%s>>/Resources<<>>%s>>",
			u, u, len(part), widths.String(), names.String(), procs.String(), back))
		fmt.Fprintf(&out, "/T%d %d 0 R", i/255, n)
	}
	return out.String()
}
