package sheet

import (
	"math"
	"sort"

	"ziping/extract/grid/page"
)

// Seg is a straight piece of ruling along one axis: a horizontal one stands at
// y = at and runs from x = lo to hi.
type Seg struct {
	At, Lo, Hi float64
}

// segments sorts rulings by direction and joins those that continue or double
// each other. Pieces that are no ruling of a table are left out; cut tells that
// there were more than can be looked at and only the longest were kept.
func segments(rules []page.Rule, em float64) (hs, vs []Seg, cut bool) {
	thick := math.Max(3, page.Word*em)
	for _, r := range rules {
		if !page.Usable([4]float64{r.X0, r.Y0, r.X1, r.Y1}) {
			continue
		}
		w, h := r.X1-r.X0, r.Y1-r.Y0
		if math.Min(w, h) > thick {
			continue
		}
		// A dot of a dotted line may belong to either direction; a dash shows its own.
		dot := math.Max(w, h) < SameLine*em && math.Max(w, h) <= dashShape*math.Min(w, h)
		if w >= h || dot {
			hs = append(hs, Seg{(r.Y0 + r.Y1) / 2, r.X0, r.X1})
		}
		if h > w || dot {
			vs = append(vs, Seg{(r.X0 + r.X1) / 2, r.Y0, r.Y1})
		}
	}
	var cuth, cutv bool
	hs, cuth = longest(joinSegs(hs, em))
	vs, cutv = longest(joinSegs(vs, em))
	return hs, vs, cuth || cutv
}

// joinSegs makes one ruling of those that lie on one line without a gap.
func joinSegs(segs []Seg, em float64) []Seg {
	var out []Seg
	for _, g := range Group(segs, Near(em)) {
		sort.Slice(g, func(i, j int) bool { return g[i].Lo < g[j].Lo })
		cur, sum, weight := g[0], 0.0, 0.0
		last := g[0] // of the pieces of cur
		flush := func() {
			if cur.Hi-cur.Lo >= shortest*em {
				if weight > 0 {
					cur.At = sum / weight
				}
				out = append(out, cur)
			}
		}
		for _, s := range g {
			if gap := s.Lo - cur.Hi; gap > page.Word*em && !dashes(last, s, gap, em) {
				flush()
				cur, sum, weight = s, 0, 0
			}
			last = s
			cur.Hi = math.Max(cur.Hi, s.Hi)
			sum += s.At * (s.Hi - s.Lo)
			weight += s.Hi - s.Lo
		}
		flush()
	}
	return out
}

// dashes reports whether two pieces with a gap between them look like dashes:
// the gap is too narrow for a cell to open there, and they are short themselves.
func dashes(a, b Seg, gap, em float64) bool {
	short, long := math.Min(a.Hi-a.Lo, b.Hi-b.Lo), math.Max(a.Hi-a.Lo, b.Hi-b.Lo)
	return gap <= dashLong*em && short >= 0.6*gap && long <= dashPiece*em
}

// Group splits rulings into those at nearly the same place.
func Group(segs []Seg, tol float64) [][]Seg {
	if len(segs) == 0 {
		return nil
	}
	sort.Slice(segs, func(i, j int) bool {
		if segs[i].At != segs[j].At {
			return segs[i].At < segs[j].At
		}
		return segs[i].Lo < segs[j].Lo
	})
	at := make([]float64, len(segs))
	for i := range segs {
		at[i] = segs[i].At
	}
	var out [][]Seg
	from := 0
	for _, to := range breaks(at, tol) {
		out = append(out, segs[from:to])
		from = to
	}
	return out
}

// breaks returns the ends of the groups of sorted values: neighbours within tol
// stay together, but a chain wider than 2.5 tol is cut at a wide gap.
func breaks(at []float64, tol float64) []int {
	var ends []int
	from := 0
	for i := 1; i <= len(at); i++ {
		if i < len(at) && at[i]-at[i-1] <= tol {
			continue
		}
		for e := from; from < i; from = e {
			for e < i && at[e]-at[from] <= 2.5*tol {
				e++
			}
			if e < i {
				e = widest(at, from, e)
			}
			ends = append(ends, e)
		}
	}
	return ends
}

// widest returns the start of the value behind the widest gap in at[from:to+1].
// In a crowd only the later half is searched, so that the work stays linear.
func widest(at []float64, from, to int) int {
	first := from + 1
	if to-from > 64 {
		first = from + (to-from)/2
	}
	best := first
	for i := first; i <= to; i++ {
		if at[i]-at[i-1] > at[best]-at[best-1] {
			best = i
		}
	}
	return best
}

// longest keeps at most maxSegments rulings.
func longest(segs []Seg) ([]Seg, bool) {
	if len(segs) <= maxSegments {
		return segs, false
	}
	sort.SliceStable(segs, func(i, j int) bool { return segs[i].Hi-segs[i].Lo > segs[j].Hi-segs[j].Lo })
	segs = segs[:maxSegments]
	sort.SliceStable(segs, func(i, j int) bool { return segs[i].At < segs[j].At })
	return segs, true
}
