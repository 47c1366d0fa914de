package fit

import (
	"cmp"
	"math"
	"slices"
)

// Texts that stand beside each other and were given the same columns. However texts are
// set, those of one column have a place in common; these are of two, whose border no row
// has told yet.

// Text is where a text stands, and the columns and rows that it was given.
type Text struct {
	Box           Interval // from left to right
	Y             float64
	Columns, Rows Range
}

// SideBySide numbers, of texts with the same columns, those that stand beside each other:
// each goes on below the last that it stands under, or begins another number. What begins
// where another number has ended goes on with it: a heading in the middle of its column has
// no place in common with what is set to the left below it.
func SideBySide(texts []Text) []int {
	out := make([]int, len(texts))
	var lanes [][]int // texts of the same columns, those of a lane below each other
	done := func() {
		var ends []float64 // of each number
		for _, lane := range lanes {
			n := slices.IndexFunc(ends, func(y float64) bool { return y < texts[lane[0]].Y })
			if n < 0 {
				n, ends = len(ends), append(ends, 0)
			}
			for _, i := range lane {
				out[i], ends[n] = n, texts[i].Y
			}
		}
		lanes = lanes[:0]
	}
	eachColumns(texts, func(a, b *Text) int { return cmp.Compare(a.Y, b.Y) }, func(i int, first bool) {
		if first {
			done()
		}
		at := -1
		for n, lane := range lanes {
			if k := lane[len(lane)-1]; under(texts[k].Box, texts[i].Box) && (at < 0 || texts[k].Y > texts[lanes[at][len(lanes[at])-1]].Y) {
				at = n
			}
		}
		if at < 0 {
			at, lanes = len(lanes), append(lanes, nil)
		}
		lanes[at] = append(lanes[at], i)
	})
	done()
	return out
}

// Crowded reports whether texts that stand beside each other were given the same columns
// and a row in common.
func Crowded(texts []Text) bool {
	found := false
	reach := -1 // the text that goes on furthest
	eachColumns(texts, func(a, b *Text) int { return cmp.Compare(a.Rows.Lo, b.Rows.Lo) }, func(i int, first bool) {
		t := &texts[i]
		if !first {
			o := &texts[reach]
			found = found || t.Rows.Lo < o.Rows.Hi && math.Min(o.Box.Hi, t.Box.Hi) < math.Max(o.Box.Lo, t.Box.Lo)
		}
		if first || t.Rows.Hi > texts[reach].Rows.Hi {
			reach = i
		}
	})
	return found
}

// eachColumns goes through texts by their columns, in some order; first tells the first of
// those with the same columns.
func eachColumns(texts []Text, order func(a, b *Text) int, do func(i int, first bool)) {
	list := make([]int, len(texts))
	for i := range list {
		list[i] = i
	}
	slices.SortStableFunc(list, func(i, k int) int {
		a, b := &texts[i], &texts[k]
		return cmp.Or(cmp.Compare(a.Columns.Lo, b.Columns.Lo), cmp.Compare(a.Columns.Hi, b.Columns.Hi), order(a, b))
	})
	for n, i := range list {
		do(i, n == 0 || texts[list[n-1]].Columns != texts[i].Columns)
	}
}

// under reports whether one of two texts stands below the other in the same column.
func under(a, b Interval) bool {
	return math.Min(a.Hi, b.Hi)-math.Max(a.Lo, b.Lo) > 0.5*math.Min(a.Hi-a.Lo, b.Hi-b.Lo)
}
