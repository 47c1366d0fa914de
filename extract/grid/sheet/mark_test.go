package sheet

import (
	"math"
	"testing"

	"ziping/extract"
	"ziping/extract/grid/page"
	"ziping/extract/grid/words"
)

// part is some text of a line, smaller than the rest and raised by shares of the
// line's size, gap of it behind the part before.
type part struct {
	text             string
	small, rise, gap float64
}

// lineOf sets parts one after the other on a line of size 10 whose baseline is 100.
func lineOf(parts ...part) *Sheet {
	p := page.Page{Number: 1, Width: 600, Height: 800}
	x := 50.0
	for _, q := range parts {
		size, base := 10*q.small, 100-10*q.rise
		x += 10 * q.gap
		for _, r := range q.text {
			w := size
			if r < 0x80 {
				w /= 2
			}
			p.Glyphs = append(p.Glyphs, page.Glyph{Text: string(r), Size: size, Box: extract.Box{x, base - 0.86*size, x + w, base + 0.14*size}})
			x += w
		}
	}
	return NewDocument([]page.Page{p}, words.Known(), nil, nil).Sheets[0]
}

// A mark raised or lowered at a text is part of it, wherever in it it stands; what is
// smaller and further away is not. It does not say how high the line stands, and a
// figure raised behind a figure is no digit of it.
func TestMarks(t *testing.T) {
	for _, tt := range []struct {
		name  string
		parts []part
		want  []string
	}{
		{"within", []part{{"98.5", 1, 0, 0}, {"②", 0.6, 0.42, 0}, {"%", 1, 0, 0}}, []string{"98.5②%"}},
		{"at the end", []part{{"实际完成值", 1, 0, 0}, {"(1)", 0.58, 0.6, 0}}, []string{"实际完成值(1)"}},
		{"in brackets behind a figure", []part{{"98.5", 1, 0, 0}, {"[1]", 0.5, 0.5, 0}, {"%", 1, 0, 0}}, []string{"98.5[1]%"}},
		{"lowered", []part{{"CO", 1, 0, 0}, {"2", 0.6, -0.25, 0}, {"吨", 1, 0, 0}}, []string{"CO2吨"}},
		{"behind a unit", []part{{"12m", 1, 0, 0}, {"2", 0.6, 0.42, 0}}, []string{"12m2"}},
		{"figures behind a figure", []part{{"98.5", 1, 0, 0}, {"12", 0.6, 0.42, 0}, {"场", 1, 0, 0}}, []string{"98.5¹²场"}},
		{"a figure behind a rate", []part{{"98.5%", 1, 0, 0}, {"1", 0.6, 0.42, 0}}, []string{"98.5%¹"}},
		{"a small figure on the line", []part{{"98.", 1, 0, 0}, {"5", 0.8, 0, 0}}, []string{"98.5"}},
		{"as large as the text", []part{{"98.5", 1, 0, 0}, {"②", 1, 0.42, 0}}, []string{"②", "98.5"}},
		{"too high", []part{{"98.5", 1, 0, 0}, {"②", 0.6, 0.8, 0}}, []string{"②", "98.5"}},
		{"too far away", []part{{"98.5", 1, 0, 0}, {"②", 0.6, 0.6, 0.4}}, []string{"②", "98.5"}},
	} {
		s := lineOf(tt.parts...)
		list := s.Phrases()
		for i := range list {
			l := s.Lines(list[i].Glyphs)
			if i >= len(tt.want) || len(l) != 1 || s.LineText(&l[0]) != tt.want[i] {
				t.Errorf("%s: phrase %d: got %q", tt.name, i, s.LineText(&l[0]))
			}
		}
		if len(list) != len(tt.want) {
			t.Errorf("%s: got %d phrases, want %d", tt.name, len(list), len(tt.want))
		}
		if len(list) == 1 && (math.Abs(list[0].Box[1]-91.4) > 1e-6 || math.Abs(list[0].Box[3]-101.4) > 1e-6) {
			t.Errorf("%s: got %v, want the height of its line", tt.name, list[0].Box)
		}
	}
}
