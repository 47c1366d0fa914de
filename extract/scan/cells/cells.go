// Package cells finds the areas that rulings enclose, on a page made straight.
//
//	segments = cells.Snap(segments, em)
//	for _, f := range cells.Faces(segments, em) { f.Box }
package cells

import (
	"math"
	"slices"

	"ziping/extract"
)

// Segment is a straight ruling: at At across, from From to To along.
type Segment struct {
	Level    bool
	At       float64
	From, To float64
	Weight   float64 // how much its place is trusted
}

// Face is what rulings enclose.
type Face struct{ Box extract.Box }

const (
	// same is how far apart, in characters, two rulings are that are one.
	same = 0.16
	// reach is how far an end is from a ruling that it is drawn to.
	reach = 0.4
	// thin is what no character fits in.
	thin = 0.35
)

// Snap puts rulings that are one line at one place and draws ends to the rulings they
// nearly meet.
func Snap(in []Segment, em float64) []Segment {
	out := slices.Clone(in)
	align(out, true, same*em)
	align(out, false, same*em)
	for i := range out {
		s := &out[i]
		s.From = meet(out, s, s.From, reach*em)
		s.To = meet(out, s, s.To, reach*em)
	}
	return out
}

// align gives rulings of one line the place in their middle.
func align(all []Segment, level bool, room float64) {
	var idx []int
	for i, s := range all {
		if s.Level == level {
			idx = append(idx, i)
		}
	}
	slices.SortStableFunc(idx, func(a, b int) int {
		switch {
		case all[a].At < all[b].At:
			return -1
		case all[a].At > all[b].At:
			return 1
		}
		return 0
	})
	for i := 0; i < len(idx); {
		j := i + 1
		for j < len(idx) && all[idx[j]].At-all[idx[i]].At <= room {
			j++
		}
		var sum, weight float64
		for _, k := range idx[i:j] {
			w := max(all[k].Weight, 1e-3) * (all[k].To - all[k].From)
			sum += w * all[k].At
			weight += w
		}
		if weight > 0 {
			for _, k := range idx[i:j] {
				all[k].At = sum / weight
			}
		}
		i = j
	}
}

// meet is where the nearest ruling crosses a segment's end, or the end itself.
func meet(all []Segment, s *Segment, end, room float64) float64 {
	best, near := end, room
	for i := range all {
		o := &all[i]
		if o.Level == s.Level || s.At < o.From-room || s.At > o.To+room {
			continue
		}
		if d := math.Abs(o.At - end); d < near {
			best, near = o.At, d
		}
	}
	return best
}

// Faces are the rectangles that snapped rulings enclose, from top to bottom and left
// to right.
func Faces(all []Segment, em float64) []Face {
	xs, ys := places(all, false), places(all, true)
	if len(xs) < 2 || len(ys) < 2 || len(xs)*len(ys) > mostAreas {
		return nil
	}
	g := newMesh(all, xs, ys)
	var out []Face
	for _, b := range g.rooms() {
		if b[2]-b[0] >= thin*em && b[3]-b[1] >= thin*em {
			out = append(out, Face{b})
		}
	}
	return out
}

// mostAreas bounds the work on a page of noise.
const mostAreas = 400_000

// places are where rulings of one direction lie, without repeats.
func places(all []Segment, level bool) []float64 {
	var p []float64
	for _, s := range all {
		if s.Level == level {
			p = append(p, s.At)
		}
	}
	slices.Sort(p)
	return slices.Compact(p)
}
