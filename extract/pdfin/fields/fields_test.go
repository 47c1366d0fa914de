package fields

import (
	"math"
	"slices"
	"testing"

	"ziping/extract/pdfin/pdfium"
	"ziping/extract/pdfin/plane"
)

// A value stands at the left of its box, in the middle of its height, on one line
// and in a size that fits.
func TestLayOut(t *testing.T) {
	for _, c := range []struct {
		name, text string
		box        pdfium.Box
		want       string
		size       float64
	}{
		{"room enough", "777.5", pdfium.Box{50, 500, 150, 520}, "777.5", 12},
		{"a flat box", "777.5", pdfium.Box{50, 500, 150, 510}, "777.5", 8},
		{"a narrow box", "绩效评价", pdfium.Box{50, 500, 70, 520}, "绩效评价", 4.8},
		{"half a character", "1", pdfium.Box{50, 500, 55, 520}, "1", 4.8},
		{"the box the other way round", "777.5", pdfium.Box{150, 520, 50, 500}, "777.5", 12},
		{"blanks and forms that only fonts use", "⼈ 人\u3000", pdfium.Box{50, 500, 150, 520}, "人人", 12},
		{"no room", "777.5", pdfium.Box{50, 500, 150, 500.6}, "", 0},
		{"hardly any room", "777.5", pdfium.Box{50, 500, 150, 500.7}, "777.5", 0.56},
	} {
		v := Value{c.text, c.box, false}
		got := v.LayOut(plane.Matrix{A: 1, D: 1})
		text, x := "", min(c.box[0], c.box[2])+0.02*math.Abs(c.box[2]-c.box[0])
		for i, g := range got {
			text += g.Text
			if math.Abs(g.Size-c.size) > 1e-6 || math.Abs((g.Box[1]+g.Box[3])/2-(c.box[1]+c.box[3])/2) > 1e-6 || math.Abs(g.Box[3]-g.Box[1]-c.size) > 1e-6 {
				t.Errorf("%s: got %+v, want size %g in the middle", c.name, g, c.size)
			}
			if i == 0 && math.Abs(g.Box[0]-x) > 1e-6 || g.Box[2] > max(c.box[0], c.box[2])+1e-6 {
				t.Errorf("%s: got %v, want it to begin at %g and stay inside", c.name, g.Box, x)
			}
			if want := advanceOf([]rune(g.Text)[0]) * c.size; math.Abs(g.Box[2]-g.Box[0]-want) > 1e-6 {
				t.Errorf("%s: got %v, want it %g wide", c.name, g.Box, want)
			}
		}
		if text != c.want {
			t.Errorf("%s: got %q, want %q", c.name, text, c.want)
		}
	}
	// A blank takes its room.
	v := Value{"1 2", pdfium.Box{0, 0, 100, 20}, false}
	if got := v.LayOut(plane.Matrix{A: 1, D: 1}); len(got) != 2 || math.Abs(got[1].Box[0]-got[0].Box[0]-12) > 1e-6 {
		t.Errorf("got %v, want two figures 12 points apart", got)
	}
	if advanceOf('a') != 0.5 || advanceOf(0x2E7F) != 0.5 || advanceOf(0x2E80) != 1 || advanceOf('人') != 1 {
		t.Error("how far characters advance")
	}
}

// Of a field for several lines the text begins at the top, ends its paragraphs where
// the value does, and is wrapped between words, in a size that fits.
func TestLines(t *testing.T) {
	for _, c := range []struct {
		name, text string
		wide, high float64
		want       []string
		size       float64
	}{
		{"one line", "98.5", 100, 40, []string{"98.5"}, 12},
		{"paragraphs", "甲\r\n乙\r丙", 100, 60, []string{"甲", "乙", "丙"}, 12},
		{"wrapped", "修建乡村道路12公里", 60, 60, []string{"修建乡村道", "路12公里"}, 12},
		{"between words", "line of words", 42, 60, []string{"line of", " words"}, 12},
		{"smaller", "修建乡村道路", 36, 21, []string{"修建乡村", "道路"}, 8.5},
	} {
		v := Value{text: c.text, lines: true}
		if lines, size := v.lay(c.wide, c.high); !slices.Equal(lines, c.want) || size != c.size {
			t.Errorf("%s: got %q in %g, want %q in %g", c.name, lines, size, c.want, c.size)
		}
	}
	v := Value{"甲\n乙", pdfium.Box{0, 0, 100, 60}, true}
	if got := v.LayOut(plane.Matrix{A: 1, D: 1}); len(got) != 2 || got[0].Box[3] != 60 || math.Abs(got[0].Box[1]-got[1].Box[1]-14.4) > 1e-6 {
		t.Errorf("got %v, want the first at the top and the second a line below", got)
	}
	v.lines = false
	if got, _ := v.lay(100, 60); !slices.Equal(got, []string{"甲 乙"}) {
		t.Errorf("got %q, want one line", got)
	}
}

// What a look shows.
func TestShowsText(t *testing.T) {
	for content, want := range map[string]bool{
		"": true, "/Tx BMC EMC": false, "q 0 0 10 10 re f Q": false, "BT (a) Tj ET": true, "BT [(a)] TJ ET": true, "BT (a)Tj ET": true,
		"/X Do": true, "(a) '": true, "/TjX gs": false,
	} {
		if got := showsText(content); got != want {
			t.Errorf("%q: got %v", content, got)
		}
	}
}
