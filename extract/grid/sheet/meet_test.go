package sheet

import (
	"fmt"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/grid/page"
)

// goes are words written in one go each: where they begin, how high and what they say; a
// number above a stroke is their size.
func goes(list ...string) (out []page.Glyph) {
	for n, s := range list {
		var x, y, size float64
		var text string
		fmt.Sscan(s, &x, &y, &text, &size)
		if size == 0 {
			size = 10
		}
		for _, r := range text {
			w := size
			if r < 0x80 {
				w = size / 2
			}
			out = append(out, page.Glyph{Text: string(r), Size: size, Run: 2*n + 1, Box: extract.Box{x, y - size/2, x + w, y + size/2}})
			x += w
		}
	}
	return out
}

// Words meet that touch, lie over each other, or are nearer than a character, at one height
// and of one size; punctuation may reach over what it is set close to.
func TestMeetings(t *testing.T) {
	for _, tt := range []struct {
		name  string
		words []string
		want  string
	}{
		{"over each other", []string{"100 50 1234", "115 50 5678"}, "1234 5678 over"},
		{"touching", []string{"100 50 1234", "120 50 5678"}, "1234 5678"},
		{"near", []string{"100 50 1234", "129.9 50 5678"}, "1234 5678"},
		{"apart", []string{"100 50 1234", "130 50 5678"}, ""},
		{"from right to left", []string{"115 50 5678", "100 50 1234"}, "1234 5678 over"},
		{"a little lower", []string{"100 50 1234", "115 52.4 5678"}, "1234 5678 over"},
		{"lower", []string{"100 50 1234", "115 52.5 5678"}, ""},
		{"smaller", []string{"100 3 1234", "115 3 5678 7.1"}, "1234 5678 over"},
		{"much smaller", []string{"100 3 1234", "115 3 5678 7"}, ""},
		{"single characters", []string{"100 50 1", "102 50 2"}, ""},
		{"a single one and two", []string{"100 50 1", "102 50 23"}, "1 23 over"},
		{"punctuation", []string{"100 50 修路，", "126 50 修桥"}, ""},
		{"punctuation that touches", []string{"100 50 修路，", "129.9 50 修桥"}, "修路， 修桥"},
		{"punctuation of ASCII", []string{"100 50 12,", "112 50 345"}, "12, 345 over"},
		{"at the start", []string{"100 50 修路", "116 50 （修桥"}, ""},
		{"in the next band", []string{"100 49.9 1234", "115 50.1 5678"}, "1234 5678 over"},
		{"three", []string{"100 50 1234", "115 50 5678", "130 50 9999"}, "1234 5678 over, 5678 9999 over"},
		{"two lines", []string{"100 90 4444", "110 90 5555", "100 50 1234", "120.5 50 5678"}, "1234 5678, 4444 5555 over"},
	} {
		s := &Chars{Em: 10, Glyphs: goes(tt.words...)}
		s.Meet = meetings(s.Glyphs)
		text := func(w *Word) string { return s.PlainText(w.glyphs) }
		var got []string
		for _, p := range s.Meet.PairsAt(0, 100) {
			line := text(p[0]) + " " + text(p[1])
			if p[0].Over && p[1].Over {
				line += " over"
			}
			got = append(got, line)
		}
		if strings.Join(got, ", ") != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, strings.Join(got, ", "), tt.want)
		}
		for n := range s.Glyphs {
			w, in := s.Meet.Word(n), false
			if w != nil {
				for _, k := range w.glyphs {
					in = in || k == n
				}
			}
			if (w != nil) != in || tt.want == "" && w != nil {
				t.Errorf("%s: character %d is of %v", tt.name, n, w)
			}
		}
	}
	m := meetings(goes("100 50 1234", "115 50 5678", "100 90 1234", "115 90 5678"))
	for _, tt := range []struct {
		top, bottom float64
		want        int
	}{{0, 100, 2}, {50, 90, 2}, {50.1, 90, 1}, {0, 89.9, 1}, {51, 89, 0}} {
		if got := len(m.PairsAt(tt.top, tt.bottom)); got != tt.want {
			t.Errorf("between %v and %v: got %d", tt.top, tt.bottom, got)
		}
	}
}

