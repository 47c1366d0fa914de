package ruled

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/grid/fit"
	"ziping/extract/grid/page"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
)

// The texts of a band's cell are cells over the rows that they stand in, or in the middle
// of which they stand; the rows of none are blank, and a label takes these too.
func TestParted(t *testing.T) {
	edges := []float64{0, 20, 40, 60, 80}
	// at is a text of lines ten high, from a height on, that stands in some rows.
	at := func(glyph int, y float64, lines, lo, hi int) text {
		out := text{rows: fit.Range{Lo: lo, Hi: hi}}
		for k := range lines {
			out.lines = append(out.lines, sheet.Line{Glyphs: []int{glyph + k}, Tall: extract.Box{0, y + 12*float64(k), 50, y + 12*float64(k) + 10}})
		}
		return out
	}
	for _, c := range []struct {
		name  string
		list  []text
		label bool
		want  string
	}{
		{"one in each row", []text{at(1, 5, 1, 0, 1), at(2, 25, 1, 1, 2), at(3, 45, 1, 2, 3), at(4, 65, 1, 3, 4)}, false, "1+1 [1], 2+1 [2], 3+1 [3], 4+1 [4]"},
		{"rows without text", []text{at(1, 25, 1, 1, 2)}, false, "1+1 [], 2+1 [1], 3+1 [], 4+1 []"},
		{"a label in the middle of all", []text{at(1, 35, 1, 1, 3)}, true, "1+4 [1]"},
		{"a text in the middle of all", []text{at(1, 35, 1, 1, 3)}, false, "1+1 [], 2+2 [1], 4+1 []"},
		{"two labels", []text{at(1, 15, 1, 0, 2), at(2, 55, 1, 2, 4)}, true, "1+2 [1], 3+2 [2]"},
		{"a label over three rows and one", []text{at(1, 25, 1, 1, 2), at(2, 65, 1, 3, 4)}, true, "1+3 [1], 4+1 [2]"},
		{"two lines over two rows", []text{at(1, 9, 2, 0, 2), at(3, 45, 1, 2, 3)}, false, "1+2 [1 2], 3+1 [3], 4+1 []"},
	} {
		cells := parted(&piece.Cell{Row: 1, Rows: 4, Col: 2, Cols: 1, NoTop: true, NoBottom: true}, c.list, edges, c.label)
		var got []string
		for _, q := range cells {
			got = append(got, fmt.Sprintf("%d+%d %v", q.Row, q.Rows, q.Glyphs))
			if q.Col != 2 || q.Cols != 1 || !q.NoTop || !q.NoBottom {
				t.Errorf("%s: got %+v", c.name, q)
			}
		}
		if got := strings.Join(got, ", "); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
	drawn := parted(&piece.Cell{Row: 0, Rows: 4, Cols: 1}, []text{at(1, 5, 1, 0, 1), at(2, 65, 1, 3, 4)}, edges, false)
	var borders []string // that are not drawn
	for _, q := range drawn {
		borders = append(borders, fmt.Sprint(q.NoTop, q.NoBottom))
	}
	if want := []string{"false true", "true true", "true true", "true false"}; !slices.Equal(borders, want) {
		t.Errorf("got borders that are not drawn %v, want %v", borders, want)
	}
}

// Characters of a line stand apart where a word's gap is between two of them.
func TestHasGap(t *testing.T) {
	for gap, want := range map[float64]bool{0: false, 2: false, 20: true} {
		p := &piece.Piece{Sheet: &sheet.Sheet{Chars: sheet.Chars{Em: 10}}}
		for k, x := range []float64{0, 10, 20 + gap} {
			p.Sheet.Glyphs = append(p.Sheet.Glyphs, page.Glyph{Text: "x", Size: 10, Box: extract.Box{x, 0, x + 10, 10}, Run: k})
		}
		if got := hasGap(p, []int{0, 1, 2}); got != want {
			t.Errorf("a gap of %v: got %v", gap, got)
		}
		if hasGap(p, []int{0, 1}) || hasGap(p, []int{2}) || hasGap(p, nil) {
			t.Errorf("a gap of %v: got one where none is", gap)
		}
	}
}
