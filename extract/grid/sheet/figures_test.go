package sheet

import (
	"testing"

	"ziping/extract"
	"ziping/extract/grid/page"
	"ziping/extract/grid/words"
)

// Figures of one width that end right before texts are a column of their own where the gap
// is no blank, and letters of two scripts touch elsewhere on the page.
func TestFiguresOfOneWidth(t *testing.T) {
	for _, c := range []struct {
		name   string
		gap    float64
		others string // elsewhere on the page
		want   int
	}{
		{"two cells", 1.8, "完成8公里", 8},
		{"a blank", 2.6, "完成8公里", 4},
		{"the gap of the program between scripts", 1.8, "", 4},
		{"the same where signs touch", 1.8, "完成、8", 4},
	} {
		p := page.Page{Number: 1, Width: 600, Height: 800}
		write := func(x, y float64, text string) float64 {
			for _, r := range text {
				w := 10.0
				if r < 0x80 {
					w = 5
				}
				p.Glyphs = append(p.Glyphs, page.Glyph{Text: string(r), Size: 10, Box: extract.Box{x, y, x + w, y + 10}})
				x += w
			}
			return x
		}
		for line, text := range []string{"数量指标", "质量指标", "时效指标", "效益"} {
			y := 100 + 20*float64(line)
			write(write(50, y, string(rune('1'+line)))+c.gap, y, text)
		}
		others := 0
		if c.others != "" {
			for line := range 4 {
				write(300, 300+40*float64(line), c.others)
				others++
			}
		}
		d := NewDocument([]page.Page{p}, words.Known(), nil, nil)
		if got := len(d.Sheets[0].Phrases()) - others; got != c.want {
			t.Errorf("%s: got %d texts, want %d", c.name, got, c.want)
		}
	}
}