// Words that lie over each other are read one after the other.
func TestSortLine(t *testing.T) {
	s := &Chars{Em: 10, Glyphs: goes("100 50 1234", "115 50 5678")}
	s.Meet = meetings(s.Glyphs)
	all := []int{7, 6, 5, 4, 3, 2, 1, 0}
	if s.SortLine(all); s.PlainText(all) != "12345678" {
		t.Errorf("got %s", s.PlainText(all))
	}
}

// Fonts for Latin text have what comes before the Chinese characters.
func TestWestern(t *testing.T) {
	for text, want := range map[string]bool{"1": true, "é": true, "\u2e7f": true, "\u2e80": false, "修": false} {
		if got := western(&page.Glyph{Text: text}); got != want {
			t.Errorf("%s: got %v", text, got)
		}
	}
	s := written("100 50 修 62.5 路")
	if p := (&Phrase{Glyphs: []int{0, 1}, Size: 10}); !s.stretched(p) {
		t.Error("a quarter of a character apart is not stretched")
	}
	s = written("100 50 修 62.4 路")
	if p := (&Phrase{Glyphs: []int{0, 1}, Size: 10}); s.stretched(p) {
		t.Error("less than a quarter of a character apart is stretched")
	}
}

// A run is parted into words where a gap is in it; a run in another font goes on with the
// word before it.
func TestRunWords(t *testing.T) {
	at := func(text string, run int, x, y, size float64) page.Glyph {
		w := size
		if text < "\x80" {
			w = size / 2
		}
		return page.Glyph{Text: text, Run: run, Size: size, Box: extract.Box{x, y, x + w, y + size}}
	}
	for _, tt := range []struct {
		name string
		a, b page.Glyph
		want int
	}{
		{"the same run", at("修", 1, 0, 0, 10), at("路", 1, 10, 0, 10), 1},
		{"with a small gap", at("修", 1, 0, 0, 10), at("路", 1, 11, 0, 10), 1},
		{"with a gap", at("修", 1, 0, 0, 10), at("路", 1, 11.1, 0, 10), 2},
		{"a little over it", at("修", 1, 0, 0, 10), at("路", 1, 4.6, 0, 10), 1},
		{"back", at("修", 1, 0, 0, 10), at("路", 1, 4.5, 0, 10), 2},
		{"lower", at("修", 1, 0, 0, 10), at("路", 1, 10, 2.5, 10), 2},
		{"a little lower", at("修", 1, 0, 0, 10), at("路", 1, 10, 2.4, 10), 1},
		{"the next run, of letters", at("修", 1, 0, 0, 10), at("1", 2, 10, 0, 10), 1},
		{"the next run, of the same script", at("修", 1, 0, 0, 10), at("路", 2, 10, 0, 10), 2},
		{"the next run, a quarter further", at("1", 1, 0, 0, 10), at("路", 2, 7.5, 0, 10), 1},
		{"the next run, further", at("1", 1, 0, 0, 10), at("路", 2, 7.6, 0, 10), 2},
		{"the next run, a little further", at("1", 1, 0, 0, 10), at("路", 2, 5.1, 0, 10), 2},
		{"the next run, larger", at("1", 1, 0, 0, 10), at("路", 2, 5, 0, 11.2), 2},
		{"the run behind that", at("修", 1, 0, 0, 10), at("1", 3, 10, 0, 10), 2},
		{"no run", at("修", 0, 0, 0, 10), at("路", 0, 10, 0, 10), 0},
	} {
		if got := len(runWords([]page.Glyph{tt.a, tt.b})); got != tt.want {
			t.Errorf("%s: got %d words, want %d", tt.name, got, tt.want)
		}
	}
}

