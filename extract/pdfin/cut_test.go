package pdfin

import (
	"testing"

	"ziping/extract/pdfin/handmade"
)

// Rows that are too low for their lines: what the page shows, and where it lies. The
// ink of the point ends at 703, that of the figures from 707 on.
func TestCutLines(t *testing.T) {
	characters := ".-%≥项目0123456789"
	point, eight, nine := handmade.Codes(1), handmade.Codes(15), handmade.Codes(16)
	figure := eight + " Tj " + point + " Tj " + nine + " Tj"
	for _, c := range []struct {
		name, content, want, code string
		top, bottom               float64 // of the first character, at a baseline 100 from the top
	}{
		{"whole", "q 48 690 60 20 re W n BT /F 10 Tf 50 700 Td " + figure + " ET Q", "8.9", "", 91.4, 101.4},
		{"the lower half cut off, with the point", "q 48 703.5 60 20 re W n BT /F 10 Tf 50 700 Td " + figure + " ET Q", "8.9", "", 91.4, 96.5},
		{"the same in a row that is turned", "q 276.5 48 20 60 re W n BT /F 10 Tf 0 1 -1 0 300 50 Tm " + figure + " ET Q", "8.9", "page-turned", 291.4, 296.5},
		{"the upper half", "q 48 690 60 12 re W n BT /F 10 Tf 50 700 Td " + figure + " ET Q", "8.9", "", 98, 101.4},
		{"more of a line than is seen", "q 48 703.5 60 20 re W n BT /F 10 Tf 50 700 Td " + point + " Tj " + point + " Tj " + nine + " Tj ET Q", "9", "hidden-text", 91.4, 96.5},
		{"a point in a row of its own", "q 48 703.5 8 20 re W n BT /F 10 Tf 50 700 Td " + eight + " Tj ET Q q 58 703.5 9 20 re W n BT /F 10 Tf 60 700 Td " + point + " Tj ET Q q 68 703.5 9 20 re W n BT /F 10 Tf 70 700 Td " + nine + " Tj ET Q", "89", "hidden-text", 91.4, 96.5},
		{"a white point in a cut line", "q 48 703.5 60 20 re W n BT /F 10 Tf 50 700 Td " + eight + " Tj 1 g " + point + " Tj 0 g " + nine + " Tj ET Q", "89", "hidden-text", 91.4, 96.5},
		{"a point of its ground's shade", "q .5 g 40 690 90 30 re f Q q 48 703.5 60 20 re W n BT /F 10 Tf 50 700 Td " + eight + " Tj .5 g " + point + " Tj 0 g " + nine + " Tj ET Q", "89", "hidden-text", 91.4, 96.5},
		{"a point under a patch", "q 48 703.5 60 20 re W n BT /F 10 Tf 50 700 Td " + figure + " ET Q q 1 g 56 690 6 30 re f Q", "89", "hidden-text", 91.4, 96.5},
		{"the end of a cut line beside the cell", "q 48 703.5 12 20 re W n BT /F 10 Tf 50 700 Td " + eight + " Tj " + nine + " Tj " + nine + " Tj ET Q", "89", "hidden-text", 91.4, 96.5},
	} {
		var b handmade.Builder
		b.Page(b.Embedded(handmade.TrueType(characters), characters), "", c.content)
		r := mustRead(t, b.Bytes())
		if got := words(r.pages[0]); got != c.want || c.code != "" && !r.warned(c.code) || c.code == "" && len(r.doc.Warnings) > 0 {
			t.Errorf("%s: got %q, %v, want %q", c.name, got, r.doc.Warnings, c.want)
			continue
		}
		if box := r.pages[0].Glyphs[0].Box; round(box[1]) != c.top || round(box[3]) != c.bottom {
			t.Errorf("%s: the first character lies at %v, want from %v to %v", c.name, box, c.top, c.bottom)
		}
	}
}
