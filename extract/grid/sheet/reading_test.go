package sheet

import (
	"testing"

	"ziping/extract"
	"ziping/extract/grid/page"
	"ziping/extract/grid/words"
)

// A line breaks behind each Chinese character and its punctuation, and in no word or
// number.
func TestFirstWord(t *testing.T) {
	for text, want := range map[string]int{"": 0, "修": 1, "修路": 1, "修，路": 2, "2024年": 4, "12%，元": 4, "ab cd": 2, "（修路": 1, "a": 1, "12 3": 2} {
		if got := firstWord(text); got != want {
			t.Errorf("%q: got %d, want %d", text, got, want)
		}
	}
}

// Only a share between 0 and 1 is a confidence; the lowest counts, cut off behind
// three places, and doubt is none at all.
func TestLowest(t *testing.T) {
	s := &Chars{Glyphs: []page.Glyph{{Confidence: 1.5}, {Confidence: 1}, {Confidence: 0.98}, {Confidence: 0.8999}, {Doubtful: true, Confidence: 0.9}, {}, {Confidence: -1}}}
	for _, tt := range []struct {
		glyphs []int
		want   string
	}{{nil, ""}, {[]int{0, 5, 6}, ""}, {[]int{0, 1}, "1"}, {[]int{1, 2, 3}, "0.899"}, {[]int{3, 2}, "0.899"}, {[]int{2, 4}, "0"}, {[]int{4, 3}, "0"}} {
		got := s.Confidence(tt.glyphs)
		if got.String() != tt.want || got.Doubtful != (tt.want == "0") {
			t.Errorf("%v: got %q, doubtful %v, want %q", tt.glyphs, got, got.Doubtful, tt.want)
		}
	}
}

// Boxes have in common a share of the lower one; one without height stands in
// another or at the very same place.
func TestOverlap(t *testing.T) {
	for _, tt := range []struct {
		a, b extract.Box
		want float64
	}{
		{extract.Box{0, 10, 5, 20}, extract.Box{0, 10, 5, 20}, 1},
		{extract.Box{0, 10, 5, 30}, extract.Box{0, 25, 5, 35}, 0.5},
		{extract.Box{0, 10, 5, 20}, extract.Box{0, 15, 5, 15}, 1},
		{extract.Box{0, 10, 5, 20}, extract.Box{0, 25, 5, 25}, 0},
		{extract.Box{0, 10, 5, 20}, extract.Box{0, 5, 5, 5}, 0},
		{extract.Box{0, 10, 5, 10}, extract.Box{0, 10, 5, 10}, 1},
		{extract.Box{0, 10, 5, 10}, extract.Box{0, 11, 5, 11}, 0},
	} {
		if got := overlap(tt.a, tt.b); got != tt.want {
			t.Errorf("%v, %v: got %v, want %v", tt.a, tt.b, got, tt.want)
		}
	}
}

// oneLine is a sheet with a line of texts in rows of words that stand apart.
func oneLine(texts ...string) *Sheet {
	p := page.Page{Number: 1, Width: 600, Height: 800}
	for i, text := range texts {
		x := 50 + 100*float64(i)
		for _, r := range text {
			p.Glyphs = append(p.Glyphs, page.Glyph{Text: string(r), Size: 10, Box: extract.Box{x, 100, x + 10, 111}})
			x += 10
		}
	}
	return NewDocument([]page.Page{p}, words.Known(), nil, func() {}).Sheets[0]
}

// What is taken into a table is free no more, until it is given back.
func TestTakeAndGive(t *testing.T) {
	s := oneLine("修路", "修桥")
	look := func(phrases, free int) {
		t.Helper()
		if got := len(s.Phrases()); got != phrases {
			t.Errorf("got %d phrases, want %d", got, phrases)
		}
		if got := len(s.FreeIn(extract.Box{0, 90, 600, 120})); got != free {
			t.Errorf("got %d characters free, want %d", got, free)
		}
	}
	look(2, 4)
	s.Take([]int{0, 1})
	look(1, 2)
	s.Give([]int{0, 1})
	look(2, 4)
	for _, none := range []extract.Box{{0, 106, 600, 200}, {0, 0, 600, 105}, {200, 90, 600, 120}, {0, 90, 50, 120}} {
		if got := s.FreeIn(none); len(got) > 0 {
			t.Errorf("%v: got characters %v", none, got)
		}
	}
	if got := s.FreeIn(extract.Box{0, 90, 60, 120}); len(got) != 1 || got[0] != 0 {
		t.Errorf("got characters %v, want the first", got)
	}
}

// Only a phrase of several characters, all of them apart, is stretched.
func TestStretched(t *testing.T) {
	s := oneLine("修", "合", "计")
	for _, tt := range []struct {
		glyphs []int
		want   bool
	}{{[]int{0}, false}, {[]int{0, 1, 2}, true}} {
		if got := s.stretched(&Phrase{Glyphs: tt.glyphs, Size: 10}); got != tt.want {
			t.Errorf("%v: got %v", tt.glyphs, got)
		}
	}
	if s := oneLine("合计"); s.stretched(&Phrase{Glyphs: []int{0, 1}, Size: 10}) {
		t.Error("characters that follow each other are stretched")
	}
}
