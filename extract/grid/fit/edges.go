package fit

import "sort"

// edge is a place where columns may meet, with how much speaks for it, how many
// texts start behind it, and how many rows prove it (see chains).
type edge struct {
	at, support, starts, proved float64
	drawn                       bool // a ruling tells of it
}

// edges come from left to right.
type edges []edge

// cost is what a text pays for an edge.
func (e *edge) cost() float64 {
	c := costEdge / (1 + e.support)
	if e.proved == 0 {
		c += costGuess
	}
	return c
}

// span is the run of edges within an interval.
func (es edges) span(lo, hi float64) (from, to int) {
	from = sort.Search(len(es), func(k int) bool { return es[k].at >= lo })
	to = sort.Search(len(es), func(k int) bool { return es[k].at > hi })
	return from, to
}

// nearest is the place of the edge nearest to x.
func (es edges) nearest(x float64) float64 {
	k := sort.Search(len(es), func(k int) bool { return es[k].at >= x })
	if k == len(es) || k > 0 && x-es[k-1].at < es[k].at-x {
		k--
	}
	return es[k].at
}

// number is the first edge not left of a place.
func (es edges) number(x float64) int {
	return sort.Search(len(es), func(k int) bool { return es[k].at >= x-0.01 })
}
