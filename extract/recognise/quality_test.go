package recognise

import (
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/scan"
)

// What is said of a picture is what hampers reading it, how clearly it was read, and what
// would help.
func TestQuality(t *testing.T) {
	page := func(clear, unclear int) *Page {
		p := &Page{Listed: extract.Page{Number: 2}}
		for range clear {
			p.lines = append(p.lines, line{reading: spell("7")})
		}
		for range unclear {
			p.lines = append(p.lines, line{reading: spell("7:3")})
		}
		return p
	}
	for _, c := range []struct {
		name      string
		p         *Page
		q         scan.Quality
		has, lack string
	}{
		{"a good one", page(98, 2), scan.Quality{DPI: 299.6, Skew: 0.4, Noise: 0.1, Em: 40}, "（约 300 dpi），文字由识别得出，98% 的行清楚，请与原件核对", "重新"},
		{"a bad one", page(10, 10), scan.Quality{DPI: 100, Skew: -2.04, Noise: 3, Em: 12, Faint: true, Seal: true, Turn: 1},
			"（约 100 dpi，转正了 90°，歪斜 2.0°，字太小，字迹太淡，斑点多，有印章），文字由识别得出，50% 的行清楚，请与原件核对；图像较差", "没有"},
		{"too little to tell", page(1, 3), scan.Quality{DPI: 200, Em: 30}, "文字由识别得出，请与原件核对", "清楚"},
	} {
		got := c.p.quality(c.q)
		if !strings.Contains(got.ZH, c.has) || strings.Contains(got.ZH, c.lack) {
			t.Errorf("%s: %s", c.name, got.ZH)
		}
		if n := strings.Count(got.EN, ","); n < strings.Count(got.ZH, "dpi，") {
			t.Errorf("%s: %s", c.name, got.EN)
		}
	}
}
