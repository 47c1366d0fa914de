package extract

import (
	"encoding/json"
	"reflect"
	"testing"
)

// The second choices of a recognised cell go with it: through JSON, as workers send
// it, and through an edit of its text.
func TestGlyphsStay(t *testing.T) {
	d := document()
	glyphs := []Glyph{
		{{"1", .999}},
		{{"0", .6}, {"6", .4}},
		{{"", .9}, {".", .1}},
	}
	d.Tables[0].Cells[1].Glyphs = glyphs
	if got, want := Spelling(glyphs), "10"; got != want {
		t.Errorf("got %q as the most probable text, want %q", got, want)
	}
	raw, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	var back Document
	if err := json.Unmarshal(raw, &back); err != nil {
		t.Fatal(err)
	}
	if got := back.Tables[0].Cells[1].Glyphs; !reflect.DeepEqual(got, glyphs) {
		t.Errorf("got %v from JSON, want %v", got, glyphs)
	}
	if got := back.Tables[0].Cells[0].Glyphs; got != nil {
		t.Errorf("got %v for a cell that has none", got)
	}
	edited, err := Apply(d, []Edit{{Ref{Row: 0, Col: 1}, "10.00", "16.00"}})
	if err != nil {
		t.Fatal(err)
	}
	if got := edited.Tables[0].Cells[1].Glyphs; !reflect.DeepEqual(got, glyphs) {
		t.Errorf("got %v after an edit, want %v", got, glyphs)
	}
}