// Only so many rulings of one direction are looked at, the longest, from top to bottom.
func TestLongest(t *testing.T) {
	var segs []Seg
	for k := range maxSegments + 2 {
		segs = append(segs, Seg{At: float64(k), Lo: 0, Hi: float64(100 + k%7)})
	}
	segs[3].Hi, segs[7].Hi = 1, 2
	got, cut := longest(append([]Seg(nil), segs...))
	if !cut || len(got) != maxSegments || got[3].At != 4 || got[6].At != 8 {
		t.Errorf("got %d, cut %v", len(got), cut)
	}
	if got, cut := longest(segs[:maxSegments]); cut || len(got) != maxSegments {
		t.Errorf("got %d of as many as may be, cut %v", len(got), cut)
	}
}

// What is drawn as a line of words ends with the words, at their foot or through them.
func TestOfWords(t *testing.T) {
	glyphs := func(x, y float64) (out []page.Glyph) {
		for k := range 4 {
			out = append(out, page.Glyph{Text: "字", Size: 10, Box: extract.Box{x + 10*float64(k), y, x + 10*float64(k) + 10, y + 10}})
		}
		return out
	}
	for _, tt := range []struct {
		name string
		rule page.Rule
		want bool // left out
	}{
		{"under the words", page.Rule{X0: 100, Y0: 110, X1: 140, Y1: 110}, true},
		{"through them", page.Rule{X0: 100, Y0: 105, X1: 140, Y1: 105}, true},
		{"a little below", page.Rule{X0: 100, Y0: 110.9, X1: 140, Y1: 110.9}, true},
		{"below", page.Rule{X0: 100, Y0: 111.1, X1: 140, Y1: 111.1}, false},
		{"above their middle", page.Rule{X0: 100, Y0: 102.4, X1: 140, Y1: 102.4}, false},
		{"longer at the left", page.Rule{X0: 97.4, Y0: 110, X1: 140, Y1: 110}, false},
		{"a little longer", page.Rule{X0: 97.6, Y0: 110, X1: 142.4, Y1: 110}, true},
		{"longer at the right", page.Rule{X0: 100, Y0: 110, X1: 142.6, Y1: 110}, false},
		{"under some of them", page.Rule{X0: 110, Y0: 110, X1: 140, Y1: 110}, true},
		{"thick", page.Rule{X0: 100, Y0: 109, X1: 140, Y1: 110.6}, false},
		{"not as thick", page.Rule{X0: 100, Y0: 109, X1: 140, Y1: 110.4}, true},
		{"short", page.Rule{X0: 100, Y0: 110, X1: 105.4, Y1: 110}, false},
		{"a dot", page.Rule{X0: 100, Y0: 110, X1: 101, Y1: 111}, false},
	} {
		for _, y := range []float64{100, 110, 119} { // in bands of two characters
			g := glyphs(100, y)
			r := tt.rule
			r.Y0, r.Y1 = r.Y0+y-100, r.Y1+y-100
			if got := len(withoutWordLines([]page.Rule{r}, g, 10)) == 0; got != tt.want {
				t.Errorf("%s, at %v: got %v", tt.name, y, got)
			}
		}
	}
	gap := append(glyphs(100, 100)[:2], glyphs(140, 100)[1:3]...)
	if got := withoutWordLines([]page.Rule{{X0: 100, Y0: 110, X1: 170, Y1: 110}}, gap, 10); len(got) != 1 {
		t.Error("a line under words far apart is left out")
	}
}

