package looks

import "math/rand/v2"

// Draw is a look drawn at random.
func Draw(rng *rand.Rand) Look {
	one := func(n int) bool { return rng.IntN(n) == 0 }
	l := Look{Name: "drawn"}
	l.Borders = []Borders{Full, Full, Full, Full, Hairline, Thick, Dashed, Doubled, NoOuter, Horizontal, None}[rng.IntN(11)]
	l.Font = []string{"", "serif", "zenhei", "ming", "kai"}[rng.IntN(5)]
	l.Size = []float64{6.5, 8, 9, 9, 10, 10.5, 12}[rng.IntN(7)]
	l.Padding = []float64{0.2, 1, 2, 2, 3, 4}[rng.IntN(6)]
	l.Width = []float64{1, 1, 1, 0.85, 0.7}[rng.IntN(5)]
	l.Landscape, l.Left, l.Shade, l.BoldHeads = one(3), one(4), one(4), one(4)
	if one(4) {
		l.Short = 0.4 + float64(rng.IntN(4))/10
	}
	l.Repeat, l.CutRows, l.Footer = one(3), one(3), one(3)
	l.Stacked, l.Two, l.Hidden, l.Comments = one(5), one(8), one(5), one(5)
	return l
}
