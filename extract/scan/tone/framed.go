package tone

// A stamp beside a round seal, square or of any shape, is of the same light: its sides
// and the broad strokes of its writing are even, and between them stand its thin ones.

// framed are the dots between pieces of even dots that have many, no further from each
// other than twice the reach.
func framed(even []bool, w, many, reach int) []bool {
	large := make([]bool, len(even))
	seen := make([]bool, len(even))
	var piece []int
	for i, e := range even {
		if !e || seen[i] {
			continue
		}
		piece = append(piece[:0], i)
		seen[i] = true
		for k := 0; k < len(piece); k++ {
			x, y := piece[k]%w, piece[k]/w
			for v := max(0, y-1); v <= y+1 && v*w < len(even); v++ {
				for u := max(0, x-1); u <= min(w-1, x+1); u++ {
					if j := v*w + u; even[j] && !seen[j] {
						seen[j] = true
						piece = append(piece, j)
					}
				}
			}
		}
		if len(piece) >= many {
			for _, j := range piece {
				large[j] = true
			}
		}
	}
	h := len(even) / w
	out := grown(grown(large, w, 1, w, reach), 1, w, h, reach)
	return shrunk(shrunk(out, w, 1, w, reach), 1, w, h, reach)
}
