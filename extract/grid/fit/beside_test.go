package fit

import (
	"slices"
	"testing"
)

func TestSideBySide(t *testing.T) {
	at := func(lo, hi, y float64) Text { return Text{Box: Interval{lo, hi}, Y: y, Columns: Range{0, 1}} }
	for _, c := range []struct {
		name  string
		texts []Text
		want  []int
	}{
		{"below each other", []Text{at(0, 40, 1), at(5, 35, 2), at(0, 20, 3)}, []int{0, 0, 0}},
		{"a label between others", []Text{at(50, 90, 1), at(50, 90, 2), at(0, 30, 3), at(50, 90, 4)}, []int{0, 0, 1, 0}},
		{"a heading in the middle over texts at the left", []Text{at(50, 90, 1), at(0, 30, 2), at(0, 40, 3)}, []int{0, 0, 0}},
	} {
		if got := SideBySide(c.texts); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}
