package sheet

import (
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/grid/page"
	"ziping/extract/grid/words"
)

// The longest line shows the room of a cell, but not where it runs over the cell.
func TestRoom(t *testing.T) {
	s := Chars{Em: 10}
	for _, c := range []struct {
		name  string
		lines []float64
		want  float64
	}{
		{"no line", nil, 88},
		{"short lines", []float64{20, 70}, 88},
		{"a long one", []float64{20, 96, 70}, 96},
		{"one over the border", []float64{115, 96}, 100},
	} {
		var lines []Line
		for _, w := range c.lines {
			lines = append(lines, Line{Box: extract.Box{50, 0, 50 + w, 10}})
		}
		if got := s.Room(lines, extract.Box{50, 0, 150, 40}); got != c.want {
			t.Errorf("%s: got %v want %v", c.name, got, c.want)
		}
	}
}

// What a blank line parts are paragraphs, figures of one digit too; characters that stand
// alone one below the other are a word.
func TestBlankLine(t *testing.T) {
	for _, c := range []struct {
		text  string
		pitch float64
		want  string
		ink   bool // boxes are as high as the ink
	}{
		{"10 12 8", 24, "10\n12\n8", false},
		{"8 8", 24, "8\n8", false},
		{"12 34", 16, "1234", true},
		{"12 34", 20, "1234", false}, // room for no digit more: one figure that was broken
		{"走访 次数", 24, "走访\n次数", false},
		{"走访 次数", 20, "走访次数", false},
		{"指 标", 40, "指标", false},
	} {
		s := Chars{Em: 10}
		var lines []Line
		for k, word := range strings.Split(c.text, " ") {
			l := Line{Box: extract.Box{50, c.pitch * float64(k), 0, c.pitch*float64(k) + 10}}
			x := 50.0
			for _, r := range word {
				w := map[bool]float64{true: 5, false: 10}[r < 0x80]
				l.Glyphs = append(l.Glyphs, len(s.Glyphs))
				s.Glyphs = append(s.Glyphs, page.Glyph{Text: string(r), Size: 10, Box: extract.Box{x, l.Box[1], x + w, l.Box[3]}})
				x += w
			}
			l.Box[2] = x
			if l.Tall = l.Box; c.ink {
				l.Tall[1], l.Tall[3] = l.Tall[1]+2, l.Tall[3]-3
			}
			lines = append(lines, l)
		}
		if got := s.TextOf(lines, extract.Box{44, -5, 76, 200}); got != c.want {
			t.Errorf("%s at %v: got %q, want %q", c.text, c.pitch, got, c.want)
		}
	}
}

// A year in brackets that stands below a title with room for it beside stands on a line of
// its own; so does one in smaller print. A word in brackets that had no room was wrapped.
func TestAddition(t *testing.T) {
	for _, c := range []struct {
		first, second string
		width, size   float64
		want          string
	}{
		{"绩效自评表", "（2023年度）", 200, 10, "绩效自评表\n（2023年度）"},
		{"绩效自评表", "(2023年度)", 200, 10, "绩效自评表\n(2023年度)"},
		{"绩效自评表", "（2023年度）", 130, 10, "绩效自评表（2023年度）"},
		{"绩效自评表", "（2023年度）", 70, 7, "绩效自评表\n（2023年度）"},
		{"绩效自评表", "（当年度）修订", 200, 10, "绩效自评表（当年度）修订"},
		{"绩效自评表", "填报", 200, 7, "绩效自评表填报"},
	} {
		s := Chars{Em: 10, Words: words.Known()}
		var lines []Line
		for k, text := range []string{c.first, c.second} {
			size := []float64{10, c.size}[k]
			y := 14 * float64(k)
			l := Line{Box: extract.Box{50, y, 50, y + size}}
			for _, r := range text {
				l.Glyphs = append(l.Glyphs, len(s.Glyphs))
				s.Glyphs = append(s.Glyphs, page.Glyph{Text: string(r), Size: size, Box: extract.Box{l.Box[2], y, l.Box[2] + size, y + size}})
				l.Box[2] += size
			}
			l.Tall = l.Box
			lines = append(lines, l)
		}
		if got := s.TextOf(lines, extract.Box{40, -5, 40 + c.width, 40}); got != c.want {
			t.Errorf("%s %s in %v: got %q, want %q", c.first, c.second, c.width, got, c.want)
		}
	}
}
