package blocks

import (
	"slices"

	"ziping/extract/scan/lines"
)

// Lying reports whether the lines of a page run from top to bottom: its characters
// stand closer above each other than side by side. It is false where too little tells.
// On a page that lies the size of its characters is not known yet: what was taken for
// lines are columns of them. So each size that they may have is tried, and the one
// at which most stands together tells.
func Lying(spots []lines.Spot, sizes ...float64) bool {
	turned := make([]lines.Spot, len(spots))
	for i, s := range spots {
		turned[i] = lines.Spot{X0: s.Y0, Y0: s.X0, X1: s.Y1, Y1: s.X1}
	}
	side, above := 0, 0
	for _, em := range sizes {
		side, above = max(side, close(spots, em)), max(above, close(turned, em))
	}
	return above > enough && above > 2*side
}

// enough is how many signs tell something.
const enough = 12

// close counts what stands beside each other like characters of a word.
func close(spots []lines.Spot, em float64) int {
	var s []lines.Spot
	for _, p := range spots {
		w, h := float64(p.X1-p.X0), float64(p.Y1-p.Y0)
		if h >= 0.4*em && h <= 1.2*em && w <= 1.2*em {
			s = append(s, p)
		}
	}
	if len(s) > most {
		s = s[:most]
	}
	slices.SortStableFunc(s, func(a, b lines.Spot) int { return a.X0 - b.X0 })
	n := 0
	for i, a := range s {
		for _, b := range s[i+1:] {
			if float64(b.X0-a.X1) > 0.25*em {
				break
			}
			high := max(a.Y1-a.Y0, b.Y1-b.Y0)
			if b.X0 >= a.X1 && 10*(min(a.Y1, b.Y1)-max(a.Y0, b.Y0)) >= 8*high {
				n++
			}
		}
	}
	return n
}

// Fallen reports whether a page stands on its head. Points, commas and full stops stand
// low in a line, with nothing over them; what is small and high has its character
// below it. upright reports that it does not, rather.
func Fallen(spots []lines.Spot, runs []Block, em float64) (fallen, upright bool) {
	var small, large []lines.Spot
	for _, s := range spots {
		switch size := float64(max(s.X1-s.X0, s.Y1-s.Y0)); {
		case size >= max(2, 0.06*em) && size <= 0.3*em:
			small = append(small, s)
		case size > 0.3*em && size <= largest*em:
			large = append(large, s)
		}
	}
	if len(small) > most {
		return false, false // a page of specks tells nothing
	}
	slices.SortStableFunc(large, func(a, b lines.Spot) int { return a.X0 - b.X0 })
	low, high := 0, 0
	for _, r := range runs {
		h := r.Y1 - r.Y0
		if r.Spots < 3 || float64(h) < 0.5*em || float64(h) > 1.3*em {
			continue
		}
		for _, s := range small {
			if s.X0 < r.X0 || s.X1 > r.X1 || s.Y0 < r.Y0 || s.Y1 > r.Y1 || covered(large, s, r) {
				continue
			}
			switch y := s.Y0 + s.Y1 - 2*r.Y0; { // twice the middle
			case 3*y > 4*h:
				low++
			case 3*y < 2*h:
				high++
			}
		}
	}
	return high > enough/2 && high > 2*low, low > high
}

// covered reports whether something of a run stands over or under a spot.
func covered(large []lines.Spot, s lines.Spot, r Block) bool {
	for _, l := range large {
		if l.X0 >= s.X1 {
			break
		}
		if l.X1 > s.X0 && l.Y1 > r.Y0 && l.Y0 < r.Y1 {
			return true
		}
	}
	return false
}

// Seals are round and far larger than characters.
func Seals(spots []lines.Spot, em float64) (out []Block) {
	for _, s := range spots {
		w, h := s.X1-s.X0, s.Y1-s.Y0
		if float64(min(w, h)) > largest*em && 4*w < 5*h && 4*h < 5*w && float64(max(w, h)) < 25*em {
			out = append(out, Block{X0: s.X0, Y0: s.Y0, X1: s.X1, Y1: s.Y1})
		}
	}
	return out
}
