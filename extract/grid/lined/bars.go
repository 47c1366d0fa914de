package lined

import (
	"math"
	"slices"
	"sort"

	"ziping/extract/grid/page"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
)

// Which horizontal rulings are of one table: the longest that begin and end at the
// same places, and what lies between them. A label that a page break cuts leaves
// shorter ones before the first and behind the last of them.

// freeBars lists the horizontal rulings outside the pieces found, top to bottom.
func freeBars(s *sheet.Sheet, pieces []*piece.Piece) []sheet.Seg {
	var bars []sheet.Seg
	for _, h := range s.Hs {
		if h.Hi-h.Lo > page.Column*s.Em && !s.AtEdges(h) {
			bars = append(bars, h)
		}
	}
	sort.SliceStable(bars, func(i, j int) bool { return bars[i].At < bars[j].At })
	// Going down, pieces are entered and left. A bar meets none of those at its
	// height if as many of them end left of it as begin left of its end.
	type turn struct {
		at     float64
		lo, hi float64
		by     int
	}
	var turns []turn
	var los, his []float64
	for _, p := range pieces {
		if p.Sheet != s {
			continue
		}
		b := p.Box()
		turns = append(turns, turn{b[1] - s.Em, b[0], b[2], 1}, turn{b[3] + s.Em, b[0], b[2], -1})
		los, his = append(los, b[0]), append(his, b[2])
	}
	if len(turns) == 0 {
		return bars
	}
	sort.SliceStable(turns, func(i, j int) bool { return turns[i].at < turns[j].at })
	sort.Float64s(los)
	sort.Float64s(his)
	begun, ended := make(tally, len(los)), make(tally, len(his))
	var out []sheet.Seg
	k := 0
	for _, h := range bars {
		for ; k < len(turns) && turns[k].at <= h.At; k++ {
			begun.add(sort.SearchFloat64s(los, turns[k].lo), turns[k].by)
			ended.add(sort.SearchFloat64s(his, turns[k].hi), turns[k].by)
		}
		atOrLeft := sort.Search(len(his), func(k int) bool { return his[k] > h.Lo })
		if begun.before(sort.SearchFloat64s(los, h.Hi)) == ended.before(atOrLeft) {
			out = append(out, h)
		}
	}
	return out
}

// tally counts things by number, and sums up all before one (a Fenwick tree).
type tally []int

func (t tally) add(k, by int) {
	for k++; k <= len(t); k += k & -k {
		t[k-1] += by
	}
}

func (t tally) before(k int) int {
	n := 0
	for ; k > 0; k -= k & -k {
		n += t[k-1]
	}
	return n
}

// bundle is the rulings of one table.
type bundle struct {
	bars        []sheet.Seg
	left, right float64
}

// sorter sorts the free rulings of a page into bundles.
type sorter struct {
	bars   []sheet.Seg // top to bottom
	em     float64
	lo, hi []int // of each, the number of the place it begins and ends at
	byEnds map[[2]int][]int
	byLo   map[int][]int
	byHi   map[int][]int
	used   []int // the first and last of what tables take, in pairs, top to bottom
}

func newSorter(bars []sheet.Seg, em float64) *sorter {
	w := &sorter{bars: bars, em: em, byEnds: map[[2]int][]int{}, byLo: map[int][]int{}, byHi: map[int][]int{}}
	w.lo = samePlaces(bars, func(b sheet.Seg) float64 { return b.Lo }, page.Word*em)
	w.hi = samePlaces(bars, func(b sheet.Seg) float64 { return b.Hi }, page.Word*em)
	for k := range bars {
		ends := [2]int{w.lo[k], w.hi[k]}
		w.byEnds[ends] = append(w.byEnds[ends], k)
		w.byLo[ends[0]] = append(w.byLo[ends[0]], k)
		w.byHi[ends[1]] = append(w.byHi[ends[1]], k)
	}
	return w
}

// samePlaces numbers the places that rulings have in common: those within tol of
// the first.
func samePlaces(bars []sheet.Seg, place func(sheet.Seg) float64, tol float64) []int {
	order := make([]int, len(bars))
	for k := range order {
		order[k] = k
	}
	sort.SliceStable(order, func(i, j int) bool { return place(bars[order[i]]) < place(bars[order[j]]) })
	out := make([]int, len(bars))
	var first, n int
	for i, k := range order {
		if place(bars[k])-place(bars[order[first]]) >= tol {
			first, n = i, n+1
		}
		out[k] = n
	}
	return out
}

