package text

import (
	"testing"

	"ziping/extract/ocr"
)

// TestShaped shows ink that the network half passes over, beside what it saw.
func TestShaped(t *testing.T) {
	type alt = ocr.Alternative
	nothing := []alt{{Text: "", P: 0.55}, {Text: "。", P: 0.3}, {Text: "-", P: 0.1}}
	for _, c := range []struct {
		name          string
		ink           [4]int // x, y, width and height, beside a square from 60 to 84
		seen          []alt
		before, after string
		want          string
	}{
		{"a full stop", [4]int{90, 26, 6, 6}, nothing, "木", "", "。"},
		{"a speck in the middle", [4]int{90, 17, 6, 6}, nothing, "木", "", ""},
		{"a speck", [4]int{90, 30, 2, 2}, nothing, "木", "", ""},
		{"a mark that nothing speaks for", [4]int{90, 26, 6, 6}, []alt{{Text: "", P: 0.99}, {Text: "-", P: 0.01}}, "木", "", ""},
		{"a mark that touches its neighbour", [4]int{84, 26, 6, 6}, nothing, "木", "", ""},
		{"ink of what was read", [4]int{90, 26, 6, 6}, nothing, "木", "，", ""},
		{"a minus", [4]int{90, 20, 8, 2}, nothing, "③", "", "-"},
		{"a figure one behind a word", [4]int{90, 19, 22, 2}, nothing, "木", "", "一"},
		{"a stroke as wide behind a figure", [4]int{90, 19, 22, 2}, nothing, "3", "", "-"},
		{"a figure one that was taken for a dash", [4]int{90, 19, 22, 2}, []alt{{Text: "—", P: 0.7}, {Text: "一", P: 0.2}}, "木", "", "一"},
		{"a dash that is nothing else", [4]int{90, 19, 22, 2}, []alt{{Text: "—", P: 1}}, "木", "", "—"},
		{"an upright", [4]int{90, 8, 2, 24}, nothing, "木", "", ""},
	} {
		img := ocr.Image{W: 200, H: 40, Pix: make([]uint8, 200*40)}
		for i := range img.Pix {
			img.Pix[i] = 250
		}
		for _, s := range [][4]int{{60, 8, 24, 24}, c.ink} {
			for y := s[1]; y < s[1]+s[3]; y++ {
				for x := s[0]; x < s[0]+s[2]; x++ {
					img.Pix[y*img.W+x] = 10
				}
			}
		}
		var f fitter
		l, ok := f.look(img, 25)
		if !ok {
			t.Fatal("no ink")
		}
		at := float64(c.ink[0]) + float64(c.ink[2])/2
		slots := []ocr.Slot{
			{Alternatives: []alt{{Text: c.before, P: 1}}, From: 68, To: 76},
			{Alternatives: append([]alt(nil), c.seen...), From: at - 2, To: at + 2},
		}
		if c.after != "" {
			slots = append(slots, ocr.Slot{Alternatives: []alt{{Text: c.after, P: 1}}, From: at, To: at + 3})
		}
		got := f.shaped(img, l, slots)[1].Alternatives
		if got[0].Text != c.want {
			t.Errorf("%s: %+v", c.name, got)
		}
		sum := 0.0
		for _, a := range got {
			sum += a.P
		}
		if sum > 1.001 || c.want != "" && len(c.seen) > 1 && got[0].P > seenShape {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
}

// A bracket and the letter behind it are round together, but no ring.
func TestABracketAndALetterAreNoRing(t *testing.T) {
	within := func(s ocr.Slot) bool { return s.From < 20 }
	seen := func(p float64, texts ...string) (out []ocr.Slot) {
		for i, text := range texts {
			out = append(out, ocr.Slot{From: float64(10 * i), Alternatives: []ocr.Alternative{{Text: text, P: p}}})
		}
		return out
	}
	if !bracketed(seen(1, "(", "B", ")"), within) {
		t.Error("(B is taken for a ring")
	}
	for _, s := range [][]ocr.Slot{seen(0.8, "(", "B"), seen(1, "(", "8"), seen(1, "A", "B", "("), nil} {
		if bracketed(s, within) {
			t.Errorf("%v", s)
		}
	}
}
