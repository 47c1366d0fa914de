package ruled

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"ziping/extract/grid/fit"
	"ziping/extract/grid/sheet"
)

// linesOf reads lines of texts that stand where they are written: two blanks part them.
func linesOf(drawn string) [][]textBox {
	var out [][]textBox
	for _, l := range strings.Split(strings.Trim(drawn, "\n"), "\n") {
		var line []textBox
		for at := 0; at < len(l); {
			if l[at] == ' ' {
				at++
				continue
			}
			text, _, _ := strings.Cut(l[at:], "  ")
			line = append(line, textBox{fit.Interval{Lo: float64(at), Hi: float64(at + utf8.RuneCountInString(text))}, sheet.Amount(text)})
			at += len(text)
		}
		out = append(out, line)
	}
	return out
}

func TestGutters(t *testing.T) {
	for _, c := range []struct {
		name, drawn string
		want        []float64
	}{
		{"figures", "12  7\n13  8\n14  9\n", []float64{3}},
		{"two rows of figures", "12  7\n13  8\n", nil},
		{"three columns", "12  7   5\n13  88  5\n14  9   6\n", []float64{3, 7}},
		{"a text crosses", "12  7\n13  8\n14  9\nabcde\n", nil},
		{"labels and figures beside figures", "ab  12  7\nc   13  8\nabc 14  9\n", nil},
		{"labels beside two columns", "ab   12  7\nc    13  8\nabc  14  9\n", []float64{4, 8}},
		{"labels alone", "ab   12\nc    13\nabc  14\n", nil},
		{"a remark in most rows", "12  x\n13  y\n14  9\n15  8\n16  7\n17  z\n", nil},
		{"a remark in some rows", "12  x\n13  6\n14  9\n15  8\n16  7\n17  z\n", []float64{3}},
		{"labels beside columns of which one is words", "ab  12  7\nab  x   8\nab  y   9\nab  z   4\n", nil},
		{"an empty place", "12  7\n13\n14  9\n15  6\n", []float64{3}},
	} {
		if got := guttersOf(linesOf(c.drawn), 1); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v want %v", c.name, got, c.want)
		}
	}
}
