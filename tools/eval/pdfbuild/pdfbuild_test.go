package pdfbuild

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"testing"

	"ziping/tools/eval/forms"
	"ziping/tools/eval/looks"
	"ziping/tools/eval/typeset"
)

func font(t *testing.T) *Font {
	t.Helper()
	data, err := os.ReadFile("../../../render/pdfout/font/NotoSansCJKsc-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	f, err := ParseFont(data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestSubset(t *testing.T) {
	f := font(t)
	order, chars := []int{0}, map[rune]int{}
	for _, r := range "绩效5自é评(" {
		chars[r] = len(order)
		order = append(order, f.Glyph(r))
	}
	s, err := ParseFont(f.subset(order, chars))
	if err != nil {
		t.Fatal(err)
	}
	for r := range chars {
		if s.Glyph(r) != chars[r] || s.Advance(r) != f.Advance(r) {
			t.Errorf("%c: got glyph %d, advance %g, want %d and %g", r, s.Glyph(r), s.Advance(r), chars[r], f.Advance(r))
		}
		if s.path(s.Glyph(r)) != f.path(f.Glyph(r)) {
			t.Errorf("%c is drawn otherwise in the subset", r)
		}
	}
	if _, err := ParseFont([]byte("not a font")); err == nil {
		t.Error("ParseFont takes anything")
	}
}

func pages(t *testing.T, k TextKind) []typeset.Page {
	t.Helper()
	return typeset.Set([]*forms.Form{forms.Random(1)}, looks.All[0], Advance(k, font(t)))
}

// TestOffsets: in a sound file every entry of the table points at its object.
func TestOffsets(t *testing.T) {
	data, err := Build(pages(t, Identity), looks.All[0], font(t), Style{})
	if err != nil {
		t.Fatal(err)
	}
	at := bytes.LastIndex(data, []byte("xref\n0 "))
	n := 0
	for i, m := range regexp.MustCompile(`(\d{10}) 00000 n `).FindAllSubmatch(data[at-1:], -1) {
		o, _ := strconv.Atoi(string(m[1]))
		if want := fmt.Sprintf("%d 0 obj\n", i+1); !bytes.HasPrefix(data[o:], []byte(want)) {
			t.Errorf("object %d: got %q", i+1, data[o:o+12])
		}
		n++
	}
	if n < 8 {
		t.Errorf("got %d objects", n)
	}
}

func TestSameBytes(t *testing.T) {
	for _, s := range []Style{{}, {Text: Type3}, {Structure: Streams}, {Structure: Updated}, {Text: GBK, Notes: true}} {
		p := pages(t, s.Text)
		a, err := Build(p, looks.All[0], font(t), s)
		if err != nil {
			t.Fatal(err)
		}
		b, err := Build(p, looks.All[0], font(t), s)
		if err != nil || !bytes.Equal(a, b) {
			t.Errorf("%+v gives other bytes the second time", s)
		}
	}
}

func TestNoCodeIsSaid(t *testing.T) {
	p := []typeset.Page{{Width: 100, Height: 100, Texts: []typeset.Text{{X: 5, Y: 50, Size: 9, Text: "☑"}}}}
	if _, err := Build(p, looks.All[0], font(t), Style{Text: GBK}); err == nil {
		t.Error("a character without a code went into the file")
	}
}

func TestRulings(t *testing.T) {
	// Two cells over one: the lines between, and around.
	boxes := []typeset.Box{{X0: 0, Y0: 0, X1: 10, Y1: 5}, {X0: 10, Y0: 0, X1: 20, Y1: 5}, {X0: 0, Y0: 5, X1: 20, Y1: 9}}
	for _, c := range []struct {
		borders looks.Borders
		want    []Line
	}{
		{looks.Full, []Line{{0, 0, 20, 0}, {0, 5, 20, 5}, {0, 9, 20, 9}, {0, 0, 0, 9}, {10, 0, 10, 5}, {20, 0, 20, 9}}},
		{looks.NoOuter, []Line{{0, 5, 20, 5}, {10, 0, 10, 5}}},
		{looks.Horizontal, []Line{{0, 0, 20, 0}, {0, 5, 20, 5}, {0, 9, 20, 9}}},
		{looks.None, nil},
	} {
		if got := Rulings(boxes, c.borders, false); fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%s: got %v want %v", c.borders, got, c.want)
		}
	}
	if got := cut([]Line{{0, 5, 20, 5}, {10, 0, 10, 5}}); len(got) != 3 {
		t.Errorf("cut: got %v, want the long line in two", got)
	}
}
