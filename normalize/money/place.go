package money

import (
	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
)

// CostPartWeight is the cost of a figure under the marks of a part: they stand on the
// total's row, on others they are rare.
const CostPartWeight = 9

const (
	worthOfSum    = 25 // a sum that holds outweighs two changes of shift
	costPartScore = 6  // a part's score is rare, too: does the row's sum say that it is one?
	costPartMoved = 12 // a figure that is put back is not put under the marks of a part
	costRateMark  = 6  // marks that are the very share of two amounts beside them: do the sums say it is the rate?
)

// Block is a block of money whose cells look for their columns.
type Block struct {
	Slots    []table.Slot
	LabelCol int         // in which the rows have their labels
	Over     *table.Slot // the heading taken for that of the labels that may be a column, nil for none
	Rows     []Row
	Unit     *normalize.Field // of the form's money
	Lex      *lexicon.Lexicon

	costs table.ColumnCosts // of the slots
}

// Row is a row of it.
type Row struct {
	Source  string // what its money is
	Label   *table.Item
	Cells   []*table.Item
	Part    bool // it is not the whole money
	Settled bool // it is known where its cells stand

	// What Place says.
	At     []int // the column of each cell
	Placed bool  // the cells have columns
	BySums bool  // the sums of the columns told them
}

// Place gives the cells of all rows their columns: each row by itself, then all of them by
// what they add up to.
func (b *Block) Place() {
	b.costs = table.MoneyCosts(b.Slots)
	for k := range b.Rows {
		b.assign(&b.Rows[k])
	}
	b.realign()
}

// assign gives each cell of a row its column, where some fit. How far the label has moved
// tells where its figures are, and the sums of the row itself (③=①+②, ⑥=③−④, ⑤=④/③) count
// more than the moves.
func (b *Block) assign(r *Row) {
	cols := make([]int, len(r.Cells))
	for k, c := range r.Cells {
		cols[k] = c.Col
	}
	prior := b.LabelCol - r.Label.Col
	if r.Label.Covers(b.LabelCol) {
		prior = 0
	}
	row := table.Sought{
		Cols: cols, Slots: b.Slots, Fit: b.fit(r), Labelled: true, Prior: prior,
		Evidence: func(at []int) int {
			worth := worthOfSum * Agreement(b.Slots, r.Cells, at)
			if r.Part && b.marksMoved(r, at) {
				worth -= costPartMoved
			}
			return worth
		},
	}
	a, ok := row.Assign()
	r.At, r.Placed = a.Slots, ok || len(r.Cells) == 0
}

// fit is the cost of a row's cell standing in a column.
func (b *Block) fit(r *Row) func(c, s int) int {
	if r.Settled {
		return table.Anywhere
	}
	looks, rates := make([]table.Look, len(r.Cells)), make([]bool, len(r.Cells))
	for k, c := range r.Cells {
		looks[k], rates[k] = c.Kind(b.Lex).Look, r.isRate(k)
	}
	return func(c, s int) int {
		cost := b.costs.Of(looks[c], s)
		switch {
		case rates[c] && (b.isMark(s) || b.Slots[s].ID == string(normalize.Score)):
			return max(cost, costRateMark)
		case !r.Part || cost > 0:
			return cost
		case b.isMark(s):
			return CostPartWeight
		case b.Slots[s].ID == string(normalize.Score):
			return costPartScore
		}
		return 0
	}
}

// isRate reports a figure of several places that is what one amount of the row is of another, in
// percent.
func (r *Row) isRate(k int) bool {
	rate, ok := r.Cells[k].Figure().Number()
	if !ok || rate.Significant() == 0 {
		return false
	}
	for i, whole := range r.Cells[:k] {
		n, ok := whole.Figure().Number()
		for _, part := range r.Cells[i+1 : k] {
			m, also := part.Figure().Number()
			q, divides := m.Shift(2).Quo(n, rate.Places())
			if ok && also && divides && q.Equal(rate) {
				return true
			}
		}
	}
	return false
}

// isMark reports the column of full marks.
func (b *Block) isMark(slot int) bool { return b.Slots[slot].ID == string(normalize.Weight) }

// moved reports a row some cell of which stands elsewhere than it is printed.
func (r *Row) moved(slots []table.Slot) bool {
	for c, s := range r.At {
		if !slots[s].Covers(r.Cells[c].Col) {
			return true
		}
	}
	return false
}

// marksMoved reports a placement that moves a figure under the full mark: the empty cell that
// a copy lost in a part's row is the one there, not one between its amounts.
//
//	年度资金总额 | 7.29 | 7.29 | 7.29 | 10 | 100% | 10
//	财政拨款     | 7.29 | 7.29 | 7.29 | 100%
func (b *Block) marksMoved(r *Row, at []int) bool {
	for c, s := range at {
		if b.isMark(s) && !b.Slots[s].Covers(r.Cells[c].Col) && r.Cells[c].Figure().IsFigure() {
			return true
		}
	}
	return false
}
