package ridge

import (
	"math"
	"slices"
)

// Some tables have no border. The uprights of their first row end on a ruling below and on
// nothing above, those of the last row the other way round. They are longer than strokes
// that touch a ruling.

// open is how long such an upright is at least, in characters.
const open = 1.5

// hanging are the uprights that end on the first or the last ruling of their table, from
// outside.
func (p proof) hanging(rest, kept []*Ridge, usual character) (out []*Ridge) {
	for _, r := range rest {
		if r.Level || float64(len(r.At)) < open*p.em {
			continue
		}
		w := r.reach(r.From-int(p.em), r.To()+int(p.em))
		at := w.crossings(kept, p.em)
		if len(at) == 0 {
			continue
		}
		first, last := r.crossed(kept, p.em/2)
		c := at[0]
		if math.Abs(float64(c.place)-first) < p.em/2 {
			out = p.free(out, w, r.From, c.at-c.half, c.at)
		}
		c = at[len(at)-1]
		if math.Abs(float64(c.place)-last) < p.em/2 {
			out = p.free(out, w, c.at+c.half, r.To(), c.at)
		}
	}
	return slices.DeleteFunc(out, func(r *Ridge) bool {
		return !r.character(r.From, r.To()).like(usual, 1) || slices.ContainsFunc(kept, r.within)
	})
}

// free adds the part of an upright between two dots that ends on a ruling, if it is a
// ruling for itself.
func (p proof) free(out []*Ridge, w *Ridge, from, to, ruling int) []*Ridge {
	if float64(to-from) < open*p.em || longest(p.drawn(w, from, to)) > p.gap {
		return out
	}
	if is, lone := p.judge(w, from, to); !is || float64(lone) < enough*p.em {
		return out
	}
	if part := w.reach(min(from, ruling), max(to, ruling)); part != nil {
		out = append(out, part)
	}
	return out
}
