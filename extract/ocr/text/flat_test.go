package text

import (
	"testing"

	"ziping/extract/ocr"
)

func TestFlat(t *testing.T) {
	// stroke is paper with rectangles of ink: x, y, width and height.
	read := func(size float64, strokes ...[4]int) (ocr.Slot, bool) {
		img := ocr.Image{W: 200, H: 40, Pix: make([]uint8, 200*40)}
		for i := range img.Pix {
			img.Pix[i] = 250
		}
		for _, s := range strokes {
			for y := s[1]; y < s[1]+s[3]; y++ {
				for x := s[0]; x < s[0]+s[2]; x++ {
					img.Pix[y*img.W+x] = 10
				}
			}
		}
		var f fitter
		l, ok := f.look(img, size)
		if !ok {
			t.Fatalf("no ink in %v", strokes)
		}
		return f.flat(l, em/l.scale)
	}
	if s, ok := read(25, [4]int{50, 20, 24, 2}); !ok || s.Alternatives[0].Text != "\u2014" || s.From != 50 || s.To != 74 {
		t.Errorf("a dash: %+v", s)
	}
	if s, ok := read(25, [4]int{50, 20, 8, 2}); !ok || s.Alternatives[0].Text != "-" || s.Alternatives[0].P > 0.95 {
		t.Errorf("a hyphen: %+v", s)
	}
	if s, ok := read(25, [4]int{50, 20, 4, 2}); !ok || s.Alternatives[0].Text != "-" {
		t.Errorf("a short hyphen: %+v", s)
	}
	for name, strokes := range map[string][][4]int{
		"equals":   {{50, 16, 14, 2}, {50, 22, 14, 2}},
		"two":      {{50, 20, 10, 2}, {63, 20, 10, 2}},
		"a point":  {{50, 20, 3, 3}},
		"a ruling": {{10, 20, 180, 2}},
		"upright":  {{50, 10, 2, 20}},
		"a square": {{50, 10, 20, 20}},
		"a corner": {{50, 10, 24, 2}, {60, 12, 3, 20}},
	} {
		if s, ok := read(25, strokes...); ok {
			t.Errorf("%s: %+v", name, s)
		}
	}
}
