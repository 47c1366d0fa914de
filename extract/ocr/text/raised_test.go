package text

import (
	"testing"

	"ziping/extract/ocr"
)

// A figure above the line is never a sure plain one, one on the line is not doubted.
func TestRaised(t *testing.T) {
	// A tall stroke, and a short one whose foot is lift dots above that of the tall.
	read := func(text string, lift int) ocr.Slot {
		img := ocr.Image{W: 60, H: 50, Pix: make([]uint8, 60*50)}
		for i := range img.Pix {
			img.Pix[i] = 255
		}
		for y := 10; y < 40; y++ {
			for x := 20; x < 24; x++ {
				img.Pix[y*img.W+x] = 0
			}
			if y >= 28-lift && y < 40-lift {
				for x := 30; x < 34; x++ {
					img.Pix[y*img.W+x] = 0
				}
			}
		}
		var f fitter
		l, ok := f.look(img, 32)
		if !ok {
			t.Fatal("no ink")
		}
		slots := []ocr.Slot{
			{From: 20, To: 24, Alternatives: []ocr.Alternative{{Text: "m", P: 0.99}}},
			{From: 30, To: 34, Alternatives: []ocr.Alternative{{Text: text, P: 0.99}}},
		}
		f.doubtRaised(img, l, slots)
		if slots[0].Alternatives[0].P != 0.99 {
			t.Errorf("what is before: %+v", slots[0])
		}
		return slots[1]
	}
	for _, c := range []struct {
		text string
		lift int
		want string
		sure bool
	}{
		{"2", 14, square, false}, {"3", 14, cube, false}, {"1", 14, "\u00b9", false}, {"5", 14, "5", false},
		{"2", 2, "2", true}, {"a", 14, "a", true}, {square, 14, square, false},
	} {
		s := read(c.text, c.lift)
		if a := s.Alternatives[0]; a.Text != c.want || (a.P > 0.95) != c.sure {
			t.Errorf("%s lifted by %d: %+v", c.text, c.lift, s)
		}
	}
	if s := read("2", 14); s.Alternatives[1].Text != "2" {
		t.Errorf("the plain figure is lost: %+v", s)
	}
}
