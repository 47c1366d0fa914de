package pdfout

import (
	"slices"
	"strings"
	"testing"
)

// Lines break between Chinese characters, not inside a figure and not before a mark that
// closes, whatever the width.
func TestWrap(t *testing.T) {
	d := &writer{widths: map[rune]float64{}, size: 1}
	const text = "扣分有原因说明 15；总分（96.88）等于各项得分之和 1024，见下"
	for _, r := range text {
		d.widths[r] = 2
		if r < 0x2e80 {
			d.widths[r] = 1
		}
	}
	for width := 12.0; width < 40; width++ {
		lines := d.wrap(text, width)
		if strings.Join(lines, "") != text {
			t.Fatalf("width %g: lost something: %q", width, lines)
		}
		for _, figure := range []string{"15；", "96.88）", "1024，"} {
			if !slices.ContainsFunc(lines, func(s string) bool { return strings.Contains(s, figure) }) {
				t.Errorf("width %g: %q is broken in %q", width, figure, lines)
			}
		}
	}
}
