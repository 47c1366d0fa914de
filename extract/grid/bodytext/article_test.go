package bodytext

import (
	"slices"
	"testing"

	"ziping/extract"
	"ziping/extract/grid/fit"
	"ziping/extract/grid/page"
	"ziping/extract/grid/sheet"
)

// column writes lines of one width below each other, a character and a half apart.
func column(s *sheet.Sheet, x, y, wide float64, lines int) (out []sheet.Phrase) {
	for k := range lines {
		s.Glyphs = append(s.Glyphs, page.Glyph{Text: "城", Size: 1})
		out = append(out, sheet.Phrase{Sheet: s, Glyphs: []int{len(s.Glyphs) - 1}, Size: 1, Box: extract.Box{x, y + 1.5*float64(k), x + wide, y + 1.5*float64(k) + 1}})
	}
	return out
}

// Body text stands in two columns of one width at least, each of several full lines.
func TestArticles(t *testing.T) {
	for _, c := range []struct {
		name  string
		wide  [2]float64
		lines [2]int
		want  int // levels of body text
	}{
		{"two columns", [2]float64{12, 12}, [2]int{6, 6}, 6},
		{"one column", [2]float64{12, 0}, [2]int{6, 0}, 0},
		{"of two widths", [2]float64{12, 16}, [2]int{6, 6}, 0},
		{"narrow", [2]float64{9, 9}, [2]int{6, 6}, 0},
		{"as narrow as may be", [2]float64{10, 10}, [2]int{6, 6}, 6},
		{"few lines", [2]float64{12, 12}, [2]int{3, 3}, 0},
		{"as few as may be", [2]float64{12, 12}, [2]int{4, 4}, 4},
	} {
		s := &sheet.Sheet{}
		list := append(column(s, 0, 0, c.wide[0], c.lines[0]), column(s, 30, 0, c.wide[1], c.lines[1])...)
		slices.SortStableFunc(list, func(a, b sheet.Phrase) int { return int(2 * (a.Y() - b.Y())) })
		var levels [][]int
		for i := range list {
			if n := len(levels); n > 0 && list[levels[n-1][0]].Y() == list[i].Y() {
				levels[n-1] = append(levels[n-1], i)
				continue
			}
			levels = append(levels, []int{i})
		}
		got := 0
		for _, is := range Tell(list, levels, 1).Article {
			if is {
				got++
			}
		}
		if got != c.want {
			t.Errorf("%s: got %d levels, want %d", c.name, got, c.want)
		}
	}
}

func TestCommon(t *testing.T) {
	a := []fit.Interval{{Lo: 0, Hi: 2}, {Lo: 5, Hi: 7}, {Lo: 9, Hi: 10}}
	b := []fit.Interval{{Lo: 2, Hi: 3}, {Lo: 6, Hi: 8}, {Lo: 8.5, Hi: 9.5}}
	if got := common(a, b); !slices.Equal(got, []fit.Interval{{Lo: 6, Hi: 7}, {Lo: 9, Hi: 9.5}}) {
		t.Errorf("got %v", got)
	}
}
