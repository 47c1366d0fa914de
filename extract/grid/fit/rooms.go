package fit

import (
	"math"
	"sort"
)

// An edge worked out from the middles of texts is a little off where a text is, and the
// places that such edges agree on are one edge. What is sure is that each edge lies between
// two texts. So an edge that is nearest to places between texts which it misses moves there,
// if it leaves fewer others.

// intoRooms moves edges between the texts that have none between them.
func intoRooms(f *Fitting) {
	missed, held := make([][]Interval, len(f.edges)), make([][]Interval, len(f.edges))
	for i := range f.seats {
		for _, g := range [...]Interval{f.seats[i].before, f.seats[i].behind} {
			switch from, to := f.edges.span(g.Lo-0.01, g.Hi+0.01); to - from {
			case 0:
				k := f.edges.number(f.edges.nearest((g.Lo + g.Hi) / 2))
				if math.Max(g.Lo-f.edges[k].at, f.edges[k].at-g.Hi) <= sameEdge*f.em {
					missed[k] = append(missed[k], g)
				}
			case 1:
				held[from] = append(held[from], g)
			}
		}
	}
	for k := range f.edges {
		e := &f.edges[k]
		if len(missed[k]) == 0 || e.drawn || e.at == f.Left || e.at == f.Right {
			continue
		}
		best, gain := e.at, 0
		for _, room := range stab(missed[k]) {
			x := math.Max(room.Lo, math.Min(room.Hi, e.at))
			if room.Hi-room.Lo < sameEdge*f.em { // a narrow one, whose middle is likeliest
				x = (room.Lo + room.Hi) / 2
			}
			if n := holding(missed[k], x) - (len(held[k]) - holding(held[k], x)); n > gain {
				best, gain = x, n
			}
		}
		e.at = best
	}
	sort.Slice(f.edges, func(i, j int) bool { return f.edges[i].at < f.edges[j].at })
}

// holding counts the intervals that hold a place.
func holding(list []Interval, x float64) (n int) {
	for _, g := range list {
		if x >= g.Lo-0.01 && x <= g.Hi+0.01 {
			n++
		}
	}
	return n
}
