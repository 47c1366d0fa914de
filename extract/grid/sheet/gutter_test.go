package sheet

import (
	"testing"

	"ziping/extract"
	"ziping/extract/grid/page"
	"ziping/extract/grid/words"
)

// Three lines with a gap at the same place are two paragraphs side by side, though the gap
// is a small one; not where characters are all set apart, nor where it is at other places.
func TestSmallGutter(t *testing.T) {
	for _, c := range []struct {
		name               string
		spaced, gap, shift float64
		want               int
	}{
		{"two paragraphs", 0, 3.6, 0, 6},
		{"characters set apart", 3.3, 3.6, 0, 3},
		{"at other places", 0, 3.6, 3, 3},
		{"a smaller gap", 0, 2.6, 0, 3},
	} {
		p := page.Page{Number: 1, Width: 600, Height: 800}
		for line := range 3 {
			x, y := 50+float64(line)*c.shift, 100+14*float64(line)
			for k, r := range []rune("部门在编人员数和编制数比例在职人员控制率计满分每超") {
				if k == 12 {
					x += c.gap - c.spaced
				}
				if k == 5 { // two that touch
					x -= c.spaced
				}
				p.Glyphs = append(p.Glyphs, page.Glyph{Text: string(r), Size: 10, Box: extract.Box{x, y, x + 10, y + 10}})
				x += 10 + c.spaced
			}
		}
		d := NewDocument([]page.Page{p}, words.Known(), nil, nil)
		if got := len(d.Sheets[0].Phrases()); got != c.want {
			t.Errorf("%s: got %d texts, want %d", c.name, got, c.want)
		}
	}
}
