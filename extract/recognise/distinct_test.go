package recognise

import (
	"slices"
	"testing"

	"ziping/extract"
)

func TestInkIsReadOnce(t *testing.T) {
	at := func(x0, y0, x1, y1 float64, text ...string) line {
		return line{box: extract.Box{x0, y0, x1, y1}, reading: spell(text...)}
	}
	for _, c := range []struct {
		name  string
		lines []line
		want  []string
	}{
		{"apart", []line{at(0, 0, 20, 10, "1"), at(20, 0, 40, 10, "2"), at(0, 10, 20, 20, "3")}, []string{"1", "2", "3"}},
		{"the same twice", []line{at(0, 0, 20, 10, "1:6"), at(1, 0, 20, 10, "7")}, []string{"7"}},
		{"a part once more", []line{at(10, 0, 20, 10, "5"), at(0, 0, 20, 10, "1", "5:6")}, []string{"15"}},
		{"hardly over each other", []line{at(0, 0, 20, 10, "1"), at(0, 7, 20, 17, "2")}, []string{"1", "2"}},
		{"three of one", []line{at(0, 0, 20, 10, "1:5"), at(0, 0, 20, 10, "7:7"), at(0, 0, 20, 10, "4:6")}, []string{"7"}},
	} {
		var got []string
		for _, l := range distinct(c.lines) {
			got = append(got, l.reading.Text())
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
