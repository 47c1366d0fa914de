package ruled

import (
	"math"

	"ziping/extract/grid/page"
	"ziping/extract/grid/sheet"
)

// A table that draws no rulings between its rows shows some of their borders all the
// same: where an upright begins or ends within the table, a merged cell lies on the one
// side and the cells that it parts on the other. Between the uprights that pass there,
// no cell goes on. Without these borders the blocks of a form, which divide its width
// each in its own way, have hardly an upright in common.

// leastEnds is how many uprights begin or end at a height that a ruling is missing at:
// one may be worn, or stop short.
const leastEnds = 2

// ends are the rulings that the uprights of a frame tell of.
func (f *frame) ends(em float64) []sheet.Seg {
	var ends []sheet.Seg // At is the height, Lo the place of the upright
	for _, v := range f.vs {
		for _, y := range []float64{v.Lo, v.Hi} {
			if y > f.box[1]+em && y < f.box[3]-em && !f.meets(v.At, y, em) {
				ends = append(ends, sheet.Seg{At: y, Lo: v.At, Hi: v.At})
			}
		}
	}
	var out []sheet.Seg
	for _, g := range sheet.Group(ends, page.Word*em) {
		if len(g) >= leastEnds {
			out = append(out, f.between(g, em)...)
		}
	}
	return out
}

// rulesRows reports whether the frame has rulings between its rows, which are then
// where rows end: as many as a heading and a total have, and more.
func (f *frame) rulesRows(em float64) bool {
	inner := 0
	for _, h := range f.hs {
		if h.At > f.box[1]+em && h.At < f.box[3]-em {
			inner++
		}
	}
	return inner > 0
}

// meets reports whether a ruling stands where an upright ends.
func (f *frame) meets(x, y, em float64) bool {
	tol := page.Word * em
	for _, h := range f.hs {
		if math.Abs(h.At-y) <= tol && h.Lo <= x+tol && h.Hi >= x-tol {
			return true
		}
	}
	return false
}

// between draws a ruling around each of some ends, from the nearest upright that passes
// there on the left to the nearest on the right.
func (f *frame) between(ends []sheet.Seg, em float64) []sheet.Seg {
	y := 0.0
	for _, e := range ends {
		y += e.At / float64(len(ends))
	}
	tol := page.Word * em
	var out []sheet.Seg
	for _, e := range ends {
		r := sheet.Seg{At: y, Lo: f.box[0], Hi: f.box[2]}
		for _, v := range f.vs {
			switch {
			case v.Lo > y-tol || v.Hi < y+tol: // does not pass
			case v.At < e.Lo-tol:
				r.Lo = math.Max(r.Lo, v.At)
			case v.At > e.Lo+tol:
				r.Hi = math.Min(r.Hi, v.At)
			}
		}
		if n := len(out); n == 0 || out[n-1].Hi < r.Hi {
			out = append(out, r)
		}
	}
	return out
}
