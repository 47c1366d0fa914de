package recognise

import (
	"testing"

	"ziping/extract/ocr"
)

// Of specks in an empty cell no words are made: that something is there is told, and no more.
func TestGuessesAreNotTold(t *testing.T) {
	hardly := func(text string, p float64) ocr.Slot {
		return ocr.Slot{From: 3, To: 5, Alternatives: []ocr.Alternative{{Text: text, P: p}}}
	}
	for _, c := range []struct {
		name string
		seen ocr.Reading
		want string
	}{
		{"specks", ocr.Reading{Slots: []ocr.Slot{hardly("腰", 0.05), hardly("摄", 0.1)}}, other},
		{"a word that is half made out", ocr.Reading{Slots: []ocr.Slot{hardly("腰", 0.05), hardly("定", 0.4)}}, "腰定"},
		{"nothing", ocr.Reading{Slots: []ocr.Slot{hardly("", 0.1)}}, ""},
	} {
		got := unmade(line{reading: c.seen}).reading
		if got.Text() != c.want {
			t.Errorf("%s: %q, want %q", c.name, got.Text(), c.want)
		}
		if c.want == other && (got.Slots[0].From != 3 || got.Slots[0].To != 5 || got.Confidence() > guess) {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
	// Where a page is read, too, and a heading that its own choices make is known before.
	words := &engine{says: ocr.Reading{Slots: []ocr.Slot{hardly("腰", 0.05)}}}
	sheet := New(&engine{}, words, nil).Page(ruled(), Options{})
	for _, g := range sheet.Grid.Glyphs {
		if g.Text != other {
			t.Errorf("a page: %q", g.Text)
		}
	}
	if len(sheet.Grid.Glyphs) == 0 {
		t.Error("a page: nothing was read")
	}
}
