package table

import (
	"cmp"
	"slices"
)

// Putting the cells of a row into the columns of its heading. Every cell keeps
// its order; what is sought is the cheapest way to move them, where moving a
// run of cells together costs once, and a cell that does not look like what its
// column holds costs more than a move. Costs are whole numbers.

// The costs of an alignment.
const (
	costShift  = 8  // the row as a whole stands off its place
	CostChange = 10 // the shift changes within the row
	Unfit      = 60 // from here on a cell cannot be what its column holds
	margin     = 15 // a moved reading must be better than the printed one by this much
)

// Slot is one column of a heading.
type Slot struct {
	Col, Span int
	ID        string
	Label     string
	Missing   int // cost of leaving it empty
	Level     int // of the heading rows the one it stands in
}

// Covers reports whether the slot reaches over a column.
func (s Slot) Covers(col int) bool { return col >= s.Col && col < s.Col+max(1, s.Span) }

// SlotAt is the first of some slots that reaches over a column, -1 for none.
func SlotAt(slots []Slot, col int) int {
	return slices.IndexFunc(slots, func(s Slot) bool { return s.Covers(col) })
}

// Shift is how far a cell at col would move to stand in s.
func (s Slot) Shift(col int) int {
	if s.Covers(col) {
		return 0
	}
	return s.Col - col
}

// Alignment gives the slot of each cell. Second is the cost of the next best
// one, for telling a clear case from a toss-up.
type Alignment struct {
	Slots  []int
	Cost   int
	Second int
	Other  []int
}

// mostTried is how many moves of neighbours against each other are tried for a row. No
// form comes near it (forty columns and twenty cells make 9,000); beyond it a row is as it
// is printed, or moved as a whole.
const mostTried = 1 << 16

// Infinite is more than any alignment costs.
const Infinite = 1 << 30

type step struct {
	cost, prev, rank int // rank: which of prev's two best
}

// align finds the two cheapest placements of cells (given by their columns) in
// slots. fit is the cost of cell c standing in slot s. ok is false where there
// are more cells than slots, a cell fits nowhere, or there is too much to try.
func align(cols []int, slots []Slot, prior int, fit func(c, s int) int) (a Alignment, ok bool) {
	n, m := len(cols), len(slots)
	room := m - n + 1 // cell c stands in one of so many slots, from c on
	if n == 0 || n > m || n*room*room > mostTried {
		return Alignment{}, false
	}
	skipped := make([]int, m+1) // prefix sums of the cost of empty slots
	for i, s := range slots {
		skipped[i+1] = skipped[i] + s.Missing
	}
	best := make([][2]step, n*room)
	steps := func(c, s int) *[2]step { return &best[c*room+s-c] }
	for i := range best {
		best[i] = [2]step{{cost: Infinite}, {cost: Infinite}}
	}
	push := func(c, s int, st step) {
		b := steps(c, s)
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
			if f >= Unfit {
				continue
			}
			sh := slots[s].Shift(cols[c])
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
				for rank, st := range steps(c-1, p) {
					if st.cost >= Infinite {
						continue
					}
					move := 0
					if d := sh - slots[p].Shift(cols[c-1]); d != 0 {
						move = CostChange + abs(d)
					}
					push(c, s, step{cost: st.cost + f + move + skipped[s] - skipped[p+1], prev: p, rank: rank})
				}
			}
		}
	}
	type end struct{ cost, s, rank int }
	first, next := end{cost: Infinite}, end{cost: Infinite}
	for s := n - 1; s < m; s++ {
		for rank, st := range steps(n-1, s) {
			e := end{st.cost + skipped[m] - skipped[s+1], s, rank}
			switch {
			case st.cost >= Infinite:
			case e.cost < first.cost:
				first, next = e, first
			case e.cost < next.cost:
				next = e
			}
		}
	}
	if first.cost >= Infinite {
		return Alignment{}, false
	}
	trace := func(e end) []int {
		out := make([]int, n)
		s, rank := e.s, e.rank
		for c := n - 1; c >= 0; c-- {
			out[c] = s
			st := steps(c, s)[rank]
			s, rank = st.prev, st.rank
		}
		return out
	}
	a = Alignment{Slots: trace(first), Cost: first.cost, Second: next.cost}
	if next.cost < Infinite {
		a.Other = trace(next)
	}
	return a, true
}

// InPlace places every cell in the slot that covers its column, if there is
// one for each, and returns the cost.
func InPlace(cols []int, slots []Slot, fit func(c, s int) int) (a Alignment, ok bool) {
	var room [24]int // most rows that are tried fit nowhere
	at := room[:0]
	s, cost := 0, 0
	for c, col := range cols {
		for s < len(slots) && !slots[s].Covers(col) {
			cost += slots[s].Missing
			s++
		}
		if s == len(slots) {
			return Alignment{}, false
		}
		f := fit(c, s)
		if f >= Unfit {
			return Alignment{}, false
		}
		at = append(at, s)
		cost += f
		s++
	}
	for ; s < len(slots); s++ {
		cost += slots[s].Missing
	}
	a.Slots, a.Cost, a.Second = append(make([]int, 0, len(at)), at...), cost, Infinite
	return a, true
}

// MovesCost is what the moves of a placement cost: the row as a whole, and each change within.
func MovesCost(cells []*Item, slots []Slot, at []int) (cost int) {
	shift := 0
	for c, s := range at {
		switch sh := slots[s].Shift(cells[c].Col); {
		case sh == shift:
			continue
		case c == 0:
			cost, shift = costShift+abs(sh), sh
		default:
			cost, shift = cost+CostChange+abs(sh-shift), sh
		}
	}
	return cost
}

// Anywhere lets a cell stand in any column: where it stands is settled.
func Anywhere(int, int) int { return 0 }

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// IndexOf is the place of the slot with an id, -1 where there is none.
func IndexOf(slots []Slot, id string) int {
	return slices.IndexFunc(slots, func(s Slot) bool { return s.ID == id })
}

// HasSlot reports whether a slot has the id.
func HasSlot(slots []Slot, id string) bool {
	for _, s := range slots {
		if s.ID == id {
			return true
		}
	}
	return false
}

// InSlot reports a cell under the column of an id.
func InSlot(slots []Slot, id string, it *Item) bool {
	s := IndexOf(slots, id)
	return s >= 0 && slots[s].Covers(it.Col)
}

// SortSlots puts columns in their order. Of two in one place the one of the lower
// heading row comes first: that row has lost its place and moved under its neighbour.
func SortSlots(s []Slot) {
	slices.SortStableFunc(s, func(a, b Slot) int {
		return cmp.Or(cmp.Compare(a.Col, b.Col), cmp.Compare(b.Level, a.Level))
	})
}
