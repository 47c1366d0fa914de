package corpus

import (
	"bytes"
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/goregular"

	"ziping/tools/eval/forms"
	"ziping/tools/eval/paper/press"
	"ziping/tools/eval/paper/truth"
	"ziping/tools/eval/paper/wear"
)

func letters(t *testing.T) press.Fonts {
	t.Helper()
	f, err := press.NewFace("plain", goregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	return press.Fonts{"song": f, "hei": f, "kai": f, "fang": f}
}

// figures is a form that any font can print.
func figures(seed uint64) *forms.Form {
	f := forms.Random(seed)
	for i := range f.Cells {
		c := &f.Cells[i]
		c.Text = strings.Map(func(r rune) rune {
			if r < 0x80 {
				return r
			}
			return -1
		}, c.Text)
	}
	f.Title, f.Sub, f.Above, f.Below = "Form", "", nil, nil
	return f
}

func several() []*forms.Form {
	var out []*forms.Form
	for seed := range uint64(12) {
		out = append(out, figures(seed))
	}
	return out
}

// A case is the same file again, and its truth tells a place for every cell,
// inside the picture.
func TestBuild(t *testing.T) {
	fonts := letters(t)
	cases := Plan(several(), []Condition{{"scan", 40}, {"seal-red", 40}, {"through", 40}, {"photo", 40}}, 1, 0, false, fonts)
	if len(cases) != 4 {
		t.Fatalf("got %d cases", len(cases))
	}
	for _, c := range cases {
		said, data, err := c.Build(fonts)
		if err != nil {
			t.Fatal(err)
		}
		_, again, err := c.Build(fonts)
		if err != nil || !bytes.Equal(data, again) {
			t.Errorf("%s: another file from the same seed (%v)", c.Name, err)
		}
		seen := map[int]bool{}
		for _, p := range said.Pages {
			for _, q := range p.Cells {
				seen[q.Cell] = true
				for _, xy := range q.Corners {
					if xy[0] < 0 || xy[1] < 0 || xy[0] > float64(p.W) || xy[1] > float64(p.H) {
						t.Errorf("%s: cell %d lies at %v on %d×%d dots", c.Name, q.Cell, xy, p.W, p.H)
					}
				}
			}
		}
		if len(seen) != len(c.Form.Cells) || len(said.Fonts) != 1 {
			t.Errorf("%s: %d of %d cells have a place, %d fonts", c.Name, len(seen), len(c.Form.Cells), len(said.Fonts))
		}
		text, err := said.Write()
		if err != nil {
			t.Fatal(err)
		}
		back, err := truth.Read(text)
		if err != nil || !reflect.DeepEqual(back.Pages, said.Pages) || back.Form.Cells[3].Text != said.Form.Cells[3].Text {
			t.Errorf("%s: the truth is not read back: %v", c.Name, err)
		}
	}
}

// Another draw shares no damage with the first, nor does the next.
func TestDraws(t *testing.T) {
	fonts, seen := letters(t), map[uint64]bool{}
	for draw := range uint64(3) {
		for _, c := range Plan(several(), []Condition{{"scan", 40}, {"blur", 40}}, 2, draw, false, fonts) {
			if seen[c.Seed] {
				t.Errorf("%s of draw %d has the seed of another", c.Name, draw)
			}
			seen[c.Seed] = true
		}
	}
	if len(seen) != 12 {
		t.Errorf("%d cases", len(seen))
	}
}

// A page without cells is stamped too.
func TestStampsOfNotes(t *testing.T) {
	c := &Case{Form: figures(1)}
	if got := c.stamps(&press.Sheet{Width: 600, Height: 800}, rand.New(rand.NewPCG(1, 2))); len(got) == 0 || got[0].X < 200 || got[0].X > 400 {
		t.Errorf("got %v", got)
	}
}

func TestMakeGoesOn(t *testing.T) {
	fonts, dir := letters(t), t.TempDir()
	cases := Plan(several(), []Condition{{"clean", 30}}, 2, 0, false, fonts)
	log := func(string) {}
	first, err := Make(cases[:1], fonts, dir, log)
	if err != nil || first == 0 {
		t.Fatal(first, err)
	}
	if again, err := Make(cases[:1], fonts, dir, log); again != 0 || err != nil {
		t.Errorf("%d pages made again, %v", again, err)
	}
	if more, err := Make(cases, fonts, dir, log); more == 0 || err != nil {
		t.Errorf("%d pages more, %v", more, err)
	}
}

// Sound forms stay sound with other figures.
func TestVary(t *testing.T) {
	list, err := forms.Samples(os.DirFS("../../../../samples"))
	if err != nil {
		t.Fatal(err)
	}
	changed := 0
	for _, f := range list {
		g := Vary(f, rand.New(rand.NewPCG(3, 4)))
		if g == nil {
			continue
		}
		if a, b := truth.Record(f), truth.Record(g); truth.Errors(a) != truth.Errors(b) || len(a.Fields()) != len(b.Fields()) {
			t.Errorf("%s: %d errors, %d before", f.ID, truth.Errors(b), truth.Errors(a))
		}
		for i := range f.Cells {
			if f.Cells[i].Text != g.Cells[i].Text {
				changed++
			}
		}
	}
	if changed < 200 {
		t.Errorf("%d figures changed", changed)
	}
}

func TestShown(t *testing.T) {
	for _, c := range []struct {
		v      int64
		places int
		want   string
	}{{12345, 2, "123.45"}, {5, 2, "0.05"}, {-5, 1, "-0.5"}, {7, 0, "7"}, {0, 2, "0.00"}} {
		if got := shown(c.v, c.places); got != c.want {
			t.Errorf("got %s want %s", got, c.want)
		}
	}
}

func TestConditionsAreKinds(t *testing.T) {
	used := map[string]bool{}
	for _, c := range Conditions {
		used[c.Kind] = true
		if _, ok := wear.Find(c.Kind); !ok {
			t.Errorf("no kind %s", c.Kind)
		}
	}
	for _, k := range wear.Kinds {
		if !used[k.Name] {
			t.Errorf("%s is never measured", k.Name)
		}
	}
}
