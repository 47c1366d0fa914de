package read

import (
	"cmp"
	"slices"
)

// Putting the cells of a row into the columns of its heading. Every cell keeps
// its order; what is sought is the cheapest way to move them, where moving a
// run of cells together costs once, and a cell that does not look like what its
// column holds costs more than a move. Costs are whole numbers.

const (
	costShift  = 8  // the row as a whole stands off its place
	costChange = 10 // the shift changes within the row
	costUnfit  = 60 // from here on a cell cannot be what its column holds
	margin     = 15 // a moved reading must be better than the printed one by this much
)

// slot is one column of a heading.
type slot struct {
	col, span int
	id        string
	label     string
	missing   int // cost of leaving it empty
	level     int // of the heading rows the one it stands in
}

func (s slot) covers(col int) bool { return col >= s.col && col < s.col+max(1, s.span) }

// shift is how far a cell at col would move to stand in s.
func (s slot) shift(col int) int {
	if s.covers(col) {
		return 0
	}
	return s.col - col
}

// alignment gives the slot of each cell. Second is the cost of the next best
// one, for telling a clear case from a toss-up.
type alignment struct {
	slots  []int
	cost   int
	second int
	other  []int
}

const infinite = 1 << 30

type step struct {
	cost, prev, rank int // rank: which of prev's two best
}

// align finds the two cheapest placements of cells (given by their columns) in
// slots. fit is the cost of cell c standing in slot s. ok is false where there
// are more cells than slots or a cell fits nowhere.
func align(cols []int, slots []slot, prior int, fit func(c, s int) int) (a alignment, ok bool) {
	n, m := len(cols), len(slots)
	if n == 0 || n > m {
		return alignment{}, false
	}
	skipped := make([]int, m+1) // prefix sums of the cost of empty slots
	for i, s := range slots {
		skipped[i+1] = skipped[i] + s.missing
	}
	best := make([][2]step, n*m)
	for i := range best {
		best[i] = [2]step{{cost: infinite}, {cost: infinite}}
	}
	push := func(c, s int, st step) {
		b := &best[c*m+s]
		switch {
		case st.cost < b[0].cost:
			b[1], b[0] = b[0], st
		case st.cost < b[1].cost:
			b[1] = st
		}
	}
	for c := range n {
		for s := c; s <= m-n+c; s++ {
			f := fit(c, s)
			if f >= costUnfit {
				continue
			}
			sh := slots[s].shift(cols[c])
			if c == 0 {
				move := 0
				if sh != prior {
					move = costShift + abs(sh-prior)
				} else if sh != 0 {
					move = 1
				}
				push(c, s, step{cost: f + move + skipped[s], prev: -1})
				continue
			}
			for p := c - 1; p < s; p++ {
				for rank, st := range best[(c-1)*m+p] {
					if st.cost >= infinite {
						continue
					}
					move := 0
					if d := sh - slots[p].shift(cols[c-1]); d != 0 {
						move = costChange + abs(d)
					}
					push(c, s, step{cost: st.cost + f + move + skipped[s] - skipped[p+1], prev: p, rank: rank})
				}
			}
		}
	}
	type end struct{ cost, s, rank int }
	first, next := end{cost: infinite}, end{cost: infinite}
	for s := n - 1; s < m; s++ {
		for rank, st := range best[(n-1)*m+s] {
			e := end{st.cost + skipped[m] - skipped[s+1], s, rank}
			switch {
			case st.cost >= infinite:
			case e.cost < first.cost:
				first, next = e, first
			case e.cost < next.cost:
				next = e
			}
		}
	}
	if first.cost >= infinite {
		return alignment{}, false
	}
	trace := func(e end) []int {
		out := make([]int, n)
		s, rank := e.s, e.rank
		for c := n - 1; c >= 0; c-- {
			out[c] = s
			st := best[c*m+s][rank]
			s, rank = st.prev, st.rank
		}
		return out
	}
	a = alignment{slots: trace(first), cost: first.cost, second: next.cost}
	if next.cost < infinite {
		a.other = trace(next)
	}
	return a, true
}

// inPlace places every cell in the slot that covers its column, if there is
// one for each, and returns the cost.
func inPlace(cols []int, slots []slot, fit func(c, s int) int) (a alignment, ok bool) {
	a.slots = make([]int, len(cols))
	s, cost := 0, 0
	for c, col := range cols {
		for s < len(slots) && !slots[s].covers(col) {
			cost += slots[s].missing
			s++
		}
		if s == len(slots) {
			return alignment{}, false
		}
		f := fit(c, s)
		if f >= costUnfit {
			return alignment{}, false
		}
		a.slots[c] = s
		cost += f
		s++
	}
	for ; s < len(slots); s++ {
		cost += slots[s].missing
	}
	a.cost, a.second = cost, infinite
	return a, true
}

// anywhere lets a cell stand in any column: where it stands is settled.
func anywhere(int, int) int { return 0 }

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

func slotIndex(slots []slot, id string) int {
	for i := range slots {
		if slots[i].id == id {
			return i
		}
	}
	return -1
}

func hasSlot(slots []slot, id string) bool {
	for _, s := range slots {
		if s.id == id {
			return true
		}
	}
	return false
}

// sortSlots puts columns in their order. Of two in one place the one of the lower
// heading row comes first: that row has lost its place and moved under its neighbour.
func sortSlots(s []slot) {
	slices.SortStableFunc(s, func(a, b slot) int {
		return cmp.Or(cmp.Compare(a.col, b.col), cmp.Compare(b.level, a.level))
	})
}
