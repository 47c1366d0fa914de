package sheet

import (
	"testing"

	"ziping/extract"
	"ziping/extract/grid/page"
	"ziping/extract/grid/words"
)

// Half a character parts texts that stand at different heights, as a label beside two lines
// does, and no others; nor does a smaller gap, and figures stand lower than words.
func TestTextsAtOtherHeights(t *testing.T) {
	for _, c := range []struct {
		name         string
		left, right  string
		gap, lower   float64
		texts, small int
	}{
		{"a label beside two lines", "目标", "新建", 5, 2, 2, 10},
		{"at one height", "目标", "新建", 5, 0.5, 1, 10},
		{"close by", "目标", "新建", 3, 2, 1, 10},
		{"a figure", "目标", "11", 5, 2, 1, 10},
		{"in other print", "目标", "新建", 5, 2, 1, 9},
	} {
		p := page.Page{Number: 1, Width: 600, Height: 800}
		x := 50.0
		for k, text := range []string{c.left, c.right} {
			size := []float64{10, float64(c.small)}[k]
			y := 100 + float64(k)*c.lower
			for _, r := range text {
				p.Glyphs = append(p.Glyphs, page.Glyph{Text: string(r), Size: size, Box: extract.Box{x, y, x + size, y + size}})
				x += size
			}
			x += c.gap
		}
		d := NewDocument([]page.Page{p}, words.Known(), nil, nil)
		if got := len(d.Sheets[0].Phrases()); got != c.texts {
			t.Errorf("%s: got %d texts, want %d", c.name, got, c.texts)
		}
	}
}
