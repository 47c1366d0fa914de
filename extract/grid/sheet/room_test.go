package sheet

import (
	"testing"

	"ziping/extract"
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
