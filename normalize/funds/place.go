package funds

import (
	"ziping/normalize/money"
	"ziping/normalize/table"
)

// Which column each figure of a money row belongs to. A row that stands in
// place is taken as it stands. A row that does not is tried in several ways:
// as printed, moved as far as its label has moved, moved by any whole number of
// columns, and as cheaply as its cells can be moved one by one. The sums of the
// row itself (③=①+②, ⑥=③−④, ⑤=④/③) then count more than the moves.

const (
	worthOfSum     = 25 // a sum that holds outweighs two changes of shift
	farthest       = 4  // columns a row as a whole is tried to have moved
	costPartWeight = 9  // marks stand on the total's row; on others they are rare
)

// place gives each cell of a row its column; ok is false where none fits.
func (t *fundTable) place(r *fundLine, cols []int, fit func(c, s int) int) (table.Alignment, bool) {
	prior := t.labelCol - r.label.Col
	if r.label.Covers(t.labelCol) {
		prior = 0
	}
	here, ok := table.InPlace(cols, t.slots, fit)
	if ok && prior == 0 && here.Cost < table.CostChange {
		return here, true
	}
	best, bestWorth, found := table.Alignment{}, -table.Infinite, false
	try := func(a table.Alignment, cost int) {
		worth := worthOfSum*money.Agreement(t.slots, r.cells, a.Slots) - cost
		if worth > bestWorth {
			best, bestWorth, found = a, worth, true
		}
	}
	if ok {
		cost := here.Cost
		if prior != 0 {
			cost += table.CostChange
		}
		try(here, cost)
	}
	moved := make([]int, len(cols))
	for shift := -farthest; shift <= farthest; shift++ {
		for i, c := range cols {
			moved[i] = c + shift
		}
		if a, fits := table.InPlace(moved, t.slots, fit); fits && shift != 0 {
			cost := a.Cost + table.CostShift + max(shift-prior, prior-shift)
			if shift == prior {
				cost = a.Cost + 1
			}
			try(a, cost)
		}
	}
	if a, fits := table.Align(cols, t.slots, prior, fit); fits {
		try(a, a.Cost+table.Margin)
		if a.Other != nil {
			try(table.Alignment{Slots: a.Other, Cost: a.Second}, a.Second+table.Margin)
		}
	}
	return best, found
}
