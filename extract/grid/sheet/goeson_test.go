package sheet

import (
	"strings"
	"testing"

	"ziping/extract/grid/page"
	"ziping/extract/grid/words"
)

// Two lines are one text where only together they are a heading, or by their brackets.
func TestGoesOn(t *testing.T) {
	known := func(text string) bool {
		return strings.Contains(" 产出指标 一级指标 指标 满意度 满意度指标 ", " "+text+" ")
	}
	for _, c := range []struct {
		above, below string
		want         bool
	}{
		{"产出指", "标", true}, {"产出", "指标", false}, {"满意度", "指标", false}, {"满意度指", "标", true},
		{"产出指", "数", false}, {"满意度指标", "(30分)", true},
	} {
		d := NewDocument([]page.Page{{Number: 1, Width: 600, Height: 800}}, words.Known(), known, nil)
		var lines [2]Phrase
		for k, text := range []string{c.above, c.below} {
			lines[k].Sheet = d.Sheets[0]
			for _, r := range text {
				lines[k].Glyphs = append(lines[k].Glyphs, len(d.Sheets[0].Glyphs))
				d.Sheets[0].Glyphs = append(d.Sheets[0].Glyphs, page.Glyph{Text: string(r), Size: 10})
			}
		}
		if got := d.GoesOn(&lines[0], &lines[1]); got != c.want {
			t.Errorf("%s over %s: got %v, want %v", c.above, c.below, got, c.want)
		}
	}
}
