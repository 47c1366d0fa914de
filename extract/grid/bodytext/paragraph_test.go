package bodytext

import (
	"testing"

	"ziping/extract"
	"ziping/extract/grid/fit"
	"ziping/extract/grid/page"
	"ziping/extract/grid/sheet"
)

// textLineOf is a line from lo to hi, in characters, with gaps at some places.
func textLineOf(lo, hi float64, gaps ...float64) textLine {
	t := textLine{Interval: fit.Interval{Lo: lo, Hi: hi}, words: true}
	for _, x := range gaps {
		t.gaps = append(t.gaps, fit.Interval{Lo: x, Hi: x + 1})
	}
	return t
}

func TestAreText(t *testing.T) {
	for _, c := range []struct {
		name  string
		lines []textLine
		want  bool
	}{
		{"a paragraph", []textLine{textLineOf(0, 30, 5, 12, 20), textLineOf(0, 30, 8, 15), textLineOf(0, 30, 3, 18)}, true},
		{"one that ends early", []textLine{textLineOf(0, 30, 5), textLineOf(0, 30, 8), textLineOf(0, 10)}, true},
		{"two of three are short", []textLine{textLineOf(0, 30, 5), textLineOf(0, 20, 8), textLineOf(0, 10)}, false},
		{"two lines", []textLine{textLineOf(0, 30, 5), textLineOf(0, 30, 8)}, false},
		{"narrow", []textLine{textLineOf(0, 19.9), textLineOf(0, 19.9), textLineOf(0, 19.9)}, false},
		{"wide enough", []textLine{textLineOf(0, 20), textLineOf(0, 20), textLineOf(0, 20)}, true},
		{"columns", []textLine{textLineOf(0, 30, 5, 12), textLineOf(0, 30, 5.5, 12), textLineOf(0, 30, 5.2, 12.5)}, false},
		{"half of the gaps go on", []textLine{textLineOf(0, 30, 5, 12), textLineOf(0, 30, 5.5, 14), textLineOf(0, 30, 5.2, 16)}, true},
		{"gaps go on by one line", []textLine{textLineOf(0, 30, 5, 12), textLineOf(0, 30, 5.5, 12.5), textLineOf(0, 30, 8, 16)}, true},
	} {
		if got := areText(c.lines, 1); got != c.want {
			t.Errorf("%s: got %v", c.name, got)
		}
	}
}

func TestTogether(t *testing.T) {
	for _, c := range []struct {
		name string
		lo   []float64
		want bool
	}{
		{"flush", []float64{0, 0, 0}, true},
		{"the first is indented", []float64{3.9, 0}, true},
		{"too far", []float64{4.1, 0}, false},
		{"the third is off", []float64{0, 0, 0.6}, false},
		{"the third by a little", []float64{0, 0, 0.5}, true},
		{"it stands where the second does", []float64{3, 0, 0}, true},
	} {
		var lines []textLine
		for _, x := range c.lo {
			lines = append(lines, textLineOf(x, 30))
		}
		if got := together(lines, 1); got != c.want {
			t.Errorf("%s: got %v", c.name, got)
		}
	}
}

// A line of text is words with no more than stretched blanks between.
func TestTextLine(t *testing.T) {
	s := &sheet.Sheet{}
	phrase := func(text string, x float64) sheet.Phrase {
		p := sheet.Phrase{Sheet: s, Box: extract.Box{x, 0, x, 1}, Size: 1}
		for _, r := range text {
			p.Glyphs = append(p.Glyphs, len(s.Glyphs))
			s.Glyphs = append(s.Glyphs, page.Glyph{Text: string(r), Size: 1})
			p.Box[2]++
		}
		return p
	}
	for _, c := range []struct {
		name string
		list []sheet.Phrase
		want bool
	}{
		{"words", []sheet.Phrase{phrase("the", 0), phrase("amount", 4.9)}, true},
		{"a wide gap", []sheet.Phrase{phrase("the", 0), phrase("amount", 5.1)}, false},
		{"words and a year", []sheet.Phrase{phrase("in", 0), phrase("2021", 3), phrase("and", 8)}, true},
		{"figures and a word", []sheet.Phrase{phrase("in", 0), phrase("2021", 3)}, false},
		{"Chinese", []sheet.Phrase{phrase("in", 0), phrase("一般", 3)}, false},
	} {
		blocks := make([]int, len(c.list))
		for i := range blocks {
			blocks[len(blocks)-1-i] = i // in any order
		}
		got := newTextLine(c.list, blocks, 1)
		if got.words != c.want || c.want && (got.Lo != 0 || len(got.gaps) != len(c.list)-1) {
			t.Errorf("%s: got %+v", c.name, got)
		}
	}
}
