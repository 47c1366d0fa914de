package eval

import (
	"os"
	"slices"
	"strings"
	"testing"

	"ziping/internal/eval/forms"
	"ziping/internal/eval/looks"
	"ziping/internal/eval/produce"
)

// known are producers that are not read right yet. A test does not ask for
// them; the scoreboard counts them all the same.
var known = map[string]string{
	"xlsx":           "empty merged cells are not listed",
	"own-pdf":        "ToUnicode of one range over all codes is not understood",
	"hand-decoy":     "white text on white paper is taken for printed",
	"hand-inset":     "white cells on a black ground are not seen as ruled",
	"hand-layer-off": "text of a layer that is switched off is read",
	"hand-open-cuts": "cells without a line at the page's end are not joined",
}

// inTest are the looks small enough for every test run.
var inTest = []string{"plain", "landscape"}

// TestReading prints forms with what needs no other program, in two looks, and
// reads them: every table right, every lying text layer noticed.
func TestReading(t *testing.T) {
	if testing.Short() {
		t.Skip("starts the PDF engine")
	}
	list, err := forms.Samples(os.DirFS("../../samples"))
	if err != nil {
		t.Fatal(err)
	}
	for seed := range uint64(12) {
		list = append(list, forms.Random(seed))
	}
	font, err := produce.LoadFont()
	if err != nil {
		t.Fatal(err)
	}
	var some []looks.Look
	for _, l := range looks.All {
		for _, n := range inTest {
			if l.Name == n {
				some = append(some, l)
			}
		}
	}
	read := Program("")
	files, skipped, unread, right := 0, 0, 0, 0
	for _, c := range Plan(list, slices.Concat([]produce.Producer{produce.Own}, produce.Handmade(font), produce.Files), some) {
		data, err := c.Producer.Make(nil, c.Forms, c.Look)
		if err != nil {
			skipped++ // its font has no such character
			continue
		}
		r := Score(c.Name, data, c.Truth(), read)
		if r.NotRead() {
			unread++
			continue
		}
		files++
		if r.Right() {
			right++
			continue
		}
		if why := known[c.Producer.Name]; why != "" {
			t.Logf("%s: not right, as is known: %s", c.Name, why)
			continue
		}
		var b strings.Builder
		Misses(&b, []Result{r})
		t.Error(strings.TrimSpace(b.String()), r.Silent)
	}
	t.Logf("%d files, %d right, %d of kinds not read yet, %d could not be made", files, right, unread, skipped)
	if files < 80 {
		t.Errorf("made %d files only", files)
	}
}

func TestTruthSurvivesJSON(t *testing.T) {
	c := Plan([]*forms.Form{forms.Random(1)}, []produce.Producer{{Name: "p", Lies: true}}, looks.All[:1])[0]
	data, err := c.Truth().Write()
	if err != nil {
		t.Fatal(err)
	}
	got, err := ReadTruth(data)
	if err != nil {
		t.Fatal(err)
	}
	again, err := got.Write()
	if err != nil {
		t.Fatal(err)
	}
	if string(again) != string(data) || !got.Flagged || len(got.Cells) != len(c.Forms[0].Cells) {
		t.Error("a truth does not come back from JSON as it was")
	}
}