// bundles lists the rulings of each table, those of the widest first. prev is a
// table of the page before that may go on in the first, or nil.
func (w *sorter) bundles(prev *lined) []bundle {
	order := make([]int, len(w.bars))
	for k := range order {
		order[k] = k
	}
	long := func(k int) float64 { return w.bars[k].Hi - w.bars[k].Lo }
	sort.SliceStable(order, func(i, j int) bool { return long(order[i]) > long(order[j]) })
	var out []bundle
	for _, k := range order {
		from, to := w.room(k)
		if k < from {
			continue // taken
		}
		full := between(w.byEnds[[2]int{w.lo[k], w.hi[k]}], from, to)
		if len(full) < 2 {
			continue
		}
		if prev != nil && len(out) == 0 {
			if b, ok := w.within(prev, long(full[0])); ok {
				return []bundle{b}
			}
		}
		out = append(out, w.take(full, from, to, prev != nil && len(out) == 0))
	}
	if len(out) == 0 && prev != nil && len(w.bars) > 1 {
		if b, ok := w.within(prev, 0); ok {
			return []bundle{b}
		}
	}
	return out
}

// within is all rulings of a page that lies within one merged cell of a table:
// none is as long as the table is wide, and some end where it does.
func (w *sorter) within(prev *lined, longest float64) (bundle, bool) {
	lo, hi := extremes(w.bars)
	tol := page.Word * w.em
	if math.Abs(hi-prev.right) >= tol || lo <= prev.left-tol || longest >= prev.right-prev.left-tol {
		return bundle{}, false
	}
	return w.bundle(0, len(w.bars), prev.left, prev.right), true
}

func extremes(bars []sheet.Seg) (lo, hi float64) {
	lo, hi = bars[0].Lo, bars[0].Hi
	for _, b := range bars {
		lo, hi = math.Min(lo, b.Lo), math.Max(hi, b.Hi)
	}
	return lo, hi
}

// room is the run of rulings around one that no table has taken; empty for a taken one.
func (w *sorter) room(k int) (from, to int) {
	i := sort.SearchInts(w.used, k+1) // ends before or at k
	from, to = 0, len(w.bars)
	if i > 0 {
		from = w.used[i-1]
	}
	if i < len(w.used) {
		to = w.used[i]
	}
	if i%2 == 1 {
		return to, to
	}
	return from, to
}

// between is the part of a sorted list from a number to before another.
func between(list []int, from, to int) []int {
	return list[sort.SearchInts(list, from):sort.SearchInts(list, to)]
}

// take makes the bundle of the longest rulings of a run, and of what lies between
// them. Shorter ones that begin or end with them may follow, and go before where
// the table goes on from the page before.
func (w *sorter) take(full []int, from, to int, goesOn bool) bundle {
	k := full[0]
	left, right := w.bars[k].Lo, w.bars[k].Hi
	top, bottom := full[0], full[len(full)-1]
	tol := page.Word * w.em
	fits := func(k int) bool { return w.bars[k].Lo > left-tol && w.bars[k].Hi < right+tol }
	for _, list := range [][]int{between(w.byHi[w.hi[k]], from, to), between(w.byLo[w.lo[k]], from, to)} {
		for i := len(list) - 1; i >= 0 && list[i] > bottom; i-- {
			if fits(list[i]) {
				bottom = list[i]
			}
		}
		for i := 0; goesOn && i < len(list) && list[i] < top; i++ {
			if fits(list[i]) {
				top = list[i]
			}
		}
	}
	for top > from && w.bars[top-1].At >= w.bars[top].At-sheet.Near(w.em) {
		top--
	}
	for bottom+1 < to && w.bars[bottom+1].At <= w.bars[bottom].At+sheet.Near(w.em) {
		bottom++
	}
	i := sort.SearchInts(w.used, top+1) // behind what ends there
	w.used = slices.Insert(w.used, i, top, bottom+1)
	return w.bundle(top, bottom+1, left, right)
}

// bundle keeps the rulings of a run that lie between two borders.
func (w *sorter) bundle(from, to int, left, right float64) bundle {
	out := bundle{left: left, right: right}
	tol := page.Word * w.em
	for _, b := range w.bars[from:to] {
		if b.Lo > left-tol && b.Hi < right+tol {
			out.bars = append(out.bars, b)
		}
	}
	return out
}

// parts parts rulings where a title, or prose, stands between two tables: text
// that is larger than that of the table. large are the heights of such text, from
// the top.
func (b *bundle) parts(large []float64) [][]sheet.Seg {
	var out [][]sheet.Seg
	from := 0
	for k := 1; k <= len(b.bars); k++ {
		if k < len(b.bars) {
			i := sort.Search(len(large), func(i int) bool { return large[i] > b.bars[k-1].At })
			if i == len(large) || large[i] >= b.bars[k].At {
				continue
			}
		}
		if k-from >= 2 {
			out = append(out, b.bars[from:k])
		}
		from = k
	}
	return out
}
