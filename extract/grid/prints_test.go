package grid

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"ziping/extract"
)

// Pages of invented forms as browsers and office programs print them, in testdata/prints:
// what no drawing has, each program's own heights, offsets and breaks of lines. Parts and
// answers are those of the drawn pages.
//
// A page begins with its size, and with how its characters were written: "texts" for
// several in one go, "one by one", or nothing. Then, in points,
//
//	─ 97.5: 48.75–547.5 560–580       rulings at a height, from left to right
//	│ 126: 97.5–490.9                 upright ones
//	55.44–67.44 12: 63.39–111.39 项目名称 276.76–288.76 乙
//
// The last is a line of text: top and bottom, size, and texts with where they begin and
// end. A character of full width is as wide as its size, the others share what is left. A
// text before which + stands was written with the one before, * far from it.
func TestPrints(t *testing.T) { answered(t, "testdata/prints/*.txt", printedPage) }

func printedPage(text string) Page {
	size, lines, _ := strings.Cut(text, "\n")
	size, how, _ := strings.Cut(size, ", ")
	var p Page
	p.Width, p.Height = span(size, " × ")
	run := 0
	for line := range strings.Lines(lines) {
		place, list, _ := strings.Cut(strings.TrimSpace(line), ": ")
		fields := strings.Fields(list)
		at, _ := strconv.ParseFloat(strings.TrimLeft(place, "─│ "), 64) // of a ruling
		switch {
		case strings.HasPrefix(place, "─"):
			for _, f := range fields {
				x0, x1 := span(f, "–")
				p.Rules = append(p.Rules, Rule{X0: x0, Y0: at, X1: x1, Y1: at})
			}
		case strings.HasPrefix(place, "│"):
			for _, f := range fields {
				y0, y1 := span(f, "–")
				p.Rules = append(p.Rules, Rule{X0: at, Y0: y0, X1: at, Y1: y1})
			}
		default:
			heights, size, _ := strings.Cut(place, " ")
			b := extract.Box{}
			b[1], b[3] = span(heights, "–")
			for k := 0; k+1 < len(fields); k += 2 {
				mark := fields[k][0]
				switch {
				case how != "texts" || mark == '+':
				case mark == '*':
					run += 2
				default:
					run++
				}
				b[0], b[2] = span(strings.TrimLeft(fields[k], "+*"), "–")
				p.Glyphs = append(p.Glyphs, spread(fields[k+1], b, number(size))...)
				for i := len(p.Glyphs) - utf8.RuneCountInString(fields[k+1]); how != "" && i < len(p.Glyphs); i++ {
					if how == "one by one" {
						run++
					}
					p.Glyphs[i].Run = run
				}
			}
		}
	}
	return p
}

// spread is a text's characters from left to right in its box.
func spread(text string, b extract.Box, size float64) []Glyph {
	full, all := 0, utf8.RuneCountInString(text)
	for _, r := range text {
		if advance(r) == 1 {
			full++
		}
	}
	wide, narrow := size, 0.0
	if full == all {
		wide = (b[2] - b[0]) / float64(all)
	} else {
		narrow = (b[2] - b[0] - float64(full)*size) / float64(all-full)
	}
	var out []Glyph
	for _, r := range text {
		w := narrow
		if advance(r) == 1 {
			w = wide
		}
		b[2] = b[0] + w
		out = append(out, Glyph{Text: string(r), Size: size, Box: b})
		b[0] = b[2]
	}
	return out
}

func span(s, between string) (a, b float64) {
	from, to, _ := strings.Cut(s, between)
	return number(from), number(to)
}

func number(s string) float64 {
	v, err := strconv.ParseFloat(strings.TrimSuffix(s, ":"), 64)
	if err != nil {
		panic(fmt.Sprintf("no number in a printed page: %q", s))
	}
	return v
}
