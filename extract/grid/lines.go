package grid

import (
	"math"
	"sort"
)

// seg is a straight piece of ruling along one axis: a horizontal one stands at
// y = at and runs from x = lo to hi.
type seg struct {
	at, lo, hi float64
}

// Tolerances, in units of the page's usual character size, so that a form
// shrunk to fit, and a scan at any resolution, are judged alike.
const (
	sameLine  = 0.30 // rulings closer than this are one: doubled, jittered
	dashGap   = 0.60 // gaps in a ruling that do not interrupt it
	dashLong  = 0.90 // the same between pieces that are hardly longer than the gap
	touchGap  = 0.40 // rulings that end this near each other meet
	thickest  = 0.50 // a wider bar is a filled area, a diagonal, a picture
	shortest  = 0.70 // shorter pieces, joined, are ornaments and stray dots
	openReach = 0.80 // how far rulings run past the last crossing one where a border is missing
)

// near is how close rulings are one. Double rulings have a gap of some 1.5 points
// however small the text is.
func near(em float64) float64 {
	return math.Min(math.Max(sameLine*em, 1.8), 1.5*sameLine*em)
}

// segments sorts rulings by direction and joins those that continue or double
// each other. Pieces that are no ruling of a table are left out; cut tells that
// there were more than can be looked at and only the longest were kept.
func segments(rules []Rule, em float64) (hs, vs []seg, cut bool) {
	thick := math.Max(3, thickest*em)
	for _, r := range rules {
		if !usable([4]float64{r.X0, r.Y0, r.X1, r.Y1}) {
			continue
		}
		w, h := r.X1-r.X0, r.Y1-r.Y0
		if math.Min(w, h) > thick {
			continue
		}
		// A dot of a dotted line may belong to either direction.
		dot := math.Max(w, h) < sameLine*em
		if w >= h || dot {
			hs = append(hs, seg{(r.Y0 + r.Y1) / 2, r.X0, r.X1})
		}
		if h > w || dot {
			vs = append(vs, seg{(r.X0 + r.X1) / 2, r.Y0, r.Y1})
		}
	}
	var cuth, cutv bool
	hs, cuth = longest(joinSegs(hs, em))
	vs, cutv = longest(joinSegs(vs, em))
	return hs, vs, cuth || cutv
}

// joinSegs makes one ruling of those that lie on one line without a gap.
func joinSegs(segs []seg, em float64) []seg {
	var out []seg
	for _, g := range group(segs, near(em)) {
		sort.Slice(g, func(i, j int) bool { return g[i].lo < g[j].lo })
		cur, sum, weight := g[0], 0.0, 0.0
		last := g[0] // of the pieces of cur
		flush := func() {
			if cur.hi-cur.lo >= shortest*em {
				if weight > 0 {
					cur.at = sum / weight
				}
				out = append(out, cur)
			}
		}
		for _, s := range g {
			if gap := s.lo - cur.hi; gap > dashGap*em && !dashes(last, s, gap, em) {
				flush()
				cur, sum, weight = s, 0, 0
			}
			last = s
			cur.hi = math.Max(cur.hi, s.hi)
			sum += s.at * (s.hi - s.lo)
			weight += s.hi - s.lo
		}
		flush()
	}
	return out
}

// dashes reports whether two pieces with a gap between them look like dashes:
// the gap is too narrow for a cell to open there, and they are short themselves.
func dashes(a, b seg, gap, em float64) bool {
	short, long := math.Min(a.hi-a.lo, b.hi-b.lo), math.Max(a.hi-a.lo, b.hi-b.lo)
	return gap <= dashLong*em && short >= 0.6*gap && long <= 1.5*em
}

// group splits rulings into those at nearly the same place.
func group(segs []seg, tol float64) [][]seg {
	if len(segs) == 0 {
		return nil
	}
	sort.Slice(segs, func(i, j int) bool {
		if segs[i].at != segs[j].at {
			return segs[i].at < segs[j].at
		}
		return segs[i].lo < segs[j].lo
	})
	at := make([]float64, len(segs))
	for i := range segs {
		at[i] = segs[i].at
	}
	var out [][]seg
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
func longest(segs []seg) ([]seg, bool) {
	if len(segs) <= maxSegments {
		return segs, false
	}
	sort.SliceStable(segs, func(i, j int) bool { return segs[i].hi-segs[i].lo > segs[j].hi-segs[j].lo })
	segs = segs[:maxSegments]
	sort.SliceStable(segs, func(i, j int) bool { return segs[i].at < segs[j].at })
	return segs, true
}
