package tone

import "ziping/extract/raster"

// Seals are red, and so the red of a picture is read, in which they are paper. But so are
// headings, remarks and rulings that are printed in red, and nothing tells that they were ever
// there. A seal is a patch of strokes as wide as high, of the size of a coin; where no such
// patch is, red strokes are print, and the picture is read in its grey.

const (
	// reddish is how much lighter red ink is in the picture's red than in its grey.
	reddish = 30
	// square is the size of the squares that are looked at, in millimetres, some the share of
	// one that is red where a stroke is, and full where more than strokes is.
	square, some, full = 1.5, 0.04, 0.75
	// leastRed is how many squares of strokes make print, and mostFull how many full ones the
	// strokes of large characters fill: more are what a marker went over.
	leastRed, mostFull = 8, 12
	// leastSeal and mostSeal are how wide and high a seal is, in millimetres, and oval how much
	// more the one than the other.
	leastSeal, mostSeal, oval = 9.0, 60.0, 2.0
	// between is how much paper is between two lines of text at least, in millimetres. Across a
	// seal its border goes from top to bottom.
	between = 0.5
)

// Printed is a picture without its red where what is red is print.
func Printed(p *raster.Picture, dpi float64) *raster.Picture {
	if len(p.Red) != len(p.Grey) || len(p.Red) == 0 {
		return p
	}
	side := max(2, int(square*dpi/25.4))
	red, nx := squares(p, side)
	strokes, filled := 0, 0
	for _, share := range red {
		switch {
		case share >= full:
			filled++
		case share >= some:
			strokes++
		}
	}
	if strokes < leastRed || filled > mostFull {
		return p
	}
	mm := float64(side) * 25.4 / dpi
	for _, b := range patches(red, nx) {
		w, h := float64(b[2]-b[0])*mm, float64(b[3]-b[1])*mm
		if min(w, h) >= leastSeal && max(w, h) <= mostSeal && max(w, h) <= oval*min(w, h) && !parted(p, b, side, int(between*dpi/25.4)) {
			return p
		}
	}
	out := *p
	out.Red = nil
	return &out
}

// squares is which share of each square of a picture is red, and how many are in a row.
func squares(p *raster.Picture, side int) (red []float64, nx int) {
	nx = (p.W + side - 1) / side
	red = make([]float64, nx*((p.H+side-1)/side))
	each := 1 / float64(side*side)
	for y := range p.H {
		row := red[y/side*nx:]
		for x := range p.W {
			if i := y*p.W + x; int(p.Red[i])-int(p.Grey[i]) > reddish {
				row[x/side] += each
			}
		}
	}
	return red, nx
}

// patches are the boxes, in squares, of squares that are red and touch each other.
func patches(red []float64, nx int) (out [][4]int) {
	seen := make([]bool, len(red))
	for i, share := range red {
		if seen[i] || share < some {
			continue
		}
		b := [4]int{i % nx, i / nx, i%nx + 1, i/nx + 1}
		seen[i] = true
		for todo := []int{i}; len(todo) > 0; {
			k := todo[len(todo)-1]
			todo = todo[:len(todo)-1]
			x, y := k%nx, k/nx
			b = [4]int{min(b[0], x), min(b[1], y), max(b[2], x+1), max(b[3], y+1)}
			for v := max(0, y-1); v <= min(len(red)/nx-1, y+1); v++ {
				for u := max(0, x-1); u <= min(nx-1, x+1); u++ {
					if j := v*nx + u; !seen[j] && red[j] >= some {
						seen[j] = true
						todo = append(todo, j)
					}
				}
			}
		}
		out = append(out, b)
	}
	return out
}

// parted reports rows of dots without red within a patch, so many of them one after the other.
func parted(p *raster.Picture, b [4]int, side, rows int) bool {
	first, n := false, 0
	for y := b[1] * side; y < min(p.H, b[3]*side); y++ {
		dots := 0
		for x := b[0] * side; x < min(p.W, b[2]*side); x++ {
			if i := y*p.W + x; int(p.Red[i])-int(p.Grey[i]) > reddish {
				dots++
			}
		}
		switch {
		case dots < 2:
			n++
		case first && n >= max(2, rows):
			return true
		default:
			first, n = true, 0
		}
	}
	return false
}
