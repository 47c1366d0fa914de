package ridge

import (
	"math"
	"slices"
)

// A ruling ends on another one. Where a cell is merged with the next, what parts them is
// left out from ruling to ruling. So two ends in the midst of one cell that lie on one
// course and point at each other are the ends of a gap: of a fax that lost what fell
// between its lines, or a copy of thin print.

const (
	// facing is how long such a gap is at most, and hanging from how far beyond the ruling
	// that it crosses last each end lies, in characters.
	facing, hanging = 15.0, 0.5
)

// hole is a part of a ridge that is there, though nothing of it is drawn.
type hole struct{ from, to int }

// mend bridges the gaps between ridges that point at each other: within one cell, or no
// longer than the shorter of both, as where thin print falls between the lines of a fax
// again and again. What is left in such a gap is looked at; whether it is there is for each
// cell to show.
func (p proof) mend(all []*Ridge) []*Ridge {
	for i := 0; i < len(all); i++ {
		for j := 0; j < len(all); j++ {
			if i == j || !pointing(all[i], all[j], p.em) {
				continue
			}
			w := bridge(all[i], all[j])
			gap := hole{all[i].To(), all[j].From}
			within := w.inCell(gap, all, p.em)
			if !within && gap.to-gap.from > min(len(all[i].At), len(all[j].At)) {
				continue
			}
			w.holes = slices.Concat(all[i].holes, all[j].holes)
			if within {
				w.holes = append(w.holes, gap)
			}
			v := view{p.k, w.Level, 0}
			for t := gap.from; t < gap.to; t++ {
				w.seen[t-w.From] = v.look(t, w.At[t-w.From], w.Wide, w.High)
			}
			all[i] = w
			all = slices.Delete(all, j, j+1)
			if j < i {
				i--
			}
			j = -1 // what did not point at it before may do so now
		}
	}
	return all
}

// pointing reports whether b begins on the course of a, and a ends on that of b.
func pointing(a, b *Ridge, em float64) bool {
	gap := float64(b.From - a.To())
	if a.Level != b.Level || gap <= 0 || gap > facing*em || min(a.High, b.High) < 0.4*max(a.High, b.High) {
		return false
	}
	room := min(1.2+0.02*gap, 0.15*em+1)
	return math.Abs(a.Along(float64(b.From))-b.At[0]) < room && math.Abs(b.Along(float64(a.To()))-a.At[len(a.At)-1]) < room
}

// inCell reports whether a gap lies within one cell, and both of its ends do.
func (r *Ridge) inCell(gap hole, others []*Ridge, em float64) bool {
	at := r.crossings(others, em)
	next := slices.IndexFunc(at, func(c crossing) bool { return c.place > gap.from })
	if next < 1 {
		return false
	}
	a, b := float64(gap.from-at[next-1].place), float64(at[next].place-gap.to)
	return min(a, b) >= hanging*em && a+b >= trace*float64(at[next].place-at[next-1].place)
}

// mended reports whether a gap between two crossings was bridged.
func (r *Ridge) mended(a, b crossing) bool {
	return slices.ContainsFunc(r.holes, func(h hole) bool { return h.from >= a.place && h.to <= b.place })
}
