package typeset

import (
	"strings"
	"testing"

	"ziping/tools/eval/forms"
	"ziping/tools/eval/looks"
)

// advance is that of a font with Latin letters of half width.
func advance(r rune) float64 {
	if r < 0x80 {
		return 0.5
	}
	return 1
}

// TestNothingIsLost sets forms in every look: all their characters stand on the
// pages, inside a box, and no two boxes of a page overlap.
func TestNothingIsLost(t *testing.T) {
	for _, l := range looks.All {
		for seed := range uint64(8) {
			f := forms.Random(seed)
			pages := Set([]*forms.Form{f}, l, advance)
			want, got := 0, 0
			for _, c := range f.Cells {
				want += letters(c.Text)
			}
			for n, p := range pages {
				for _, x := range p.Texts {
					if x.Kind == "" {
						continue
					}
					if !l.Repeat {
						got += letters(x.Text)
					}
					if !inside(p.Boxes, x) {
						t.Fatalf("%s, form %d, page %d: %q at %.0f,%.0f stands in no box", l.Name, seed, n+1, x.Text, x.X, x.Y)
					}
				}
				for i, a := range p.Boxes {
					if a.Y1 > p.Height || a.X1 > p.Width || a.X1 <= a.X0 || a.Y1 <= a.Y0 {
						t.Fatalf("%s, form %d, page %d: box %+v", l.Name, seed, n+1, a)
					}
					for _, b := range p.Boxes[:i] {
						if min(a.X1, b.X1)-max(a.X0, b.X0) > 0.1 && min(a.Y1, b.Y1)-max(a.Y0, b.Y0) > 0.1 {
							t.Fatalf("%s, form %d, page %d: boxes %+v and %+v overlap", l.Name, seed, n+1, a, b)
						}
					}
				}
			}
			if !l.Repeat && got != want {
				t.Errorf("%s, form %d: got %d characters on paper, want %d", l.Name, seed, got, want)
			}
		}
	}
}

func letters(s string) int {
	return len([]rune(strings.ReplaceAll(strings.ReplaceAll(s, " ", ""), "\n", "")))
}

func inside(boxes []Box, x Text) bool {
	for _, b := range boxes {
		if x.X >= b.X0-0.1 && x.X <= b.X1 && x.Y <= b.Y1+0.5 && x.Y >= b.Y0 {
			return true
		}
	}
	return false
}

func TestPagesBreakAndHeadsComeAgain(t *testing.T) {
	f := forms.Random(3)
	var l looks.Look
	for _, x := range looks.All {
		if x.Name == "pages" {
			l = x
		}
	}
	pages := Set([]*forms.Form{f}, l, advance)
	if len(pages) < 2 {
		t.Fatalf("got %d pages", len(pages))
	}
	heads := map[string]int{}
	for _, c := range f.Cells {
		if c.Kind == forms.Heading && c.Text != "" {
			heads[c.Text]--
		}
	}
	again := 0
	for _, p := range pages[1:] {
		for _, x := range p.Texts {
			if _, ok := heads[x.Text]; ok {
				again++
			}
		}
	}
	if again == 0 {
		t.Error("no heading stands on a later page")
	}
	l.Repeat, l.Cover = false, 3
	if got := Set([]*forms.Form{f}, l, advance); len(got) < 4 || len(got[0].Boxes) != 0 {
		t.Errorf("got %d pages, the first with %d boxes, want three pages of text first", len(got), len(got[0].Boxes))
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text string
		room float64
		want string
	}{
		{"绩效自评", 2, "绩效|自评"},
		{"1234 56", 2.5, "1234|56"},
		{"一\n二", 9, "一|二"},
		{"", 5, ""},
		{"宽", 0, "宽"},
	} {
		if got := strings.Join(wrap(c.text, c.room, advance), "|"); got != c.want {
			t.Errorf("wrap(%q, %g): got %q want %q", c.text, c.room, got, c.want)
		}
	}
}
