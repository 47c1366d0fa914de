// Package lines finds the lines of text in a part of a page that holds no rulings.
//
//	l := lines.Find(pix, w, h, lines.Options{Em: 29, Ink: 200})
package lines

import "slices"

// Options say what the page is like.
type Options struct {
	Em  float64 // size of the characters, in dots
	Ink float64 // how dark strokes are, 0 to 255
}

// Line is a line of text, tight around its ink; X1 and Y1 are the dots after it.
type Line struct{ X0, Y0, X1, Y1 int }

// Find takes dots of 0 for ink to 255 for paper and gives lines from top to bottom.
func Find(pix []uint8, w, h int, o Options) []Line {
	spots := Spots(pix, w, h, 255-o.Ink/2)
	least := max(2, speck*o.Em)
	kept := spots[:0]
	for _, s := range spots {
		if float64(max(s.X1-s.X0, s.Y1-s.Y0)) >= least {
			kept = append(kept, s)
		}
	}
	return gather(kept, h, o.Em)
}

// speck is how large, in characters, what is no speck is at least: a decimal point is
// larger.
const speck = 0.07

// gather makes lines of spots: rows of dots that none of them stands on part lines.
func gather(spots []Spot, h int, em float64) []Line {
	if len(spots) == 0 {
		return nil
	}
	rows := make([]int, h+1)
	for _, s := range spots {
		rows[s.Y0]++
		rows[s.Y1]--
	}
	var out []Line
	depth, from := 0, 0
	for y := range rows {
		before := depth
		depth += rows[y]
		if before == 0 && depth > 0 {
			from = y
		}
		if before > 0 && depth == 0 {
			out = append(out, tight(spots, from, y))
		}
	}
	return merge(out, em)
}

// tight is the line of the spots within some rows.
func tight(spots []Spot, from, to int) Line {
	l := Line{1 << 30, from, 0, to}
	for _, s := range spots {
		if s.Y0 >= from && s.Y1 <= to {
			l.X0, l.X1 = min(l.X0, s.X0), max(l.X1, s.X1)
		}
	}
	return l
}

// merge puts together what is too low for a line and close to another: the strokes of
// an equals sign, a dash over its digit.
func merge(in []Line, em float64) []Line {
	out := slices.Clone(in)
	for again := true; again; {
		again = false
		for i := 0; i+1 < len(out); i++ {
			a, b := out[i], out[i+1]
			gap := float64(b.Y0 - a.Y1)
			low := min(a.Y1-a.Y0, b.Y1-b.Y0)
			if gap <= 0.35*em && float64(low) < 0.45*em && float64(b.Y1-a.Y0) <= 1.15*em {
				out[i] = Line{min(a.X0, b.X0), a.Y0, max(a.X1, b.X1), b.Y1}
				out = slices.Delete(out, i+1, i+2)
				again = true
				break
			}
		}
	}
	return out
}
