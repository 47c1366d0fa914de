package money

import (
	"slices"

	"ziping/normalize/lexicon"
	"ziping/normalize/table"
)

// FindLabels says in which column the rows have their labels, and whether that is another
// than where they were thought to stand. Told says that a heading stands over them; else they
// stand where most of them do.
func (b *Block) FindLabels(told bool) (moved bool) {
	if len(b.Slots) == 0 {
		return false
	}
	if !told {
		b.underUnknown()
	}
	if n := b.headsLabels(); n > 0 {
		b.LabelCol, b.Slots, moved = b.Slots[n-1].Col, b.Slots[n:], true
	}
	if b.LabelCol >= b.Slots[0].Col { // the heading over the labels is merged with the block's own
		b.LabelCol, moved = b.commonLabelCol(), true
	}
	b.underBlock()
	b.headsMoved()
	return moved
}

// underUnknown puts the labels where most of them stand, if that is under a heading
// nobody knows (项目 | 预算数 | 决算数): it is no column of figures.
func (b *Block) underUnknown() {
	col := b.commonLabelCol()
	if slices.ContainsFunc(b.Slots, func(s table.Slot) bool { return s.ID == lexicon.Further && s.Covers(col) }) {
		b.LabelCol = col
	}
}

// headsLabels counts the headings in front, which nobody knows, that head no columns of money:
// the last of them stands over the labels, one before it over the name of the block. Some row
// has its label under it, or more sums hold so, and none has more figures than there are
// columns of money, of which all others are. Where most rows have lost a blank their labels
// stand left of it.
func (b *Block) headsLabels() int {
	for k := 1; k < len(b.Slots); k++ {
		s := b.Slots[k]
		below := !slices.ContainsFunc(b.Slots[:k], func(o table.Slot) bool { return o.Level <= s.Level })
		if s.ID == lexicon.Further && b.Slots[k-1].ID != lexicon.Further && s.Col == b.Slots[k-1].Col && below { // the row below it has lost the empty cells under it
			b.Slots = slices.Insert(slices.Delete(slices.Clone(b.Slots), k, k+1), 0, s)
			break
		}
	}
	n := slices.IndexFunc(b.Slots, func(s table.Slot) bool { return s.ID != lexicon.Further })
	if n <= 0 || slices.ContainsFunc(b.Slots[n:], func(s table.Slot) bool { return s.ID == lexicon.Further }) {
		return 0
	}
	under := false
	for k := range b.Rows {
		if len(b.Rows[k].Cells) > len(b.Slots)-n {
			return 0
		}
		under = under || b.Slots[n-1].Covers(b.Rows[k].Label.Col)
	}
	if under && n == 1 || b.worth(b.Slots[n:], b.Slots[n-1].Col) > b.worth(b.Slots, min(b.LabelCol, b.commonLabelCol())) {
		return n
	}
	return 0
}

// underBlock sets the column of labels to the block's own (资金来源 | 预算数 |
// 执行数) where every label stands there and every figure in place: nothing has
// moved, the labels are not one column further.
func (b *Block) underBlock() {
	if len(b.Rows) < 2 {
		return
	}
	col := b.Rows[0].Label.Col
	if col >= b.LabelCol {
		return
	}
	for k := range b.Rows {
		r := &b.Rows[k]
		if r.Label.Col != col {
			return
		}
		for _, c := range r.Cells {
			if b.inPlace(c) < 0 {
				return
			}
		}
	}
	b.LabelCol = col
}

// inPlace is the column over a cell's place where it can hold the cell, -1 for none.
func (b *Block) inPlace(c *table.Item) int {
	if s := table.SlotAt(b.Slots, c.Col); s >= 0 && c.Kind(b.Lex).FitMoney(b.Slots[s].ID) < table.CostChange {
		return s
	}
	return -1
}

// headsMoved moves all headings by one where every label stands under the first of them, all
// figures under one that may be theirs, and no fewer sums hold so than as they are printed: a
// row of headings has lost the empty cell over the labels. More of them must hold where the
// first heading may be that of the labels.
//
//	预算数       | 执行数    | 执行率    | 得分
//	年度资金总额 | 271288.86 | 186398.83 | 68.71%
func (b *Block) headsMoved() {
	moved, need := slices.Clone(b.Slots), 0
	if b.Over != nil && b.Over.Col < moved[0].Col {
		moved, need = slices.Insert(moved, 0, *b.Over), 1
	}
	col := moved[0].Col
	for k := range moved {
		moved[k].Col++
	}
	if len(b.Rows) == 0 || moved[0].ID == lexicon.Further || slices.ContainsFunc(b.Rows, func(r Row) bool { return r.Settled || r.Label.Text == "" || r.Label.Col != col }) {
		return
	}
	if n := b.inPlaceWorth(moved); n >= 0 && n >= b.inPlaceWorth(b.Slots)+need {
		b.LabelCol, b.Slots = col, moved
	}
}

// inPlaceWorth counts the sums that hold with each figure under the heading that it stands
// under, -1 where one stands under none that may be its own.
func (b *Block) inPlaceWorth(slots []table.Slot) int {
	o := Block{Slots: slots, Rows: slices.Clone(b.Rows), Unit: b.Unit, Lex: b.Lex}
	for k := range o.Rows {
		r := &o.Rows[k]
		r.At = nil
		for _, c := range r.Cells {
			s := o.inPlace(c)
			if s < 0 {
				return -1
			}
			r.At = append(r.At, s)
		}
	}
	return o.hold()
}

// worth counts the sums that hold where the rows look for their places under some headings.
func (b *Block) worth(slots []table.Slot, labelCol int) int {
	o := Block{Slots: slots, LabelCol: labelCol, Rows: slices.Clone(b.Rows), Unit: b.Unit, Lex: b.Lex}
	o.Place()
	return o.hold()
}

// hold counts the sums that hold, those of the rows and those of the columns.
func (b *Block) hold() int {
	n, _ := b.sums()
	for k := range b.Rows {
		if r := &b.Rows[k]; len(r.At) == len(r.Cells) {
			n += Agreement(b.Slots, r.Cells, r.At)
		}
	}
	return n
}

// commonLabelCol is the column in which most labels stand.
func (b *Block) commonLabelCol() int {
	most, col := 0, b.LabelCol
	for i := range b.Rows {
		n := 0
		for k := range b.Rows {
			if b.Rows[k].Label.Col == b.Rows[i].Label.Col {
				n++
			}
		}
		if n > most {
			most, col = n, b.Rows[i].Label.Col
		}
	}
	return col
}