// A box of sides as long as a character and its margins is one to be ticked.
func TestTickBoxes(t *testing.T) {
	square := func(x, y, a float64) []page.Rule {
		return []page.Rule{{X0: x, Y0: y, X1: x + a, Y1: y}, {X0: x, Y0: y + a, X1: x + a, Y1: y + a}, {X0: x, Y0: y, X1: x, Y1: y + a}, {X0: x + a, Y0: y, X1: x + a, Y1: y + a}}
	}
	for _, tt := range []struct {
		name  string
		rules []page.Rule
		left  int
	}{
		{"one", square(100, 100, 8), 0}, {"as small as may be", square(100, 100, 5.5), 0}, {"smaller", square(100, 100, 5.4), 4}, {"as large as may be", square(100, 100, 15), 0}, {"larger", square(100, 100, 15.1), 4},
		{"two", append(square(100, 100, 8), square(100, 130, 8)...), 0}, {"two that touch", append(square(100, 100, 8), square(108, 100, 8)...), 8}, {"two nearly", append(square(100, 100, 8), square(109.1, 100, 8)...), 0},
		{"at a border", append(square(100, 100, 8), page.Rule{X0: 100, Y0: 0, X1: 100, Y1: 300}), 1}, {"at two", append(square(100, 100, 8), page.Rule{X0: 100, Y0: 0, X1: 100, Y1: 300}, page.Rule{X0: 0, Y0: 108, X1: 300, Y1: 108}), 6},
		{"three sides", square(100, 100, 8)[:3], 3},
	} {
		if got := len(withoutTickBoxes(tt.rules, nil, 10)); got != tt.left {
			t.Errorf("%s: got %d rulings left, want %d", tt.name, got, tt.left)
		}
	}
}

// A box that ends before it begins holds nothing.
func TestWithinNothing(t *testing.T) {
	s := written("100 50 修路 500 修桥", "500 50 种树 500 造林")
	if got := s.Within(extract.Box{0, 0, 600, 800}); len(got) != 8 {
		t.Errorf("got %d characters of the page", len(got))
	}
	if got := s.Within(extract.Box{55, 0, 55, 800}); len(got) != 2 {
		t.Errorf("got %d characters at a line", len(got))
	}
	if got := s.Within(extract.Box{0, 50, 600, 50}); len(got) != 0 {
		t.Errorf("got %d characters at a height", len(got))
	}
	if got := s.Within(extract.Box{0, 100, 600, 100}); len(got) != 4 {
		t.Errorf("got %d characters of a line", len(got))
	}
	for _, b := range []extract.Box{{550, 0, 20, 800}, {0, 600, 600, 50}, {550, 600, 20, 50}} {
		if got := s.Within(b); got != nil {
			t.Errorf("%v: got %v", b, got)
		}
	}
}

// A cell's lines are one text, with a paragraph's end where a line ends early and reads so.
func TestTextOf(t *testing.T) {
	for _, tt := range []struct {
		lines []string
		want  string
	}{
		{[]string{"100 50 农村公路改造工程已", "113 50 完成验收"}, "农村公路改造工程已完成验收"},
		{[]string{"100 50 完成。", "113 50 无"}, "完成。\n无"},
		{[]string{"100 50 完成", "113 50 无"}, "完成无"},
		{[]string{"100 50 完成", "123 50 无"}, "完成\n无"},
		{[]string{"100 50 abc", "113 50 def"}, "abc def"},
		{[]string{"100 50 一", "130 50 二"}, "一二"},
		{[]string{"100 50 农村公路改造工程完。", "113 50 无"}, "农村公路改造工程完。无"},
		{[]string{"100 50 12", "113 50 34"}, "12\n34"},
		{[]string{"100 50 名称", "113 50 （无）"}, "名称\n（无）"},
		{[]string{"100 50 名称"}, "名称"},
		{nil, ""},
	} {
		s := written(tt.lines...)
		var all []int
		for n := range s.Glyphs {
			all = append(all, n)
		}
		if got := s.TextOf(s.Lines(all), extract.Box{45, 90, 160, 200}); got != tt.want {
			t.Errorf("%v: got %q, want %q", tt.lines, got, tt.want)
		}
	}
}
