package pdfbuild

import (
	"math"
	"sort"

	"ziping/tools/eval/looks"
	"ziping/tools/eval/typeset"
)

// Line is a ruling; X0 = X1 or Y0 = Y1.
type Line struct{ X0, Y0, X1, Y1 float64 }

// span is a part of an edge between two places; after is set where the box lies
// behind the edge (below or to the right of it).
type span struct {
	from, to float64
	after    bool
}

// Rulings joins the sides of boxes to lines as long as they go, as the borders
// want them.
func Rulings(boxes []typeset.Box, b looks.Borders, openCuts bool) []Line {
	across, down := map[float64][]span{}, map[float64][]span{}
	key := func(v float64) float64 { return math.Round(v*20) / 20 }
	for _, x := range boxes {
		if !openCuts || !x.OpenTop {
			across[key(x.Y0)] = append(across[key(x.Y0)], span{x.X0, x.X1, true})
		}
		if !openCuts || !x.OpenBelow {
			across[key(x.Y1)] = append(across[key(x.Y1)], span{x.X0, x.X1, false})
		}
		down[key(x.X0)] = append(down[key(x.X0)], span{x.Y0, x.Y1, true})
		down[key(x.X1)] = append(down[key(x.X1)], span{x.Y0, x.Y1, false})
	}
	var out []Line
	if b == looks.None {
		return nil
	}
	for _, y := range places(across) {
		for _, s := range joined(across[y], b == looks.NoOuter) {
			out = append(out, Line{s.from, y, s.to, y})
		}
	}
	if b == looks.Horizontal {
		return out
	}
	for _, x := range places(down) {
		for _, s := range joined(down[x], b == looks.NoOuter) {
			out = append(out, Line{x, s.from, x, s.to})
		}
	}
	return out
}

func places(m map[float64][]span) []float64 {
	var out []float64
	for v := range m {
		out = append(out, v)
	}
	sort.Float64s(out)
	return out
}

// joined is the union of the spans; with inner only where boxes lie on both sides.
func joined(list []span, inner bool) []span {
	var before, after []span
	for _, s := range list {
		if s.after {
			after = append(after, s)
		} else {
			before = append(before, s)
		}
	}
	if !inner {
		return union(list)
	}
	var out []span
	for _, a := range union(before) {
		for _, b := range union(after) {
			if from, to := max(a.from, b.from), min(a.to, b.to); to > from+0.1 {
				out = append(out, span{from, to, false})
			}
		}
	}
	return out
}

func union(list []span) []span {
	list = append([]span(nil), list...)
	sort.Slice(list, func(i, k int) bool { return list[i].from < list[k].from })
	var out []span
	for _, s := range list {
		if n := len(out) - 1; n >= 0 && s.from <= out[n].to+0.1 {
			out[n].to = max(out[n].to, s.to)
		} else {
			out = append(out, s)
		}
	}
	return out
}
