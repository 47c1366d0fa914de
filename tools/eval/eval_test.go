package eval

import (
	"errors"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/internal/ready"
	"ziping/tools/eval/forms"
	"ziping/tools/eval/looks"
	"ziping/tools/eval/produce"
)

// all prints every producer in all three looks; else each in one of them.
var all = flag.Bool("all", false, "print every producer in all looks of the test")

// inTest are the looks small enough for every test run.
var inTest = []string{"plain", "landscape", "small"}

// TestReading prints forms with what needs no other program, in a few looks, and
// reads them: every table and record right, every lying text layer noticed.
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
	read := Program(ready.Folder())
	files, skipped, unread, right := 0, 0, 0, 0
	for i, c := range Plan(list, slices.Concat([]produce.Producer{produce.Own}, produce.Handmade(font), produce.Files), some) {
		if turn := i / len(some) % len(some); !*all && i%len(some) != turn {
			continue
		}
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
		if r.Right() && r.sameRecords() {
			right++
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

func TestRefusalNamesItsKind(t *testing.T) {
	for said, want := range map[string]extract.ErrorKind{
		"ziping: a.pdf: 文件已损坏 [damaged]\nziping: 提示: 请重新下载": extract.ErrDamaged,
		"panic: runtime error": extract.ErrInternal,
		"":                     extract.ErrInternal,
	} {
		var e *extract.Error
		if err := refusal(said, os.ErrInvalid); !errors.As(err, &e) || e.Kind != want {
			t.Errorf("%q: got kind %v, want %v", said, e.Kind, want)
		}
	}
}
