package table

import "slices"

// Which column each cell of a row belongs to. A row whose cells look like what its
// columns hold is taken as it stands. One that does not is tried in several ways: as
// printed, moved as far as its label has moved, moved by any whole number of columns,
// and as cheaply as its cells can be moved one by one. What the row says as a whole
// (its own sums) then counts against the cost of the moves.

// Farthest is how many columns a row as a whole is tried to have moved.
const Farthest = 4

// Sought is a row whose cells look for their columns.
type Sought struct {
	Cols  []int // printed columns of the cells
	Slots []Slot
	Fit   func(c, s int) int // the cost of cell c standing in column s

	Labelled bool // a label in front of the cells shows how far the row has moved
	Prior    int  // by so many columns
	Ragged   bool // other rows of the table have lost empty cells, and this one as likely

	Evidence func(at []int) int // what else speaks for a placement, in costs; nil for nothing
}

// Placement gives each cell its column.
type Placement struct {
	Slots   []int
	Cost    int  // without evidence and margins
	Printed bool // every cell stays where it is printed
	Lead    int  // by how much the next best is worse; Infinite where there is none
}

// Assign finds the best placement of a row; ok is false where none fits.
func (r *Sought) Assign() (p Placement, ok bool) {
	printed, fits := InPlace(r.Cols, r.Slots, r.Fit)
	here := Placement{Slots: printed.Slots, Cost: printed.Cost, Printed: true, Lead: Infinite}
	var b best
	if fits && r.Prior == 0 && here.Cost < CostChange {
		if !r.looksOdd(here.Slots) {
			return here, true
		}
		r.weigh(&b, here, 0)
		if !r.sideBySide(&b) && r.Evidence(here.Slots) <= 0 {
			return here, true
		}
		r.oneByOne(&b)
		return b.lead(), true
	}
	if !fits || r.looksOdd(here.Slots) {
		r.sideBySide(&b)
	}
	r.whole(&b)
	r.oneByOne(&b)
	if fits {
		left := 0
		if r.Prior != 0 { // the label has moved, and its row has not
			left = CostChange
		}
		r.weigh(&b, here, left)
	}
	return b.lead(), len(b.list) > 0
}

// Odd is the cost from which cells that may stand where they are printed are still not
// what one looks for there: an amount under a rate, and the rate under remarks.
const Odd = 6

// looksOdd reports such cells in a row that can say whether its sums hold elsewhere.
func (r *Sought) looksOdd(at []int) bool {
	cost := 0
	for c, s := range at {
		cost += r.Fit(c, s)
	}
	return r.Evidence != nil && cost >= Odd
}

// sideBySide weighs the cells of a row next to each other, in each run of columns in which
// what the row says as a whole holds: the heading has lost its blanks, and the row has others.
//
//	资金来源 | 预算 | 执行 | 执行率 | 备注
//	省级资金 | 200 |      | 190   |      | 95%
func (r *Sought) sideBySide(b *best) (found bool) {
	n := len(r.Cols)
	at := make([]int, n)
	for from := 0; r.Evidence != nil && n > 2 && from+n <= len(r.Slots); from++ {
		cost := costShift
		for c := range at {
			at[c] = from + c
			cost += r.Fit(c, from+c)
		}
		if cost < Unfit && r.Evidence(at) > 0 {
			r.weigh(b, Placement{Slots: slices.Clone(at), Cost: cost}, 0)
			found = true
		}
	}
	return found
}

// whole weighs the row moved as one. Where no label shows that it has, about so far, it must
// be clearly better, as cells that move one by one must always be.
func (r *Sought) whole(b *best) {
	moved := make([]int, len(r.Cols))
	for shift := -Farthest; shift <= Farthest; shift++ {
		for i, c := range r.Cols {
			moved[i] = c + shift
		}
		a, fits := InPlace(moved, r.Slots, r.Fit)
		if !fits || shift == 0 {
			continue
		}
		better := r.margin()
		if r.Labelled && (abs(shift-r.Prior) < 2 || r.says(a.Slots)) { // one blank is soon lost
			better = 0
		}
		cost := a.Cost + 1 // moved as its label has
		if shift != r.Prior {
			cost = a.Cost + costShift + abs(shift-r.Prior)
		}
		r.weigh(b, Placement{Slots: a.Slots, Cost: cost}, better)
	}
}

// oneByOne weighs the two cheapest ways to move the cells one by one.
func (r *Sought) oneByOne(b *best) {
	a, fits := align(r.Cols, r.Slots, r.Prior, r.Fit)
	if !fits {
		return
	}
	r.weigh(b, Placement{Slots: a.Slots, Cost: a.Cost}, r.margin())
	if a.Other != nil {
		r.weigh(b, Placement{Slots: a.Other, Cost: a.Second}, r.margin())
	}
}

// margin is by how much a moved reading must be better than the printed one.
func (r *Sought) margin() int {
	if r.Ragged {
		return 0
	}
	return margin
}

// says reports that the row as a whole speaks for a placement.
func (r *Sought) says(at []int) bool { return r.Evidence != nil && r.Evidence(at) > 0 }

// weigh adds a placement with what it is worth; it must be better by so much.
func (r *Sought) weigh(b *best, p Placement, by int) {
	worth := -p.Cost - by
	if r.Evidence != nil {
		worth += r.Evidence(p.Slots)
	}
	b.list = append(b.list, weighed{p, worth})
}

// best holds placements in the order in which they were tried; of equals the first
// is taken.
type best struct{ list []weighed }

type weighed struct {
	Placement
	worth int
}

// lead is the best placement, and by how much it leads one that differs.
func (b *best) lead() Placement {
	if len(b.list) == 0 {
		return Placement{}
	}
	slices.SortStableFunc(b.list, func(x, y weighed) int { return y.worth - x.worth })
	first := b.list[0]
	p := first.Placement
	p.Lead = Infinite
	for _, x := range b.list[1:] {
		if !slices.Equal(x.Slots, p.Slots) {
			p.Lead = first.worth - x.worth
			break
		}
	}
	return p
}
