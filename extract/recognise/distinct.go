package recognise

import (
	"cmp"
	"slices"

	"ziping/extract"
)

// Ink is read once. Where rulings were traced in part, what stands beside them is found
// both in a cell and outside of any, and would be read twice: 15 as 1155.

const (
	// inked is the share of a line's ink that is another's, from which both are one.
	inked = 0.5
	// alike is from which share of its size on the smaller is no part of the larger, but
	// the same.
	alike = 0.7
)

// distinct drops lines whose ink another line has: of two that are alike the one that was
// read less surely, else the smaller.
func distinct(lines []line) []line {
	order := make([]int, len(lines)) // from left to right
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(lines[a].box[0], lines[b].box[0]) })
	gone := make([]bool, len(lines))
	for k, i := range order {
		for _, j := range order[k+1:] {
			a, b := &lines[i], &lines[j]
			if b.box[0] >= a.box[2] || gone[i] {
				break
			}
			if gone[j] {
				continue
			}
			small, large := area(a.box), area(b.box)
			first := small <= large // a is the smaller
			if !first {
				small, large = large, small
			}
			if small <= 0 || common(a.box, b.box) < inked*small {
				continue
			}
			if small >= alike*large {
				first = a.reading.Confidence() < b.reading.Confidence()
			}
			if first {
				gone[i] = true
			} else {
				gone[j] = true
			}
		}
	}
	out := lines[:0]
	for i := range lines {
		if !gone[i] {
			out = append(out, lines[i])
		}
	}
	return out
}

func area(b extract.Box) float64 { return max(0, b[2]-b[0]) * max(0, b[3]-b[1]) }

// common is the area that two boxes share.
func common(a, b extract.Box) float64 {
	return area(extract.Box{max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])})
}
