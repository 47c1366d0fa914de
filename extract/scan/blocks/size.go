package blocks

import "slices"

// full is how high a run of Chinese characters is, of the size of their font.
const full = 0.94

// Size is the usual size of the characters in runs of text, in dots; 0 where too
// little stands to tell. Runs of figures alone are lower than the font is large:
// what counts is what most of the higher runs show. A row of dashes is a ruling.
func Size(runs []Block) float64 {
	type run struct{ high, wide int }
	var rs []run
	total := 0
	for _, b := range runs {
		w, h := b.X1-b.X0, b.High
		if h >= 5 && w >= 5*h/2 && b.Spots >= 3 && 2*b.Dashes <= b.Spots {
			rs = append(rs, run{h, w / h})
			total += w / h
		}
	}
	if len(rs) < 3 {
		return 0
	}
	slices.SortFunc(rs, func(a, b run) int { return a.high - b.high })
	sum := 0
	for _, r := range rs {
		sum += r.wide
		if sum*100 >= total*65 {
			return float64(r.high) / full
		}
	}
	return 0
}
