package funds

import (
	"ziping/normalize/money"
	"ziping/normalize/table"
)

const (
	worthOfSum     = 25 // a sum that holds outweighs two changes of shift
	costPartWeight = 9  // marks stand on the total's row; on others they are rare
)

// place gives each cell of a row its column; ok is false where none fits. How far
// the label has moved tells where its figures are, and the sums of the row itself
// (③=①+②, ⑥=③−④, ⑤=④/③) count more than the moves.
func (t *fundTable) place(r *fundLine, cols []int, fit func(c, s int) int) (table.Placement, bool) {
	prior := t.labelCol - r.label.Col
	if r.label.Covers(t.labelCol) {
		prior = 0
	}
	row := table.Sought{
		Cols: cols, Slots: t.slots, Fit: fit, Labelled: true, Prior: prior,
		Evidence: func(at []int) int { return worthOfSum * money.Agreement(t.slots, r.cells, at) },
	}
	return row.Assign()
}
