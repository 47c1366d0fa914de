package pdfin

import (
	"slices"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/grid"
)

// glyphsOf writes characters side by side, ten points each; a blank writes none.
func glyphsOf(text string, x float64) (out []grid.Glyph) {
	for _, r := range text {
		if r != ' ' {
			out = append(out, grid.Glyph{Text: string(r), Box: extract.Box{x, 100, x + 10, 110}})
		}
		x += 10
	}
	return out
}

// What the file names stays, whatever the picture is read as; in place of what it does
// not name stands what the picture says, if it says anything.
func TestFilled(t *testing.T) {
	for _, c := range []struct {
		name, text, picture string
		at                  float64 // where the picture's characters begin
		beside              bool    // text beside is wanted, too
		want                string
		read                int
	}{
		{"a character in the middle", "常年性\ufffd延续", "  7 8 ", 0, false, "常年性\ufffd延续", 0},
		{"it is read", "常年性\ufffd延续", "12345 ", 0, false, "常年性4延续", 1},
		{"two of them, of which one is read", "常\ufffd\ufffd延", " 7  ", 0, false, "常7延", 1},
		{"two stretches, of which one is read", "\ufffd年\ufffd延", "7   ", 0, false, "7年\ufffd延", 1},
		{"all of a line", "\ufffd\ufffd\ufffd", "123", 4, false, "123", 3},
		{"more characters than there are", "常\ufffd延", "123", 2, false, "常2延", 1},
		{"a blank beside", "常 \ufffd 延", " 1 2 ", 0, false, "常12延", 2},
		{"nothing unnamed", "常年", "  12", 0, false, "常年", 0},
		{"nothing unnamed, and more is wanted", "常年", "1234", 0, true, "常年34", 2},
	} {
		text := glyphsOf(c.text, 0)
		line := extract.Box{0, 98, 100, 112}
		got, read := filled(text, glyphsOf(c.picture, c.at), stretchesOf(text, middlesIn(line, text), line), func(extract.Box) bool { return c.beside })
		slices.SortStableFunc(got, func(a, b grid.Glyph) int { return int(a.Box[0] - b.Box[0]) })
		var s strings.Builder
		for _, g := range got {
			s.WriteString(g.Text)
		}
		if s.String() != c.want || read != c.read {
			t.Errorf("%s: got %q (%d read), want %q (%d)", c.name, s.String(), read, c.want, c.read)
		}
	}
}
