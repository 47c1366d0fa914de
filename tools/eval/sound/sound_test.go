package sound_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"ziping/extract"
	"ziping/internal/pipeline"
	"ziping/tools/eval/sound"
)

func reader(t *testing.T) func(text string) *pipeline.Outcome {
	t.Helper()
	a, err := pipeline.NewAuditor(pipeline.AuditOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return func(text string) *pipeline.Outcome {
		return pipeline.Run([]byte(text), "form.txt", pipeline.Options{Audit: a, Named: true, Lang: extract.ZH})
	}
}

// TestDraw: a form is the same for the same seed, covers its grid once, and its own
// figures hold: points make a hundred, where it prints a total.
func TestDraw(t *testing.T) {
	totals := 0
	for seed := range uint64(50) {
		f, again := sound.Draw(seed), sound.Draw(seed)
		if a, b := fmt.Sprint(f.Cells), fmt.Sprint(again.Cells); a != b {
			t.Errorf("%s: drawn twice, got two forms", f.ID)
		}
		if err := f.Check(); err != nil {
			t.Error(err)
		}
		if f.Truth["total.weight"] == "100" {
			totals++
		}
		for path, i := range f.At {
			if want := f.Truth[path]; f.Cells[i].Text != want {
				t.Errorf("%s: %s stands in a cell that prints %q, want %q", f.ID, path, f.Cells[i].Text, want)
			}
		}
	}
	if totals < 15 {
		t.Errorf("%d of 50 forms print a total of 100, want 15 at least", totals)
	}
}

// drawn is how many forms are drawn for each loss.
const drawn = 30

// TestSoundForms: no copy of a form in which all sums hold has an error or a correction,
// and none is told as read whole with a field read otherwise.
func TestSoundForms(t *testing.T) {
	read := reader(t)
	for _, loss := range []sound.Loss{sound.Nothing, sound.Padded, sound.Leading, sound.AllBlanks, sound.Some} {
		t.Run(string(loss), func(t *testing.T) {
			t.Parallel()
			right, want := 0, 0
			for seed := range uint64(drawn) {
				f := sound.Draw(500 + seed)
				rng := rand.New(rand.NewPCG(seed, 11))
				got := f.Hold(read(f.Around(sound.Tabs, sound.Lose(f.Cut(), loss, rng))))
				if len(got.Errors) > 0 || len(got.Applied) > 0 {
					t.Errorf("%s: got errors %q, corrections %q, want none", f.ID, got.Errors, got.Applied)
				}
				if got.Status == "ok" && len(got.Wrong) > 0 {
					t.Errorf("%s: told as read whole, with %q", f.ID, got.Wrong)
				}
				right, want = right+got.Right, want+got.Want
			}
			// What a copy lost may leave a list that cannot be told; it is said then.
			if least := map[bool]int{true: want, false: want * 98 / 100}[loss == sound.Nothing || loss == sound.Padded]; right < least {
				t.Errorf("got %d of %d fields right, want %d", right, want, least)
			}
		})
	}
}

// TestSlips: a digit changed in a figure that a sum touches is told, mostly, and put right
// only as it was.
func TestSlips(t *testing.T) {
	read := reader(t)
	told, tried := 0, 0
	for seed := range uint64(drawn) {
		f := sound.Draw(600 + seed)
		slipped, c := f.Slip(rand.New(rand.NewPCG(seed, 12)))
		if slipped == nil {
			continue
		}
		got := slipped.Hold(read(slipped.Around(sound.Tabs, slipped.Cut())))
		if tried++; len(got.Errors) > 0 {
			told++
		}
		if len(got.Applied) > 0 && !got.Mends(c.Path, c.Was) {
			t.Errorf("%s: %s %s became %s, corrected %q", f.ID, c.Path, c.Was, c.Now, got.Applied)
		}
	}
	if tried < drawn/2 || told*10 < tried*7 {
		t.Errorf("of %d slips %d were told, want seven in ten", tried, told)
	}
}

// TestHands: what hands do to a form on its way changes nothing of what is read.
func TestHands(t *testing.T) {
	read := reader(t)
	for i, h := range sound.Hands {
		for seed := range uint64(2) {
			f := sound.Draw(740 + 2*uint64(i) + seed)
			g, rows := f.Through(h, f.Cut(), rand.New(rand.NewPCG(seed, 13)))
			got := f.Hold(read(g.Around(sound.Tabs, rows)))
			if len(got.Errors) > 0 || len(got.Applied) > 0 || len(got.Wrong) > 0 || got.Whole && got.Status != "ok" {
				t.Errorf("%s, %s: got %s, errors %q, corrections %q, wrong %q", f.ID, h, got.Status, got.Errors, got.Applied, got.Wrong)
			}
		}
	}
}
