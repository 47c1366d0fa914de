package read

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
func (t *fundTable) place(r *fundLine, cols []int, fit func(c, s int) int) (alignment, bool) {
	prior := t.labelCol - r.label.col
	if r.label.within(t.labelCol) {
		prior = 0
	}
	here, ok := inPlace(cols, t.slots, fit)
	if ok && prior == 0 && here.cost < costChange {
		return here, true
	}
	best, bestWorth, found := alignment{}, -infinite, false
	try := func(a alignment, cost int) {
		worth := worthOfSum*rowAgreement(t.slots, r.cells, a.slots) - cost
		if worth > bestWorth {
			best, bestWorth, found = a, worth, true
		}
	}
	if ok {
		cost := here.cost
		if prior != 0 {
			cost += costChange
		}
		try(here, cost)
	}
	moved := make([]int, len(cols))
	for shift := -farthest; shift <= farthest; shift++ {
		for i, c := range cols {
			moved[i] = c + shift
		}
		if a, fits := inPlace(moved, t.slots, fit); fits && shift != 0 {
			cost := a.cost + costShift + abs(shift-prior)
			if shift == prior {
				cost = a.cost + 1
			}
			try(a, cost)
		}
	}
	if a, fits := align(cols, t.slots, prior, fit); fits {
		try(a, a.cost+margin)
		if a.other != nil {
			try(alignment{slots: a.other, cost: a.second}, a.second+margin)
		}
	}
	return best, found
}
