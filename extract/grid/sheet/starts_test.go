package sheet

import (
	"math"
	"testing"

	"ziping/extract"
	"ziping/extract/grid/page"
)

// The gap between Chinese and other letters shows where it is there four times, and wider
// ones beside it, which part columns, do not count.
func TestBetweenScripts(t *testing.T) {
	for _, c := range []struct {
		gaps []float64
		want float64
	}{
		{nil, 0.2},
		{[]float64{2.9, 2.9, 2.9}, 0.2},
		{[]float64{2.1, 2.1, 2.1, 2.1}, 0.22},
		{[]float64{3.5, 2.1, 3.1, 2.1, 3.5, 2.1, 3.5, 2.1, 3.5}, 0.22},
		{[]float64{0.3, 0.3, 0.3, 0.3}, 0.2},                        // too narrow to be taken for a gap at all
		{[]float64{1.8, 1.8, 1.8, 1.8, 1.8, 0.1, 0.1, 0.1, 0.1}, 0}, // some touch: what stands apart is of two cells
	} {
		s := &Sheet{Chars: Chars{Em: 10}}
		var list []Phrase
		for i, gap := range c.gaps {
			n, y := len(s.Glyphs), 20*float64(i)
			s.Glyphs = append(s.Glyphs, page.Glyph{Text: "公", Size: 10, Box: extract.Box{0, y, 10, y + 10}}, page.Glyph{Text: "4", Size: 10, Box: extract.Box{10 + gap, y, 15 + gap, y + 10}})
			list = append(list, Phrase{Sheet: s, Glyphs: []int{n, n + 1}})
		}
		if got := s.betweenScripts(list); got < c.want-0.001 || got > c.want+0.001 {
			t.Errorf("%v: got %v, want %v", c.gaps, got, c.want)
		}
	}
}

// Signs touch Chinese characters where the program parts digits from them (个、86 栋).
func TestBetweenScriptsBesideSigns(t *testing.T) {
	s := &Sheet{Chars: Chars{Em: 10}}
	var list []Phrase
	for line := range 4 {
		x, y, p := 0.0, 20*float64(line), Phrase{Sheet: s}
		for _, c := range []struct {
			text       string
			width, gap float64
		}{{"个", 10, 0}, {"、", 10, 0}, {"8", 5, 2.1}, {"栋", 10, 0}, {"(", 5, 0}} {
			p.Glyphs = append(p.Glyphs, len(s.Glyphs))
			s.Glyphs = append(s.Glyphs, page.Glyph{Text: c.text, Size: 10, Box: extract.Box{x, y, x + c.width, y + 10}})
			x += c.width + c.gap
		}
		list = append(list, p)
	}
	if got := s.betweenScripts(list); math.Abs(got-0.22) > 0.001 {
		t.Errorf("got %v, want 0.22", got)
	}
}
