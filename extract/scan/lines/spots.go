package lines

import "encoding/binary"

// Spot is connected ink.
type Spot struct {
	X0, Y0, X1, Y1 int
	Area           int
}

// Spots are the connected parts of what is darker than a threshold, in the order of
// their first dot.
func Spots(pix []uint8, w, h int, threshold float64) []Spot {
	if w <= 0 || h <= 0 || len(pix) < w*h {
		return nil
	}
	t := uint8(min(max(threshold, 0), 255))
	type run struct{ x0, x1, label int }
	var parent []int
	var spots []Spot
	find := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	var above, here []run
	for y := range h {
		row := pix[y*w : (y+1)*w]
		here = here[:0]
		k := 0
		for x := paper(row, 0, t); x < w; x = paper(row, x, t) {
			a := x
			for x < w && row[x] < t {
				x++
			}
			label := -1
			for k > 0 && k < len(above) && above[k-1].x1 >= a {
				k--
			}
			for ; k < len(above) && above[k].x0 <= x; k++ {
				if above[k].x1 < a {
					continue
				}
				l := find(above[k].label)
				switch {
				case label < 0:
					label = l
				case l != label:
					lo, hi := min(l, label), max(l, label)
					parent[hi] = lo
					spots[lo] = join(spots[lo], spots[hi])
					label = lo
				}
			}
			if k > 0 {
				k-- // the last run above may reach over to the next one here
			}
			if label < 0 {
				label = len(parent)
				parent = append(parent, label)
				spots = append(spots, Spot{a, y, x, y + 1, 0})
			}
			spots[label] = join(spots[label], Spot{a, y, x, y + 1, x - a})
			here = append(here, run{a, x, label})
		}
		above, here = here, above
	}
	var out []Spot
	for i := range spots {
		if parent[i] == i {
			out = append(out, spots[i])
		}
	}
	return out
}

// paper is the first dot from x on that is darker than a threshold; most of a page is
// not, and is looked at eight dots at a time.
func paper(row []uint8, x int, t uint8) int {
	const each, high = 0x0101010101010101, 0x8080808080808080
	for ; x+8 <= len(row); x += 8 {
		v := binary.LittleEndian.Uint64(row[x:])
		// The high bit of each byte comes to say that it is t or more.
		light := v&^high + each*(128-uint64(t)&127)
		if t >= 128 {
			light &= v
		} else {
			light |= v
		}
		if light&high != high {
			break
		}
	}
	for x < len(row) && row[x] >= t {
		x++
	}
	return x
}

func join(a, b Spot) Spot {
	return Spot{min(a.X0, b.X0), min(a.Y0, b.Y0), max(a.X1, b.X1), max(a.Y1, b.Y1), a.Area + b.Area}
}
