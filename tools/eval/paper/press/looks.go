package press

import (
	"fmt"
	"math/rand/v2"

	"ziping/tools/eval/looks"
)

// Look is a way of printing, with the fonts of Chinese and of Western characters.
type Look struct {
	looks.Look
	Han     string  // a name of fonts.txt
	Western string  // "" for the Western characters of Han
	Line    float64 // width of rulings in points
}

// Looks is the list of looks that scoring prints in.
var Looks = []Look{
	{Look: looks.Look{Name: "song-9", Borders: looks.Full, Size: 9, Padding: 2.5, Width: 1}, Han: "song", Line: 0.5},
	{Look: looks.Look{Name: "song-times-10.5", Borders: looks.Full, Size: 10.5, Padding: 2.5, Width: 1, BoldHeads: true}, Han: "song", Western: "times", Line: 0.5},
	{Look: looks.Look{Name: "fang-12-pages", Borders: looks.Full, Size: 12, Padding: 3, Width: 1, Repeat: true}, Han: "fang", Western: "times", Line: 0.75},
	{Look: looks.Look{Name: "hei-8-landscape", Borders: looks.Full, Size: 8, Padding: 2, Width: 1, Landscape: true, Shade: true}, Han: "hei", Western: "lato", Line: 0.5},
	{Look: looks.Look{Name: "kai-10.5", Borders: looks.Thick, Size: 10.5, Padding: 2.5, Width: 1, Left: true}, Han: "kai", Western: "libertine", Line: 1.5},
	{Look: looks.Look{Name: "song-7.5", Borders: looks.Hairline, Size: 7.5, Padding: 1.5, Width: 1}, Han: "song", Western: "times", Line: 0.25},
	{Look: looks.Look{Name: "hei-9-carlito", Borders: looks.Full, Size: 9, Padding: 2, Width: 0.94}, Han: "hei", Western: "carlito", Line: 0.75},
	{Look: looks.Look{Name: "fang-10-landscape", Borders: looks.Full, Size: 10, Padding: 3, Width: 1, Landscape: true, Footer: true, Repeat: true}, Han: "fang", Line: 0.5},
	{Look: looks.Look{Name: "song-9-doubled", Borders: looks.Doubled, Size: 9, Padding: 3, Width: 1}, Han: "song", Western: "libertine", Line: 0.4},
	{Look: looks.Look{Name: "hei-9-dashed", Borders: looks.Dashed, Size: 9, Padding: 2.5, Width: 1, Left: true}, Han: "hei", Line: 0.6},
	{Look: looks.Look{Name: "kai-9-tight", Borders: looks.Full, Size: 9, Padding: 0.8, Width: 1, BoldHeads: true}, Han: "kai", Western: "times", Line: 0.5},
	{Look: looks.Look{Name: "song-11-cut", Borders: looks.Full, Size: 11, Padding: 2.5, Width: 1, Short: 0.75, CutRows: true, Footer: true}, Han: "song", Western: "carlito", Line: 0.6},
}

// Stacks are the fonts of a look for plain and for bold text. Chinese fonts of
// Fandol have no bold but for two; those print plain.
func (l *Look) Stacks(f Fonts) (plain, bold Stack) {
	add := func(s *Stack, names ...string) {
		for _, n := range names {
			if f[n] != nil {
				*s = append(*s, f[n])
				return
			}
		}
	}
	if l.Western != "" {
		add(&plain, l.Western)
		add(&bold, l.Western+"-bold", l.Western)
	}
	add(&plain, l.Han)
	add(&bold, l.Han+"-bold", l.Han)
	add(&plain, "song") // what the look's own fonts lack
	add(&bold, "song")
	return plain, bold
}

// apart is how far the lines of a double ruling lie from where one would.
const apart = 1.0

// reach is how far rulings reach into the cells beside them, in points.
func (l *Look) reach() float64 {
	if l.Borders == looks.Doubled {
		return apart + l.Line/2
	}
	return l.Line / 2
}

// Lot draws a look by lot: rulings, sizes, distances and fonts that no list has put
// together. Text keeps its distance from the ink of rulings, as nobody prints onto them.
func Lot(rng *rand.Rand) Look {
	in := func(from, to float64) float64 { return from + (to-from)*rng.Float64() }
	one := func(of ...string) string { return of[rng.IntN(len(of))] }
	borders := []looks.Borders{looks.Full, looks.Full, looks.Full, looks.Hairline, looks.Thick, looks.Dashed, looks.Doubled}[rng.IntN(7)]
	l := Look{Han: one("song", "hei", "fang", "kai"), Western: one("", "times", "lato", "libertine", "carlito"), Line: in(0.2, 1.2)}
	l.Look = looks.Look{Borders: borders, Size: in(7, 12), Padding: in(0.4, 4), Width: in(0.8, 1)}
	for _, b := range []*bool{&l.Landscape, &l.Left, &l.Shade, &l.BoldHeads, &l.Repeat, &l.CutRows, &l.Footer} {
		*b = rng.IntN(3) == 0
	}
	l.Padding += l.reach()
	l.Name = fmt.Sprintf("%s-%s-%.1f-%s-%.1f", l.Han, l.Western, l.Size, l.Borders, l.Line)
	return l
}
