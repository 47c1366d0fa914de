package lined

import (
	"fmt"
	"strings"
	"testing"

	"ziping/extract/grid/sheet"
)

// bar is a ruling at a height, from one place to another.
func bar(y, lo, hi float64) sheet.Seg { return sheet.Seg{At: y, Lo: lo, Hi: hi} }

// heights are those of rulings, in one word.
func heights(bars []sheet.Seg) string {
	var out []string
	for _, b := range bars {
		out = append(out, fmt.Sprint(b.At))
	}
	return strings.Join(out, " ")
}

// Rulings as long as each other, and what lies between them, are those of one table, the
// longest first; one that none is like is of no table.
func TestBundles(t *testing.T) {
	for _, c := range []struct {
		name string
		bars []sheet.Seg
		want string
	}{
		{"a table", []sheet.Seg{bar(10, 0, 300), bar(30, 0, 300), bar(50, 0, 300)}, "0-300: 10 30 50"},
		{"with rulings of some columns", []sheet.Seg{bar(10, 0, 300), bar(30, 100, 300), bar(50, 0, 300)}, "0-300: 10 30 50"},
		{"and below it", []sheet.Seg{bar(10, 0, 300), bar(30, 0, 300), bar(50, 100, 300)}, "0-300: 10 30 50"},
		{"one above it", []sheet.Seg{bar(10, 100, 300), bar(30, 0, 300), bar(50, 0, 300)}, "0-300: 30 50"},
		{"one that is longer", []sheet.Seg{bar(10, 0, 400), bar(30, 0, 300), bar(50, 0, 300)}, "0-300: 30 50"},
		{"two tables", []sheet.Seg{bar(10, 0, 300), bar(30, 0, 300), bar(50, 20, 200), bar(70, 20, 200)}, "0-300: 10 30, 20-200: 50 70"},
		{"the longer below", []sheet.Seg{bar(10, 20, 200), bar(30, 20, 200), bar(50, 0, 300), bar(70, 0, 300)}, "0-300: 50 70, 20-200: 10 30"},
		{"side by side", []sheet.Seg{bar(10, 0, 300), bar(10, 320, 600), bar(30, 0, 300), bar(30, 320, 600)}, "0-300: 10 30"},
		{"none alike", []sheet.Seg{bar(10, 0, 300), bar(30, 0, 250), bar(50, 50, 300)}, ""},
	} {
		var got []string
		for _, b := range newSorter(c.bars, 10).bundles(nil) {
			got = append(got, fmt.Sprintf("%v-%v: %s", b.left, b.right, heights(b.bars)))
		}
		if got := strings.Join(got, ", "); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

// Rulings between which larger text stands are those of two tables.
func TestParts(t *testing.T) {
	b := bundle{bars: []sheet.Seg{bar(10, 0, 300), bar(30, 0, 300), bar(50, 0, 300), bar(70, 0, 300)}}
	for _, c := range []struct {
		large []float64
		want  string
	}{
		{nil, "10 30 50 70"}, {[]float64{5, 80}, "10 30 50 70"}, {[]float64{40}, "10 30, 50 70"}, {[]float64{20}, "30 50 70"}, {[]float64{20, 40, 60}, ""}, {[]float64{30}, "10 30 50 70"},
	} {
		var got []string
		for _, p := range b.parts(c.large) {
			got = append(got, heights(p))
		}
		if got := strings.Join(got, ", "); got != c.want {
			t.Errorf("large text at %v: got %s, want %s", c.large, got, c.want)
		}
	}
}

// Figures at one height are side by side, as those of a row are.
func TestRowsOfFigures(t *testing.T) {
	for want, lists := range map[int][][]float64{0: {nil, {5}, {5, 20, 35}, {20, 5, 35}}, 1: {{5, 6}, {6, 5}, {5, 5, 5}, {5, 20, 21}, {5, 7, 9}}, 2: {{5, 6, 20, 21}, {20, 5, 21, 6}}} {
		for _, list := range lists {
			text := linedText{heights: list}
			if got := text.rows(10); got != want {
				t.Errorf("%v: got %d rows, want %d", list, got, want)
			}
		}
	}
}
