package fit

import (
	"math"
	"sort"
)

// Interval is a stretch of a line, in points.
type Interval struct{ Lo, Hi float64 }

// Range is the columns from lo to before hi.
type Range struct{ Lo, Hi int }

// stab returns the fewest places such that each gap holds one: for each what its
// gaps share.
func stab(gaps []Interval) []Interval {
	sort.Slice(gaps, func(i, j int) bool {
		return gaps[i].Hi < gaps[j].Hi
	})
	var out []Interval
	for i := 0; i < len(gaps); {
		g := gaps[i]
		for i++; i < len(gaps) && gaps[i].Lo < g.Hi; i++ {
			g.Lo = math.Max(g.Lo, gaps[i].Lo)
		}
		out = append(out, g)
	}
	return out
}
